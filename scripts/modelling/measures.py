"""Measures a model on the test files of the treebanks and on minutes kept apart."""

import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from modelling.corpus import read_dev
from modelling.name_measures import label_minutes, recall_by_acquaintance, wikineural
from modelling.treebanks import make_docs, read_conllu
from pipeline.language import load, minutes_language

SENTENCES_PER_DOC = 10
_TREE_SCORES = {
    "pos_acc": "UPOS",
    "morph_acc": "morphology",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
}


def measure(name: str, resources: Path, gold: Path, training: Path) -> Iterator[tuple[str, str]]:
    """Yield names and values: trees, sentences, names of people and bodies, size and speed."""
    nlp = minutes_language(name)
    for bank in ("alpino", "lassysmall"):
        path = resources / f"treebanks/ud-{bank}/nl_{bank}-ud-test.conllu"
        for label, value in chain(_trees(nlp, path), _sentences(name, nlp, path)):
            yield f"{bank} test: {label}", f"{value:.3f}"
    yield from _all_names(nlp, resources, gold, training)
    yield from _weight(nlp, gold)


def _trees(nlp: Language, path: Path) -> Iterator[tuple[str, float]]:
    """Score words and trees sentence by sentence, as the pipeline sees the lines of minutes."""
    docs = make_docs(read_conllu(path), nlp.vocab, size=1)
    scores = Scorer(nlp).score(_examples(nlp, docs))
    for key, label in _TREE_SCORES.items():
        yield label, scores[key]


def _sentences(name: str, nlp: Language, path: Path) -> Iterator[tuple[str, float]]:
    """Score the boundaries in running text, where headings have lost their line breaks."""
    docs = list(make_docs(read_conllu(path), nlp.vocab, SENTENCES_PER_DOC))
    for label, pipeline in (("by rule", nlp), ("by the parser", load(name))):
        scores = Scorer.score_spans(_examples(pipeline, docs), "sents")
        yield f"sentence F, {label}", scores["sents_f"]


def _examples(nlp: Language, docs: Iterable[Doc]) -> list[Example]:
    """Pair each doc with what the model makes of its bare text."""
    return [Example(nlp(doc.text), doc) for doc in docs]


def _all_names(
    nlp: Language, resources: Path, gold: Path, training: Path
) -> Iterator[tuple[str, str]]:
    """Score names against lists (words that no list knows are skipped), then how they carry."""
    pairs = label_minutes(nlp, resources, gold)
    scores = Scorer(nlp).score([Example(predicted, reference) for predicted, reference in pairs])
    for label, values in sorted({"all": _overall(scores), **scores["ents_per_type"]}.items()):
        figures = " ".join(f"{key.upper()} {values[key]:.3f}" for key in "prf")
        yield f"dev minutes: {label}", figures
    for label, figure in recall_by_acquaintance(nlp, pairs, training):
        yield f"dev minutes: {label}", figure
    other = resources / "ner-evaluation-only" / "wikineural-nl" / "test.conllu"
    for label, figures in wikineural(nlp, other):
        yield f"wikineural: {label}", figures


def _overall(scores: dict[str, float]) -> dict[str, float]:
    return {key: scores[f"ents_{key}"] for key in "prf"}


def _weight(nlp: Language, gold: Path) -> Iterator[tuple[str, str]]:
    size = sum(file.stat().st_size for file in nlp.path.rglob("*") if file.is_file())
    yield "size on disk (MB)", f"{size / 1e6:.1f}"
    texts = [text for text, _ in read_dev(gold)]
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    yield "words per second (one core)", f"{words / (time.perf_counter() - started):.0f}"
