"""A document as read: its cleaned text, and where on which page each part of it stands."""

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


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
    page: int | None = None
    level: int = 0
    marker: str = ""
    emphasis: int = 0
    struck: bool = False
    table: int | None = None
    cells: tuple[Cell, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its size in points, and its stretch of `Document.text`.

    Attributes
    ----------
    recognised
        Whether its words were recognised on an image (OCR).
    certainty
        The mean certainty of recognised words, from 0 to 1; 1 for words that the file holds.
    turned
        Degrees, clockwise, by which an image was turned to stand upright and straight; places on
        the page are those of the page so turned.
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    recognised: bool = False
    certainty: float = 1.0
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """A document after reading.

    `text` is the blocks' texts joined with one line break; every place in later stages refers
    to it. `pages` is empty for formats without pages. `problems` says what could not be read.
    `origins` maps stretches of `text` to the raw page text: ``(start, page, raw_start)``,
    sorted by start; within a stretch characters run parallel.
    """

    source: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    origins: tuple[tuple[int, int, int], ...] = field(default=(), repr=False)
    problems: tuple[str, ...] = ()
    title: str = ""

    def page_of(self, place: int) -> Page | None:
        """Return the page on which the character at `place` stands, if any."""
        for page in self.pages:
            if page.start <= place < max(page.end, page.start + 1):
                return page
        return None

    def page_at(self, place: int) -> int | None:
        """Return the number of the page on which the character at `place` stands, if any."""
        page = self.page_of(place)
        return page.number if page else None
