"""Paths on a page: how they are painted, and the straight rules in them."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as raw

from pipeline.reading.pdf import native
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.objects import Item, Matrix, item_matrix, moved
from pipeline.reading.pdf.shapes import Area, Rule

THIN = 2.5
"""A filled box that is thinner, in points, is a rule."""

DARK = 90
"""The lightness up to which letters can't be told from black."""

OPAQUE = 230
"""The opacity from which nothing shows through."""

_MOST_SEGMENTS = 400
_WHITE, _GREY = 255, 128

_Point = tuple[float, float]


def fill(address: int) -> tuple[int, int]:
    """Return lightness (0-255) and opacity (0-255) of what fills an object.

    A pattern has no lightness of its own; it counts as grey.
    """
    parts = (ctypes.c_uint * 4)()
    at = ctypes.addressof(parts)
    if not native.object_fill(address, at, at + 4, at + 8, at + 12):
        return (_GREY, OPAQUE)
    return (max(parts[0], parts[1], parts[2]), parts[3])


class Path:
    """A path on a page."""

    def __init__(self, item: Item) -> None:
        self._item = item

    def paint(self) -> tuple[bool, bool, int]:
        """Return whether it is filled and stroked, and the lightness of its filling (0-255)."""
        modes = (ctypes.c_int * 2)()
        at = ctypes.addressof(modes)
        native.path_mode(self._item.address, at, at + 4)
        shade, alpha = fill(self._item.address) if modes[0] else (_WHITE, 0)
        return (alpha > 0, bool(modes[1]), shade)

    def is_opaque(self) -> bool:
        """Tell whether nothing shows through its filling."""
        shade, alpha = fill(self._item.address)
        item = native.page_item(self._item.address)
        mixed = shade > DARK and raw.FPDFPageObj_HasTransparency(item)  # black mixes to black
        return alpha >= OPAQUE and not mixed

    def rules(self, area: Area, frame: Frame) -> Iterator[Rule]:
        """Yield its flat and upright sides; of a thin box its length.

        Parameters
        ----------
        area
            The box around it.
        frame
            How the page is shown.
        """
        left, top, right, bottom = area
        wide, high = right - left, bottom - top
        if high <= THIN < wide:
            yield Rule(left, top, right, bottom, flat=True)
        elif wide <= THIN < high:
            yield Rule(left, top, right, bottom, flat=False)
        elif wide > THIN:
            for (x0, y0), (x1, y1) in self._sides(frame):
                x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
                if y1 - y0 < 0.5 < x1 - x0:
                    yield Rule(x0, y0, x1, y1, flat=True)
                elif x1 - x0 < 0.5 < y1 - y0:
                    yield Rule(x0, y0, x1, y1, flat=False)

    def _sides(self, frame: Frame) -> Iterator[tuple[_Point, _Point]]:
        """Yield its straight segments."""
        path = native.page_item(self._item.address)
        count = raw.FPDFPath_CountSegments(path)
        if count > _MOST_SEGMENTS:
            return
        matrix = item_matrix(self._item)
        first = last = (0.0, 0.0)
        for number in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, number)
            kind = raw.FPDFPathSegment_GetType(segment)
            here = _point(segment, matrix, frame)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                first = here
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield (last, here)
            if raw.FPDFPathSegment_GetClose(segment):
                yield (here, first)
            last = here


def _point(segment: object, matrix: Matrix, frame: Frame) -> _Point:
    across, up = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, across, up)
    x, y = moved(across.value, up.value, matrix)
    left, top, _, _ = frame.place(x, y, x, y)
    return (left, top)
