"""From lines on a page to headings, paragraphs, list items and table rows."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import read
from pipeline.types import BlockKind, Document

HEIGHT = A4[1]
Sheet = Any  # the fixture `sheet`: a PDF to draw on


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.marker, block.text) for block in document.blocks]


WRAPPED = [
    "De werkgroep bespreekt de planning van de aanleg van de nieuwe fietsbrug over",
    "het kanaal en stelt vast dat de aannemer in het najaar kan beginnen.",
]


def test_lines_of_a_paragraph_are_joined(sheet: Sheet) -> None:
    below = sheet.lines(WRAPPED)
    sheet.lines(["Daarna sluit de voorzitter de vergadering."], top=below + 12)
    assert [text for _, _, text in shown(sheet.read())] == [
        " ".join(WRAPPED),
        "Daarna sluit de voorzitter de vergadering.",
    ]


def test_a_short_line_ends_its_paragraph(sheet: Sheet) -> None:
    sheet.lines([*WRAPPED, "Anna mailt de planning", "Bram belt de aannemer", *WRAPPED])
    texts = [text for _, _, text in shown(sheet.read())]
    assert texts[1:3] == ["Anna mailt de planning", "Bram belt de aannemer"]


def test_a_broken_word_is_repaired(sheet: Sheet) -> None:
    sheet.lines(
        [
            "De gemeenteraad heeft in zijn vergadering van dinsdag de nieuwe verorde-",
            "ning over de inrichting van het marktplein zonder wijziging vastgesteld.",
        ]
    )
    assert "de nieuwe verordening over" in sheet.read().text


def test_bold_lines_and_numbers_make_headings(sheet: Sheet) -> None:
    sheet.write("Verslag kerngroep", 72, 90, bold=True, size=16)
    sheet.write("2. Mededelingen", 72, 130, bold=True)
    sheet.lines(WRAPPED, top=150)
    document = sheet.read()
    assert shown(document)[:2] == [
        ("heading", "", "Verslag kerngroep"),
        ("heading", "2", "Mededelingen"),
    ]
    assert [block.level for block in document.blocks[:2]] == [1, 2]


def test_bold_label_is_emphasis(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    sheet.write("Besluit:", 72, 170, bold=True)
    sheet.write("het plan gaat door.", 118, 170)
    last = sheet.read().blocks[-1]
    assert last.text == "Besluit: het plan gaat door."
    assert last.text[: last.emphasis] == "Besluit:"


def test_bullets_with_hanging_indent(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    for top, first, second in ((180, "eerste punt loopt door op", "de regel eronder"),):
        sheet.write("•", 80, top)
        sheet.write(first, 94, top)
        sheet.write(second, 94, top + 14)
    sheet.write("•", 80, 208)
    sheet.write("tweede punt", 94, 208)
    items = [block for block in sheet.read().blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(item.marker, item.text) for item in items] == [
        ("•", "eerste punt loopt door op de regel eronder"),
        ("•", "tweede punt"),
    ]


def test_a_paragraph_goes_on_over_the_page(sheet: Sheet) -> None:
    sheet.lines([*WRAPPED, WRAPPED[0]], top=700)
    sheet.turn()
    sheet.lines([WRAPPED[1]], top=72)
    document = sheet.read()
    block = document.blocks[-1]
    assert block.text == " ".join(WRAPPED)
    assert [box.page for box in document.boxes(block.start, block.end)] == [1, 2]
    first, last = document.page_of(block.start), document.page_of(block.end - 1)
    assert (first, last) == document.pages


def test_ruled_table(sheet: Sheet) -> None:
    sheet.grid([72, 120, 400, 500], [100, 120, 160, 180])
    for x, top, text in (
        (76, 104, "Nr"),
        (124, 104, "Actie"),
        (404, 104, "Wie"),
        (76, 124, "1"),
        (124, 124, "De brief aan het waterschap"),
        (124, 138, "rondsturen"),
        (404, 124, "Anna"),
        (124, 164, "Zaal huren"),
        (404, 164, "Bram"),
    ):
        sheet.write(text, x, top)
    document = sheet.read()
    assert [[cell.text for cell in block.cells] for block in document.blocks] == [
        ["Nr", "Actie", "Wie"],
        ["1", "De brief aan het waterschap rondsturen", "Anna"],
        ["", "Zaal huren", "Bram"],
    ]
    for block in document.blocks:
        assert block.text == " | ".join(cell.text for cell in block.cells)
        for cell in block.cells:
            assert document.text[cell.start : cell.end] == cell.text


def test_table_goes_on_over_the_page(sheet: Sheet) -> None:
    sheet.grid([72, 120, 400], [700, 720, 760])
    for x, top, text in (
        (76, 704, "Nr"),
        (124, 704, "Actie"),
        (76, 724, "1"),
        (124, 724, "De brief over het"),
    ):
        sheet.write(text, x, top)
    sheet.turn()
    sheet.grid([72, 120, 400], [72, 92, 112])
    sheet.write("peilbesluit sturen", 124, 76)
    sheet.write("2", 76, 96)
    sheet.write("Zaal huren", 124, 96)
    document = sheet.read()
    assert [block.text for block in document.blocks] == [
        "Nr | Actie",
        "1 | De brief over het peilbesluit sturen",
        "2 | Zaal huren",
    ]
    assert {block.table for block in document.blocks} == {1}


def test_row_with_number_and_running_text_gives_paragraphs(sheet: Sheet) -> None:
    sheet.grid([72, 100, 520], [100, 260])
    sheet.write("3", 76, 104)
    sheet.lines(
        [
            "Voortgang",
            "De projectleider licht de stand van zaken van de dijkversterking toe.",
            "De oplevering van het eerste vak is voorzien in mei.",
            "Besluit: de planning is akkoord.",
            "Bram meldt dit aan het waterschap.",
        ],
        x=104,
        top=104,
    )
    document = sheet.read()
    assert all(block.kind is not BlockKind.TABLE_ROW for block in document.blocks)
    assert "Besluit: de planning is akkoord." in [block.text for block in document.blocks]


def test_struck_row(sheet: Sheet) -> None:
    sheet.grid([72, 300, 400], [100, 120, 140])
    for top, task, who in ((104, "Zaal huren", "Bram"), (124, "Brief sturen", "Anna")):
        sheet.write(task, 76, top)
        sheet.write(who, 304, top)
    sheet.box(74, 109.5, 60, 0.5)
    sheet.box(302, 109.5, 30, 0.5)
    struck, kept = sheet.read().blocks
    assert struck.struck
    assert not kept.struck


def test_letterhead_beside_the_text_stands_by_itself(sheet: Sheet) -> None:
    below = sheet.lines([line[:60] for line in WRAPPED * 4], top=100)
    for top, text in ((100, "Contactpersoon"), (114, "A. de Boer"), (128, "T 010 0000000")):
        sheet.write(text, 470, top, size=7)
    sheet.lines(["Sluiting."], top=below + 20)
    texts = [block.text for block in sheet.read().blocks]
    assert texts[0].startswith("Contactpersoon")
    assert not any("Boer" in text for text in texts if "werkgroep" in text)


def test_turned_page_is_read_as_shown(sheet: Sheet) -> None:
    sheet.canvas.setPageRotation(90)
    sheet.canvas.rotate(90)
    sheet.canvas.setFont("Helvetica", 10)
    sheet.canvas.drawString(72, -60, "De vergadering is geopend om negen uur.")
    document = sheet.read()
    assert document.text == "De vergadering is geopend om negen uur."
    page, box = document.pages[0], document.boxes(0, len(document.text))[0]
    assert page.width < page.height
    assert box.x0 == pytest.approx(72, abs=2)
    assert box.bottom == pytest.approx(60, abs=4)


def test_a_page_may_have_its_size_from_the_file(tmp_path: Path) -> None:
    """The size of all pages may be stated once, above them in the tree of pages."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(960, 540), pageCompression=0)
    canvas.drawString(700, 500, "De vergadering is geopend om negen uur.")
    canvas.save()
    size = b"/MediaBox [ 0 0 960 540 ]"
    data = buffer.getvalue().replace(size, b"").replace(b"/Type /Pages", size + b" /Type /Pages")
    path = tmp_path / "verslag.pdf"
    path.write_bytes(data)
    document = read(path)
    assert (document.pages[0].width, document.pages[0].height) == (960, 540)
    (box,) = document.boxes(0, len(document.text))
    assert (box.x0, box.bottom) == pytest.approx((700, 40), abs=4)


