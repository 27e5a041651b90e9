"""Makes the rows of tables without rules whole, before columns are looked for in them.

Programs that write a table cell by cell go back up for the next cell; and a narrow column (numbers)
stands so near the next one that the gap is hardly wider than a space.
"""

import math
from collections import Counter, deque
from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.reading.clean import is_bullet
from pipeline.reading.pdf.lines import Line, make_lines, same_height
from pipeline.reading.pdf.words import Words

_SAME_START, _SAME_COLUMN = 1.0, 5.0
_MORE_THAN_SPACE = 0.45
_ROWS_UP = 12
_LEAST_CELLS = 3
_LEAST_TIMES = 2
_LEAST_ROWS = 3
_OVERLAP = 0.2
_RULES = frozenset("|¦‖")
"""Rules that text recognition took for signs."""

Rows = Sequence[list[Line]]


def whole_rows(rows: Rows) -> Rows:
    """Put cells beside each other that stand at one height but were written after each other.

    Parameters
    ----------
    rows
        The lines of a page, cut at wide gaps, in the order of its content.
    """
    rows = list(_levelled(rows))
    starts = _starts_up(rows)
    if not starts:
        return rows
    made: list[list[Line]] = []
    for place, row in _placed(rows, made):
        if place is not None and _times(starts, row[0].x0):
            made[place] = [*made[place], *row]
        else:
            made.append(row)
    return made


def _placed(rows: Rows, made: Rows) -> Iterator[tuple[int | None, list[Line]]]:
    """Yield rows with the number of the row of `made` beside which each stands, if any."""
    bottoms = deque([-math.inf], maxlen=_ROWS_UP)
    for row in rows:
        first = row[0]
        goes_up = max(bottoms) - first.top > _OVERLAP * (first.bottom - first.top)
        yield (_beside(made, row) if goes_up else None, row)
        bottoms.append(first.bottom)


def _levelled(rows: Rows) -> Iterator[list[Line]]:
    """Part rows with lines at several heights: a word broken at the end of a line makes them."""
    for row in rows:
        held = row[:1]
        for line in row[1:]:
            if not same_height(held[-1], line):
                yield held
                held = []
            held.append(line)
        yield held


def cut_at_gaps(rows: Rows, words: Words) -> Iterator[list[Line]]:
    """Yield rows; the lines of those that have parts are cut where several rows have a gap."""
    gaps = [_gaps(row, words) if len(row) > 1 else {} for row in rows]
    counted = Counter(start for row in gaps for start in {round(x) for x in row.values()})
    begins = Counter(round(line.x0) for row in rows if len(row) > 1 for line in row)

    def stands_under(x: float) -> bool:
        near = range(round(x - _SAME_START), round(x + _SAME_START) + 1)
        return sum(counted[n] + begins[n] for n in near) >= _LEAST_ROWS

    for row, held in zip(rows, gaps, strict=True):
        cuts = [number for number, x in held.items() if stands_under(x)]
        parts = [part for line in row for part in _parts(line, cuts, words)] if cuts else row
        yield [part for part in parts if part.text not in _RULES] or parts


def _gaps(row: list[Line], words: Words) -> dict[int, float]:
    """Return the words before which a gap stands that is wider than a space: number and place."""
    found = {}
    for line in row:
        first, last = line.first, line.last
        first += is_bullet(words.texts[first])
        gap = words.x0[first + 1 : last] - words.x1[first : last - 1]
        for number in np.flatnonzero(gap > _MORE_THAN_SPACE * line.size).tolist():
            found[first + 1 + number] = float(words.x0[first + 1 + number])
    return found


def _parts(line: Line, cuts: Sequence[int], words: Words) -> list[Line]:
    inside = [cut for cut in cuts if line.first < cut < line.last]
    if not inside:
        return [line]
    return make_lines(words, [line.first, *inside], line.last, line.page)


def _starts_up(rows: Rows) -> list[float]:
    """Return where cells begin for which several rows of at least three cells go back up."""
    made: list[list[Line]] = []
    ups: list[tuple[int, float]] = []
    for place, row in _placed(rows, made):
        if place is None:
            made.append(row)
        else:
            ups.append((place, row[0].x0))
            made[place] = [*made[place], *row]
    found = [x for place, x in ups if len(made[place]) >= _LEAST_CELLS]
    begins = [line.x0 for row in made if len(row) >= _LEAST_CELLS for line in row]
    starts = [x for x in begins if _times(begins, x) >= _LEAST_TIMES]
    return starts if any(_times(starts, x) for x in found) else []


def _times(starts: Sequence[float], x: float) -> int:
    return sum(abs(x - other) < _SAME_COLUMN for other in starts)


def _beside(rows: Rows, row: list[Line]) -> int | None:
    """Return the earlier row right of which a row stands, at the same height."""
    first = row[0]
    for place in range(len(rows) - 1, max(len(rows) - 1 - _ROWS_UP, -1), -1):
        last = rows[place][-1]
        if same_height(last, first) and first.x0 > last.x1:
            return place
    return None
