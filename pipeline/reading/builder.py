"""Builds a `Document` from pieces in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.types import Block, BlockKind, Cell, Document, Page, Stretch

CELL_JOIN = " | "
_BLACKED_OUT = "█"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has its place in the document's text.

    `cells` are the texts of a table row with whether each is struck through; `stretches` tell where
    on the pages its words stand, with places in `text`.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""
    emphasis: int = 0
    struck: bool = False
    table: int | None = None
    cells: tuple[tuple[str, bool], ...] = ()
    stretches: tuple[Stretch, ...] = ()


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
        """Return the document, which has these pages."""
        blocks: list[Block] = []
        stretches: list[Stretch] = []
        start = 0
        for piece in self.pieces:
            blocks.append(_block(piece, start))
            stretches += [stretch.shifted(start) for stretch in piece.stretches]
            start += len(piece.text) + 1
        return Document(
            source=self.source,
            format=self.format,
            text="\n".join(piece.text for piece in self.pieces),
            blocks=tuple(blocks),
            pages=tuple(pages),
            stretches=tuple(stretches),
            problems=tuple(self.problems),
            title=self.title,
        )


def _block(piece: Piece, start: int) -> Block:
    return Block(
        kind=piece.kind,
        text=piece.text,
        start=start,
        end=start + len(piece.text),
        level=piece.level,
        marker=piece.marker,
        emphasis=min(piece.emphasis, len(piece.text)),
        struck=piece.struck,
        table=piece.table,
        cells=_cells(piece, start),
    )


def _cells(piece: Piece, start: int) -> tuple[Cell, ...]:
    cells = []
    for text, struck in piece.cells:
        cells.append(Cell(text, start, start + len(text), struck))
        start += len(text) + len(CELL_JOIN)
    return tuple(cells)
