"""From the bytes of a PDF to a document."""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from pipeline.reading.builder import CELL_JOIN, DocumentBuilder, Piece
from pipeline.reading.errors import ReadError
from pipeline.reading.limits import Limits
from pipeline.reading.pdf.furniture import without_furniture
from pipeline.reading.pdf.lines import PageLine, page_lines
from pipeline.reading.pdf.paragraphs import Layout, paragraphs
from pipeline.reading.pdf.tables import RuledTable, has_rules, ruled_tables
from pipeline.types import BlockKind, Box, Document

_LEAST_CHARACTERS = 20


def read_pdf(data: bytes, source: str, path: Path, limits: Limits) -> Document:
    """Read a PDF.

    Raises
    ------
    ReadError
        If it is encrypted, damaged, or has no text on any page.
    """
    with closing(_open(data, path)) as pdf:
        builder = DocumentBuilder(source, "pdf", title=pdf.get_metadata_dict().get("Title", ""))
        count = min(len(pdf), limits.most_pages)
        if count < len(pdf):
            builder.problems.append(f"only the first {count} of {len(pdf)} pages were read")
        pages, sizes, ruled = [], [], []
        for number in range(count):
            page = pdf[number]
            pages.append(page_lines(page, number + 1))
            sizes.append(page.get_size())
            if has_rules(page):
                ruled.append(number)
            page.close()
    _check_text(pages, path, builder)
    tables = _tables(data, ruled)
    lines = without_furniture(pages, [height for _, height in sizes])
    layout = Layout.of([line for page in lines for line in page])
    for piece in _pieces(lines, tables, layout):
        builder.add(piece)
    return builder.build(sizes)


def _open(data: bytes, path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(
                path, "the PDF is protected with a password", "save it without password"
            ) from error
        raise ReadError(
            path, "the PDF is damaged or no PDF", "open it in a viewer and save it anew"
        ) from error


def _check_text(pages: list[list[PageLine]], path: Path, builder: DocumentBuilder) -> None:
    """Refuse a PDF without text; note the pages that have none."""
    sizes = [sum(len(line.text) for line in lines) for lines in pages]
    if sum(sizes) < _LEAST_CHARACTERS:
        raise ReadError(
            path,
            "the PDF has no text, only images (a scan) or nothing",
            "make it searchable first with text recognition (OCR) in Dutch",
        )
    empty = [number for number, size in enumerate(sizes, 1) if size == 0]
    if empty and len(empty) > len(pages) / 2:
        builder.problems.append(f"pages without text: {', '.join(map(str, empty))}")


def _tables(data: bytes, numbers: list[int]) -> dict[int, list[RuledTable]]:
    """Find the tables of the pages with rules; the rest never reaches the slower library."""
    if not numbers:
        return {}
    found: dict[int, list[RuledTable]] = {}
    with pdfplumber.open(BytesIO(data)) as pdf:
        for number in numbers:
            page = pdf.pages[number]
            found[number] = ruled_tables(page)
            page.close()
    return found


def _pieces(
    pages: list[list[PageLine]], tables: dict[int, list[RuledTable]], layout: Layout
) -> Iterator[Piece]:
    """Yield the pieces of all pages; a table stands where its first line stood."""
    held: list[PageLine] = []
    number = 0
    last: RuledTable | None = None
    for page, lines in enumerate(pages):
        waiting = list(tables.get(page, []))
        for line in lines:
            inside = next((t for t in waiting if _inside(line, t)), None)
            if inside is None and not any(_inside(line, t) for t in tables.get(page, [])):
                held.append(line)
                last = None
            elif inside is not None:
                yield from paragraphs(held, layout)
                held = []
                waiting.remove(inside)
                goes_on = last is not None and len(last.rows[0]) == len(inside.rows[0])
                number += not goes_on
                yield from _rows(inside, page + 1, number)
                last = inside
    yield from paragraphs(held, layout)


def _inside(line: PageLine, table: RuledTable) -> bool:
    middle = (line.top + line.bottom) / 2
    return table.top <= middle <= table.bottom and table.x0 - 2 <= line.x0 <= table.x1


def _rows(table: RuledTable, page: int, number: int) -> Iterator[Piece]:
    box = Box(page, table.x0, table.top, table.x1, table.bottom)
    for row in table.rows:
        yield Piece(
            BlockKind.TABLE_ROW,
            CELL_JOIN.join(row),
            page=page,
            table=number,
            cells=tuple((cell, False) for cell in row),
            boxes=(box,),
        )
