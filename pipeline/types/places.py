"""Where words stand on the pages of a document."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any, NamedTuple

_WORD = re.compile(r"[^ \n]+")
_SKEW = 0.25
"""Degrees by which the lines of a page may slope and still fit in upright boxes."""

WORD_BYTES = 12
"""What a `Stretch` takes to hold a word."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner of the page as shown.

    Examples
    --------
    >>> Box(1, 72.0, 100.0, 90.5, 112.0).as_row()
    {'page': 1, 'box': [72.0, 100.0, 90.5, 112.0]}
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    def as_row(self) -> dict[str, int | list[float]]:
        """Return it in the form of a JSONL line: left, top, right and bottom."""
        return {"page": self.page, "box": [self.x0, self.top, self.x1, self.bottom]}

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> "Box":
        """Undo `as_row`."""
        return cls(row["page"], *map(float, row["box"]))


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, and its size in points as it was read.

    Attributes
    ----------
    recognised
        Whether its words were recognised on an image (OCR).
    certainty
        The mean certainty of recognised words, from 0 to 1; 1 for words that the file holds.
    turned
        Degrees, clockwise, by which an image was turned to stand upright and straight before it
        was read.
    """

    number: int
    width: float
    height: float
    recognised: bool = False
    certainty: float = 1.0
    turned: float = 0.0

    @property
    def is_skew(self) -> bool:
        """Whether its lines slope so much that a box around one holds words of others."""
        return abs(self.turned - 90 * round(self.turned / 90)) > _SKEW

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """Return a rectangle of the page as it was read on the page as shown.

        Examples
        --------
        >>> Page(1, 600, 800).box(10, 20, 110, 32)
        Box(page=1, x0=10, top=20, x1=110, bottom=32)
        >>> Page(1, 600, 800, turned=90).box(10, 20, 110, 32)
        Box(page=1, x0=20.0, top=490.0, x1=32.0, bottom=590.0)
        """
        if not self.turned:
            return Box(self.number, *(round(side, 1) for side in (x0, top, x1, bottom)))
        corners = [self._turned_back(x, y) for x in (x0, x1) for y in (top, bottom)]
        across, down = zip(*corners, strict=True)
        sides = (min(across), min(down), max(across), max(down))
        return Box(self.number, *(round(side, 1) for side in sides))

    def _turned_back(self, x: float, y: float) -> tuple[float, float]:
        wide, high = self.width, self.height
        on_side = round(self.turned / 90) % 2
        middle = (high / 2, wide / 2) if on_side else (wide / 2, high / 2)
        x, y = turned(x - wide / 2, y - high / 2, radians(-self.turned))
        return (middle[0] + x, middle[1] + y)


def turned(x: float, y: float, turn: float) -> tuple[float, float]:
    """Turn a place around the origin, `turn` radians from the x-axis to the y-axis."""
    return (x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn))


class Stretch(NamedTuple):
    """Words side by side on a page: they stand in the text from `start` to the next stretch.

    `words` holds three numbers for each word (``float32``): its left and right side in points, and
    the place of its first character among the characters of the page; `top` and `bottom` are those
    of the line.
    """

    start: int
    page: int
    top: float
    bottom: float
    words: bytes

    def shifted(self, places: int) -> "Stretch":
        """Return it further on in a text."""
        return self._replace(start=self.start + places)

    def without(self, words: int) -> "Stretch":
        """Return it without its first words."""
        return self._replace(words=self.words[WORD_BYTES * words :])

    def boxes(self, page: Page, text: str, start: int, end: int) -> Iterator[Box]:
        """Yield the box around its words that stand between two places of a text.

        On a page whose lines slope each word has a box of its own.
        """
        held = array("f", self.words)
        words = _WORD.finditer(text, self.start, end)
        inside = [
            (left, right)
            for word, left, right in zip(words, held[::3], held[1::3], strict=False)
            if word.end() > start
        ]
        apart = inside if page.is_skew else [_around(inside)] if inside else []
        for left, right in apart:
            yield page.box(left, self.top, right, self.bottom)

    def character(self, text: str, place: int) -> int:
        """Return where the character at a place of a text stands among those of the page."""
        firsts = array("f", self.words)[2::3]
        words = _WORD.finditer(text, self.start, place + 1)
        *_, (word, first) = zip(words, firsts, strict=False)
        return int(first) + place - word.start()


def _around(words: list[tuple[float, float]]) -> tuple[float, float]:
    return (min(left for left, _ in words), max(right for _, right in words))
