"""OpenDocument files: lists, styles and tables."""

from io import BytesIO
from pathlib import Path

from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import H, LineBreak, List, ListItem, ListLevelStyleNumber, ListStyle, P, Span

from pipeline.reading import read
from pipeline.types import Document


def saved(text: OpenDocumentText, folder: Path) -> Document:
    buffer = BytesIO()
    text.write(buffer)
    path = folder / "verslag.odt"
    path.write_bytes(buffer.getvalue())
    return read(path)


def styled(text: OpenDocumentText, name: str, **properties: str) -> str:
    style = Style(name=name, family="text")
    style.addElement(TextProperties(**properties))
    text.automaticstyles.addElement(style)
    return name


def test_headings_lists_and_styles(tmp_path: Path) -> None:
    text = OpenDocumentText()
    bold = styled(text, "Vet", fontweight="bold")
    struck = styled(text, "Door", textlinethroughstyle="solid")
    numbers = ListStyle(name="Nummers")
    numbers.addElement(ListLevelStyleNumber(level=1, numformat="1"))
    text.automaticstyles.addElement(numbers)
    text.text.addElement(H(outlinelevel=2, text="2. Mededelingen"))
    ruling = P()
    ruling.addElement(Span(stylename=bold, text="Besluit:"))
    ruling.addText(" het plan is akkoord.")
    ruling.addElement(LineBreak())
    ruling.addText("Els meldt dit.")
    text.text.addElement(ruling)
    items = List(stylename=numbers)
    for words in ("Brief sturen", "Zaal huren"):
        item = ListItem()
        paragraph = P()
        paragraph.addElement(Span(stylename=struck, text=words))
        item.addElement(paragraph)
        items.addElement(item)
    text.text.addElement(items)
    blocks = saved(text, tmp_path).blocks
    assert [(b.kind.value, b.level, b.marker, b.text, b.struck) for b in blocks] == [
        ("heading", 2, "2", "Mededelingen", False),
        ("paragraph", 0, "", "Besluit: het plan is akkoord.", False),
        ("paragraph", 0, "", "Els meldt dit.", False),
        ("list_item", 1, "1", "Brief sturen", True),
        ("list_item", 1, "2", "Zaal huren", True),
    ]
    assert blocks[1].text[: blocks[1].emphasis] == "Besluit:"


def test_tables(tmp_path: Path) -> None:
    text = OpenDocumentText()
    table = Table()
    for line in (("Actielijst", None), ("Brief sturen", "Els")):
        row = TableRow()
        for words in line:
            cell = CoveredTableCell() if words is None else TableCell()
            if words:
                cell.addElement(P(text=words))
            row.addElement(cell)
        table.addElement(row)
    text.text.addElement(table)
    assert [(block.kind.value, block.text) for block in saved(text, tmp_path).blocks] == [
        ("paragraph", "Actielijst"),
        ("table_row", "Brief sturen | Els"),
    ]
