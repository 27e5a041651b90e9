"""Words under black boxes: they must not leak, and the reader must see that something stood there.

A word is hidden when an opaque box is painted over it, or when its letters are as dark as the box
behind them (words marked in black). Words that show on a box that was painted before them, as in
the head of a table, stay.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf import native
from pipeline.reading.pdf.drawing import Drawing
from pipeline.reading.pdf.paths import DARK, fill
from pipeline.reading.pdf.shapes import Patch
from pipeline.reading.pdf.words import Flags, Floats, Whole, Words
from pipeline.reading.woo import is_woo_ground

REDACTED = "[REDACTED]"

_HIDDEN_SHARE = 0.6
_LOWEST, _HIGHEST = 0.6, 2.2
_NARROWEST = 0.8
_NEAR = 60.0
_OVERLAP = 0.35


def redacted(words: Words, drawing: Drawing) -> Words:
    """Return the words of a page with a mark in place of what boxes hide.

    Parameters
    ----------
    words
        The words of the page.
    drawing
        What the page paints; the page must be open.
    """
    if not (drawing.patches or drawing.pictures) or not len(words):
        return words
    orders = {item: order for order, item in enumerate(drawing.items)}
    painted = np.array([orders.get(item, -1) for item in words.item.tolist()])
    black = [box for box in drawing.pictures if _is_black(words, box, painted, drawing.items)]
    hidden, covers = _hidden(words, [*drawing.patches, *black], painted)
    shown = _marked(words, hidden)
    for patch in covers:
        if not (_covered(shown, patch) & (shown.texts == REDACTED)).any():
            shown = _with_mark(shown, patch)
    return shown


def _is_black(words: Words, box: Patch, painted: Whole, items: Sequence[int]) -> bool:
    """Tell whether an image that lies over words is all black."""
    if not (_covered(words, box) & (painted < box.order)).any():
        return False
    found = raw.FPDFImageObj_GetBitmap(native.page_item(items[int(box.order)]))
    if not found:
        return False
    bitmap = pdfium.PdfBitmap.from_raw(found)  # frees itself; to close it by hand is warned of
    return bool(bitmap.to_numpy()[:, :, :3].max() <= DARK)


def _hidden(words: Words, patches: Sequence[Patch], painted: Whole) -> tuple[Flags, list[Patch]]:
    """Return which words are hidden, and the boxes that hide or replace words."""
    hidden = np.zeros(len(words), np.bool_)
    ground = np.full(len(words), 255)
    empty: list[Patch] = []
    covers: list[Patch] = []
    for patch in sorted(patches, key=lambda patch: patch.order):
        on = _covered(words, patch)
        over = on & (painted < patch.order)
        if over.any() and _hides(words, patch, on & ~over):
            hidden |= over
            covers.append(patch)
        else:
            empty.append(patch)
        ground[on & ~over] = patch.shade
    for number in np.flatnonzero(~hidden & (ground <= DARK)).tolist():
        hidden[number] = _shade(words, number) <= DARK or is_woo_ground(words.texts[number])
    covers += [patch for patch in empty if patch.shade <= DARK and _is_blind(words, patch, hidden)]
    return (hidden, covers)


def _hides(words: Words, patch: Patch, shown: Flags) -> bool:
    """Tell whether a box is there to hide what is under it.

    A light or coloured one on which other words stand is not: slides lay such boxes over text.
    """
    return patch.shade <= DARK or all(map(is_woo_ground, words.texts[shown]))


def _shade(words: Words, number: int) -> int:
    item = int(words.item[number])
    return fill(item)[0] if item else 0


def _is_blind(words: Words, patch: Patch, hidden: Flags) -> bool:
    """Tell whether no word shows on a box."""
    return not (_covered(words, patch) & ~hidden).any()


def _covered(words: Words, patch: Patch) -> Flags:
    left, top, right, bottom = patch.area
    wide = np.minimum(right, words.x1) - np.maximum(left, words.x0)
    high = np.minimum(bottom, words.bottom) - np.maximum(top, words.top)
    share = _HIDDEN_SHARE
    found: Flags = (wide > share * (words.x1 - words.x0)) & (
        high > share * (words.bottom - words.top)
    )
    return found


def _marked(words: Words, hidden: Flags) -> Words:
    """Replace the hidden words, those side by side by one mark."""
    if not hidden.any():
        return words
    follows = np.zeros(len(words), np.bool_)
    follows[1:] = hidden[1:] & hidden[:-1] & (words.row[1:] == words.row[:-1])
    x1 = words.x1.copy()
    for number in np.flatnonzero(follows)[::-1].tolist():
        x1[number - 1] = max(x1[number - 1], x1[number])
    texts = words.texts.copy()
    texts[hidden] = REDACTED
    return replace(words, texts=texts, x1=x1).picked(~follows)


def _with_mark(words: Words, patch: Patch) -> Words:
    """Put a mark in the line in which a box without words stands, if there is one."""
    left, top, right, bottom = patch.area
    high: Floats = words.bottom - words.top
    shared = np.minimum(bottom, words.bottom) - np.maximum(top, words.top)
    level = shared > _OVERLAP * np.minimum(bottom - top, high)
    near: Whole = np.flatnonzero(level & (words.x0 - _NEAR < right) & (left < words.x1 + _NEAR))
    if not len(near) or not _is_like_line(patch, float(high[near[0]])):
        return words
    line = np.flatnonzero(words.row == words.row[near[0]])
    before = line[words.x0[line] < left]
    beside = int(before[-1]) if len(before) else int(line[0])
    place = beside + 1 if len(before) else beside
    copied = words.picked(np.insert(np.arange(len(words)), place, beside))
    texts, x0, x1 = copied.texts.copy(), copied.x0.copy(), copied.x1.copy()
    bold = copied.bold.copy()
    texts[place], x0[place], x1[place], bold[place] = REDACTED, left, right, False
    return replace(copied, texts=texts, x0=x0, x1=x1, bold=bold)


def _is_like_line(patch: Patch, high: float) -> bool:
    left, top, right, bottom = patch.area
    return _LOWEST * high < bottom - top < _HIGHEST * high and right - left > _NARROWEST * high
