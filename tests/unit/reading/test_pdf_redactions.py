"""Words under boxes don't come out of a PDF; words that the reader sees do."""

from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from pipeline.types import Document

Sheet = Any  # the fixture `sheet`: a PDF to draw on

SENTENCE = "De heer Geheim belt de aannemer."
OVER_NAME = (110, 179, 37, 13)
MARKED = "De heer [REDACTED] belt de aannemer."


@pytest.fixture
def secret(sheet: Sheet) -> Sheet:
    """Return a PDF with a sentence whose third word is to be hidden."""
    sheet.lines(["De werkgroep bespreekt de planning van de aanleg van de fietsbrug."] * 3)
    sheet.write(SENTENCE, 72, 180)
    return sheet


def leaks(document: Document) -> bool:
    return "Geheim" in repr(document)


def test_black_box_over_a_word(secret: Sheet) -> None:
    secret.box(*OVER_NAME)
    document = secret.read()
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


def test_black_box_over_several_lines(secret: Sheet) -> None:
    secret.write("Geheim woont aan de Geheimlaan.", 72, 194)
    secret.write("Daarna sluit de voorzitter.", 72, 230)
    secret.box(60, 178, 300, 30)
    document = secret.read()
    assert not leaks(document)
    assert "[REDACTED]" in document.text
    assert "Daarna sluit de voorzitter." in document.text


@pytest.mark.parametrize("shade", [1.0, 0.7], ids=["white", "grey"])
def test_box_in_another_shade(secret: Sheet, shade: float) -> None:
    secret.canvas.setFillGray(shade)
    secret.box(*OVER_NAME)
    document = secret.read()
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


def test_word_marked_in_black_behind_black_letters(sheet: Sheet) -> None:
    sheet.lines(["De werkgroep bespreekt de planning van de aanleg van de fietsbrug."] * 3)
    sheet.box(*OVER_NAME)
    sheet.write(SENTENCE, 72, 180)
    document = sheet.read()
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


def test_article_of_the_woo_on_the_box(secret: Sheet) -> None:
    secret.box(*OVER_NAME)
    secret.canvas.setFillGray(1)
    secret.write("5.1.2e", 112, 181, size=8)
    document = secret.read()
    assert "De heer [REDACTED] belt de aannemer." in document.text
    assert not leaks(document)


def test_black_image_over_a_word(secret: Sheet) -> None:
    x, top, wide, high = OVER_NAME
    image = ImageReader(Image.new("RGB", (8, 4)))
    secret.canvas.drawImage(image, x, 841.89 - top - high, wide, high)
    document = secret.read()
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


def test_box_within_a_form(secret: Sheet) -> None:
    x, top, wide, high = OVER_NAME
    secret.canvas.beginForm("box")
    secret.canvas.rect(0, 0, wide / 2, high / 2, stroke=0, fill=1)
    secret.canvas.endForm()
    secret.canvas.translate(x, 841.89 - top - high)
    secret.canvas.scale(2, 2)
    secret.canvas.doForm("box")
    document = secret.read()
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


@pytest.mark.parametrize(
    ("kind", "colour"),
    [
        (raw.FPDF_ANNOT_SQUARE, raw.FPDFANNOT_COLORTYPE_InteriorColor),
        (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDFANNOT_COLORTYPE_Color),
    ],
    ids=["square", "highlight"],
)
def test_note_over_a_word(secret: Sheet, kind: int, colour: int) -> None:
    def add(page: pdfium.PdfPage) -> None:
        x, top, wide, high = OVER_NAME
        note = raw.FPDFPage_CreateAnnot(page, kind)
        bottom = page.get_height() - top - high
        raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(x, bottom + high, x + wide, bottom))
        assert raw.FPDFAnnot_SetColor(note, colour, 0, 0, 0, 255)
        raw.FPDFPage_CloseAnnot(note)

    document = secret.read(change=add)
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


def test_area_marked_for_redaction(secret: Sheet) -> None:
    x, top, wide, high = OVER_NAME
    bottom = 841.89 - top - high
    sides = PDFArray([x, bottom, x + wide, bottom + high])
    note = {"Type": PDFName("Annot"), "Subtype": PDFName("Redact"), "Rect": sides}
    secret.canvas._addAnnotation(PDFDictionary(note))
    document = secret.read()
    assert document.blocks[-1].text == MARKED
    assert not leaks(document)


def test_yellow_highlight_hides_nothing(secret: Sheet) -> None:
    def add(page: pdfium.PdfPage) -> None:
        note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
        bottom = page.get_height() - 192
        raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(110, bottom + 13, 147, bottom))
        raw.FPDFPage_CloseAnnot(note)

    assert secret.read(change=add).blocks[-1].text == SENTENCE


def test_shading_painted_before_the_words_hides_nothing(sheet: Sheet) -> None:
    sheet.lines(["De werkgroep bespreekt de planning van de aanleg van de fietsbrug."] * 3)
    sheet.canvas.setFillGray(0.8)
    sheet.box(60, 176, 300, 18)
    sheet.canvas.setFillGray(0)
    sheet.write(SENTENCE, 72, 180)
    assert sheet.read().blocks[-1].text == SENTENCE


def test_light_letters_on_a_dark_ground_show(sheet: Sheet) -> None:
    sheet.lines(["De werkgroep bespreekt de planning van de aanleg van de fietsbrug."] * 3)
    sheet.box(60, 176, 300, 18)
    sheet.canvas.setFillGray(1)
    sheet.write(SENTENCE, 72, 180)
    assert sheet.read().blocks[-1].text == SENTENCE


def test_table_drawn_as_white_cells_on_a_black_ground_shows(sheet: Sheet) -> None:
    sheet.lines(["De werkgroep bespreekt de planning van de aanleg van de fietsbrug."] * 3)
    sheet.box(60, 176, 300, 18)
    sheet.canvas.setFillGray(1)
    sheet.box(61, 177, 298, 16)
    sheet.canvas.setFillGray(0)
    sheet.write(SENTENCE, 72, 180)
    assert sheet.read().blocks[-1].text == SENTENCE


def test_transparent_box_hides_nothing(secret: Sheet) -> None:
    secret.canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    secret.box(*OVER_NAME)
    assert secret.read().blocks[-1].text == SENTENCE
