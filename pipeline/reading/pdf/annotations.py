"""Notes on a page that cover text: areas marked for redaction, and dark boxes drawn as notes."""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf import native
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.objects import Item
from pipeline.reading.pdf.paths import DARK, OPAQUE, Path
from pipeline.reading.pdf.shapes import Area, Patch

_FILLED_BY = {
    raw.FPDF_ANNOT_SQUARE: (b"IC", raw.FPDFANNOT_COLORTYPE_InteriorColor),
    raw.FPDF_ANNOT_HIGHLIGHT: (b"C", raw.FPDFANNOT_COLORTYPE_Color),
    raw.FPDF_ANNOT_FREETEXT: (b"C", raw.FPDFANNOT_COLORTYPE_Color),
}
"""The entry that tells with what colour each kind of note is filled."""


def covering_notes(page: pdfium.PdfPage, frame: Frame) -> list[Patch]:
    """Return the notes that cover what the page paints; they count as painted last.

    An area marked for redaction counts even when the words under it were never taken out.
    """
    count = raw.FPDFPage_GetAnnotCount(page)
    return [patch for number in range(count) for patch in _patches(page, number, frame)]


def _patches(page: pdfium.PdfPage, number: int, frame: Frame) -> Iterator[Patch]:
    note = raw.FPDFPage_GetAnnot(page, number)
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind == raw.FPDF_ANNOT_REDACT or (kind in _FILLED_BY and _is_dark(note, kind)):
        for left, bottom, right, top in _sides(note):
            yield Patch(frame.place(left, bottom, right, top), math.inf, 0)
    raw.FPDFPage_CloseAnnot(note)


def _is_dark(note: object, kind: int) -> bool:
    """Tell whether a note is filled with a dark colour, as it is drawn or by its own entry."""
    if any(_is_dark_path(note, number) for number in range(raw.FPDFAnnot_GetObjectCount(note))):
        return True
    key, colour = _FILLED_BY[kind]
    parts = [ctypes.c_uint() for _ in range(4)]
    known = raw.FPDFAnnot_HasKey(note, key) and raw.FPDFAnnot_GetColor(note, colour, *parts)
    *shades, alpha = (part.value for part in parts)
    return bool(known) and max(shades) <= DARK and alpha >= OPAQUE


def _is_dark_path(note: object, number: int) -> bool:
    item = raw.FPDFAnnot_GetObject(note, number)
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
        return False
    filled, _, shade = Path(Item(native.address(item), None)).paint()
    return filled and shade <= DARK


def _sides(note: object) -> Iterator[Area]:
    """Yield left, bottom, right and top of the stretches that a note marks, else of all of it."""
    count = raw.FPDFAnnot_CountAttachmentPoints(note)
    quad = raw.FS_QUADPOINTSF()
    for number in range(count):
        if raw.FPDFAnnot_GetAttachmentPoints(note, number, quad):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            up = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield (min(across), min(up), max(across), max(up))
    box = raw.FS_RECTF()
    if not count and raw.FPDFAnnot_GetRect(note, box):
        low, high = sorted((box.bottom, box.top))
        yield (box.left, low, box.right, high)
