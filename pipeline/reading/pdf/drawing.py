"""The rules and filled boxes that a page draws beside its text."""

from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.objects import areas, page_items
from pipeline.reading.pdf.paths import THIN, Path
from pipeline.reading.pdf.shapes import Patch, Rule

_MOST_PATHS = 20_000
_WHITE = 250


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws.

    Attributes
    ----------
    rules
        Its rules and the sides of its boxes.
    patches
        Its filled boxes.
    items
        Addresses of all that it paints, in that order; they hold while the page is open.
    images
        Whether there are images.
    """

    rules: tuple[Rule, ...] = ()
    patches: tuple[Patch, ...] = ()
    items: tuple[int, ...] = ()
    images: bool = False


def page_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """Return the rules and boxes of a page; no rules of one that draws a picture in paths."""
    items = page_items(page)
    images = any(item.kind == raw.FPDF_PAGEOBJ_IMAGE for item in items)
    rules: list[Rule] = []
    patches: list[Patch] = []
    paths = [n for n, item in enumerate(items) if item.kind == raw.FPDF_PAGEOBJ_PATH]
    for order, area in zip(paths, areas([items[n] for n in paths], frame), strict=True):
        path = Path(items[order], frame)
        filled, stroked, shade = path.paint()
        if filled and min(area[2] - area[0], area[3] - area[1]) > 2 * THIN:
            patches.append(Patch(area, order, shade, path.is_opaque()))
        if len(paths) <= _MOST_PATHS and (stroked or (filled and shade < _WHITE)):
            rules += path.rules(area)
    return Drawing(tuple(rules), tuple(patches), tuple(item.address for item in items), images)
