"""Tells a table row from a row that only places running text on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.reading.builder import Piece, row_piece
from pipeline.reading.clean import fold, is_number
from pipeline.types import BlockKind

Cells = Sequence[Sequence[str]]
"""The paragraphs of each cell of a row."""

_LEAST_PARAGRAPHS = 4
_LEAST_LETTERS = 150
_LONGEST_TITLE = 140


def layout_rows(rows: Sequence[Cells]) -> list[bool]:
    """Tell for each row of a table whether it frames running text.

    A row does when all of it stands in one cell, or when a cell of several paragraphs stands
    beside nothing but the number of an agenda item; then the other rows of that form do too.

    Examples
    --------
    >>> text = ["Voortgang", *["Het project ligt op koers voor de zomer."] * 6]
    >>> layout_rows([[["3"], text], [["4"], ["Rondvraag", "Geen."]]])
    [True, True]
    >>> layout_rows([[["3"], ["Stuk rondsturen"], ["Anna"]]])
    [False]
    """
    filled = [_filled(row) for row in rows]
    framing = any(_is_numbered(row) and _is_long(row[1]) for row in filled)
    return [
        (len(row) == 1 and len(row[0]) > 1) or (framing and _is_numbered(row)) for row in filled
    ]


def _filled(row: Cells) -> list[list[str]]:
    cells = ([text for text in cell if text.strip()] for cell in row)
    return [cell for cell in cells if cell]


def _is_numbered(row: Cells) -> bool:
    return len(row) == 2 and len(row[0]) == 1 and is_number(row[0][0].strip())


def _is_long(cell: Sequence[str]) -> bool:
    return len(cell) >= _LEAST_PARAGRAPHS and sum(map(len, cell)) >= _LEAST_LETTERS


def numbered(pieces: Sequence[Piece], number: str) -> Iterator[Piece]:
    """Yield pieces; with a number before them the first one, if it is a title, is a heading."""
    for place, piece in enumerate(pieces):
        title = place == 0 and number and not piece.marker and len(piece.text) <= _LONGEST_TITLE
        if title and not piece.text.endswith((".", ";", ":")):
            level = piece.level if piece.kind is BlockKind.HEADING else 2
            piece = replace(piece, kind=BlockKind.HEADING, level=level, marker=number)
        yield piece


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell as a reader hands it in.

    `pieces` are its paragraphs; a `filler` is no cell but the place that a wider one takes.
    """

    pieces: tuple[Piece, ...] = ()
    filler: bool = False

    @property
    def texts(self) -> list[str]:
        """Its paragraphs, each with its number or bullet."""
        return [_shown(piece) for piece in self.pieces if piece.text.strip()]

    @property
    def text(self) -> str:
        """Its words, with a line for each paragraph."""
        return "\n".join(fold(text) for text in self.texts)

    @property
    def struck(self) -> bool:
        """Whether all of its words are struck through."""
        filled = [piece for piece in self.pieces if piece.text.strip()]
        return bool(filled) and all(piece.struck for piece in filled)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(piece.emphasis >= len(piece.text) for piece in self.pieces)


def _shown(piece: Piece) -> str:
    if not piece.marker or piece.kind is BlockKind.HEADING:
        return piece.text
    dot = "." if piece.marker.isalnum() else ""
    return f"{piece.marker}{dot} {piece.text}"


def table_pieces(rows: Sequence[Sequence[ReadCell]], number: int) -> Iterator[Piece]:
    """Yield the rows of table `number`; rows that only place running text give its paragraphs.

    A row of one cell over the whole width is no row of the table either, but a line above it.
    """
    framed = layout_rows([[cell.texts for cell in row] for row in rows])
    for row, frames in zip(rows, framed, strict=True):
        spans = sum(not cell.filler for cell in row) == 1
        if frames or spans:
            yield from _framed(row)
        elif row:
            cells = [(cell.text, cell.struck) for cell in row]
            yield row_piece(cells, number, bold=all(cell.bold for cell in row))


def _framed(row: Sequence[ReadCell]) -> Iterator[Piece]:
    """Yield the paragraphs of a row; a number in its first cell goes to the title beside it."""
    number = ""
    for cell in row:
        if len(cell.texts) == 1 and is_number(cell.text) and not number:
            number = cell.text.strip(".():")
            continue
        yield from numbered(cell.pieces, number)
        number = "" if cell.pieces else number