def test_watermark_across_the_page_is_left_out(sheet: Sheet) -> None:
    sheet.lines(WRAPPED * 3)
    sheet.canvas.rotate(45)
    sheet.write("CONCEPT", 400, 500, size=40)
    assert "CONCEPT" not in sheet.read().text


def test_words_under_a_black_box_do_not_leak(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    sheet.write("De heer Geheim belt de aannemer.", 72, 180)
    sheet.box(110, 179, 37, 13)
    text = sheet.read().text
    assert "De heer [REDACTED] belt" in text
    assert "Geheim" not in text


def test_a_black_box_without_words_is_marked(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    sheet.write("Actie:", 72, 180)
    sheet.box(106, 179, 60, 12)
    sheet.write("belt de aannemer.", 170, 180)
    assert sheet.read().blocks[-1].text == "Actie: [REDACTED] belt de aannemer."


def test_light_words_on_a_dark_ground_stay(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    sheet.box(72, 179, 300, 14)
    sheet.canvas.setFillColorRGB(1, 1, 1)
    sheet.write("Besluiten van deze vergadering", 76, 180)
    assert sheet.read().blocks[-1].text == "Besluiten van deze vergadering"


def test_columns_without_rules_make_a_table(sheet: Sheet) -> None:
    sheet.lines(WRAPPED, top=60)
    for number, (name, body) in enumerate(
        [("Naam", "Organisatie"), ("A. de Boer", "VNG"), ("B. Smit", "Waterschap"), ("C.", "RWS")]
    ):
        sheet.write(name, 72, 120 + 14 * number)
        sheet.write(body, 250, 120 + 14 * number)
    rows = [block for block in sheet.read().blocks if block.kind is BlockKind.TABLE_ROW]
    assert [[cell.text for cell in row.cells] for row in rows][:2] == [
        ["Naam", "Organisatie"],
        ["A. de Boer", "VNG"],
    ]
    assert len(rows) == 4


def test_columns_of_running_text_are_read_one_after_the_other(sheet: Sheet) -> None:
    left = ["De raad spreekt over de begroting", "van dit jaar en hecht eraan dat het"] * 4
    right = ["Daarna komt het zwembad aan bod", "waarvan de kosten hoger uitvallen ja"] * 4
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        sheet.write(one, 60, 120 + 14 * number)
        sheet.write(other, 320, 120 + 14 * number)
    text = sheet.read().text.replace("\n", " ")
    assert text.index("zwembad") > text.rindex("begroting")


def test_number_at_the_distance_of_a_tab_is_a_marker(sheet: Sheet) -> None:
    sheet.lines(WRAPPED, top=60)
    for number, title in enumerate(("Opening", "Vaststelling agenda", "Rondvraag")):
        sheet.write("ABC"[number], 72, 120 + 20 * number)
        sheet.write(title, 100, 120 + 20 * number)
    assert shown(sheet.read())[1:] == [
        ("list_item", "A", "Opening"),
        ("list_item", "B", "Vaststelling agenda"),
        ("list_item", "C", "Rondvraag"),
    ]


def test_line_under_the_bullet_begins_a_paragraph(sheet: Sheet) -> None:
    sheet.lines(WRAPPED, top=60)
    sheet.write("• Anna vertelt dat de bewoners van de straat de fietsbrug graag willen.", 90, 120)
    sheet.write("Afspraken:", 90, 134)
    assert [text for _, _, text in shown(sheet.read())][-1] == "Afspraken:"


def test_words_tied_by_a_hard_space_do_not_end_the_paragraph(sheet: Sheet) -> None:
    sheet.lines([*WRAPPED, WRAPPED[0][:70], "De\u00a0Nieuwe\u00a0Partij is voor het plan."], top=60)
    assert shown(sheet.read())[-1][2].endswith("De Nieuwe Partij is voor het plan.")


def test_each_column_has_its_own_margin(sheet: Sheet) -> None:
    left = ["De wijkraad kiest voor de offerte van", "Buitenpret en niet voor die van de", "Boer."]
    for number, line in enumerate(left * 3):
        sheet.write(line, 60, 120 + 14 * number)
    for number, line in enumerate(["De raad bespreekt het zwembad van de", "stad."] * 4):
        sheet.write(line, 320, 120 + 14 * number)
    assert "offerte van Buitenpret" in sheet.read().text


def test_a_raised_number_behind_a_word_is_no_part_of_it(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    sheet.write("De kosten zijn bekend.", 72, 180)
    sheet.write("2", 72 + stringWidth("De kosten zijn bekend.", "Helvetica", 10), 179, size=6)
    sheet.write("2", 72, 699, size=6)
    sheet.write("Begroting, blad 4.", 72 + stringWidth("2", "Helvetica", 6), 700, size=10)
    texts = [text for _, _, text in shown(sheet.read())]
    assert "De kosten zijn bekend." in texts
    assert "2 Begroting, blad 4." in texts


def test_a_raised_number_behind_a_unit_stays(sheet: Sheet) -> None:
    sheet.lines(WRAPPED)
    sheet.write("Het plan telt 40 m", 72, 180)
    sheet.write("2", 72 + stringWidth("Het plan telt 40 m", "Helvetica", 10), 179, size=6)
    assert "40 m2" in sheet.read().text


def test_rows_between_flat_rules_are_a_table(sheet: Sheet) -> None:
    rows = [("Nr.", "Actie", "Wie"), ("1", "Nota sturen", "Anna"), ("2", "Zaal huren", "Bram")]
    for number, row in enumerate(rows):
        for text, x in zip(row, (76, 110, 400), strict=True):
            sheet.write(text, x, 120 + 20 * number)
        sheet.canvas.line(72, HEIGHT - 135 - 20 * number, 520, HEIGHT - 135 - 20 * number)
    sheet.lines(WRAPPED, top=300)
    cells = [tuple(cell.text for cell in block.cells) for block in sheet.read().blocks]
    assert cells[:3] == rows


def test_rules_between_paragraphs_make_no_table(sheet: Sheet) -> None:
    for number in range(4):
        sheet.lines(WRAPPED, top=120 + 60 * number)
        sheet.canvas.line(72, HEIGHT - 165 - 60 * number, 520, HEIGHT - 165 - 60 * number)
    assert [text for _, _, text in shown(sheet.read())] == [" ".join(WRAPPED)] * 4
