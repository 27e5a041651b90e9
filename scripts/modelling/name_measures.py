"""Measures names: in minutes of bodies that were left out of training, and in other texts.

The names of the left-out minutes were gathered by reading (``models/assets/gold_names.toml``); each
place where one of them stands is a name to find, every other name that the model gives is wrong.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_spans, iob_to_biluo
from spacy.util import filter_spans

from modelling.corpus import ASSETS
from modelling.sentence_measures import find_minutes
from pipeline.reading import read

LABELS = ("PERSON", "ORG", "GPE")
_DOUBT = "twijfel"
_OTHER_TEXTS = {
    "WikiNEuRal": ("wikineural-nl/test.conllu", "utf-8", "\t", 1),
    "CoNLL-2002": ("conll2002-ned/ned.testb", "latin-1", " ", 0),
}
_OTHER_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}

Name = tuple[int, int, str]


@dataclass(slots=True)
class NameScores:
    """Scores by label, and the recall of names that training had and of those that it had not."""

    by_label: dict[str, PRFScore] = field(
        default_factory=lambda: {label: PRFScore() for label in LABELS}
    )
    found: Counter[tuple[str, bool]] = field(default_factory=Counter)
    total: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, doc: Doc, reference: set[Name], found: set[Name], known: set[str]) -> None:
        """Count the names of one text."""
        for label, score in self.by_label.items():
            wanted = {name for name in reference if name[2] == label}
            score.score_set({name for name in found if name[2] == label}, wanted)
            for name in wanted:
                key = (label, doc[name[0] : name[1]].text in known)
                self.total[key] += 1
                self.found[key] += name in found


def score_minutes(nlp: Language, gold: Path, known: set[str], prefix: str = "") -> NameScores:
    """Score the names in the left-out minutes whose file begins with `prefix`."""
    scores = NameScores()
    listed = tomllib.loads((ASSETS / "gold_names.toml").read_text(encoding="utf-8"))
    for minutes in listed["verslag"]:
        if minutes["bestand"].startswith(prefix):
            doc = nlp(read(find_minutes(minutes["bestand"], gold)).text)
            reference = _reference(doc, minutes)
            doubt = {n for name in reference if name[2] == _DOUBT for n in range(*name[:2])}
            found = {
                (e.start, e.end, e.label_)
                for e in doc.ents
                if e.label_ in LABELS and doubt.isdisjoint(range(e.start, e.end))
            }
            scores.add(doc, reference, found, known)
    return scores


def _reference(doc: Doc, minutes: dict[str, Any]) -> set[Name]:
    """Find every place of the listed names; of names within names the longest counts."""
    spans = [
        span
        for label in (*LABELS, _DOUBT)
        for name in minutes.get(label, ())
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", doc.text)
        if (span := doc.char_span(*match.span(), label=label)) is not None
    ]
    return {(span.start, span.end, span.label_) for span in filter_spans(spans)}


def training_names(nlp: Language, training: Path) -> set[str]:
    """Return every name that the training data has, invented ones too."""
    return {
        entity.text
        for path in training.glob("*.spacy")
        for doc in DocBin().from_disk(path).get_docs(nlp.vocab)
        for entity in doc.ents
    }


def score_other_texts(nlp: Language, folder: Path) -> Iterator[tuple[str, NameScores]]:
    """Yield the scores on texts that others labelled, which may not be trained on."""
    for name, (file, encoding, separator, column) in _OTHER_TEXTS.items():
        if (folder / file).exists():
            lines = (folder / file).read_text(encoding=encoding).splitlines()
            scores = NameScores()
            for words, tags in _read_tags(lines, separator, column):
                doc = Doc(nlp.vocab, words=words)
                spans = biluo_tags_to_spans(doc, iob_to_biluo(tags))
                gold = {(s.start, s.end, _OTHER_LABELS.get(s.label_, "")) for s in spans}
                found = {(e.start, e.end, e.label_) for e in nlp(doc).ents}
                scores.add(doc, gold, found, set())
            yield name, scores


def _read_tags(
    lines: Iterable[str], separator: str, column: int
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and tags of each sentence of a file with a word and its tag per line."""
    for filled, group in groupby(lines, key=lambda line: separator in line):
        if filled:
            rows = [line.split(separator) for line in group if not line.startswith("-DOCSTART-")]
            if rows:
                yield [row[column] for row in rows], [row[-1] for row in rows]
