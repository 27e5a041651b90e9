"""From table rows to pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.reading.builder import CELL_JOIN, Piece
from pipeline.reading.clean import is_number
from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.layout_rows import layout_rows, numbered
from pipeline.reading.pdf.elements import Row, TablePart
from pipeline.reading.pdf.joined import Joined, join_lines
from pipeline.reading.pdf.layout import Layout
from pipeline.reading.pdf.lines import Line
from pipeline.reading.pdf.paragraphs import grouped, paragraphs
from pipeline.types import BlockKind, Stretch


def table_pieces(
    table: TablePart, number: int, layout: Layout, joiner: LineJoiner
) -> Iterator[Piece]:
    """Yield the rows of a table; a row that frames running text gives its paragraphs."""
    layouts = _layouts(table, layout)
    texts = [
        [_texts(cell, inner, joiner) for cell, inner in zip(row.cells, layouts, strict=True)]
        for row in table.rows
    ]
    for row, framed in zip(table.rows, layout_rows(texts), strict=True):
        if row.spans:
            yield from map(_no_heading, paragraphs(row.lines, layout, joiner))
        elif framed:
            yield from _framed(row, layouts, joiner)
        else:
            yield _row_piece(row, number, joiner)


def _layouts(table: TablePart, layout: Layout) -> list[Layout]:
    """Return the measures of each column."""
    rows = [row for row in table.rows if not row.spans] or table.rows
    columns = ([line for row in rows for line in row.cells[n]] for n in range(table.columns))
    return [layout.within(lines) if lines else layout for lines in columns]


def _texts(cell: Sequence[Line], layout: Layout, joiner: LineJoiner) -> list[str]:
    return [join_lines(group, joiner).text for group in grouped(cell, layout)]


def _framed(row: Row, layouts: Sequence[Layout], joiner: LineJoiner) -> Iterator[Piece]:
    """Yield the paragraphs of a row; a number in its first cell goes to the title beside it."""
    number = ""
    for cell, layout in zip(row.cells, layouts, strict=True):
        pieces = list(paragraphs(list(cell), layout, joiner))
        if len(pieces) == 1 and is_number(pieces[0].text) and not number:
            number = pieces[0].text.strip(".():")
            continue
        yield from numbered(pieces, number)
        number = "" if pieces else number


def _no_heading(piece: Piece) -> Piece:
    """Return a line over the whole width of a table as a bold line: it heads rows, no text."""
    heading = piece.kind is BlockKind.HEADING and not piece.marker
    return replace(piece, kind=BlockKind.PARAGRAPH, level=0) if heading else piece


def _row_piece(row: Row, number: int, joiner: LineJoiner) -> Piece:
    cells = [join_lines(cell, joiner) for cell in row.cells]
    text = ""
    stretches: list[Stretch] = []
    for place, cell in enumerate(cells):
        text += CELL_JOIN if place else ""
        stretches += [stretch.shifted(len(text)) for stretch in cell.stretches]
        text += cell.text
    struck = [bool(cell) and all(line.struck for line in cell) for cell in row.cells]
    return Piece(
        BlockKind.TABLE_ROW,
        text,
        table=number,
        emphasis=_bold_start(cells),
        cells=tuple((cell.text, mark) for cell, mark in zip(cells, struck, strict=True)),
        struck=all(mark for cell, mark in zip(cells, struck, strict=True) if cell.text),
        stretches=tuple(stretches),
    )


def _bold_start(cells: list[Joined]) -> int:
    """Return the length of the bold start of a row, counted over the joints of cells."""
    length = 0
    for place, cell in enumerate(cells):
        if cell.bold < len(cell.text):
            return length + cell.bold if cell.bold or not place else length
        length += len(cell.text) + len(CELL_JOIN)
    return length - len(CELL_JOIN)
