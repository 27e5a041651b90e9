"""The margins of each column: on a page with columns, lines end before the edge of the page."""

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from pipeline.reading.pdf.layout import Layout
from pipeline.reading.pdf.lines import Line

_APART = 60.0
_LEAST_LINES = 6
_RUNS_ON = 0.8
_LEAST_SHARE = 0.5


class Margins:
    """Tells the measures that hold for a line.

    Parameters
    ----------
    lines
        The lines among which the columns are looked for.
    layout
        The measures of the whole, which hold where there are no columns.
    """

    def __init__(self, lines: Iterable[Line], layout: Layout) -> None:
        self._layout = layout
        self._columns: dict[int, list[tuple[float, float, Layout]]] = {}
        for page, members in groupby(lines, key=lambda line: line.page):
            for column in _clusters(sorted(members, key=lambda line: line.x0)):
                inner = _inner(column, layout)
                if inner is not None:
                    place = (column[0].x0, column[-1].x0, inner)
                    self._columns.setdefault(page, []).append(place)

    def of(self, line: Line) -> Layout:
        """Return the measures that hold for a line."""
        for first, last, layout in self._columns.get(line.page, ()):
            if first <= line.x0 <= last:
                return layout
        return self._layout


def _inner(column: list[Line], layout: Layout) -> Layout | None:
    """Return the measures of a column; those of a contact block right of the text have no end."""
    inner = layout.within(column)
    if inner.right < layout.right - _APART and _is_wrapped(column, inner):
        return inner
    return replace(inner, right=math.inf) if inner.left > layout.right else None


def _clusters(lines: list[Line]) -> list[list[Line]]:
    """Put lines together that begin near each other."""
    found: list[list[Line]] = []
    for line in lines:
        if found and line.x0 - found[-1][-1].x0 < _APART:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _is_wrapped(lines: list[Line], layout: Layout) -> bool:
    """Tell whether most lines run on to the right margin, as running text does."""
    edge = layout.left + _RUNS_ON * (layout.right - layout.left)
    return len(lines) >= _LEAST_LINES and sum(
        line.x1 > edge for line in lines
    ) >= _LEAST_SHARE * len(lines)
