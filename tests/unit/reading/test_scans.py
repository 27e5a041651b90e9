"""Pages that are images: told apart, recognised where Tesseract is there, and marked as such."""

import random
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import Limits, ReadError, Recogniser, read
from pipeline.reading.pdf.hocr import read_hocr
from pipeline.reading.pdf.pages import UNREAD
from pipeline.reading.pdf.recognition import REMEDY
from pipeline.types import BlockKind, Document

LINES = [
    "Verslag werkgroep Waterpeil, 5 maart 2024",
    "",
    "1. Opening",
    "De voorzitter opent de vergadering om tien uur en heet iedereen welkom.",
    "Daarna bespreken de leden de kaarten van de polder en de kosten van de gemalen.",
    "",
    "2. Peilbesluit polder Noord",
    "Besluit: de werkgroep stemt in met het peilbesluit voor de polder.",
    "Actie: Jan de Wit stuurt de kaarten voor 1 april 2024 aan de gemeenten.",
]
WORDS = " ".join(LINES).split()

tesseract = pytest.mark.skipif(
    Recogniser.find() is None, reason="Tesseract with Dutch is not installed"
)


def picture(lines: list[str] = LINES, bullet: bool = False) -> Image.Image:
    """Draw lines on a page and make an image of it."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(90 if bullet else 72, 760 - 16 * number, line)
        if bullet:
            canvas.circle(76, 764 - 16 * number, 2, fill=1)
    canvas.save()
    return pdfium.PdfDocument(buffer.getvalue())[0].render(scale=200 / 72).to_pil().convert("L")


def noisy(image: Image.Image) -> Image.Image:
    """Strew dust over a page."""
    chance = random.Random(1)
    for _ in range(1000):
        place = (chance.randrange(image.width - 2), chance.randrange(image.height - 2))
        image.paste(chance.randrange(256), (*place, place[0] + 2, place[1] + 2))
    return image


def saved(images: list[Image.Image], path: Path, text: str = "") -> Path:
    """Write images as the pages of a PDF, with `text` on a page before them."""
    canvas = Canvas(str(path), pagesize=A4)
    if text:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    for image in images:
        size = (image.width * 72 / 200, image.height * 72 / 200)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(image), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return path


def recognised(image: Image.Image, folder: Path) -> Document:
    return read(saved([image], folder / "scan.pdf"), recogniser=Recogniser.find())


def missed(document: Document) -> float:
    """Return the share of words that are not among those recognised."""
    found = document.text.split()
    markers = [block.marker + "." for block in document.blocks if block.marker]
    lacking = [word for word in WORDS if word not in found and word not in markers]
    return len(lacking) / len(WORDS)


TURNED = {
    "straight": (picture(), 0),
    "left": (picture().rotate(90, expand=True), 90),
    "head down": (picture().rotate(180), 180),
    "right": (picture().rotate(-90, expand=True), 270),
    "skewed": (picture().rotate(-2, fillcolor=255), -2),
}
"""Images of the page, and how far each must be turned to be read."""


@tesseract
@pytest.mark.parametrize(
    ("image", "turned"),
    [*TURNED.values(), (noisy(picture()), 0)],
    ids=[*TURNED, "noisy"],
)
def test_scan_is_read_as_the_page_that_it_shows(
    image: Image.Image, turned: float, tmp_path: Path
) -> None:
    document = recognised(image, tmp_path)
    assert missed(document) < 0.1
    (page,) = document.pages
    assert page.recognised
    assert 0.7 < page.certainty < 1
    assert page.turned == pytest.approx(turned, abs=0.5)
    assert page.height > page.width
    assert document.blocks[-1].text.startswith("Actie: Jan de Wit")


def ink(image: Image.Image) -> int:
    """Count the dark dots."""
    return sum(image.histogram()[:128])


@tesseract
@pytest.mark.parametrize("image", [image for image, _ in TURNED.values()], ids=[*TURNED])
def test_boxes_lie_over_the_ink_of_their_words(image: Image.Image, tmp_path: Path) -> None:
    document = recognised(image, tmp_path)
    last = document.blocks[-1]
    rest = image.copy()
    for box in document.boxes(last.start, last.end):
        sides = (box.x0, box.top, box.x1, box.bottom)
        rest.paste(255, tuple(round(side * 200 / 72) for side in sides))
    line = ink(picture(LINES[-1:]))
    assert ink(image) - ink(rest) == pytest.approx(line, rel=0.1)
    assert {block.marker for block in document.blocks} == {"", "1", "2"}


@tesseract
def test_bullets_are_told_from_letters(tmp_path: Path) -> None:
    items = ["Brief aan de gemeente sturen", "Kaarten van de polder maken", "Leden uitnodigen"]
    blocks = recognised(picture(items, bullet=True), tmp_path).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.LIST_ITEM, item) for item in items
    ]


@tesseract
def test_only_pages_that_are_images_are_recognised(tmp_path: Path) -> None:
    path = saved([picture()], tmp_path / "a.pdf", "De vergadering is geopend om negen uur.")
    document = read(path, recogniser=Recogniser.find())
    assert [page.recognised for page in document.pages] == [False, True]
    assert document.pages[0].certainty == 1
    assert document.problems == ()


@tesseract
def test_no_more_pages_are_recognised_than_allowed(tmp_path: Path) -> None:
    path = saved([picture(), picture()], tmp_path / "a.pdf")
    document = read(path, Limits(max_scans=1), recogniser=Recogniser.find())
    assert document.problems[0].startswith("page 2 is not recognised; ")
    assert "max_scans" in document.problems[0]


@tesseract
def test_image_without_words_gives_none(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no text"):
        recognised(Image.new("L", (1000, 1400), 255), tmp_path)


def test_without_recognition_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(saved([picture()], tmp_path / "a.pdf"))
    assert (caught.value.reason, caught.value.remedy) == (
        f"the PDF has no text that can be read, only {UNREAD}",
        REMEDY,
    )
    path = saved([picture()] * 3, tmp_path / "b.pdf", "De vergadering is geopend om negen uur.")
    assert read(path).problems == (f"pages 2-4 are without text, only {UNREAD}; {REMEDY}",)


def test_page_with_a_stamp_on_a_scan_is_a_scan_and_one_with_a_logo_is_not(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawString(72, 700, "De vergadering is geopend om negen uur.")
    canvas.drawImage(ImageReader(picture()), 400, 750, 100, 60)
    canvas.showPage()
    canvas.drawImage(ImageReader(picture()), 0, 0, *A4)
    canvas.drawString(500, 20, "Ontvangen 5 maart")
    canvas.showPage()
    canvas.drawImage(ImageReader(picture()), 400, 750, 100, 60)
    canvas.showPage()
    canvas.save()
    assert read(tmp_path / "a.pdf").problems == (
        f"page 2 is without text, only {UNREAD}; {REMEDY}",
    )


def test_places_of_recognised_words_count_in_their_text() -> None:
    words = "".join(
        f"<span class='ocrx_word' title='bbox {n} 0 {n + 8} 10; x_wconf 90'>w{n}</span>"
        for n in range(0, 100, 10)
    )
    hocr = f"<span class='ocr_line' title='bbox 0 0 100 10; x_size 12'>{words}</span>"
    sheet = read_hocr(hocr.encode(), 1.0, (100, 100))
    found = sheet.words()
    assert " ".join(found.texts)[int(found.start[3]) :].startswith("w30")
    assert sheet.certainty == pytest.approx(0.9)


def blackened() -> Image.Image:
    """Return the image of the page with a name in it made black."""
    image = picture()
    left = 72 + stringWidth("Actie: ", "Helvetica", 11)
    right = left + stringWidth("Jan de Wit", "Helvetica", 11)
    top, bottom = A4[1] - 760 + 16 * 8 - 10, A4[1] - 760 + 16 * 8 + 3
    image.paste(0, tuple(round(side * 200 / 72) for side in (left, top, right, bottom)))
    return image


def test_words_under_a_box_in_the_image_do_not_come_out_of_the_layer(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(blackened()), 0, 0, *A4)
    layer = canvas.beginText(72, 760)
    layer.setTextRenderMode(3)
    layer.setFont("Helvetica", 11, leading=16)
    layer.textLines(LINES)
    canvas.drawText(layer)
    canvas.save()
    document = read(path)
    assert "Actie: [REDACTED] stuurt de kaarten" in document.text
    assert "Wit" not in repr(document)


@tesseract
def test_a_box_in_the_image_becomes_a_mark(tmp_path: Path) -> None:
    assert "Actie: [REDACTED] stuurt de kaarten" in recognised(blackened(), tmp_path).text
