"""Writes a source as a Word document that is the same, byte for byte, at every build."""

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from sample_corpus.blocks import Block, Heading, ListItem, PageBreak, Table, blocks
from sample_corpus.markup import Source

_WHEN = datetime(2024, 1, 1, tzinfo=UTC)
_RUN = re.compile(r"(\*\*.+?\*\*)")


def word(source: Source) -> bytes:
    """Return the document as DOCX; with ``headings = "bold"`` headings are mere bold lines."""
    document = docx.Document()
    _set_up(document, source)
    styled = source.settings.get("headings") != "bold"
    for block in blocks(source.text):
        _write(document, block, source.item_form, styled)
    whole = BytesIO()
    document.save(whole)
    return repacked(whole.getvalue())


def _set_up(document: Document, source: Source) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Besluitvinder"
    properties.created = properties.modified = _WHEN
    properties.comments = ""
    normal = document.styles["Normal"]
    normal.font.name = source.settings.get("font", "Calibri")
    normal.font.size = Pt(10.5)
    section = document.sections[0]
    section.header.paragraphs[0].text = source.settings.get("running", "")
    section.footer.paragraphs[0].text = source.settings.get("footer", "")


def _write(document: Document, block: Block, form: str, styled: bool) -> None:
    match block:
        case Heading():
            _heading(document, block, form, styled)
        case ListItem():
            _list_item(document, block)
        case Table():
            _table(document, block)
        case PageBreak():
            document.add_page_break()  # type: ignore[no-untyped-call]
        case _:
            _runs(document.add_paragraph(), block.text)


def _heading(document: Document, block: Heading, form: str, styled: bool) -> None:
    words = block.printed(form)
    if styled:
        document.add_heading(words, level=0 if block.role == "title" else block.level - 1)
    else:
        document.add_paragraph().add_run(words).bold = True


def _list_item(document: Document, block: ListItem) -> None:
    if block.marker in "-*":
        level = f" {block.depth + 1}" if block.depth else ""
        _runs(document.add_paragraph(style=f"List Bullet{level}"), block.text)
    else:
        _runs(document.add_paragraph(), f"{block.marker} {block.text}")


def _table(document: Document, block: Table) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]))
    if block.head:
        table.style = "Table Grid"
    for number, row in enumerate(block.rows):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _runs(cell.paragraphs[0], words)
            if block.head and number == 0:
                for run in cell.paragraphs[0].runs:
                    run.bold = True


def _runs(paragraph: WordParagraph, words: str) -> None:
    """Add words with their bold stretches; redaction codes lose their brackets."""
    plain = words.replace("[[", "").replace("]]", "").replace("\N{SOFT HYPHEN}", "")
    for part in filter(None, _RUN.split(plain)):
        bold = part.startswith("**") and part.endswith("**")
        paragraph.add_run(part.strip("*") if bold else part).bold = bold or None


def repacked(archive: bytes) -> bytes:
    """Write the parts anew with one fixed time."""
    whole = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(whole, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _WHEN.timetuple()[:6])
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(part), zipfile.ZIP_DEFLATED)
    return whole.getvalue()
