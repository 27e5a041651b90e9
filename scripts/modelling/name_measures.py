"""Measures how well the names carry over: to names never trained on, and to other texts."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_spans, iob_to_biluo

from modelling.corpus import chunks_of, make_labeller, read_dev
from modelling.distant_entities import attendance

_WIKINEURAL = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
_WIKINEURAL_SENTENCES = 3000

Example = tuple[Doc, Doc]
Name = tuple[int, int, str]


def label_minutes(nlp: Language, resources: Path, gold: Path) -> list[Example]:
    """Return the minutes kept apart, as the model and as the lists label them."""
    minutes = read_dev(gold)
    labeller = make_labeller(nlp, resources, minutes)
    return [
        (nlp(chunk), labeller.label(nlp.make_doc(chunk), attendance([label], labeller.known.rules)))
        for text, label in minutes
        for chunk in chunks_of(text)
    ]


def recall_by_acquaintance(
    nlp: Language, examples: list[Example], training: Path
) -> Iterator[tuple[str, str]]:
    """Yield the recall on names that were labelled in training, and on those that were not."""
    known = {
        (entity.text, entity.label_)
        for path in training.glob("*.spacy")
        for doc in DocBin().from_disk(path).get_docs(nlp.vocab)
        for entity in doc.ents
    }
    hits: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for predicted, reference in examples:
        found = _names(predicted)
        for entity in reference.ents:
            seen = (entity.text, entity.label_) in known
            key = (entity.label_, "trained on" if seen else "never seen")
            total[key] += 1
            hits[key] += (entity.start, entity.end, entity.label_) in found
    for label, seen in sorted(total):
        number = total[label, seen]
        yield f"{label} {seen}", f"R {hits[label, seen] / number:.3f} of {number}"


def wikineural(nlp: Language, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the scores on encyclopedic text labelled by others (never trained on)."""
    scores = {label: PRFScore() for label in _WIKINEURAL.values()}
    for words, tags in list(_read_tags(path))[:_WIKINEURAL_SENTENCES]:
        doc = Doc(nlp.vocab, words=words)
        spans = biluo_tags_to_spans(doc, iob_to_biluo(tags))
        gold = {(s.start, s.end, _WIKINEURAL.get(s.label_, "")) for s in spans}
        found = _names(nlp(doc))
        for label, score in scores.items():
            score.score_set(
                {name for name in found if name[2] == label},
                {name for name in gold if name[2] == label},
            )
    for label, score in scores.items():
        yield label, f"P {score.precision:.3f} R {score.recall:.3f} F {score.fscore:.3f}"


def _names(doc: Doc) -> set[Name]:
    return {(entity.start, entity.end, entity.label_) for entity in doc.ents}


def _read_tags(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and tags of each sentence of a file with number, word and tag per line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for filled, group in groupby(lines, key=lambda line: "\t" in line):
        if filled:
            _, words, tags = zip(*(line.split("\t") for line in group), strict=True)
            yield list(words), list(tags)
