"""The lines of a PDF page: words side by side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.reading.clean import is_marker, is_number
from pipeline.reading.pdf.words import Flags, Whole, Words
from pipeline.types import WORD_BYTES

_WIDE_GAP = 1.8
_TAB = 0.9
_OVERLAP = 0.35
_STEP_BACK = 0.6
_LEAST_SIZE = 4.0


class Line(NamedTuple):
    """Words side by side on a page; places in points from the top left corner.

    Attributes
    ----------
    weights
        For each word 1 if it is bold, else 0.
    words
        Of each word its sides and its first character, in the form of a `Stretch`.
    first_x1, second_x0
        Where the first word ends and the second begins; the latter is `x1` if there is none.
    first, last
        The words by number: from `first` up to, not including, `last`.
    struck
        Whether all of its words are struck through.
    number
        The number or letter that stands before the others at the distance of a tab, or nothing.
    is_marked
        Whether a bullet or number stands before its words.
    """

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    weights: bytes
    words: bytes
    first_x1: float
    second_x0: float
    first: int
    last: int
    struck: bool = False
    number: str = ""
    is_marked: bool = False

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.weights)

    @property
    def is_bold(self) -> bool:
        """Whether all of the line is bold; a bullet or number before it does not count."""
        return 0 not in self.weights or (self.is_marked and 0 not in self.weights[1:])

    @property
    def body_x0(self) -> float:
        """Where the words begin after a bullet or number."""
        return self.second_x0 if self.is_marked else self.x0

    @property
    def bold_start(self) -> int:
        """Length of the text up to its last bold word before the first plain one."""
        if 0 not in self.weights:
            return len(self.text)
        length = place = 0
        for word, bold in zip(self.text.split(" "), self.weights, strict=False):
            if not bold and any(map(str.isalnum, word)):
                break
            place += len(word)
            length = place
            place += 1
        return length

    def joined(self, other: "Line") -> "Line":
        """Return this line with another one that follows it on the right."""
        size = self.size if len(self.text) > len(other.text) else other.size
        second = self.second_x0 if self.length > 1 else other.x0
        number, marked = self.number, self.is_marked
        if self.length == 1:
            number, marked = _marks(self.text, second - self.first_x1, size)
        return Line(
            text=f"{self.text} {other.text}",
            page=self.page,
            x0=min(self.x0, other.x0),
            x1=max(self.x1, other.x1),
            top=min(self.top, other.top),
            bottom=max(self.bottom, other.bottom),
            size=size,
            weights=self.weights + other.weights,
            words=self.words + other.words,
            first_x1=self.first_x1,
            second_x0=second,
            first=self.first,
            last=other.last,
            struck=self.struck and other.struck,
            number=number,
            is_marked=marked,
        )


def _marks(word: str, gap: float, size: float) -> tuple[str, bool]:
    """Return the number at a tab that the first word of a line is, and whether it is a marker."""
    number = word if gap > _TAB * size and is_number(word) else ""
    return (number, bool(number) or is_marker(word))


def line_starts(words: Words, parted: Flags) -> Whole:
    """Return the numbers of the words at which lines begin.

    Lines are cut at wide gaps, at steps back and at jumps in height.

    Parameters
    ----------
    words
        The words of a page.
    parted
        For each word whether something else (a line break, a cell) parts it from the one before.
    """
    gap = words.x0[1:] - words.x1[:-1]
    size = np.maximum(np.maximum(words.size[1:], words.size[:-1]), _LEAST_SIZE)
    high = words.bottom - words.top
    shared = np.minimum(words.bottom[1:], words.bottom[:-1])
    shared -= np.maximum(words.top[1:], words.top[:-1])
    level = shared > _OVERLAP * np.minimum(high[1:], high[:-1])
    adjoins = (gap > -_STEP_BACK * size) & (gap < _WIDE_GAP * size) & level
    begins = parted.copy()
    begins[1:] |= ~adjoins
    return np.flatnonzero(begins)


def make_lines(words: Words, starts: Sequence[int] | Whole, end: int, page: int) -> list[Line]:
    """Make lines of words, each from one of the starts up to the next; the last one up to `end`."""
    first = np.asarray(starts, np.int64)
    if not len(first):
        return []
    part = words.picked(np.arange(first[0], end))
    cuts = first - first[0]
    sides = (
        np.minimum.reduceat(part.x0, cuts),
        np.maximum.reduceat(part.x1, cuts),
        np.minimum.reduceat(part.top, cuts),
        np.maximum.reduceat(part.bottom, cuts),
    )
    x0, x1, top, bottom = (side.tolist() for side in sides)
    ends = [*cuts[1:].tolist(), len(part)]
    struck = np.logical_and.reduceat(part.struck, cuts).tolist()
    second = np.minimum(cuts + 1, np.array(ends) - 1)
    second_x0 = np.where(second > cuts, part.x0[second], sides[1]).tolist()
    first_x1 = part.x1[cuts].tolist()
    weights = part.bold.astype(np.uint8).tobytes()
    sizes = _sizes(part, cuts, ends)
    held = np.column_stack((part.x0, part.x1, part.start)).astype(np.float32).tobytes()
    texts = part.texts.tolist()
    shift = int(first[0])
    return [
        Line(
            " ".join(texts[a:b]),
            page,
            x0[n],
            x1[n],
            top[n],
            bottom[n],
            sizes[n],
            weights[a:b],
            held[WORD_BYTES * a : WORD_BYTES * b],
            first_x1[n],
            second_x0[n],
            shift + a,
            shift + b,
            struck[n],
            *(_marks(texts[a], second_x0[n] - first_x1[n], sizes[n]) if b - a > 1 else ("", False)),
        )
        for n, (a, b) in enumerate(zip(cuts.tolist(), ends, strict=True))
    ]


def _sizes(words: Words, cuts: Whole, ends: Sequence[int]) -> list[float]:
    """Return the size of most letters of each line."""
    least = np.minimum.reduceat(words.size, cuts).tolist()
    most = np.maximum.reduceat(words.size, cuts).tolist()
    return [
        low if low == high else _usual_size(words, first, last)
        for low, high, first, last in zip(least, most, cuts.tolist(), ends, strict=True)
    ]


def _usual_size(words: Words, first: int, last: int) -> float:
    sizes: dict[float, int] = {}
    for size, text in zip(words.size[first:last].tolist(), words.texts[first:last], strict=True):
        sizes[size] = sizes.get(size, 0) + len(text)
    return max(sizes, key=lambda size: (sizes[size], size))


def same_height(one: Line, other: Line) -> bool:
    """Tell whether two lines stand at the same height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def rejoined(parts: Iterable[Line]) -> list[Line]:
    """Join the parts of one row that stand at the same height, from left to right."""
    found: list[Line] = []
    for part in parts:
        if found and same_height(found[-1], part) and part.x0 > found[-1].x1 - 1:
            found[-1] = found[-1].joined(part)
        else:
            found.append(part)
    return found
