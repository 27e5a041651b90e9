"""Word files as offices make them: numbers of the program, changes, boxes, merged cells."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from pipeline.reading import read
from pipeline.types import Document

W = nsdecls("w")


def saved(word: Any, folder: Path) -> Document:
    buffer = BytesIO()
    word.save(buffer)
    path = folder / "verslag.docx"
    path.write_bytes(buffer.getvalue())
    return read(path)


def add(word: Any, xml: str) -> None:
    word.element.body.insert(len(word.element.body) - 1, parse_xml(xml))


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    word = docx.Document()
    add(
        word,
        f"<w:p {W}>{run('Het plan is ')}<w:ins w:id='1'>{run('ongewijzigd ')}</w:ins>"
        f"<w:del w:id='2'><w:r><w:delText>niet </w:delText></w:r></w:del>{run('akkoord.')}</w:p>",
    )
    assert texts(saved(word, tmp_path)) == ["Het plan is ongewijzigd akkoord."]


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Zichtbaar.")
    paragraph.add_run(" Verborgen.").font.hidden = True
    assert texts(saved(word, tmp_path)) == ["Zichtbaar."]


def test_content_controls_are_read(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Eerste.")
    add(
        word,
        f"<w:sdt {W}><w:sdtContent><w:p>{run('In een invulveld.')}</w:p></w:sdtContent></w:sdt>",
    )
    assert texts(saved(word, tmp_path)) == ["Eerste.", "In een invulveld."]


def test_text_box_follows_its_paragraph(tmp_path: Path) -> None:
    word = docx.Document()
    box = f"<w:txbxContent><w:p>{run('Besluit: akkoord.')}</w:p></w:txbxContent>"
    add(word, f"<w:p {W}>{run('Alinea.')}<w:r><w:pict>{box}</w:pict></w:r></w:p>")
    word.add_paragraph("Slot.")
    assert texts(saved(word, tmp_path)) == ["Alinea.", "Besluit: akkoord.", "Slot."]


def test_merged_cells_are_told_once(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=3, cols=3)
    for row, line in zip(
        table.rows, (("1", "a", "Els"), ("", "b", "Jan"), ("2", "c", "")), strict=True
    ):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    document = saved(word, tmp_path)
    assert [[cell.text for cell in block.cells] for block in document.blocks] == [
        ["1", "a", "Els"],
        ["", "b", "Jan"],
        ["2", "c", ""],
    ]


def test_numbers_that_the_program_makes(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("Opening", "Mededelingen"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("Rondvraag", style="List Number")
    blocks = saved(word, tmp_path).blocks
    assert [(block.marker, block.text) for block in blocks] == [
        ("1", "Opening"),
        ("2", "Mededelingen"),
        ("3", "Rondvraag"),
    ]


def test_number_before_a_tab_is_a_marker(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("3\tMededelingen")
    word.add_paragraph("B\tVaststelling agenda")
    blocks = saved(word, tmp_path).blocks
    assert [(block.marker, block.text) for block in blocks] == [
        ("3", "Mededelingen"),
        ("B", "Vaststelling agenda"),
    ]


def test_outline_level_makes_a_heading(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Agendapunt")
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="1"/>'))
    assert paragraph._p.pPr.find(qn("w:outlineLvl")) is not None
    (block,) = saved(word, tmp_path).blocks
    assert (block.kind.value, block.level) == ("heading", 2)


def test_number_and_text_in_a_table_are_an_item(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "3."
    table.cell(0, 1).text = "Voortgang"
    for text in ("De dijkversterking ligt op koers en het budget is toereikend.",) * 3:
        table.cell(0, 1).add_paragraph(text)
    table.cell(1, 0).text = "4."
    table.cell(1, 1).text = "Rondvraag"
    table.cell(1, 1).add_paragraph("Er is niets ter tafel gekomen.")
    blocks = saved(word, tmp_path).blocks
    assert [(b.marker, b.text) for b in blocks if b.kind.value == "heading"] == [
        ("3", "Voortgang"),
        ("4", "Rondvraag"),
    ]
    assert blocks[-1].text == "Er is niets ter tafel gekomen."
