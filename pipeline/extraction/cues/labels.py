"""Finds labels in the text of a block: where they stand, and which words they speak of."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pipeline.data import read_toml
from pipeline.types import Kind

Shape = Literal["prefix", "enclosed", "bare"]

_START = r"(?:^|(?<=[.!?;>→»:)\]]\s)|(?<=\s[-–•*→]\s)|(?<=\n))"


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a block's text, as places in that text.

    `owner` bounds the words between the label's word and its colon, `rest` the words after it
    within the label's own sentence or brackets.
    """

    kind: Kind
    shape: Shape
    start: int
    end: int
    owner: tuple[int, int]
    rest: tuple[int, int]


def find_labels(text: str) -> list[Label]:
    """Return the labels of a block's text in order; they don't overlap.

    Examples
    --------
    >>> [(l.kind.value, l.shape) for l in find_labels("Actie Frank: belt de gemeente.")]
    [('actie', 'prefix')]
    >>> [(l.kind.value, l.shape) for l in find_labels("De brief gaat uit. (actie: Els)")]
    [('actie', 'enclosed')]
    >>> find_labels("De actie is afgerond.")
    []
    """
    patterns = _patterns()
    found: list[Label] = []
    for shape, pattern in patterns.items():
        for match in pattern.finditer(text):
            if not any(match.start() < one.rest[1] and one.start < match.end() for one in found):
                found.append(_label(shape, match, len(text)))
    return sorted(found, key=lambda label: label.start)


def _label(shape: Shape, match: re.Match[str], size: int) -> Label:
    kind = _kinds()[match["word"].lower()]
    rest = match.span("rest") if shape != "prefix" else (match.end(), match.end())
    owner = match.span("owner") if match["owner"] else (match.end(), match.end())
    return Label(kind, shape, match.start(), match.end(), owner, rest)


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "labels.toml")


@cache
def _kinds() -> dict[str, Kind]:
    return {word: Kind(label["kind"]) for label in _data()["label"] for word in label["words"]}


@cache
def _patterns() -> dict[Shape, re.Pattern[str]]:
    every = [w for label in _data()["label"] for w in label["words"]]
    words = _alternatives(every)
    inside = _alternatives([w for w in every if w not in _data()["enclosed"]["not"]])
    bare = _alternatives([w for label in _data()["label"] for w in label["bare"]])
    stop = _alternatives(_data()["bare"]["not_before"])
    number = r"(?:\s?(?:nr\.?\s?)?[A-Z]{0,3}\d[\w/.-]*\d|\s?\d+)?"
    enclosed = (
        rf"[<(\[]\s*(?P<word>{inside}){number}(?![\w-])"
        r"(?:\s*(?P<owner>[^:<>()\[\]\n]{0,60}?)\s*[:–])?\s*"
        r"(?P<rest>[^<>\[\]()\n]*(?:\([^()\n]*\)[^<>\[\]()\n]*)*)[>)\]]"
    )
    prefix = (
        rf"{_START}(?P<word>{words}){number}(?![\w-])"
        r"(?:(?P<owner>[^:.!?\n<>]{0,60}?)\s*(?::|=>|→)(?!//)|\s*\Z)\s*"
    )
    plain = (
        rf"{_START}(?P<word>{bare}){number}\s+(?P<owner>)(?!(?:{stop})\b)"
        r"(?P<rest>[^\n]+?(?=[.!?](?:\s|$)|$))"
    )
    flags = re.IGNORECASE
    return {
        "enclosed": re.compile(enclosed, flags),
        "prefix": re.compile(prefix, flags),
        "bare": re.compile(plain, flags),
    }


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
