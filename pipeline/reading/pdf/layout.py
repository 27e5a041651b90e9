"""The usual measures of a document: what size its letters have, how far its lines run."""

import itertools
from collections import Counter
from dataclasses import dataclass, replace

from pipeline.reading.pdf.lines import Line

_SMALLER, _LARGER = 1.0, 0.8
_USUAL_PITCH, _WIDEST_PITCH = 1.25, 1.9


@dataclass(frozen=True, slots=True)
class Layout:
    """The usual measures of a stretch of lines, in points.

    Attributes
    ----------
    size
        Size of most letters.
    pitch
        Usual distance between lines.
    left, right
        Margins of the running text.
    heading_sizes
        Sizes larger than that of the running text, the largest first.
    """

    size: float
    pitch: float
    left: float
    right: float
    heading_sizes: tuple[float, ...] = ()

    @classmethod
    def of(cls, lines: list[Line]) -> "Layout":
        """Take the measures of lines."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        body = [line for line in lines if line.size == size] or lines
        gaps = [
            b.top - a.top
            for a, b in itertools.pairwise(body)
            if a.page == b.page and 0.5 * size < b.top - a.top < 3 * size
        ]
        larger = {round(other) for other in sizes if other > size + _LARGER}
        return cls(
            size=size,
            pitch=min(_share(sorted(gaps), 0.4, _USUAL_PITCH * size), _WIDEST_PITCH * size),
            left=_share(sorted(line.x0 for line in body), 0.1, 70.0),
            right=_share(sorted(line.x1 for line in body), 0.95, 500.0),
            heading_sizes=tuple(sorted(larger, reverse=True)),
        )

    def within(self, lines: list[Line]) -> "Layout":
        """Return the measures for a column or cell: its own margins, the rest as it was."""
        return replace(
            self, left=min(line.x0 for line in lines), right=max(line.x1 for line in lines)
        )

    def is_small(self, line: Line) -> bool:
        """Tell whether a line is set in letters smaller than running text."""
        return line.size < self.size - _SMALLER

    def is_large(self, line: Line) -> bool:
        """Tell whether a line is set in letters larger than running text."""
        return line.size > self.size + _LARGER


def _share(values: list[float], share: float, fallback: float) -> float:
    return values[int(share * (len(values) - 1))] if values else fallback
