"""Finds what is printed on every page: running headers, footers and page numbers."""

import re
from collections import defaultdict

from pipeline.reading.pdf.elements import Element

_EDGE = 0.13
_SAME_PLACE = 5.0
_SHARE = 0.4
_NUMBER = r"\d{1,4}"
_PAGE_NUMBER = re.compile(
    rf"[-–\[(]?\s*(?:pagina|pag\.?|page|blz\.?|blad|p\.)?\s*{_NUMBER}\s*"
    rf"(?:(?:van|of|/|\|)\s*{_NUMBER})?\s*[-–\])]?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:pagina|page|blad|blz\.?|pag\.?)\s*{_NUMBER}(?:\s*(?:van|of|/)\s*{_NUMBER})?", re.I
)

_Places = dict[str, list[float]]


def without_furniture(pages: list[list[Element]], heights: list[float]) -> list[list[Element]]:
    """Leave out what repeats at the edges of pages, and page numbers.

    Words count as repeated when they, with digits taken as equal, stand at the same height of at
    least two pages in five (and of two). A repeated header stays on the first page, where it may
    be all that tells whose minutes they are; the day of printing does not.
    """
    places: _Places = defaultdict(list)
    for elements, height in zip(pages, heights, strict=True):
        for element in elements:
            if _at_edge(element, height):
                places[_key(element)].append(element.top)
    least = max(2.0, _SHARE * len(pages))
    return [
        [element for element in elements if not _is_furniture(element, height, places, least)]
        for elements, height in zip(pages, heights, strict=True)
    ]


def _is_furniture(element: Element, height: float, places: _Places, least: float) -> bool:
    text = element.text.strip()
    if _LABELLED.fullmatch(text):
        return True
    if not _at_edge(element, height):
        return False
    if _PAGE_NUMBER.fullmatch(text):
        return element.top < 0.1 * height or element.bottom > 0.9 * height
    if element.page == 1 and element.bottom < 0.5 * height and any(map(str.isalpha, text)):
        return False
    tops = places[_key(element)]
    return sum(abs(top - element.top) < _SAME_PLACE for top in tops) >= least


def _at_edge(element: Element, height: float) -> bool:
    return (element.bottom < 1.5 * _EDGE * height and element.top < _EDGE * height) or (
        element.bottom > (1 - _EDGE) * height and element.top > (1 - 1.5 * _EDGE) * height
    )


def _key(element: Element) -> str:
    return re.sub(r"\d+", "#", element.text).strip().lower()
