"""What stands on a page, in reading order: lines and ruled tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeGuard

import numpy as np

from pipeline.reading.pdf.bands import column_rules
from pipeline.reading.pdf.columns import Columns, find_columns
from pipeline.reading.pdf.drawing import Drawing
from pipeline.reading.pdf.grid import Grid, find_grids
from pipeline.reading.pdf.lines import Line, line_starts, make_lines, rejoined
from pipeline.reading.pdf.shapes import Area
from pipeline.reading.pdf.strikes import with_strikes
from pipeline.reading.pdf.words import Whole, Words

_WHOLE_WIDTH = 0.95

_SIDE_SHARE = 0.55
_SHORT = 28


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of each cell of a table row; one that spans all columns has only one filled."""

    cells: tuple[tuple[Line, ...], ...]
    spans: bool = False

    @property
    def lines(self) -> list[Line]:
        """All of its lines, cell by cell."""
        return [line for cell in self.cells for line in cell]

    @property
    def filled(self) -> int:
        """How many cells hold words."""
        return sum(map(bool, self.cells))

    @property
    def text(self) -> tuple[str, ...]:
        """The words of each cell, for comparison."""
        return tuple(" ".join(line.text for line in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table, or the part of it that stands on one page."""

    rows: tuple[Row, ...]
    page: int
    area: Area
    ruled: bool = True

    @property
    def top(self) -> float:
        """Its upper side, in points from the top of the page."""
        return self.area[1]

    @property
    def bottom(self) -> float:
        """Its lower side, in points from the top of the page."""
        return self.area[3]

    @property
    def text(self) -> str:
        """Its words, for comparison."""
        return " ".join(line.text for row in self.rows for line in row.lines)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.rows[0].cells)


Element = Line | TablePart


def page_elements(words: Words, drawing: Drawing, page: int) -> list[Element]:
    """Return the lines and tables of a page in the order of its content."""
    if not len(words):
        return []
    words = with_strikes(words, drawing.rules)
    grids = find_grids((*drawing.rules, *column_rules(drawing.rules, words)))
    make = _Maker(page, words)
    held: dict[Grid, dict[tuple[int, int], list[Line]]] = {grid: {} for grid in grids}
    order: list[list[Line] | Grid] = []
    for place, run in _runs(words, grids, page):
        if place is None:
            order.append(run)
            continue
        grid, cell = place
        if grid not in order:
            order.append(grid)
        held[grid].setdefault(cell, []).extend(rejoined(run))
    elements: list[Element] = []
    loose: list[list[Line]] = []
    for item in order:
        if isinstance(item, Grid):
            elements += make.loose(loose)
            loose = []
            elements += make.table(item, held[item])
        else:
            loose.append(item)
    elements += make.loose(loose)
    return _side_first(elements)


_Place = tuple[Grid, tuple[int, int]]


def _runs(
    words: Words, grids: Sequence[Grid], page: int
) -> Iterator[tuple[_Place | None, list[Line]]]:
    """Yield the lines of each line of text, parted where it passes from cell to cell."""
    places, codes = _cells(words, grids)
    parted = np.ones(len(words), np.bool_)
    parted[1:] = (words.row[1:] != words.row[:-1]) | (codes[1:] != codes[:-1])
    starts = line_starts(words, parted)
    begins = parted[starts].tolist()
    run: list[Line] = []
    for line, begin in zip(make_lines(words, starts, len(words), page), begins, strict=True):
        if begin and run:
            yield (places[codes[run[0].first]], run)
            run = []
        run.append(line)
    yield (places[codes[run[0].first]], run)


def _cells(words: Words, grids: Sequence[Grid]) -> tuple[list[_Place | None], Whole]:
    """Return the cells of the tables and, for each word, the number of its cell; 0 for none."""
    places: list[_Place | None] = [None]
    codes = np.zeros(len(words), np.int64)
    across, down = words.middles()
    for grid in grids:
        for cell, (left, top, right, bottom) in grid.cells():
            inside = (left <= across) & (across <= right) & (top <= down) & (down <= bottom)
            codes[inside & (codes == 0)] = len(places)
            places.append((grid, cell))
    return (places, codes)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the lines and tables of one page."""

    page: int
    words: Words

    def loose(self, rows: list[list[Line]]) -> Iterator[Element]:
        """Yield the lines and unruled tables of what stands outside ruled tables."""
        for found in find_columns(rows, self.words):
            if isinstance(found, Columns):
                made = [Row(cells) for cells in found.rows]
                yield TablePart(tuple(made), self.page, _around(made), ruled=False)
            else:
                yield found

    def table(self, grid: Grid, held: dict[tuple[int, int], list[Line]]) -> list[Element]:
        """Return a table, or its lines if it is a frame around running text."""
        rows = []
        for number, areas in enumerate(grid.rows):
            cells = tuple(tuple(held.get((number, column), ())) for column in range(len(areas)))
            if any(cells):
                rows.append(Row(cells, _spans(areas, grid)))
        rows = _without_empty_columns(rows)
        if sum(row.filled > 1 for row in rows) < len(rows) / 3:
            return [line for row in rows for line in row.lines]
        return [TablePart(tuple(rows), self.page, grid.area)]


def _spans(areas: Sequence[Area | None], grid: Grid) -> bool:
    """Tell whether a single cell takes the whole width of a table."""
    width = grid.area[2] - grid.area[0]
    found = [area for area in areas if area is not None]
    return len(found) == 1 and found[0][2] - found[0][0] > _WHOLE_WIDTH * width


def _around(rows: Sequence[Row]) -> Area:
    lines = [line for row in rows for line in row.lines]
    return (
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )


def _without_empty_columns(rows: list[Row]) -> list[Row]:
    """Leave out columns without words in any row: they come from double rules."""
    kept = [n for n in range(len(rows[0].cells)) if any(row.cells[n] for row in rows)]
    return [replace(row, cells=tuple(row.cells[n] for n in kept)) for row in rows]


def _side_first(elements: list[Element]) -> list[Element]:
    """Put the lines of a narrow column beside the text (a letterhead) before the text."""
    lines = [element for element in elements if isinstance(element, Line)]
    if not lines:
        return elements
    width = max(line.x1 for line in lines)
    body = sorted(line.x1 for line in lines if line.x0 < 0.5 * width)
    edge = body[int(0.9 * (len(body) - 1))] if body else 0.0
    side = [
        line for line in lines if line.x0 > max(edge, _SIDE_SHARE * width) and line.x1 > edge + 20
    ]
    if not side or len(side) > 0.5 * len(lines) or not _is_column(side):
        return elements
    rest: list[Element] = [element for element in elements if element not in side]
    return [*side, *rest]


def _is_column(side: list[Line]) -> bool:
    """Tell whether short lines begin at the same place from the left."""
    if median(len(line.text) for line in side) > _SHORT:
        return False
    starts = sorted(line.x0 for line in side)
    middle = starts[len(starts) // 2]
    return len(side) > 1 and sum(abs(x - middle) < 4 for x in starts) > 0.7 * len(starts)


def merged_tables(elements: list[Element]) -> list[Element]:
    """Join the parts of tables that go on over a page break."""
    merged: list[Element] = []
    for element in elements:
        last = merged[-1] if merged else None
        if (
            isinstance(last, TablePart)
            and isinstance(element, TablePart)
            and _goes_on(last, element)
        ):
            merged[-1] = TablePart(_joined_rows(last, element), element.page, element.area)
        else:
            merged.append(element)
    return merged


def _goes_on(last: Element | None, part: TablePart) -> TypeGuard[TablePart]:
    return (
        isinstance(last, TablePart)
        and part.page == last.page + 1
        and part.ruled == last.ruled
        and part.columns == last.columns
        and abs(part.area[0] - last.area[0]) < 6
        and abs(part.area[2] - last.area[2]) < 6
    )


def _joined_rows(last: TablePart, part: TablePart) -> tuple[Row, ...]:
    rows = list(part.rows)
    if len(rows) > 1 and rows[0].text == last.rows[0].text:
        rows = rows[1:]
    above, below = last.rows[-1], rows[0]
    if not _is_continued(above, below):
        return (*last.rows, *rows)
    joined = tuple(a + b for a, b in zip(above.cells, below.cells, strict=True))
    return (*last.rows[:-1], Row(joined), *rows[1:])


def _is_continued(above: Row, below: Row) -> bool:
    """Tell whether a row is the rest of the row at the foot of the page before it."""
    if above.spans or below.spans:
        return False
    if not below.cells[0] and above.cells[0]:
        return True
    pairs = [(a, b) for a, b in zip(above.cells, below.cells, strict=True) if b]
    return any(
        a and b[0].text[:1].islower() and not a[-1].text.endswith((".", "!", "?"))
        for a, b in pairs[:2]
    )
