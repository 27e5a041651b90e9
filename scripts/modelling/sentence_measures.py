"""Measures sentence boundaries: in minutes, against marks made by reading, and in treebanks.

The marks of ``models/assets/gold_sentences.json`` hold no text: each is a digest of the few
characters around a boundary inside a line. Line ends are left out of the count, since every way of
cutting puts a boundary there.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc

from pipeline.reading import read

ROOT = Path(__file__).parents[2]
_MARKS = ROOT / "models" / "assets" / "gold_sentences.json"
_CONTEXT = 12


def score_minutes(nlp: Language, gold: Path) -> PRFScore:
    """Compare the boundaries that `nlp` sets inside lines with those that readers set."""
    score = PRFScore()
    for name, marks in json.loads(_MARKS.read_text(encoding="utf-8")).items():
        text = read(find_minutes(name, gold)).text
        found = Counter(mark(text, place) for place in boundaries(nlp(text)))
        reference = Counter(marks)
        score.tp += (found & reference).total()
        score.fp += (found - reference).total()
        score.fn += (reference - found).total()
    return score


def find_minutes(name: str, gold: Path) -> Path:
    """Return the source file of minutes named as ``corpus/…`` or as ``dev/…`` within `gold`."""
    folder = ROOT if name.startswith("corpus/") else gold
    return next(p for p in sorted(folder.glob(f"{name}.*")) if p.suffix != ".json")


def boundaries(doc: Doc) -> Iterator[int]:
    """Yield where sentences begin that do not begin a line."""
    for sentence in doc.sents:
        start = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
        before = doc.text[:start].rstrip(" \t")
        if before and not before.endswith("\n") and sentence.text.strip():
            yield start


def mark(text: str, place: int) -> str:
    """Return a digest of the characters on both sides of a boundary."""
    around = text[max(0, place - _CONTEXT) : place + _CONTEXT]
    return hashlib.sha256(" ".join(around.split()).encode()).hexdigest()[:10]
