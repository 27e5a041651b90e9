"""Cuts a ruling that lists its points in one line (``1. …; 2. …``) into one draft for each."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.extraction.candidate import Draft
from pipeline.extraction.document import text_of

_MARK = re.compile(r"(?:^|(?<=[\s:;(]))\(?(\d{1,2}|[a-z])[.)]\s+(?=[^\W\d])")
_OPENING = re.compile(r"^[^:]{0,200}:\s*$")
_LEAST_POINTS = 2


def inline_points(text: str) -> list[tuple[int, int]]:
    """Return the places of the points that a text numbers one after another, or none.

    Before the first there may stand no more than an opening that ends in a colon.

    Examples
    --------
    >>> text = "Het college besluit: a. de nota vast te stellen; b. de raad te informeren."
    >>> [text[start:end] for start, end in inline_points(text)]
    ['de nota vast te stellen', 'de raad te informeren.']
    >>> inline_points("Bijlage 1. Deze gaat naar de raad.")
    []
    """
    starts: list[tuple[int, int]] = []
    for mark in _MARK.finditer(text):
        if mark[1] == _number(len(starts), mark[1]):
            starts.append(mark.span())
    if len(starts) < _LEAST_POINTS or not _opens(text[: starts[0][0]]):
        return []
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return [_trim(text, after, end) for (_, after), end in zip(starts, ends, strict=True)]


def by_point(doc: Doc, draft: Draft) -> Iterator[Draft]:
    """Yield a draft for each point that the draft lists in one line, or the draft itself."""
    points = inline_points(text_of(doc)[draft.start : draft.end])
    if not points:
        yield draft
    for start, end in points:
        yield replace(draft, start=draft.start + start, end=draft.start + end)


def _number(place: int, like: str) -> str:
    """Return the mark of the point at a place, from 0, as a number or a letter."""
    return str(place + 1) if like.isdigit() else chr(ord("a") + place)


def _opens(before: str) -> bool:
    return not before.strip() or bool(_OPENING.match(before))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave off white space and what joins a point to the next one."""
    kept = re.sub(r"(?:[\s;,]+(?:en)?)+$", "", text[start:end])
    return start, start + len(kept)
