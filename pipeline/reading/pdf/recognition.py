"""Recognises the words of pages that are images (OCR), by Tesseract with Dutch."""

from dataclasses import dataclass
from math import degrees, inf
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium

from pipeline.reading.pdf.blackened import dark_boxes
from pipeline.reading.pdf.hocr import Sheet, read_hocr
from pipeline.reading.pdf.shapes import Patch

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "nld"
REMEDY = (
    "install text recognition: pip install 'besluitvinder[ocr]', and the program Tesseract with "
    f"Dutch ({LANGUAGE})"
)
"""What to do where pages are images and none can be recognised."""

_INCH = 72.0
_DOTS = 300
_MOST_DOTS = 30_000_000
_SECONDS = 120
_DOUBTFUL = 0.7
_FEW = 8
_SURE_OF_TURN = 1.0


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised on a page.

    Attributes
    ----------
    sheet
        Its words and rules.
    size
        Width and height of the page as it stands upright, in points.
    turned
        Degrees, clockwise, by which it was turned to stand upright and straight.
    boxes
        Its black boxes.
    """

    sheet: Sheet
    size: tuple[float, float]
    turned: float
    boxes: tuple[Patch, ...] = ()


class Recogniser:
    """Recognises words by the program Tesseract.

    Raises
    ------
    ImportError
        If the extra ``ocr`` is not installed.
    OSError
        If the program, or its data for Dutch, is not there.
    """

    def __init__(self) -> None:
        import pytesseract

        if LANGUAGE not in pytesseract.get_languages():
            raise FileNotFoundError(f"Tesseract has no data for {LANGUAGE}")
        self._tesseract = pytesseract

    @classmethod
    def find(cls) -> "Recogniser | None":
        """Return a recogniser if what it needs is installed."""
        try:
            return cls()
        except (ImportError, OSError):
            return None

    def recognise(self, page: pdfium.PdfPage) -> Recognised:
        """Recognise the words of a page; one that lies on its side is turned.

        Raises
        ------
        RuntimeError
            If the program fails or takes too long.
        """
        scale = min(_DOTS / _INCH, (_MOST_DOTS / (page.get_width() * page.get_height())) ** 0.5)
        image = page.render(scale=scale, grayscale=True).to_pil()
        found = self._read(image, scale, 0)
        doubtful = found.sheet.certainty < _DOUBTFUL or sum(map(len, found.sheet.rows)) < _FEW
        if not found.sheet.on_side and not doubtful:
            return found
        turn = self._turn(image)
        turned = self._read(image.rotate(-turn, expand=True), scale, turn) if turn else found
        return found if doubtful and turned.sheet.certainty < found.sheet.certainty else turned

    def _read(self, image: "Image", scale: float, turn: int) -> Recognised:
        hocr = self._tesseract.image_to_pdf_or_hocr(
            image, lang=LANGUAGE, extension="hocr", timeout=_SECONDS
        )
        size = (image.width / scale, image.height / scale)
        sheet = read_hocr(hocr, scale, size)
        small = image.resize((round(size[0]), round(size[1])))
        boxes = tuple(Patch(area, inf, 0) for area in dark_boxes(np.asarray(small)))
        return Recognised(sheet, size, turn - degrees(sheet.skew), boxes)

    def _turn(self, image: "Image") -> int:
        """Return the quarter turns, in degrees clockwise, that set a page upright."""
        try:
            found = self._tesseract.image_to_osd(image, output_type="dict", timeout=_SECONDS)
        except RuntimeError:  # too few letters to tell
            return 0
        return int(found["rotate"]) if found["orientation_conf"] > _SURE_OF_TURN else 0
