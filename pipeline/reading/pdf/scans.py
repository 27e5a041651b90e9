"""Tells which pages are images: their words must be recognised first."""

import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.pdf.frame import Frame
from pipeline.reading.pdf.objects import areas, page_items
from pipeline.reading.pdf.words import Words

_NAMELESS = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_MOST_NAMELESS = 0.3
_FEW_LETTERS = 200
_MOST_OF_PAGE = 0.5
_SOME_OF_PAGE = 0.1
_DRAWN_LETTERS = 300


def is_nameless(text: str) -> bool:
    """Tell whether the letters of a text have no names, so that it can't be read."""
    return len(_NAMELESS.findall(text)) > _MOST_NAMELESS * len(text)


def is_scan(page: pdfium.PdfPage, words: Words, frame: Frame) -> bool:
    """Tell whether what a page says is in an image, or in letters that have no names.

    A page with a few words (a stamp, a page number) is one if an image covers most of it; one
    without words if it holds an image of some size, or is drawn in very many strokes.
    """
    letters = sum(map(len, words.texts))
    if letters >= _FEW_LETTERS:
        return is_nameless("".join(words.texts))
    items = page_items(page)
    images = areas([item for item in items if item.kind == raw.FPDF_PAGEOBJ_IMAGE], frame)
    wide, high = frame.size
    covered = sum((right - left) * (bottom - top) for left, top, right, bottom in images)
    if letters:
        return covered > _MOST_OF_PAGE * wide * high or is_nameless("".join(words.texts))
    return covered > _SOME_OF_PAGE * wide * high or len(items) > _DRAWN_LETTERS
