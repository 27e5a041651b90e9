"""Measures a model on the test files of the treebanks and on minutes kept apart."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from modelling.corpus import chunks_of, make_labeller, read_dev
from modelling.distant_entities import attendance
from modelling.treebanks import make_docs, read_conllu
from pipeline.language import minutes_language

SENTENCES_PER_DOC = 10
_TREE_SCORES = {
    "pos_acc": "UPOS",
    "morph_acc": "morphology",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentence F, by the parser",
}


def measure(name: str, resources: Path, gold: Path) -> Iterator[tuple[str, str]]:
    """Yield names and values: trees, sentences, names of people and bodies, size and speed."""
    nlp, with_rules = spacy.load(name), minutes_language(name)
    for bank in ("alpino", "lassysmall"):
        path = resources / f"treebanks/ud-{bank}/nl_{bank}-ud-test.conllu"
        docs = list(make_docs(read_conllu(path), nlp.vocab, SENTENCES_PER_DOC))
        scores = Scorer(nlp).score(_examples(nlp, docs))
        for key, label in _TREE_SCORES.items():
            yield f"{bank} test: {label}", f"{scores[key]:.3f}"
        ruled = Scorer(with_rules).score(_examples(with_rules, docs))
        yield f"{bank} test: sentence F, by rule", f"{ruled['sents_f']:.3f}"
        yield f"{bank} test: LAS on sentences by rule", f"{ruled['dep_las']:.3f}"
    yield from _names(nlp, resources, gold)
    yield from _weight(name, with_rules, gold)


def _examples(nlp: Language, docs: Iterable[Doc]) -> list[Example]:
    """Pair each doc with what the model makes of its bare text."""
    return [Example(nlp(doc.text), doc) for doc in docs]


def _names(nlp: Language, resources: Path, gold: Path) -> Iterator[tuple[str, str]]:
    """Score names against attendance lists and registers; words that no list knows are skipped."""
    minutes = read_dev(gold)
    labeller = make_labeller(spacy.blank("nl"), resources, minutes)
    examples = []
    for text, label in minutes:
        names = attendance([label], labeller.known.rules)
        for chunk in chunks_of(text):
            examples.append(Example(nlp(chunk), labeller.label(nlp.make_doc(chunk), names)))
    scores = Scorer(nlp).score(examples)
    for label, values in sorted({"all": _overall(scores), **scores["ents_per_type"]}.items()):
        figures = " ".join(f"{key.upper()} {values[key]:.3f}" for key in "prf")
        yield f"dev minutes: {label}", figures


def _overall(scores: dict[str, float]) -> dict[str, float]:
    return {key: scores[f"ents_{key}"] for key in "prf"}


def _weight(name: str, nlp: Language, gold: Path) -> Iterator[tuple[str, str]]:
    size = sum(path.stat().st_size for path in Path(name).rglob("*") if path.is_file())
    yield "size on disk (MB)", f"{size / 1e6:.1f}"
    texts = [text for text, _ in read_dev(gold)]
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    yield "words per second (one core)", f"{words / (time.perf_counter() - started):.0f}"
