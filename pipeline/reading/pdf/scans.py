"""Tells which pages are images: their words must be recognised first."""

import re

from pipeline.reading.pdf.drawing import Drawing
from pipeline.reading.pdf.shapes import Area
from pipeline.reading.pdf.words import Words

_NAMELESS = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_MOST_NAMELESS = 0.3
_FEW_LETTERS = 200
_MOST_OF_PAGE = 0.5
_SOME_OF_PAGE = 0.1
_DRAWN_LETTERS = 300


def _is_nameless(text: str) -> bool:
    """Tell whether the letters of a text have no names, so that it can't be read."""
    return len(_NAMELESS.findall(text)) > _MOST_NAMELESS * len(text)


def is_scan(words: Words, drawing: Drawing, size: tuple[float, float]) -> bool:
    """Tell whether what a page says is in an image, or in letters that have no names.

    A page with a few words (a stamp, a page number) is one if images cover most of it; one
    without words if they cover some of it, or it is drawn in very many strokes.
    """
    letters = sum(map(len, words.texts))
    if letters and _is_nameless("".join(words.texts)):
        return True
    covered = sum(_surface(picture.area) for picture in drawing.pictures) / _surface((0, 0, *size))
    if letters:
        return letters < _FEW_LETTERS and covered > _MOST_OF_PAGE
    return covered > _SOME_OF_PAGE or len(drawing.items) > _DRAWN_LETTERS


def _surface(area: Area) -> float:
    return max((area[2] - area[0]) * (area[3] - area[1]), 1.0)
