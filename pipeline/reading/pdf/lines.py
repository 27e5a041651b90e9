"""The lines of a PDF page, with their place, size and weight."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_BOLD_WEIGHT = 600
_NAME_BYTES = 128


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; places in points from the top left corner.

    `start` is the place of its first character among the page's; `bold` is the length of its
    bold start.
    """

    text: str
    page: int
    start: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: int

    @property
    def is_bold(self) -> bool:
        """Whether all of the line is bold."""
        return self.bold >= len(self.text.rstrip()) > 0


def page_lines(page: pdfium.PdfPage, number: int) -> list[PageLine]:
    """Return the lines of a page in the order of its content."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        codes = [raw.FPDFText_GetUnicode(textpage, place) for place in range(count)]
        height = page.get_height()
        return [
            line
            for start, end in _stretches(codes)
            if (line := _line(textpage, codes, start, end, number, height)) is not None
        ]
    finally:
        textpage.close()


def _stretches(codes: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between line breaks that hold more than white space."""
    start = 0
    for place, code in enumerate([*codes, 10]):
        if code in (10, 13):
            left, right = start, place
            while left < right and codes[left] in (32, 160, 0):
                left += 1
            while right > left and codes[right - 1] in (32, 160, 0):
                right -= 1
            if right > left:
                yield (left, right)
            start = place + 1


def _line(
    textpage: pdfium.PdfTextPage, codes: list[int], start: int, end: int, page: int, height: float
) -> PageLine | None:
    first, last = _box(textpage, start), _box(textpage, end - 1)
    if first is None or last is None:
        return None
    text = "".join(map(chr, codes[start:end]))
    return PageLine(
        text=text,
        page=page,
        start=start,
        x0=first[0],
        x1=max(last[1], first[1]),
        top=height - max(first[3], last[3]),
        bottom=height - min(first[2], last[2]),
        size=round(raw.FPDFText_GetFontSize(textpage, start) * _scale(textpage, start), 1),
        bold=_bold_length(textpage, start, end),
    )


def _scale(textpage: pdfium.PdfTextPage, place: int) -> float:
    """Return the vertical scale of a character: some producers write size 1 and scale it up."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(textpage, place, matrix):
        return 1.0
    return float(abs(matrix.d) or abs(matrix.b) or 1.0)


def _box(textpage: pdfium.PdfTextPage, place: int) -> tuple[float, float, float, float] | None:
    """Return left, right, bottom and top of a character."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(textpage, place, box):
        return None
    return (box.left, box.right, box.bottom, box.top)


def _bold_length(textpage: pdfium.PdfTextPage, start: int, end: int) -> int:
    """Return how many characters from `start` are bold; the ends of words are looked at."""
    if not _is_bold(textpage, start):
        return 0
    if _is_bold(textpage, end - 1):
        return end - start
    low, high = start, end - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _is_bold(textpage, middle) else (low, middle)
    return low - start + 1


def _is_bold(textpage: pdfium.PdfTextPage, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(textpage, place) >= _BOLD_WEIGHT:
        return True
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    raw.FPDFText_GetFontInfo(textpage, place, buffer, _NAME_BYTES, None)
    name = buffer.value.lower()
    return b"bold" in name or b"black" in name or b"heavy" in name
