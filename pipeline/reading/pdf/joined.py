"""The text of joined lines, which knows where each part of it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.pdf.lines import Line
from pipeline.types import Box

Turn = tuple[int, int]
"""Place in the text at which a page begins, and that page's number."""
Origin = tuple[int, int, int]
"""Place in the text, page, and place among that page's characters."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The text of some lines.

    `bold` is the length of its bold start; `turns` and `origins` as the names of the types tell.
    """

    text: str = ""
    bold: int = 0
    turns: tuple[Turn, ...] = ()
    origins: tuple[Origin, ...] = ()
    boxes: tuple[Box, ...] = ()

    def without_start(self, cut: int) -> "Joined":
        """Return it without its first `cut` characters."""
        return Joined(
            self.text[cut:],
            max(self.bold - cut, 0),
            tuple((max(place - cut, 0), page) for place, page in self.turns),
            tuple((place - cut, page, raw) for place, page, raw in self.origins if place >= cut),
            self.boxes,
        )


def join_lines(lines: Sequence[Line], joiner: LineJoiner) -> Joined:
    """Join lines to one text."""
    text, bold = "", 0
    all_bold = True
    turns: list[Turn] = []
    origins: list[Origin] = []
    for number, line in enumerate(lines):
        text = joiner.join(text, line.text)
        begin = len(text) - len(line.text)
        origins += [(begin + place, line.page, raw) for place, raw in line.origins]
        if number and line.page != lines[number - 1].page:
            turns.append((begin, line.page))
        if all_bold:
            start = line.bold_start
            bold = begin + start if start else bold
            all_bold = start == len(line.text)
    return Joined(text, bold, tuple(turns), _merged(origins), boxes_of(lines))


def _merged(origins: list[Origin]) -> tuple[Origin, ...]:
    """Leave out the origins that the one before them already tells."""
    kept: list[Origin] = []
    for place, page, raw in origins:
        if not kept or kept[-1][1] != page or raw - place != kept[-1][2] - kept[-1][0]:
            kept.append((place, page, raw))
    return tuple(kept)


def boxes_of(lines: Sequence[Line]) -> tuple[Box, ...]:
    """Return one box for each page on which lines stand."""
    return tuple(
        Box(
            page,
            round(min([line.x0 for line in held]), 1),
            round(min([line.top for line in held]), 1),
            round(max([line.x1 for line in held]), 1),
            round(max([line.bottom for line in held]), 1),
        )
        for page, held in _by_page(lines)
    )


def _by_page(lines: Sequence[Line]) -> Iterable[tuple[int, Sequence[Line]]]:
    if lines and lines[0].page == lines[-1].page:
        return [(lines[0].page, lines)]
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return pages.items()
