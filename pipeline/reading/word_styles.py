"""What the styles of a Word document say about their paragraphs, looked up once for each style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_LIST = re.compile(r"list|lijst|opsomming", re.IGNORECASE)
_LOWEST_HEADING = 9

Place = tuple[str, int]
"""Number of a list and depth in it, from 0."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says.

    Attributes
    ----------
    level
        Depth as a heading, 0 for none.
    listed
        Whether its name is that of a list.
    bold
        Whether its letters are bold.
    place
        Its place in a numbered list, if any.
    """

    level: int = 0
    listed: bool = False
    bold: bool = False
    place: Place | None = None


class Styles:
    """The styles of a document."""

    def __init__(self) -> None:
        self._known: dict[str | None, Style] = {}

    def of(self, paragraph: Paragraph) -> Style:
        """Return what the style of a paragraph says, and its own settings where it has any."""
        name = paragraph._p.style
        if name not in self._known:
            self._known[name] = _style(paragraph)
        style = self._known[name]
        own = paragraph._p.pPr
        if own is None:
            return style
        level = _outline_level(own)
        place = list_place(own) or style.place
        return Style(style.level if level is None else level, style.listed, style.bold, place)


def _style(paragraph: Paragraph) -> Style:
    style = paragraph.style
    if style is None:
        return Style()
    settings = list(_settings(style))
    levels = (_outline_level(found) for found in settings)
    outline = next((level for level in levels if level is not None), 0)
    places = (list_place(found) for found in settings)
    name = style.name or ""
    return Style(
        level=_heading_level(name) or outline,
        listed=bool(_LIST.search(name)),
        bold=bool(style.font.bold),
        place=next((place for place in places if place is not None), None),
    )


def _settings(style: Any) -> Iterator[Any]:
    """Yield the paragraph settings of a style and of those it is based on."""
    while style is not None:
        found = style.element.find(qn("w:pPr"))
        if found is not None:
            yield found
        style = style.base_style


def _heading_level(name: str) -> int:
    if match := _HEADING.search(name):
        return int(match[1]) or 1
    return 1 if _TITLE.match(name) else 0


def _outline_level(settings: Any) -> int | None:
    """Return the depth in the outline that settings give, 0 for running text."""
    found = settings.find(qn("w:outlineLvl"))
    value = found.get(qn("w:val"), "") if found is not None else ""
    if not value.isdigit():
        return None
    return int(value) + 1 if int(value) < _LOWEST_HEADING else 0


def list_place(settings: Any) -> Place | None:
    """Return the place in a list that settings give; list "0" takes a paragraph out of lists."""
    numbering = settings.find(qn("w:numPr"))
    number = numbering.find(qn("w:numId")) if numbering is not None else None
    if number is None:
        return None
    depth = numbering.find(qn("w:ilvl"))
    return (
        number.get(qn("w:val"), "0"),
        int(depth.get(qn("w:val"), "0")) if depth is not None else 0,
    )
