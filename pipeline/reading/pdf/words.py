"""The words of a PDF page, with their place, size and weight."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf.frame import Frame

_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_STROKED = 2
_NAME_BYTES = 128
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_WORD = re.compile(r"[^\s\x00\u00a0\u2000-\u200b\u202f\u3000]+")
_BROKEN = re.compile(r"[\x02\ufffe]")
_MOST_SLANTED = 0.2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page; places in points from the top left corner.

    `start` is the place of its first character among the page's characters, `size` the height
    of its letters in points, `shade` their lightness from 0 (black) to 255.
    """

    text: str
    start: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    upright: bool = True
    shade: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the word."""
        return ((self.x0 + self.x1) / 2, (self.top + self.bottom) / 2)


@dataclass(frozen=True, slots=True)
class _Face:
    size: float
    bold: bool
    upright: bool
    shade: int


def page_words(page: pdfium.PdfPage, frame: Frame) -> list[list[Word]]:
    """Return the words of a page, line by line, in the order of its content."""
    textpage = page.get_textpage()
    try:
        reader = _Reader(textpage, frame)
        lines = [words for line in _lines(reader.text) if (words := reader.words(*line))]
    finally:
        textpage.close()
    return _without_slanted(lines)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between line breaks."""
    start = 0
    for found in re.finditer(r"[\r\n\f]+", text):
        yield (start, found.start())
        start = found.end()
    yield (start, len(text))


def _without_slanted(lines: list[list[Word]]) -> list[list[Word]]:
    """Leave out words across the page (watermarks, marks in the margin) if they are few."""
    slanted = sum(not word.upright for line in lines for word in line)
    if not slanted or slanted > _MOST_SLANTED * sum(map(len, lines)):
        return lines
    upright = [[word for word in line if word.upright] for line in lines]
    return [line for line in upright if line]


class _Reader:
    """Reads the words of one text page."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._page = textpage
        self._frame = frame
        self._faces: dict[int, _Face] = {}
        self._box = raw.FS_RECTF()
        self.text = _page_text(textpage)

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two places.

        The library hands out a word broken at the end of a line as one, with a mark in it.
        """
        found = []
        for match in _WORD.finditer(self.text, start, end):
            begin = match.start()
            for part in _BROKEN.split(match[0]):
                last = begin + len(part)
                broken = last < match.end()
                if part:
                    word = self._word(begin, last, part + "-" * broken)
                    found += [word] if word is not None else []
                begin = last + 1
        return found

    def _word(self, start: int, end: int, text: str) -> Word | None:
        first, last = self._bounds(start), self._bounds(end - 1)
        if first is None or last is None:
            return None
        face = self._face(start)
        return Word(
            text=text,
            start=start,
            x0=min(first[0], last[0]),
            x1=max(first[2], last[2]),
            top=min(first[1], last[1]),
            bottom=max(first[3], last[3]),
            size=face.size,
            bold=face.bold,
            upright=face.upright,
            shade=face.shade,
        )

    def _bounds(self, place: int) -> tuple[float, float, float, float] | None:
        box = self._box
        if not raw.FPDFText_GetLooseCharBox(self._page, place, box):
            return None
        return self._frame.place(box.left, box.bottom, box.right, box.top)

    def _face(self, place: int) -> _Face:
        item = raw.FPDFText_GetTextObject(self._page, place)
        key = ctypes.addressof(item.contents) if item else -1
        face = self._faces.get(key)
        if face is None or not item:
            face = self._faces[key] = self._new_face(place, item)
        return face

    def _new_face(self, place: int, item: object) -> _Face:
        matrix = raw.FS_MATRIX()
        scale, upright = 1.0, True
        if raw.FPDFText_GetMatrix(self._page, place, matrix):
            scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
            upright = self._frame.is_upright(matrix.a, matrix.b)
        size = round(raw.FPDFText_GetFontSize(self._page, place) * scale, 1)
        return _Face(size, self._is_bold(place, item), upright, _shade(item))

    def _is_bold(self, place: int, item: object) -> bool:
        if raw.FPDFText_GetFontWeight(self._page, place) >= _BOLD_WEIGHT:
            return True
        name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._page, place, name, _NAME_BYTES, flags)
        if flags.value & _FORCE_BOLD or _BOLD_NAME.search(name.value):
            return True
        return bool(item) and raw.FPDFTextObj_GetTextRenderMode(item) == _STROKED


def _shade(item: object) -> int:
    parts = [ctypes.c_uint() for _ in range(4)]
    known = bool(item) and raw.FPDFPageObj_GetFillColor(item, *parts)
    return max(part.value for part in parts[:3]) if known else 0


def _page_text(textpage: pdfium.PdfTextPage) -> str:
    """Return the characters of a page, one for each place."""
    count = textpage.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, place)) for place in range(count))
