"""A document as read: its cleaned text in blocks, and where on which page its words stand."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.types.places import Box, Page, Stretch


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `start` and `end` are places in `Document.text`."""

    text: str
    start: int
    end: int
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row, in reading order.

    Attributes
    ----------
    text
        The cleaned words, equal to ``document.text[start:end]``; bullets, numbering and
        mark-up are left off. Of a table row: its cells joined with ``" | "``.
    level
        Heading depth (1 is the highest, 0 is unknown) or depth of list nesting (from 1).
    marker
        The bullet or number that stood before the text, as printed without trailing dot or
        bracket (``"4a"``, ``"-"``), or an empty string.
    emphasis
        Length of the bold stretch with which `text` begins (in characters); equal to
        ``len(text)`` when all of it is bold.
    table
        Number of the table that a row belongs to, counted over the document.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    marker: str = ""
    emphasis: int = 0
    struck: bool = False
    table: int | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document after reading.

    `text` is the blocks' texts joined with one line break; every place in later stages refers
    to it. `pages` is empty for formats without pages. `problems` says what could not be read.
    `stretches`, in the order of the text, tell where its words stand on the pages.
    """

    source: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)
    problems: tuple[str, ...] = ()
    title: str = ""

    def page_of(self, place: int) -> Page | None:
        """Return the page on which the character at `place` stands, if any."""
        before = self._stretch_at(place)
        return self.pages[self.stretches[before].page - 1] if self.stretches else None

    def character_of(self, place: int) -> int | None:
        """Return where the character at `place` stands among those of its page, counted from 0.

        The characters are those that PDFium counts on the page; of a page that was recognised,
        those of its words joined with spaces. None in formats without pages.
        """
        if not self.stretches:
            return None
        return self.stretches[self._stretch_at(place)].character(self.text, place)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return the boxes of the words that stand, whole or in part, between two places.

        One for each line, or for each word where the lines slope; none in formats without pages.
        """
        found: list[Box] = []
        for place in range(self._stretch_at(start), len(self.stretches)):
            stretch = self.stretches[place]
            if stretch.start >= end:
                break
            after = self.stretches[place + 1].start if place + 1 < len(self.stretches) else end
            page = self.pages[stretch.page - 1]
            found += stretch.boxes(page, self.text, start, min(after, end))
        return tuple(found)

    def _stretch_at(self, place: int) -> int:
        """Return the number of the stretch that holds a place, or of the one before it."""
        return max(bisect_right(self.stretches, place, key=lambda one: one.start) - 1, 0)
