"""Reads Word documents (DOCX)."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pipeline.reading.builder import DocumentBuilder, Piece
from pipeline.reading.clean import fold, is_number, split_heading_marker, split_marker
from pipeline.reading.layout_rows import ReadCell, table_pieces
from pipeline.reading.numbering import Numbering
from pipeline.reading.word_styles import Styles
from pipeline.types import BlockKind, Document

Element = Any  # an lxml element of the document


def read_word(data: bytes, source: str) -> Document:
    """Read a DOCX file: headings, lists, tables and text boxes in reading order.

    Deleted text of tracked changes, hidden text and comments are left out.
    """
    word = docx.Document(BytesIO(data))
    builder = DocumentBuilder(source, "docx", title=fold(word.core_properties.title or ""))
    _Walker(word, builder).walk()
    return builder.build()


class _Walker:
    """Walks the body and adds the pieces of its paragraphs and tables."""

    def __init__(self, word: WordDocument, builder: DocumentBuilder) -> None:
        self._word = word
        self._builder = builder
        self._numbering = Numbering(word)
        self._styles = Styles()
        self._table = 0

    def walk(self) -> None:
        """Add everything of the document's body."""
        for piece in self._pieces(self._word.element.body):
            self._builder.add(piece)

    def _pieces(self, node: Element) -> Iterator[Piece]:
        for child in _through(node, "w:p", "w:tbl"):
            if child.tag == qn("w:tbl"):
                yield from self._table_pieces(child)
            else:
                yield from self._paragraph_pieces(child)

    def _paragraph_pieces(self, element: Element) -> Iterator[Piece]:
        paragraph = Paragraph(element, self._word._body)
        style = self._styles.of(paragraph)
        text, bold, struck = _words(paragraph, style.bold)
        number = self._numbering.marker(style.place) if text.strip() else None
        offset = 0
        for line in text.split("\n"):
            inner = max(bold - offset, 0)
            yield _piece(line, style.level, number, listed=style.listed, bold=inner, struck=struck)
            offset += len(fold(line)) + 1
            number = ("", number[1]) if number and fold(line) else number
        for box in element.iter(qn("w:txbxContent")):
            if not any(a.tag.endswith("}Fallback") for a in box.iterancestors()):
                yield from self._pieces(box)

    def _table_pieces(self, table: Element) -> Iterator[Piece]:
        self._table += 1
        number = self._table
        rows = [[self._cell(cell) for cell in _cells(row)] for row in _through(table, "w:tr")]
        yield from table_pieces(rows, number)

    def _cell(self, cell: Element | None) -> ReadCell:
        """Read a cell; None is a place that a wider cell fills."""
        if cell is None:
            return ReadCell(filler=True)
        return ReadCell(() if _continues_above(cell) else tuple(self._pieces(cell)))


def _cells(row: Element) -> Iterator[Element | None]:
    """Yield the cells of a row, and None for the places that a wider cell fills."""
    for cell in _through(row, "w:tc"):
        yield cell
        span = _property(cell, "w:gridSpan")
        width = span.get(qn("w:val"), "1") if span is not None else "1"
        for _ in range(int(width) - 1 if width.isdigit() else 0):
            yield None


def _continues_above(cell: Element) -> bool:
    """Tell whether a cell is merged with the one above it."""
    merged = _property(cell, "w:vMerge")
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _property(cell: Element, name: str) -> Element | None:
    properties = cell.find(qn("w:tcPr"))
    return properties.find(qn(name)) if properties is not None else None


def _through(node: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these names, also those within content controls and changes."""
    wanted = {qn(name) for name in names}
    for child in node:
        if child.tag in wanted:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _through(child, *names)


_TRANSPARENT = {
    qn(f"w:{name}")
    for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink")
} | {qn("w:fldSimple")}


def _piece(
    line: str, level: int, number: tuple[str, int] | None, *, listed: bool, bold: int, struck: bool
) -> Piece:
    """Make the piece of one line of a paragraph.

    `level` is its depth as a heading (0 for none), `number` its marker and depth in a list.
    """
    text = fold(line)
    marker, rest = _split(line, text, heading=bool(level))
    depth = 1 if marker else 0
    if number is not None:
        marker, rest, depth = number[0] or marker, rest if number[0] == "" else text, number[1]
    emphasis = max(bold - (len(text) - len(rest)), 0)
    if level:
        return Piece(
            BlockKind.HEADING, rest, level=level, marker=marker, emphasis=emphasis, struck=struck
        )
    listed = bool(marker) or number is not None or listed
    kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
    depth = max(depth, 1) if listed else 0
    return Piece(kind, rest, level=depth, marker=marker, emphasis=emphasis, struck=struck)


def _split(line: str, text: str, heading: bool) -> tuple[str, str]:
    """Split number or bullet off a text; before a tab a bare number or letter is one too."""
    first, tab, rest = line.strip().partition("\t")
    if tab and is_number(first.strip()) and rest.strip():
        return (first.strip(" .():"), fold(rest))
    return split_heading_marker(text) if heading else split_marker(text)


def _words(paragraph: Paragraph, styled: bool) -> tuple[str, int, bool]:
    """Return the words of a paragraph, the length of their bold start, and whether all is struck.

    The length is counted in the folded words; `styled` tells whether the style is bold.
    """
    text, bold, leading, struck = "", 0, True, True
    for element in _through(paragraph._p, "w:r"):
        run = Run(element, paragraph)
        if run.font.hidden:
            continue
        words = run.text
        text += words
        is_bold = run.bold if run.bold is not None else styled
        leading = leading and (bool(is_bold) or not words.strip())
        bold = len(fold(text)) if leading else bold
        struck = struck and (bool(run.font.strike) or not words.strip())
    return (text, bold, struck and bool(text.strip()))
