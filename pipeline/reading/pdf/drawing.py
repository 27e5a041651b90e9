"""The rules and filled boxes that a page draws beside its text."""

from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf.annotations import covering_notes
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.objects import areas, page_items
from pipeline.reading.pdf.paths import THIN, Path
from pipeline.reading.pdf.shapes import Area, Patch, Rule

_MOST_PATHS = 20_000
_WHITE = 250
_LEAST_DOT, _MOST_DOT = 1.2, 8.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws.

    Attributes
    ----------
    rules
        Its rules and the sides of its boxes.
    patches
        Its filled boxes through which nothing shows.
    items
        Addresses of all that it paints, in that order; they hold while the page is open.
    pictures
        Its images, as if they were black boxes.
    dots
        Its shapes that are small and as wide as high.
    """

    rules: tuple[Rule, ...] = ()
    patches: tuple[Patch, ...] = ()
    items: tuple[int, ...] = ()
    pictures: tuple[Patch, ...] = ()
    dots: tuple[Area, ...] = ()


def page_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """Return the rules and boxes of a page; no rules of one that draws a picture in paths."""
    items = page_items(page)
    rules: list[Rule] = []
    patches: list[Patch] = []
    dots: list[Area] = []
    paths = items.of_kind(raw.FPDF_PAGEOBJ_PATH)
    for (order, item), area in zip(paths.items(), areas(paths.values(), frame), strict=True):
        path = Path(item)
        filled, stroked, shade = path.paint()
        if filled and min(area[2] - area[0], area[3] - area[1]) > 2 * THIN and path.is_opaque():
            patches.append(Patch(area, order, shade))
        if (filled or stroked) and _is_dot(area):
            dots.append(area)
        elif len(paths) <= _MOST_PATHS and (stroked or (filled and shade < _WHITE)):
            rules += path.rules(area, frame)
    patches += covering_notes(page, frame)
    images = items.of_kind(raw.FPDF_PAGEOBJ_IMAGE)
    placed = zip(areas(images.values(), frame), images, strict=True)
    pictures = tuple(Patch(area, order, 0) for area, order in placed)
    return Drawing(tuple(rules), tuple(patches), tuple(items.addresses), pictures, tuple(dots))


def _is_dot(area: Area) -> bool:
    short, long = sorted((area[2] - area[0], area[3] - area[1]))
    return short > _LEAST_DOT and long < min(_MOST_DOT, 1.5 * short)
