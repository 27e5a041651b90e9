"""Tables without rules: rows whose words begin at the same places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np

from pipeline.reading.clean import is_number
from pipeline.reading.pdf.aligned import cut_at_gaps, whole_rows
from pipeline.reading.pdf.lines import Line, make_lines, rejoined
from pipeline.reading.pdf.words import Words

Cells = tuple[tuple[Line, ...], ...]
"""The lines of each cell of a row."""

_SAME_START = 5.0
_RIGHT_AT = 1.0
_NEXT_LINE = 1.7
_NEAR, _PADDED = 1.1, 1.2
_LEAST_ROWS = 3
_LEAST_ROWS_OF_TEXT = 6
_LETTERS_OF_TEXT = 24


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of cells that stand under each other without rules."""

    rows: tuple[Cells, ...]


def find_columns(rows: Sequence[list[Line]], words: Words) -> list[Line | Columns]:
    """Return the lines of a page, and where rows are aligned in columns a table.

    Parameters
    ----------
    rows
        The lines of the page, cut at wide gaps.
    words
        The words that they are made of.
    """
    whole = whole_rows(rows)
    found = list(_found(list(cut_at_gaps(whole, words)), words))
    plain = found if whole == rows else list(_found(list(cut_at_gaps(rows, words)), words))
    return found if _cells(found) >= max(_cells(plain), 1) else plain


def _cells(found: Sequence[Line | Columns]) -> int:
    """Return how many cells of tables hold words."""
    tables = (one for one in found if isinstance(one, Columns))
    return sum(bool(cell) for table in tables for row in table.rows for cell in row)


def _found(rows: Sequence[list[Line]], words: Words) -> Iterator[Line | Columns]:
    """Yield lines and tables in the order of rows."""
    place = 0
    while place < len(rows):
        if len(rows[place]) == 1:
            yield rows[place][0]
            place += 1
            continue
        end = _run_end(rows, place)
        run = rows[place:end]
        if sum(len(row) > 1 for row in run) < _LEAST_ROWS:
            yield from rejoined(rows[place])
            place += 1
            continue
        yield from _read(run, words)
        place = end


def _run_end(rows: Sequence[list[Line]], first: int) -> int:
    """Return where the rows end that are aligned with row number `first`."""
    if not _may_be_row(rows[first]):
        return first + 1
    starts = [segment.x0 for segment in rows[first]]
    end = last = first + 1
    while end < len(rows):
        row = rows[end]
        aligned = [segment for segment in row if _column(segment, starts) is not None]
        if _is_apart(row) and len(aligned) > 1 and len(aligned) >= len(row) - 1:
            starts += [segment.x0 for segment in row if _column(segment, starts) is None]
            last = end + 1
        elif not _hangs(row, rows[end - 1], starts):
            break
        elif _is_next_line(row, rows[end - 1]):
            last = end + 1
        end += 1
    return last


def _hangs(row: list[Line], above: list[Line], starts: list[float]) -> bool:
    """Tell whether a row of one line goes on with a cell of the row above it."""
    if len(row) != 1:
        return False
    column = _column(row[0], starts)
    if column:
        return True
    first = above[0]
    fits = row[0].x1 < min([x for x in starts if x > first.x0 + _SAME_START], default=0.0)
    return column == 0 and fits and _is_next_line(row, above) and row[0].text[:1].islower()


def _is_next_line(row: list[Line], above: list[Line]) -> bool:
    return 0 < row[0].top - above[0].top < _NEXT_LINE * above[0].size


def _may_be_row(row: list[Line]) -> bool:
    """Tell whether a row has columns, and not just a number before its words."""
    if len(row) < 2 or (len(row) == 2 and row[0].length == 1 and is_number(row[0].text)):
        return False
    return _is_apart(row)


def _is_apart(row: list[Line]) -> bool:
    return all(a.x1 < b.x0 for a, b in pairwise(row))


def _column(segment: Line, starts: list[float]) -> int | None:
    """Return which of the starts a segment has; 0 is the first one found."""
    for number, start in enumerate(starts):
        if abs(segment.x0 - start) <= _SAME_START:
            return number
    return None


def _read(run: Sequence[list[Line]], words: Words) -> Iterator[Line | Columns]:
    starts = _clustered(sorted(segment.x0 for row in run for segment in row))
    columns: list[list[Line]] = [[] for _ in starts]
    step = _line_step(run, starts[0])
    rows: list[list[list[Line]]] = []
    for row in run:
        cells: list[list[Line]] = [[] for _ in starts]
        for segment in _cut(row, starts, words):
            number = max(n for n, x in enumerate(starts) if x <= segment.x0 + _SAME_START)
            cells[number].append(segment)
            columns[number].append(segment)
        if rows and _goes_on(row, bool(cells[0]), rows[-1], step):
            rows[-1] = [a + b for a, b in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    if _is_running_text(columns, len(rows)) or _differ_in_size(columns):
        for column in columns:
            yield from column
    else:
        yield Columns(tuple(tuple(map(tuple, cells)) for cells in rows))


def _line_step(run: Sequence[list[Line]], start: float) -> float:
    """Return up to what distance lines belong to one cell; 0 if rows stand as near as lines."""
    steps = [(b[0].top - a[0].top, b[0].x0 < start + _SAME_START) for a, b in pairwise(run)]
    least = min([step for step, _ in steps if step > 0], default=0.0)
    begins = [step for step, is_first in steps if is_first]
    return _NEAR * least if begins and min(begins) > _PADDED * least else 0.0


def _goes_on(row: list[Line], first: bool, above: list[list[Line]], step: float) -> bool:
    """Tell whether a row goes on with the cells of the one above it; `first` has a first cell."""
    small = any(line.text[:1].islower() for line in row)
    if first:
        return len(row) == 1 and small
    last = max(line.top for cell in above for line in cell)
    return len(row) == 1 or small or 0 < row[0].top - last < step


def _cut(row: list[Line], starts: list[float], words: Words) -> Iterator[Line]:
    """Cut lines where a word begins right at the start of another column."""
    for line in row:
        x0 = words.x0[line.first + 1 : line.last]
        apart = np.abs(x0[:, None] - np.array(starts)).min(axis=1) if len(x0) else x0
        cuts = np.flatnonzero(apart < _RIGHT_AT)
        if len(cuts):
            yield from make_lines(
                words, [line.first, *(cuts + line.first + 1)], line.last, line.page
            )
        else:
            yield line


def _clustered(values: list[float]) -> list[float]:
    """Return the first value of each cluster."""
    found: list[float] = []
    for value in values:
        if not found or value - found[-1] > _SAME_START:
            found.append(value)
    return found


def _is_running_text(columns: list[list[Line]], rows: int) -> bool:
    """Tell whether at least two columns hold lines of running text."""
    if rows < _LEAST_ROWS_OF_TEXT:
        return False
    long = [
        column
        for column in columns
        if len(column) > rows / 2
        and median(len(line.text.replace(" ", "")) for line in column) > _LETTERS_OF_TEXT
    ]
    return len(long) > 1


def _differ_in_size(columns: list[list[Line]]) -> bool:
    """Tell whether a column of small letters stands beside text: a letterhead."""
    if len(columns) != 2 or not all(columns):
        return False
    body, side = (median(segment.size for segment in column) for column in columns)
    return body - side > 1
