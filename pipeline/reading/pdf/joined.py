"""The text of joined lines, which knows where each part of it came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.clean import fold
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
        words = [(word, shown) for word in line.words if (shown := fold(word.text))]
        for place, (word, shown) in enumerate(words):
            text = joiner.join(text, shown) if place == 0 else f"{text} {shown}"
            begin = len(text) - len(shown)
            origins.append((begin, line.page, word.start))
            if place == 0 and number and line.page != lines[number - 1].page:
                turns.append((begin, line.page))
            all_bold = all_bold and (word.bold or not any(map(str.isalnum, shown)))
            bold = len(text) if all_bold else bold
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
    boxes: dict[int, Box] = {}
    for line in lines:
        box = boxes.get(line.page)
        boxes[line.page] = Box(
            line.page,
            round(min(line.x0, box.x0 if box else line.x0), 1),
            round(min(line.top, box.top if box else line.top), 1),
            round(max(line.x1, box.x1 if box else line.x1), 1),
            round(max(line.bottom, box.bottom if box else line.bottom), 1),
        )
    return tuple(boxes.values())
