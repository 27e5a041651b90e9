"""The lines of a PDF page: words side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.reading.clean import is_marker, is_number
from pipeline.reading.pdf.words import Word

_WIDE_GAP = 1.8
_TAB = 0.9
_OVERLAP = 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side on a page; places in points from the top left corner.

    `struck` tells whether all of its words are struck through, `number` is the number or letter
    that stands before the others at the distance of a tab (``"4"``), or empty.
    """

    words: tuple[Word, ...]
    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    struck: bool = False
    number: str = ""

    @classmethod
    def of(cls, words: Sequence[Word], page: int, struck: bool = False) -> "Line":
        """Make a line of words; its size is that of most of its letters."""
        sizes: dict[float, int] = {}
        for word in words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return cls(
            words=tuple(words),
            page=page,
            text=" ".join(word.text for word in words),
            x0=min(word.x0 for word in words),
            x1=max(word.x1 for word in words),
            top=min(word.top for word in words),
            bottom=max(word.bottom for word in words),
            size=max(sizes, key=lambda size: (sizes[size], size)),
            struck=struck,
            number=_tabbed_number(words),
        )

    @property
    def is_bold(self) -> bool:
        """Whether all of the line is bold; a bullet or number before it does not count."""
        words = self.words[1:] if self.is_marked else self.words
        return all(word.bold for word in words)

    @property
    def is_marked(self) -> bool:
        """Whether a bullet or number stands before its words."""
        return len(self.words) > 1 and (bool(self.number) or is_marker(self.words[0].text))

    @property
    def body_x0(self) -> float:
        """Where the words begin after a bullet or number."""
        return self.words[1].x0 if self.is_marked else self.x0


def _tabbed_number(words: Sequence[Word]) -> str:
    if len(words) < 2 or not is_number(words[0].text):
        return ""
    apart = words[1].x0 - words[0].x1 > _TAB * words[0].size
    return words[0].text if apart else ""


def segments(words: Sequence[Word]) -> list[list[Word]]:
    """Cut the words of a line at wide gaps, at steps back and at jumps in height."""
    found: list[list[Word]] = []
    for word in words:
        if found and _adjoins(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _adjoins(last: Word, word: Word) -> bool:
    gap = word.x0 - last.x1
    size = max(last.size, word.size, 4.0)
    return -0.6 * size < gap < _WIDE_GAP * size and same_height(last, word)


def same_height(one: Word | Line, other: Word | Line) -> bool:
    """Tell whether two words or lines stand at the same height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def rejoined(parts: Iterable[list[Word]]) -> list[list[Word]]:
    """Join the parts of one row that stand at the same height, from left to right."""
    found: list[list[Word]] = []
    for part in parts:
        if found and same_height(found[-1][-1], part[0]) and part[0].x0 > found[-1][-1].x1 - 1:
            found[-1] = found[-1] + part
        else:
            found.append(part)
    return found
