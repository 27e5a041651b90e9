"""Records of labelled minutes with their features, and whether each is right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.decide import Tools
from pipeline.evaluation import GoldDocument, load
from pipeline.evaluation.compare import unit_of
from pipeline.evaluation.matching import pair_texts
from pipeline.extraction import annotate
from pipeline.extraction.confidence import Scene
from pipeline.extraction.confidence.component import evidence_of_draft, evidence_of_row
from pipeline.extraction.confidence.model import Features
from pipeline.extraction.document import text_of
from pipeline.extraction.rows import row_records
from pipeline.extraction.text import fold
from pipeline.reading import read
from pipeline.structure import parse

_DATE = re.compile(r"-(?:\d{4}.*|nodate)$")


@dataclass(frozen=True, slots=True)
class Example:
    """A record that was found; `unit` is the gold unit that it matches, None where it is wrong.

    `weight` is the confidence that its rule alone gives.
    """

    features: Features
    weight: float
    unit: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """The records found in one document of a `body`, and how many `units` its gold has."""

    name: str
    body: str
    examples: tuple[Example, ...]
    units: int


def judged(folders: Iterable[Path]) -> list[Judged]:
    """Find the records of all labelled documents of `folders` and lay them beside the labels."""
    return [_judged(document) for folder in folders for document in load(folder)]


def body_of(name: str) -> str:
    """Return the body of a document: its name without the date.

    >>> body_of("stuurgroep-water-2024-03-12")
    'stuurgroep-water'
    """
    return _DATE.sub("", name)


@cache
def tools() -> Tools:
    """Return the tools, made once."""
    return Tools.make()


def _judged(document: GoldDocument) -> Judged:
    if document.source is None:
        raise ValueError(f"{document.name}: no source file stands beside the labels")
    found = _found(document.source)
    pairs = dict(pair_texts([text for text, _, _ in found], [r.text for r in document.records]))
    units = unit_of(document.records)
    examples = tuple(
        Example(features, weight, units[pairs[place]] if place in pairs else None)
        for place, (_, weight, features) in enumerate(found)
    )
    return Judged(document.name, body_of(document.name), examples, len(set(units)))


def _found(source: Path) -> list[tuple[str, float, Features]]:
    """Return text, weight and features of each record, in the order of the text."""
    doc = annotate(parse(read(source)), tools().nlp)
    scene = Scene.of(doc)
    evidence = [evidence_of_draft(doc, draft) for draft in doc._.besluit_drafts]
    evidence += [evidence_of_row(row) for row in row_records(doc)]
    evidence.sort(key=lambda one: (one.start, one.end))
    text = text_of(doc)
    return [(fold(text[e.start : e.end]), e.weight, scene.features(e)) for e in evidence]
