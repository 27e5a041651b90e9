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
from pipeline.types import Document, Limits, wider

_LEAST_CHARACTERS = 20
_NO_SIZE = (595.0, 842.0)
_NAMELESS = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_MOST_NAMELESS = 0.3
_MADE_UP_TITLE = re.compile(r"^Microsoft \w+ - |^\W*(?:untitled|naamloos|document\d*)\W*$", re.I)


def read_pdf(data: bytes, source: str, path: Path, limits: Limits) -> Document:
    """Read a PDF.

    Raises
    ------
    ReadError
        If it is encrypted, damaged, or has no readable text on any page.
    """
    pages: list[list[Element]] = []
    sizes: list[tuple[float, float]] = []
    with closing(_open(data, path)) as pdf:
        builder = DocumentBuilder(source, "pdf", title=_title(pdf))
        count = min(len(pdf), limits.max_pages)
        if count < len(pdf):
            told = f"only the first {count} of {len(pdf)} pages were read"
            builder.problems.append(f"{told}; {wider('max_pages')}")
        for number in range(1, count + 1):
            elements, size, problem = _read_page(pdf, number)
            pages.append(elements)
            sizes.append(size)
            builder.problems += [problem] if problem else []
    _check_text(pages, path)
    for piece in _pieces(without_furniture(pages, [height for _, height in sizes])):
        builder.add(piece)
    return builder.build(sizes)


def _read_page(
    pdf: pdfium.PdfDocument, number: int
) -> tuple[list[Element], tuple[float, float], str]:
    """Return what stands on a page, its size, and what could not be read of it."""
    try:
        with closing(pdf[number - 1]) as page:
            frame = Frame.of(page)
            drawing = page_drawing(page, frame)
            words = redacted(page_words(page, frame), drawing)
            scanned = not len(words) and bool(drawing.pictures)
            problem = f"page {number} is an image without text" if scanned else ""
            return (page_elements(words, drawing, number), frame.size, problem)
    except pdfium.PdfiumError:
        return ([], _NO_SIZE, f"page {number} is damaged")


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


def _check_text(pages: list[list[Element]], path: Path) -> None:
    """Refuse a PDF without text, and one whose letters have no names."""
    text = "".join(element.text for elements in pages for element in elements)
    if len(text) < _LEAST_CHARACTERS:
        raise ReadError(
            path,
            "the PDF has no text, only images (a scan) or nothing",
            "make it searchable first with text recognition (OCR) in Dutch",
        )
    if len(_NAMELESS.findall(text)) > _MOST_NAMELESS * len(text):
        raise ReadError(
            path,
            "the letters of the PDF have no names, so its text can't be read",
            "make it anew from its source, or use text recognition (OCR) in Dutch",
        )


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
