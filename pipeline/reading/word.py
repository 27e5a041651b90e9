"""Reads Word documents (DOCX)."""

import re
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pipeline.reading.builder import DocumentBuilder, Piece
from pipeline.reading.clean import fold, split_marker
from pipeline.reading.numbering import Numbering
from pipeline.types import BlockKind, Document

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_LIST = re.compile(r"list|lijst|opsomming", re.IGNORECASE)


def read_word(data: bytes, source: str) -> Document:
    """Read a DOCX file: headings, lists and tables in reading order."""
    word = docx.Document(BytesIO(data))
    builder = DocumentBuilder(source, "docx", title=word.core_properties.title or "")
    _Walker(word, builder).walk()
    return builder.build()


class _Walker:
    """Walks the body and adds the pieces of its paragraphs and tables."""

    def __init__(self, word: WordDocument, builder: DocumentBuilder) -> None:
        self._word = word
        self._builder = builder
        self._numbering = Numbering(word)
        self._table = 0

    def walk(self) -> None:
        """Add everything of the document's body."""
        for part in self._word.iter_inner_content():
            if isinstance(part, Table):
                self._add_table(part)
            else:
                self._add_paragraph(part)

    def _add_table(self, table: Table) -> None:
        self._table += 1
        number = self._table
        for row in table.rows:
            cells = list(_unique(row.cells))
            texts = [_cell_text(cell) for cell in cells]
            if len(cells) == 1 or (sum(bool(text) for text, _ in texts) == 1 and _is_long(cells)):
                for cell in cells:
                    self._add_cell_blocks(cell)
            else:
                self._builder.add_row(texts, number)

    def _add_cell_blocks(self, cell: _Cell) -> None:
        for part in cell.iter_inner_content():
            if isinstance(part, Table):
                self._add_table(part)
            else:
                self._add_paragraph(part)

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        number = self._numbering.marker(paragraph)
        bold, struck = _emphasis(paragraph)
        offset = 0
        for line in paragraph.text.split("\n"):
            text = fold(line)
            self._builder.add(_piece(text, style, number, max(bold - offset, 0), struck))
            offset += len(text) + 1
            number = ("", number[1]) if number else None


def _piece(text: str, style: str, number: tuple[str, int] | None, bold: int, struck: bool) -> Piece:
    """Make the piece of one line of a paragraph; `number` is its marker and depth in a list."""
    marker, rest = split_marker(text)
    depth = 1 if marker else 0
    if number is not None:
        marker, rest, depth = number[0] or marker, rest if number[0] == "" else text, number[1]
    emphasis = max(bold - (len(text) - len(rest)), 0)
    heading = _heading_level(style)
    if heading:
        return Piece(BlockKind.HEADING, rest, level=heading, marker=marker, emphasis=emphasis)
    listed = bool(marker) or number is not None or bool(_LIST.search(style))
    kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
    level = max(depth, 1) if listed else 0
    return Piece(kind, rest, level=level, marker=marker, emphasis=emphasis, struck=struck)


def _heading_level(style: str) -> int:
    if match := _HEADING.search(style):
        return int(match[1]) or 1
    return 1 if _TITLE.match(style) else 0


def _unique(cells: tuple[_Cell, ...]) -> Iterator[_Cell]:
    """Yield each cell once; a merged one stands several times in a row."""
    last = None
    for cell in cells:
        if cell._tc is not last:
            yield cell
        last = cell._tc


def _cell_text(cell: _Cell) -> tuple[str, bool]:
    paragraphs = [p for p in cell.paragraphs if p.text.strip()]
    nested = [_cell_text(c)[0] for t in cell.tables for r in t.rows for c in _unique(r.cells)]
    text = fold(" ".join([*(p.text for p in paragraphs), *nested]))
    return (text, bool(paragraphs) and all(_emphasis(p)[1] for p in paragraphs))


def _is_long(cells: list[_Cell]) -> bool:
    return any(len([p for p in cell.paragraphs if p.text.strip()]) > 3 for cell in cells)


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    for part in paragraph.iter_inner_content():
        if isinstance(part, Hyperlink):
            yield from part.runs
        else:
            yield part


def _emphasis(paragraph: Paragraph) -> tuple[int, bool]:
    """Return the length of the bold start of a paragraph, and whether all is struck through."""
    styled = _style_is_bold(paragraph)
    bold, leading, struck = 0, True, True
    for run in _runs(paragraph):
        words = run.text
        is_bold = run.bold if run.bold is not None else styled
        leading = leading and (bool(is_bold) or not words.strip())
        bold += len(words) if leading else 0
        struck = struck and (bool(run.font.strike) or not words.strip())
    return (bold, struck and bool(paragraph.text.strip()))


def _style_is_bold(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return bool(style is not None and style.font.bold)
