"""How words are set: the size of their letters, whether they are bold, and which way they run."""

import ctypes
import re
from itertools import repeat

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from pipeline.reading.pdf import native
from pipeline.reading.pdf.frame import Frame

_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_STROKED, _UNSEEN = 2, 3
_NEAR = 0.25
_NAME_BYTES = 128
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)

Faces = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]
"""Of each word: height of its letters in points, whether it is bold, whether it is upright."""


def faces(
    textpage: pdfium.PdfTextPage, frame: Frame, start: NDArray[np.int64], items: list[int]
) -> Faces:
    """Return how words are set; what one object draws is set alike.

    Parameters
    ----------
    textpage
        The page.
    frame
        How it is shown.
    start
        The place of each word's first character.
    items
        The address of the object that draws each word.
    """
    found, first, which = np.unique(
        np.array(items, np.int64), return_index=True, return_inverse=True
    )
    places = start[first].tolist()
    modes = [native.text_mode(item) if item else 0 for item in found.tolist()]
    size, upright = _sizes(native.address(textpage.raw), frame, places)
    if modes.count(_UNSEEN) > len(modes) / 2:
        size = _levelled(size)
    bold = _bold(textpage, places, found.tolist(), modes)
    return (size[which], bold[which], upright[which])


def _sizes(
    textpage: int, frame: Frame, places: list[int]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    matrices = np.zeros((len(places), 6), np.float32)
    begin = matrices.ctypes.data
    cells = range(begin, begin + matrices.itemsize * matrices.size, matrices.itemsize * 6)
    known = np.fromiter(map(native.char_matrix, repeat(textpage), places, cells), np.bool_)
    sizes = np.fromiter(map(native.char_size, repeat(textpage), places), np.float64)
    a, b, c, d = matrices[:, :4].T.astype(np.float64)
    scale = np.hypot(c, d)
    scale[scale == 0] = 1.0
    return (np.round(sizes * scale, 1), frame.is_upright(a, b) | ~known)


def _levelled(size: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the usual size for all near it: text recognition guesses one for each word."""
    usual = np.median(size)
    return np.where(np.abs(size - usual) < _NEAR * usual, usual, size)


def _bold(
    textpage: pdfium.PdfTextPage, places: list[int], items: list[int], modes: list[int]
) -> NDArray[np.bool_]:
    """Tell of each object, which draws the character at a place, whether it is bold."""
    fonts = [native.text_font(item) if item else 0 for item in items]
    strokes = [mode == _STROKED for mode in modes]
    known: dict[int, bool] = {}
    for font, place in zip(fonts, places, strict=True):
        if font not in known:
            known[font] = _is_bold_font(textpage, place)
    flags = (stroke or known[font] for font, stroke in zip(fonts, strokes, strict=True))
    return np.fromiter(flags, np.bool_, len(items))


def _is_bold_font(textpage: pdfium.PdfTextPage, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(textpage, place) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, place, name, _NAME_BYTES, flags)
    return bool(flags.value & _FORCE_BOLD or _BOLD_NAME.search(name.value))
