"""What a text recogniser found on a page, in the form hOCR, as words with places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan, sin
from statistics import median

import numpy as np
from bs4 import BeautifulSoup
from bs4.element import Tag

from pipeline.reading.clean import fold
from pipeline.reading.pdf.shapes import Rule
from pipeline.reading.pdf.words import Words
from pipeline.types.places import turned

_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_LEAST_SURE = 25.0
_WORD = re.compile(r"\w|[€&§•–-]")
_FEW = 3
_SAME_SIZE = 0.15
_SAME_ROW = 0.5
_BULLET_GAP = 0.5
_BULLETS = frozenset("eo°®©¢«»*+.=") | {"Ld"}
"""What bullets are taken for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A recognised word: its middle, width and height in points, and its certainty (0-100)."""

    text: str
    x: float
    y: float
    wide: float
    high: float
    size: float
    sure: float

    @property
    def left(self) -> float:
        """Its left side."""
        return self.x - self.wide / 2

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.wide / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as recognised.

    Attributes
    ----------
    rows
        Its words, row by row from the top, each from the left.
    rules
        The rules that are drawn on it.
    skew
        By how much its lines fall to the right, in radians; places are those of the page set
        straight.
    on_side
        Whether most of its lines run up or down the page.
    """

    rows: tuple[tuple[Mark, ...], ...]
    rules: tuple[Rule, ...]
    skew: float
    on_side: bool

    @property
    def certainty(self) -> float:
        """The mean certainty of its words, from 0 to 1; 0 if there are none."""
        marks = [mark for row in self.rows for mark in row]
        letters = sum(len(mark.text) for mark in marks)
        return sum(mark.sure * len(mark.text) for mark in marks) / (100 * letters) if letters else 0

    def words(self) -> Words:
        """Return its words as columns; `start` counts in the words joined with spaces."""
        rows = [number for number, row in enumerate(self.rows) for _ in row]
        marks = [mark for row in self.rows for mark in row]
        count = len(marks)
        lengths = np.array([len(mark.text) + 1 for mark in marks], np.int64)
        x, y, wide, high, size = (
            np.array([getattr(mark, name) for mark in marks], np.float64)
            for name in ("x", "y", "wide", "high", "size")
        )
        texts = np.empty(count, np.object_)
        texts[:] = [mark.text for mark in marks]
        return Words(
            texts=texts,
            start=np.cumsum(lengths) - lengths,
            row=np.array(rows, np.int64),
            x0=x - wide / 2,
            x1=x + wide / 2,
            top=y - high / 2,
            bottom=y + high / 2,
            size=size,
            bold=np.zeros(count, np.bool_),
            upright=np.ones(count, np.bool_),
            struck=np.zeros(count, np.bool_),
            item=np.zeros(count, np.int64),
        )


def read_hocr(hocr: bytes, scale: float, size: tuple[float, float]) -> Sheet:
    """Read hOCR.

    Parameters
    ----------
    scale
        Dots to a point.
    size
        Width and height of the page in points.
    """
    soup = BeautifulSoup(hocr, "html.parser")
    lines = [line for line in map(_Line.of, soup.find_all(class_=_LINES)) if line.marks]
    skew = _skew(lines)
    straight = _Straight(skew, scale, size)
    usual = median([line.size for line in lines for _ in line.marks]) if lines else 0.0
    marks = [straight.mark(mark, line.size, usual) for line in lines for mark in line.marks]
    rules = [straight.rule(_numbers(tag, "bbox")) for tag in soup.find_all(class_="ocr_separator")]
    on_side = 2 * sum(line.on_side for line in lines) > len(lines)
    return Sheet(tuple(_with_bullets(row) for row in _rows(marks)), tuple(rules), skew, on_side)


