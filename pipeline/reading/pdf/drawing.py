"""The rules and filled boxes that a page draws beside its text."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf.frame import Frame

_THIN = 2.5
_MOST_PATHS = 20_000
_MOST_SEGMENTS = 400
_DARK = 90
_WHITE = 250


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule, or the side of a box, in points from the top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float
    flat: bool

    @property
    def middle(self) -> float:
        """Height of a flat rule, distance from the left of an upright one."""
        return (self.top + self.bottom) / 2 if self.flat else (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws: its rules, its dark boxes (left, top, right, bottom), whether images."""

    rules: tuple[Rule, ...] = ()
    dark: tuple[tuple[float, float, float, float], ...] = ()
    images: bool = False


def page_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """Return the rules and dark boxes of a page; none of one that draws a picture in paths."""
    count = raw.FPDFPage_CountObjects(page)
    if count > _MOST_PATHS:
        return Drawing()
    rules: list[Rule] = []
    dark = []
    images = False
    for number in range(count):
        item = raw.FPDFPage_GetObject(page, number)
        kind = raw.FPDFPageObj_GetType(item)
        images = images or kind == raw.FPDF_PAGEOBJ_IMAGE
        box = _bounds(item, frame) if kind == raw.FPDF_PAGEOBJ_PATH else None
        if box is None:
            continue
        filled, stroked, shade = _paint(item)
        if filled and shade <= _DARK and min(box[2] - box[0], box[3] - box[1]) > 2 * _THIN:
            dark.append(box)
        if stroked or (filled and shade < _WHITE):
            rules += _rules(item, box, frame)
    return Drawing(tuple(rules), tuple(dark), images)


def _bounds(item: object, frame: Frame) -> tuple[float, float, float, float] | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return frame.place(left, bottom, right, top)


def _paint(item: object) -> tuple[bool, bool, int]:
    """Return whether a path is filled and stroked, and the lightness of its filling (0-255)."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, mode, stroke)
    if not mode.value:
        return (False, bool(stroke.value), _WHITE)
    parts = [ctypes.c_uint() for _ in range(4)]
    known = raw.FPDFPageObj_GetFillColor(item, *parts)
    shade = max(part.value for part in parts[:3]) if known else 0
    return (parts[3].value > 0 or not known, bool(stroke.value), shade)


def _rules(item: object, box: tuple[float, float, float, float], frame: Frame) -> Iterator[Rule]:
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if high <= _THIN < wide:
        yield Rule(left, top, right, bottom, flat=True)
    elif wide <= _THIN < high:
        yield Rule(left, top, right, bottom, flat=False)
    elif wide > _THIN:
        for (x0, y0), (x1, y1) in _sides(item, frame):
            x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
            if y1 - y0 < 0.5 < x1 - x0:
                yield Rule(x0, y0, x1, y1, flat=True)
            elif x1 - x0 < 0.5 < y1 - y0:
                yield Rule(x0, y0, x1, y1, flat=False)


_Point = tuple[float, float]


def _sides(item: object, frame: Frame) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight segments of a path."""
    count = raw.FPDFPath_CountSegments(item)
    if count > _MOST_SEGMENTS:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    first = last = (0.0, 0.0)
    for number in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        here = _point(segment, matrix, frame)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (last, here)
        if raw.FPDFPathSegment_GetClose(segment):
            yield (here, first)
        last = here


def _point(segment: object, matrix: raw.FS_MATRIX, frame: Frame) -> _Point:
    across, up = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, across, up)
    x = matrix.a * across.value + matrix.c * up.value + matrix.e
    y = matrix.b * across.value + matrix.d * up.value + matrix.f
    left, top, _, _ = frame.place(x, y, x, y)
    return (left, top)
