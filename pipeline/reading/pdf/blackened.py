"""Black boxes within the image of a page, over words of the layer that text recognition left."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from pipeline.reading.pdf import native
from pipeline.reading.pdf.drawing import Drawing
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.paths import DARK
from pipeline.reading.pdf.shapes import Area, Patch
from pipeline.reading.pdf.words import Words

Grey = NDArray[np.uint8]

_NARROWEST, _LOWEST = 8, 5
_SAME_SIDE = 3
_UNSEEN = 3  # the mode in which text is drawn that nobody sees
_MOST_WORDS = 0.5


def with_blackened(page: pdfium.PdfPage, words: Words, drawing: Drawing, frame: Frame) -> Drawing:
    """Return what a page paints, with the black boxes of its image if its words are unseen."""
    if not drawing.pictures or not len(words):
        return drawing
    unseen = sum(bool(item) and native.text_mode(item) == _UNSEEN for item in words.item.tolist())
    if unseen < _MOST_WORDS * len(words):
        return drawing
    image: Grey = page.render(scale=1, grayscale=True).to_numpy()
    shade = image[:, :, 0] if image.ndim == 3 else image
    across, down = frame.size[0] / shade.shape[1], frame.size[1] / shade.shape[0]
    boxes = [
        Patch((left * across, top * down, right * across, bottom * down), np.inf, 0)
        for left, top, right, bottom in dark_boxes(shade)
    ]
    return replace(drawing, patches=(*drawing.patches, *boxes))


def dark_boxes(image: Grey) -> list[Area]:
    """Return the upright boxes of an image, in dots, that are dark all over.

    Examples
    --------
    >>> image = np.full((40, 60), 255, np.uint8)
    >>> image[10:22, 5:45] = 0
    >>> dark_boxes(image)
    [(5, 10, 45, 22)]
    """
    found: list[Area] = []
    held: list[Area] = []
    for height, row in enumerate(image <= DARK):
        runs = list(_runs(row))
        kept: list[Area] = []
        for left, top, right, bottom in held:
            below = next((run for run in runs if _is_below((left, right), run)), None)
            if below is None:
                found.append((left, top, right, bottom))
            else:
                runs.remove(below)
                kept.append((min(left, below[0]), top, max(right, below[1]), height + 1))
        held = kept + [(left, height, right, height + 1) for left, right in runs]
    return [box for box in found + held if box[3] - box[1] >= _LOWEST]


def _runs(row: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of the dark stretches of a row that are wider than a stroke."""
    edges = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0))
    for (begin, end), number in zip(pairwise(edges.tolist()), range(len(edges)), strict=False):
        if number % 2 == 0 and end - begin >= _NARROWEST:
            yield (begin, end)


def _is_below(above: tuple[float, float], run: tuple[int, int]) -> bool:
    return abs(above[0] - run[0]) <= _SAME_SIDE and abs(above[1] - run[1]) <= _SAME_SIDE