_LINES = ["ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"]
_Dots = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as recognised, in dots: its words (box, text, certainty), size, slope and width."""

    marks: tuple[tuple[_Dots, str, float], ...]
    size: float
    slope: float
    wide: float
    on_side: bool

    @classmethod
    def of(cls, tag: Tag) -> "_Line":
        found = []
        for place, word in enumerate(tag.find_all(class_="ocrx_word")):
            text, sure = fold(word.get_text()), _numbers(word, "x_wconf")[0]
            if (sure >= _LEAST_SURE and _WORD.search(text)) or (not place and text in _BULLETS):
                found.append((_box(word), text, sure))
        slope, size, angle = (_numbers(tag, name) for name in ("baseline", "x_size", "textangle"))
        left, top, right, bottom = _box(tag)
        upright = len(found) < _FEW or right - left > bottom - top
        return cls(
            marks=tuple(found),
            size=sum(size[:1]),
            slope=sum(slope[:1]),
            wide=right - left,
            on_side=bool(sum(angle)) or not upright,
        )


def _box(tag: Tag) -> _Dots:
    left, top, right, bottom = _numbers(tag, "bbox")
    return (left, top, right, bottom)


def _numbers(tag: Tag, name: str) -> list[float]:
    """Return the numbers that a property of an element has."""
    for part in str(tag.get("title") or "").split(";"):
        key, _, values = part.strip().partition(" ")
        if key == name:
            return [float(value) for value in _NUMBERS.findall(values)]
    return []


def _skew(lines: Sequence[_Line]) -> float:
    """Return the slope of most lines, in radians."""
    widest = max((line.wide for line in lines), default=0.0)
    long = [line.slope for line in lines if line.wide > widest / 2]
    return atan(median(long)) if long else 0.0


@dataclass(frozen=True, slots=True)
class _Straight:
    """Sets places in dots straight, and turns them into points."""

    skew: float
    scale: float
    size: tuple[float, float]

    def mark(self, found: tuple[_Dots, str, float], size: float, usual: float) -> Mark:
        (left, top, right, bottom), text, sure = found
        x, y = self._point((left + right) / 2, (top + bottom) / 2)
        wide = (right - left) / self.scale
        high = max((bottom - top) / self.scale - wide * abs(sin(self.skew)), 1.0)
        shown = usual if abs(size - usual) < _SAME_SIZE * usual else size
        return Mark(text, x, y, wide, high, round(shown / self.scale, 1), sure)

    def rule(self, box: Sequence[float]) -> Rule:
        left, top, right, bottom = box
        x, y = self._point((left + right) / 2, (top + bottom) / 2)
        flat = right - left > bottom - top
        half = max(right - left, bottom - top) / self.scale / 2
        return (
            Rule(x - half, y, x + half, y, True) if flat else Rule(x, y - half, x, y + half, False)
        )

    def _point(self, across: float, down: float) -> tuple[float, float]:
        """Turn a place around the middle of the page."""
        middle = (self.size[0] / 2, self.size[1] / 2)
        x, y = turned(across / self.scale - middle[0], down / self.scale - middle[1], -self.skew)
        return (middle[0] + x, middle[1] + y)


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Put words at the same height together, from the top and each row from the left."""
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: mark.y):
        for row in rows[-3:]:
            if abs(_height(row) - mark.y) < _SAME_ROW * min(row[-1].size, mark.size):
                row.append(mark)
                break
        else:
            rows.append([mark])
    return [sorted(row, key=lambda mark: mark.x) for row in rows]


def _height(row: Sequence[Mark]) -> float:
    return sum(mark.y for mark in row) / len(row)


def _with_bullets(row: list[Mark]) -> tuple[Mark, ...]:
    """Give a row its bullet back where that was taken for a letter."""
    for first, second in pairwise(row[:2]):
        gap = second.left - first.right
        if first.text in _BULLETS and gap > _BULLET_GAP * second.size:
            return (
                Mark("•", first.x, first.y, first.wide, first.high, second.size, first.sure),
                *row[1:],
            )
    return tuple(row)
