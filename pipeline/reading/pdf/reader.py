"""From the bytes of a PDF to a document."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium

from pipeline.reading.builder import DocumentBuilder, Piece
from pipeline.reading.clean import fold
from pipeline.reading.errors import ReadError
from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.pdf.elements import Element, TablePart, merged_tables
from pipeline.reading.pdf.furniture import without_furniture
from pipeline.reading.pdf.layout import Layout
from pipeline.reading.pdf.lines import Line
from pipeline.reading.pdf.pages import UNREAD, PageRead, PageReader
from pipeline.reading.pdf.paragraphs import paragraphs
from pipeline.reading.pdf.recognition import REMEDY, Recogniser
from pipeline.reading.pdf.rows import table_pieces
from pipeline.types import Document, Limits, wider

_LEAST_CHARACTERS = 20
_MADE_UP_TITLE = re.compile(r"^Microsoft \w+ - |^\W*(?:untitled|naamloos|document\d*)\W*$", re.I)


def read_pdf(
    data: bytes, source: str, path: Path, limits: Limits, recogniser: Recogniser | None = None
) -> Document:
    """Read a PDF.

    Parameters
    ----------
    recogniser
        Recognises the words of pages that are images; without one they are left out, and the
        document says so.

    Raises
    ------
    ReadError
        If it is encrypted, damaged, or has no readable text on any page.
    """
    with closing(_open(data, path)) as pdf:
        builder = DocumentBuilder(source, "pdf", title=_title(pdf))
        count = min(len(pdf), limits.max_pages)
        if count < len(pdf):
            told = f"only the first {count} of {len(pdf)} pages were read"
            builder.problems.append(f"{told}; {wider('max_pages')}")
        reading = PageReader(pdf, recogniser, limits)
        found = [reading.read(number) for number in range(1, count + 1)]
        builder.problems += reading.problems()
    _check_text(found, path)
    pages = [one.page for one in found]
    elements = without_furniture([one.elements for one in found], [page.height for page in pages])
    for piece in _pieces(elements):
        builder.add(piece)
    return builder.build(pages)


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


def _title(pdf: pdfium.PdfDocument) -> str:
    """Return the title that the file states, unless a program made it up."""
    title = fold(str(pdf.get_metadata_dict().get("Title", "")))
    return _MADE_UP_TITLE.sub("", title)


def _check_text(pages: list[PageRead], path: Path) -> None:
    """Refuse a PDF without text that can be read."""
    if sum(len(element.text) for page in pages for element in page.elements) >= _LEAST_CHARACTERS:
        return
    if any(page.is_scan for page in pages):
        raise ReadError(path, f"the PDF has no text that can be read, only {UNREAD}", REMEDY)
    raise ReadError(path, "the PDF has no text", "check that it is the right file")


def _pieces(pages: list[list[Element]]) -> Iterator[Piece]:
    """Yield the pieces of all pages in reading order."""
    elements = merged_tables([element for page in pages for element in page])
    lines = [element for element in elements if isinstance(element, Line)]
    layout = Layout.of(lines or _cell_lines(elements))
    joiner = LineJoiner(
        {word for line in lines + _cell_lines(elements) for word in line.text.split()}
    )
    held: list[Line] = []
    tables = 0
    for element in elements:
        if isinstance(element, Line):
            held.append(element)
            continue
        yield from paragraphs(held, layout, joiner)
        held = []
        tables += 1
        yield from table_pieces(element, tables, layout, joiner)
    yield from paragraphs(held, layout, joiner)


def _cell_lines(elements: list[Element]) -> list[Line]:
    return [
        line
        for element in elements
        if isinstance(element, TablePart)
        for row in element.rows
        for line in row.lines
    ]
