"""Builds a `Document` from pieces in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.types import Block, BlockKind, Box, Cell, Document, Page

CELL_JOIN = " | "
_BLACKED_OUT = "█"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has its place in the document's text.

    `cells` are the texts of a table row with whether each is struck through; `turns` are the
    places in `text` at which a next page begins, with that page's number; `raw` maps places in
    `text` to places in the page's raw text.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    level: int = 0
    marker: str = ""
    emphasis: int = 0
    struck: bool = False
    table: int | None = None
    cells: tuple[tuple[str, bool], ...] = ()
    boxes: tuple[Box, ...] = ()
    turns: tuple[tuple[int, int], ...] = ()
    raw: tuple[tuple[int, int, int], ...] = ()


def row_piece(cells: Sequence[tuple[str, bool]], table: int, bold: bool = False) -> Piece:
    """Make a table row; a cell is its text and whether it is struck through."""
    text = CELL_JOIN.join(text for text, _ in cells)
    return Piece(
        BlockKind.TABLE_ROW,
        text,
        table=table,
        cells=tuple(cells),
        emphasis=len(text) if bold else 0,
        struck=any(text for text, _ in cells) and all(mark for text, mark in cells if text),
    )


def line_piece(text: str, rest: str, *, marker: str, depth: int, bold: int, struck: bool) -> Piece:
    """Make a list item, if a line has a marker, or else a paragraph.

    `text` is the whole line and `rest` the line without its marker; `bold` counts the bold
    characters with which `text` begins, `depth` is the depth in the lists around it.
    """
    return Piece(
        BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH,
        rest,
        level=max(depth, 1) if marker else depth,
        marker=marker,
        emphasis=min(max(bold - (len(text) - len(rest)), 0), len(rest)),
        struck=struck,
    )


@dataclass(slots=True)
class DocumentBuilder:
    """Gathers pieces and hands out the document."""

    source: str
    format: str
    title: str = ""
    problems: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Add a piece; one without words (dashes, rules) is left out."""
        if any(sign.isalnum() or sign == _BLACKED_OUT for sign in piece.text):
            self.pieces.append(piece)

    def build(self, pages: Sequence[Page] = ()) -> Document:
        """Return the document; `pages` are all of its pages, yet without their text."""
        blocks: list[Block] = []
        origins: list[tuple[int, int, int]] = []
        turns: list[tuple[int, int]] = []
        start = 0
        for piece in self.pieces:
            blocks.append(_block(piece, start))
            origins += [(start + place, page, raw) for place, page, raw in piece.raw]
            if piece.page is not None:
                turns.append((start, piece.page))
            turns += [(start + place, page) for place, page in piece.turns]
            start += len(piece.text) + 1
        return Document(
            source=self.source,
            format=self.format,
            text="\n".join(piece.text for piece in self.pieces),
            blocks=tuple(blocks),
            pages=_pages(pages, turns, max(start - 1, 0)),
            origins=tuple(origins),
            problems=tuple(self.problems),
            title=self.title,
        )


def _block(piece: Piece, start: int) -> Block:
    return Block(
        kind=piece.kind,
        text=piece.text,
        start=start,
        end=start + len(piece.text),
        page=piece.page,
        level=piece.level,
        marker=piece.marker,
        emphasis=min(piece.emphasis, len(piece.text)),
        struck=piece.struck,
        table=piece.table,
        cells=_cells(piece, start),
        boxes=piece.boxes,
    )


def _cells(piece: Piece, start: int) -> tuple[Cell, ...]:
    cells = []
    for text, struck in piece.cells:
        cells.append(Cell(text, start, start + len(text), struck))
        start += len(text) + len(CELL_JOIN)
    return tuple(cells)


def _pages(pages: Sequence[Page], turns: list[tuple[int, int]], end: int) -> tuple[Page, ...]:
    """Give each page its stretch of text: from its first block to the next page's first."""
    first: dict[int, int] = {}
    for place, number in turns:
        first.setdefault(number, place)
    found = []
    right = end
    for page in reversed(pages):
        left = first.get(page.number, right)
        found.append(replace(page, start=left, end=max(right, left)))
        right = left
    return tuple(reversed(found))
