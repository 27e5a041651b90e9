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
from pipeline.reading.limits import Limits
from pipeline.reading.pdf.drawing import page_drawing
from pipeline.reading.pdf.elements import Element, TablePart, merged_tables, page_elements
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.furniture import without_furniture
from pipeline.reading.pdf.layout import Layout
from pipeline.reading.pdf.lines import Line
from pipeline.reading.pdf.paragraphs import paragraphs
from pipeline.reading.pdf.redactions import redacted
from pipeline.reading.pdf.rows import table_pieces
from pipeline.reading.pdf.words import page_words
from pipeline.types import Document

_LEAST_CHARACTERS = 20
_MADE_UP_TITLE = re.compile(r"^Microsoft \w+ - |^\W*(?:untitled|naamloos|document\d*)\W*$", re.I)


def read_pdf(data: bytes, source: str, path: Path, limits: Limits) -> Document:
    """Read a PDF.

    Raises
    ------
    ReadError
        If it is encrypted, damaged, or has no text on any page.
    """
    pages: list[list[Element]] = []
    sizes: list[tuple[float, float]] = []
    with closing(_open(data, path)) as pdf:
        builder = DocumentBuilder(source, "pdf", title=_title(pdf))
        count = min(len(pdf), limits.most_pages)
        if count < len(pdf):
            builder.problems.append(f"only the first {count} of {len(pdf)} pages were read")
        for number in range(count):
            with closing(pdf[number]) as page:
                frame = Frame.of(page)
                sizes.append(frame.size)
                drawing = page_drawing(page, frame)
                words = redacted(page_words(page, frame), drawing.dark)
                pages.append(page_elements(words, drawing, number + 1))
    _check_text(pages, path, builder)
    for piece in _pieces(without_furniture(pages, [height for _, height in sizes])):
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


def _title(pdf: pdfium.PdfDocument) -> str:
    """Return the title that the file states, unless a program made it up."""
    title = fold(str(pdf.get_metadata_dict().get("Title", "")))
    return _MADE_UP_TITLE.sub("", title)


def _check_text(pages: list[list[Element]], path: Path, builder: DocumentBuilder) -> None:
    """Refuse a PDF without text; note the pages that have none."""
    sizes = [sum(len(element.text) for element in elements) for elements in pages]
    if sum(sizes) < _LEAST_CHARACTERS:
        raise ReadError(
            path,
            "the PDF has no text, only images (a scan) or nothing",
            "make it searchable first with text recognition (OCR) in Dutch",
        )
    empty = [number for number, size in enumerate(sizes, 1) if size == 0]
    if len(empty) > len(pages) / 2:
        builder.problems.append(f"pages without text: {', '.join(map(str, empty))}")


def _pieces(pages: list[list[Element]]) -> Iterator[Piece]:
    """Yield the pieces of all pages in reading order."""
    elements = merged_tables([element for page in pages for element in page])
    lines = [element for element in elements if isinstance(element, Line)]
    layout = Layout.of(lines or _cell_lines(elements))
    joiner = LineJoiner(word.text for line in lines + _cell_lines(elements) for word in line.words)
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
        for cell in row
        for line in cell
    ]
