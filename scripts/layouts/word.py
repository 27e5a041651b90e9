"""Writes a layout as a Word document."""

from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from sample_corpus.word import repacked

from layouts.source import Aside, Block, Heading, ListItem, PageBreak, Table, paragraphs, spans

_FRAME = {
    "w": "3000",
    "hSpace": "200",
    "wrap": "around",
    "vAnchor": "page",
    "hAnchor": "page",
    "x": "8200",
    "y": "1600",
}
"""A frame beside the text, in twentieths of a point."""

_SHARES = {3: (0.3, 0.4, 0.3), 4: (0.08, 0.3, 0.44, 0.18)}


def word(blocks: Iterable[Block]) -> bytes:
    """Return the document; the contact block stands in a frame, table heads repeat."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    held = list(blocks)
    if any(isinstance(block, Aside) for block in held):
        section.right_margin = Cm(7)
    document.styles["Normal"].font.name = "Carlito"
    document.styles["Normal"].font.size = Pt(10.5)
    for block in held:
        _write(document, block)
    whole = BytesIO()
    document.save(whole)
    return repacked(whole.getvalue())


def _write(document: Document, block: Block) -> None:
    match block:
        case Aside():
            _framed(document.add_paragraph(block.text))
        case Heading():
            words = block.printed("{number}. {title}")
            document.add_heading(words, 0 if block.role == "title" else block.level - 1)
        case ListItem():
            document.add_paragraph(block.text, "List Bullet")
        case Table():
            _table(document, block)
        case PageBreak():
            document.add_page_break()  # type: ignore[no-untyped-call]
        case _:
            document.add_paragraph(getattr(block, "text", ""))


def _framed(paragraph: WordParagraph) -> None:
    frame = OxmlElement("w:framePr")
    for name, value in _FRAME.items():
        frame.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().insert(0, frame)
    paragraph.paragraph_format.space_after = Pt(2)
    for run in paragraph.runs:
        run.font.size = Pt(8)


def _table(document: Document, block: Table) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]))
    table.autofit = False
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for column, share in zip(table.columns, _SHARES[len(block.rows[0])], strict=True):
        column.width = int(room * share)
        for cell in column.cells:
            cell.width = int(room * share)
    if block.head:
        table.style = "Table Grid"
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(spans(block)):
        place = 0
        for words, wide, high in row:
            while block.rows[number][place] in ("<", "^"):
                place += 1
            cell = table.cell(number, place)
            if wide > 1 or high > 1:
                cell = cell.merge(table.cell(number + high - 1, place + wide - 1))
            _fill(cell, words, bold=block.head and number == 0)
            place += wide


def _fill(cell: _Cell, words: str, bold: bool) -> None:
    first, *rest = paragraphs(words)
    cell.paragraphs[0].add_run(first).bold = bold
    for line in rest:
        marker, _, text = line.partition(" ")
        cell.add_paragraph(text, "List Bullet" if marker == "-" else "List Number")
