"""The words of a PDF page, with their place, size and weight."""

import ctypes
from contextlib import closing
from dataclasses import dataclass, fields
from itertools import repeat

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from pipeline.reading.clean import fold, is_clean
from pipeline.reading.pdf import native
from pipeline.reading.pdf.faces import faces
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.letters import settled

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Sides = tuple[Floats, Floats, Floats, Floats]

_MOST_SLANTED = 0.2
_BEYOND = 0xFFFD  # stands for characters beyond the basic plane
_BROKEN = (0x02, 0xFFFE)


def _flags(*ranges: tuple[int, int]) -> Flags:
    table = np.zeros(1 << 16, np.bool_)
    for first, last in ranges:
        table[first : last + 1] = True
    return table


_SPACES = [n for n in range(1 << 16) if chr(n).isspace()]
_MARKS = (0x00, 0x200B, *_BROKEN)  # part words too, though they are no space to Python
_APART = _flags(*((n, n) for n in (*_SPACES, *_MARKS)))
_AS_SPACE = dict.fromkeys(_MARKS, " ")
_BREAKS = _flags((0x0A, 0x0A), (0x0C, 0x0D))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a page in the order of its content, one column of values for each property.

    Attributes
    ----------
    texts
        The words themselves.
    start
        Place of each word's first character among the page's characters.
    row
        Number of the line of text that the word is in, counted upwards.
    x0, x1, top, bottom
        Its sides, in points from the top left corner.
    size
        Height of its letters in points.
    bold, upright, struck
        Whether it is bold, runs from left to right, and is struck through.
    item
        Address of the text object that drew it, 0 if unknown; holds while the page is open.
    """

    texts: NDArray[np.object_]
    start: Whole
    row: Whole
    x0: Floats
    x1: Floats
    top: Floats
    bottom: Floats
    size: Floats
    bold: Flags
    upright: Flags
    struck: Flags
    item: Whole

    def __len__(self) -> int:
        return len(self.start)

    def picked(self, which: Whole | Flags) -> "Words":
        """Return some of the words, chosen by number or by flag."""
        return Words(*(getattr(self, field.name)[which] for field in fields(self)))

    def middles(self) -> tuple[Floats, Floats]:
        """Return the middles of the words: distance from the left and from the top."""
        return ((self.x0 + self.x1) / 2, (self.top + self.bottom) / 2)


def page_words(page: pdfium.PdfPage, frame: Frame) -> Words:
    """Return the words of a page in the order of its content."""
    with closing(page.get_textpage()) as textpage:
        return _without_slanted(_read(textpage, frame))


def _without_slanted(words: Words) -> Words:
    """Leave out words across the page (watermarks, marks in the margin) if they are few."""
    slanted = len(words) - int(np.count_nonzero(words.upright))
    if not slanted or slanted > _MOST_SLANTED * len(words):
        return words
    return words.picked(words.upright)


def _read(textpage: pdfium.PdfTextPage, frame: Frame) -> Words:
    """Read the words of a text page."""
    text = _page_text(textpage)
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) != len(text):
        codes = np.array([min(ord(sign), _BEYOND) for sign in text], np.uint16)
    whole = native.address(textpage.raw)
    start, end = _spans(codes)
    texts, start, end = settled(whole, codes, _texts(text, codes, end), start, end)
    (x0, top, x1, bottom), known = _boxes(whole, start, end, frame)
    items = [place or 0 for place in map(native.char_object, repeat(whole), start.tolist())]
    size, bold, upright = faces(textpage, frame, start, items)
    words = Words(
        texts=texts,
        start=start,
        row=np.cumsum(_BREAKS[codes], dtype=np.int64)[start],
        x0=x0,
        x1=x1,
        top=top,
        bottom=bottom,
        size=size,
        bold=bold,
        upright=upright,
        struck=np.zeros(len(start), np.bool_),
        item=np.array(items, np.int64),
    )
    kept = known & texts.astype(np.bool_)
    return words if kept.all() else words.picked(kept)


def _spans(codes: NDArray[np.uint16]) -> tuple[Whole, Whole]:
    """Return where words begin and end."""
    inked = np.zeros(len(codes) + 2, np.int8)
    inked[1:-1] = ~_APART[codes]
    edges = np.diff(inked)
    return (np.flatnonzero(edges == 1), np.flatnonzero(edges == -1))


def _texts(text: str, codes: NDArray[np.uint16], end: Whole) -> NDArray[np.object_]:
    """Return the words without control characters.

    The library hands out a word broken at the end of a line as one, with a mark in it: each part
    is a word here, and the first one gets its hyphen back.
    """
    clean = is_clean(text)
    found = (text if clean else text.translate(_AS_SPACE)).split()
    if not clean:
        found = [word if is_clean(word) else fold(word) for word in found]
        after = codes[np.minimum(end, len(codes) - 1)]
        for number in np.flatnonzero(np.isin(after, _BROKEN) & (end < len(codes))).tolist():
            found[number] += "-"
    texts = np.empty(len(found), np.object_)
    texts[:] = found
    return texts


def _boxes(textpage: int, start: Whole, end: Whole, frame: Frame) -> tuple[Sides, Flags]:
    """Return left, top, right and bottom of words, and which of them have a place."""
    places = [*start.tolist(), *(end - 1).tolist()]
    boxes = np.zeros((len(places), 4), np.float32)
    first = boxes.ctypes.data
    cells = range(first, first + boxes.itemsize * boxes.size, boxes.itemsize * 4)
    known = np.fromiter(map(native.char_box, repeat(textpage), places, cells), np.bool_)
    left, top, right, bottom = boxes.T.astype(np.float64)
    x0, upper, x1, lower = frame.place(left, bottom, right, top)
    half = len(start)
    return (
        (
            np.minimum(x0[:half], x0[half:]),
            np.minimum(upper[:half], upper[half:]),
            np.maximum(x1[:half], x1[half:]),
            np.maximum(lower[:half], lower[half:]),
        ),
        known[:half] & known[half:],
    )


def _page_text(textpage: pdfium.PdfTextPage) -> str:
    """Return the characters of a page, one for each place."""
    count = textpage.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, place)) for place in range(count))
