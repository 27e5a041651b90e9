"""Measures a Dutch model: words and trees, sentences, names, size and speed."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc
from spacy.training import Example

from modelling import name_measures, sentence_measures
from modelling.corpus import read_gold
from modelling.treebanks import make_docs
from modelling.words import read_conllu
from pipeline.language import load, minutes_language

Figures = dict[str, dict[str, float]]

_SENTENCES_PER_DOC = 10
_TREE_SCORES = {
    "pos_acc": "UPOS",
    "tag_acc": "tag",
    "morph_acc": "morphology",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
}


def measure(name: str, resources: Path, gold: Path, training: Path) -> Figures:
    """Return the figures of a model by group, such as ``names in minutes: PERSON``: ``F``."""
    nlp = minutes_language(name)
    figures: Figures = {}
    for bank in ("alpino", "lassysmall"):
        path = resources / f"treebanks/ud-{bank}/nl_{bank}-ud-test.conllu"
        figures[f"{bank} test"] = dict(_trees(nlp, path)) | dict(_sentences(name, nlp, path))
    figures |= _minutes_sentences(name, gold)
    known = name_measures.training_names(nlp, training)
    for label, prefix in (("minutes", ""), ("real minutes", "dev"), ("our minutes", "corpus")):
        scores = name_measures.score_minutes(nlp, gold, known, prefix)
        figures |= dict(_names(f"names in {label}", scores))
    for label, scores in name_measures.score_other_texts(nlp, resources / "ner-evaluation-only"):
        figures |= dict(_names(f"names in {label}", scores))
    figures["weight"] = dict(_weight(nlp, gold))
    return figures


def _trees(nlp: Language, path: Path) -> Iterator[tuple[str, float]]:
    """Score words and trees sentence by sentence, as the pipeline sees the lines of minutes."""
    docs = make_docs(read_conllu(path), nlp.vocab, size=1)
    scores = Scorer(nlp).score(_examples(nlp, docs))
    for key, label in _TREE_SCORES.items():
        if scores.get(key) is not None:
            yield label, scores[key]


def _sentences(name: str, nlp: Language, path: Path) -> Iterator[tuple[str, float]]:
    """Score the boundaries in running text, where headings have lost their line breaks."""
    docs = list(make_docs(read_conllu(path), nlp.vocab, _SENTENCES_PER_DOC))
    for label, pipeline in (("rule", nlp), ("parser", load(name))):
        scores = Scorer.score_spans(_examples(pipeline, docs), "sents")
        yield f"sentence F by {label}", scores["sents_f"]


def _examples(nlp: Language, docs: Iterable[Doc]) -> list[Example]:
    """Pair each doc with what the model makes of its bare text."""
    return [Example(nlp(doc.text), doc) for doc in docs]


def _minutes_sentences(name: str, gold: Path) -> Figures:
    """Score three ways of finding sentences in minutes: rules, parser, and spaCy's own rule."""
    simple = spacy.blank("nl")
    simple.add_pipe("sentencizer")
    ways = {"rules": minutes_language("blank:nl"), "parser": load(name), "sentencizer": simple}
    return {
        f"sentences in minutes by {way}": _prf(sentence_measures.score_minutes(nlp, gold))
        for way, nlp in ways.items()
    }


def _names(group: str, scores: name_measures.NameScores) -> Iterator[tuple[str, dict[str, float]]]:
    for label, score in scores.by_label.items():
        figures = _prf(score)
        for known, words in ((True, "R of known names"), (False, "R of new names")):
            if scores.total[label, True] and (total := scores.total[label, known]):
                figures[words] = scores.found[label, known] / total
                figures[words.replace("R of", "number of")] = total
        yield f"{group}: {label}", figures


def _prf(score: PRFScore) -> dict[str, float]:
    number = score.tp + score.fn
    return {"P": score.precision, "R": score.recall, "F": score.fscore, "number": number}


def _weight(nlp: Language, gold: Path) -> Iterator[tuple[str, float]]:
    """Weigh the model on disk, and time it and a pipeline without a model on the same minutes."""
    if nlp.path is not None:
        size = sum(file.stat().st_size for file in nlp.path.rglob("*") if file.is_file())
        yield "megabytes on disk", size / 1e6
    texts = [text for text, _ in read_gold(gold / "dev")]
    for label, pipeline in (("", nlp), (" of a blank pipeline", minutes_language("blank:nl"))):
        started = time.process_time()
        words = sum(len(doc) for doc in pipeline.pipe(texts))
        yield f"words per second{label}", words / (time.process_time() - started)
