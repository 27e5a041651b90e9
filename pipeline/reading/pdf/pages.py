"""Reads page after page: its own words, or those recognised where it is an image."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from pipeline.reading.pdf.blackened import with_blackened
from pipeline.reading.pdf.bullets import with_bullets
from pipeline.reading.pdf.drawing import Drawing, page_drawing
from pipeline.reading.pdf.elements import Element, page_elements
from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.order import ordered
from pipeline.reading.pdf.recognition import REMEDY, Recogniser
from pipeline.reading.pdf.redactions import redacted
from pipeline.reading.pdf.scans import is_scan
from pipeline.reading.pdf.words import page_words
from pipeline.types import Limits, Page, wider

UNREAD = "images (a scan) or letters without names"
"""What stands on a page that has to be recognised by its looks."""

_NO_SIZE = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class PageRead:
    """What stands on a page; whether it is a scan of which nothing could be read."""

    page: Page
    elements: list[Element]
    is_scan: bool = False


@dataclass(slots=True)
class PageReader:
    """Reads the pages of a PDF, and keeps what could not be read."""

    pdf: pdfium.PdfDocument
    recogniser: Recogniser | None
    limits: Limits
    recognised: int = 0
    damaged: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    beyond: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)

    def read(self, number: int) -> PageRead:
        """Read a page."""
        try:
            with closing(self.pdf[number - 1]) as page:
                frame = Frame.of(page)
                drawing = page_drawing(page, frame)
                words = page_words(page, frame)
                if is_scan(words, drawing, frame.size):
                    return self._recognised(page, number, frame)
                drawing = with_blackened(page, words, drawing, frame)
                shown = ordered(with_bullets(redacted(words, drawing), drawing.dots))
                elements = page_elements(shown, drawing, number)
                return PageRead(Page(number, *frame.size), elements)
        except pdfium.PdfiumError:
            self.damaged.append(number)
            return PageRead(Page(number, *_NO_SIZE), [])

    def problems(self) -> Iterator[str]:
        """Yield what could not be read."""
        if self.damaged:
            yield f"{_named(self.damaged)} damaged"
        if self.images:
            yield f"{_named(self.images)} without text, only {UNREAD}; {REMEDY}"
        if self.beyond:
            yield f"{_named(self.beyond)} not recognised; {wider('max_scans')}"
        if self.failed:
            yield f"{_named(self.failed)} unread: text recognition failed"

    def _recognised(self, page: pdfium.PdfPage, number: int, frame: Frame) -> PageRead:
        """Recognise the words of a page that is an image."""
        unread = PageRead(Page(number, *frame.size), [], is_scan=True)
        if self.recogniser is None:
            self.images.append(number)
            return unread
        if self.recognised >= self.limits.max_scans:
            self.beyond.append(number)
            return unread
        self.recognised += 1
        try:
            found = self.recogniser.recognise(page)
        except RuntimeError:
            self.failed.append(number)
            return unread
        sheet = found.sheet
        drawing = Drawing(sheet.rules, found.boxes)
        elements = page_elements(redacted(sheet.words(), drawing), drawing, number)
        shown = Page(number, *found.size, True, round(sheet.certainty, 3), round(found.turned, 2))
        return PageRead(shown, elements, is_scan=not elements)


def _named(pages: Sequence[int]) -> str:
    """Name pages by number: those in a row as a range.

    >>> _named([3]), _named([3, 4, 5, 9])
    ('page 3 is', 'pages 3-5, 9 are')
    """
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    named = ", ".join(f"{r[0]}-{r[-1]}" if len(r) > 1 else f"{r[0]}" for r in ranges)
    return f"page {named} is" if len(pages) == 1 else f"pages {named} are"
