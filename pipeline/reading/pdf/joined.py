"""The text of joined lines, which knows where on which page its words stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.pdf.lines import Line
from pipeline.types import Stretch


@dataclass(frozen=True, slots=True)
class Joined:
    """The text of some lines: `bold` is the length of its bold start, a stretch is a line."""

    text: str = ""
    bold: int = 0
    stretches: tuple[Stretch, ...] = ()

    def without_start(self, cut: int) -> "Joined":
        """Return it without its first `cut` characters, which are whole words."""
        if not cut:
            return self
        kept = [
            stretch.shifted(-cut) if stretch.start >= cut else self._cut(stretch, cut)
            for stretch, end in zip(self.stretches, self._ends(), strict=True)
            if end > cut
        ]
        return Joined(self.text[cut:], max(self.bold - cut, 0), tuple(kept))

    def _ends(self) -> list[int]:
        return [*(stretch.start for stretch in self.stretches[1:]), len(self.text)]

    def _cut(self, stretch: Stretch, cut: int) -> Stretch:
        words = len(self.text[stretch.start : cut].split())
        return stretch.without(words).shifted(-stretch.start)


def join_lines(lines: Sequence[Line], joiner: LineJoiner) -> Joined:
    """Join lines to one text."""
    text, bold = "", 0
    all_bold = True
    stretches = []
    for line in lines:
        text = joiner.join(text, line.text)
        begin = len(text) - len(line.text)
        stretches.append(Stretch(begin, line.page, line.top, line.bottom, line.words))
        if all_bold:
            start = line.bold_start
            bold = begin + start if start else bold
            all_bold = start == len(line.text)
    return Joined(text, bold, tuple(stretches))
