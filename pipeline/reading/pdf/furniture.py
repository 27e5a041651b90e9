"""Finds what is printed on every page: running headers, footers and page numbers."""

import re
from collections import Counter

from pipeline.reading.pdf.lines import PageLine

_EDGE = 0.13
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:pagina|pag\.?|page|blz\.?|blad|p\.)?\s*\d{1,3}\s*(?:(?:van|of|/|-)\s*\d{0,3})?\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:pagina|page|blad|blz\.?|pag\.?)\s*\d{1,3}\s*(?:van|of|/)\s*\d{1,3}", re.I
)


def without_furniture(pages: list[list[PageLine]], heights: list[float]) -> list[list[PageLine]]:
    """Leave out the lines that repeat at the edges of pages, and page numbers.

    A line counts as repeated when its words, with digits taken as equal, stand at the edge of at
    least half of the pages (and of two).
    """
    seen = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line) for line in lines if _at_edge(line, height)}
    )
    least = max(2, len(pages) / 2)
    return [
        [line for line in lines if not _is_furniture(line, height, seen, least)]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _is_furniture(line: PageLine, height: float, seen: Counter[str], least: float) -> bool:
    text = line.text.strip()
    if _LABELLED.fullmatch(text):
        return True
    if not _at_edge(line, height):
        return False
    return bool(_PAGE_NUMBER.fullmatch(text)) or seen[_key(line)] >= least


def _at_edge(line: PageLine, height: float) -> bool:
    return line.top < _EDGE * height or line.bottom > (1 - _EDGE) * height


def _key(line: PageLine) -> str:
    return re.sub(r"\d+", "#", line.text).strip().lower()
