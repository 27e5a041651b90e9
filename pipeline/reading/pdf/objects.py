"""What a page paints: its objects, in the order of painting, those within forms too."""

from collections.abc import Collection, Iterator
from itertools import repeat
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf import native
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.shapes import Area

Matrix = tuple[float, float, float, float, float, float]
"""How a form is placed: x' = a x + c y + e, y' = b x + d y + f."""

_DEEPEST = 5


class Item(NamedTuple):
    """Something that a page paints.

    `address` holds while the page is open, `matrix` places the form in which it stands.
    """

    address: int
    matrix: Matrix | None


class Items(NamedTuple):
    """What a page paints, in that order: addresses, kinds of PDFium, and matrices of forms.

    `matrices` has the number of each thing that stands in a form.
    """

    addresses: list[int]
    kinds: list[int]
    matrices: dict[int, Matrix]

    def of_kind(self, kind: int) -> dict[int, Item]:
        """Return the things of a kind by their place in the order of painting."""
        return {
            number: Item(self.addresses[number], self.matrices.get(number))
            for number, other in enumerate(self.kinds)
            if other == kind
        }


def page_items(page: pdfium.PdfPage) -> Items:
    """Return what a page paints."""
    whole = native.address(page.raw)
    found = list(map(native.page_object, repeat(whole), range(native.count_objects(whole))))
    kinds = list(map(native.object_kind, found))
    if raw.FPDF_PAGEOBJ_FORM not in kinds:
        return Items(found, kinds, {})
    parts = [part for item in found for part in _opened(Item(item, None), 0)]
    return Items(
        [item.address for item in parts],
        [native.object_kind(item.address) for item in parts],
        {number: item.matrix for number, item in enumerate(parts) if item.matrix is not None},
    )


def _opened(item: Item, depth: int) -> Iterator[Item]:
    """Yield an object, or what stands in it if it is a form."""
    if depth == _DEEPEST or native.object_kind(item.address) != raw.FPDF_PAGEOBJ_FORM:
        yield item
        return
    matrix = item_matrix(item)
    for number in range(native.count_form_objects(item.address)):
        yield from _opened(Item(native.form_object(item.address, number), matrix), depth + 1)


def item_matrix(item: Item) -> Matrix:
    """Return the matrix that places what an object draws on the page."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(native.page_item(item.address), found)
    own = (found.a, found.b, found.c, found.d, found.e, found.f)
    return own if item.matrix is None else _multiplied(own, item.matrix)


def moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Return where a matrix moves a point to.

    Examples
    --------
    >>> moved(1, 2, (2, 0, 0, 3, 10, 20))
    (12, 26)
    """
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _multiplied(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that moves by one and then by the other."""
    a, b, c, d, e, f = first
    turn = (*then[:4], 0.0, 0.0)
    return (*moved(a, b, turn), *moved(c, d, turn), *moved(e, f, then))


def areas(items: Collection[Item], frame: Frame) -> list[Area]:
    """Return the boxes around objects."""
    sides = np.zeros((len(items), 4), np.float32)
    begin, step = sides.ctypes.data, sides.itemsize
    for number, item in enumerate(items):
        at = begin + 4 * step * number
        native.object_bounds(item.address, at, at + step, at + 2 * step, at + 3 * step)
        if item.matrix is not None:
            sides[number] = _moved_box(sides[number].tolist(), item.matrix)
    left, bottom, right, top = sides.T.astype(np.float64)
    placed = frame.place(left, bottom, right, top)
    return list(zip(*(side.tolist() for side in placed), strict=True))


def _moved_box(sides: list[float], matrix: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = sides
    corners = [moved(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    across, up = zip(*corners, strict=True)
    return (min(across), min(up), max(across), max(up))
