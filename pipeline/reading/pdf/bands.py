"""Tables with rules between their rows only: the sides of their columns are found from the words.

What such tables leave out is added: an upright rule in each gap that no word of the table crosses,
except in a row whose words do (a cell over several columns).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.reading.pdf.shapes import Rule
from pipeline.reading.pdf.words import Flags, Words

_LEAST_RULES = 3
_SAME_SIDE, _SAME_HEIGHT = 4.0, 1.5
_JOINS = 3.0
_LEAST_SHARE = 0.5
_LEAST_WIDTH = 120.0
_SPACE = 0.45
_NARROWEST = 3
_CROSSING = 0.12
_ROWS_IN_BAND = 3
_NEAR = 1.2
_MOST_WHITE, _NO_LINE = 1.6, 12.0


@dataclass(frozen=True, slots=True)
class _Level:
    """The flat rules at one height: where they are, from the left to the right."""

    height: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Band:
    """The words between two rules, in stretches: left, right, middle height."""

    top: float
    bottom: float
    stretches: tuple[tuple[float, float, float], ...]


def column_rules(rules: Sequence[Rule], words: Words) -> list[Rule]:
    """Return the rules that tables with rules between rows only leave out.

    Parameters
    ----------
    rules
        The rules of a page.
    words
        Its words.
    """
    flat = [rule for rule in rules if rule.flat and rule.x1 - rule.x0 > _JOINS]
    if len(flat) < _LEAST_RULES or not len(words):
        return []
    found: list[Rule] = []
    for levels in (part for stack in _stacks(_levels(flat)) for part in _parted(stack, words)):
        left, right = min(x.left for x in levels), max(x.right for x in levels)
        inside = [
            rule
            for rule in rules
            if not rule.flat
            and left + _SAME_SIDE < rule.middle < right - _SAME_SIDE
            and rule.top < levels[-1].height - 1
            and rule.bottom > levels[0].height + 1
        ]
        if not inside and right - left > _LEAST_WIDTH:
            ends = [x for rule in flat for x in (rule.x0, rule.x1)]
            found += _completed(levels, (left, right), words, ends)
    return found


def _levels(flat: Sequence[Rule]) -> list[_Level]:
    """Return the heights at which rules run, from the top down."""
    found: list[_Level] = []
    for rule in sorted(flat, key=lambda rule: rule.middle):
        last = found[-1] if found else None
        if last and rule.middle - last.height < _SAME_HEIGHT:
            found[-1] = _Level(last.height, min(last.left, rule.x0), max(last.right, rule.x1))
        else:
            found.append(_Level(rule.middle, rule.x0, rule.x1))
    return found


def _stacks(levels: Sequence[_Level]) -> Iterator[list[_Level]]:
    """Yield the runs of levels that have a side in common and are about as long."""
    stack: list[_Level] = []
    for level in levels:
        if stack and not _is_alike(stack, level):
            if len(stack) >= _LEAST_RULES:
                yield stack
            stack = []
        stack.append(level)
    if len(stack) >= _LEAST_RULES:
        yield stack


def _parted(stack: Sequence[_Level], words: Words) -> Iterator[list[_Level]]:
    """Part a stack where there is more white between two rules than in a row: two tables."""
    parts = [[stack[0]]]
    for above, level in pairwise(stack):
        inside = (above.height < words.top) & (words.bottom < level.height + _SAME_HEIGHT)
        inside &= (level.left <= words.x0) & (words.x1 <= level.right)
        tops, bottoms = words.top[inside], words.bottom[inside]
        starts = np.append(np.sort(tops), level.height)
        ends = np.insert(np.maximum.accumulate(bottoms[np.argsort(tops)]), 0, above.height)
        high = float((bottoms - tops).min()) if len(tops) else _NO_LINE
        if (starts - ends).max() > _MOST_WHITE * high:
            parts.append([])
        parts[-1].append(level)
    yield from (part for part in parts if len(part) >= _LEAST_RULES)


def _is_alike(stack: Sequence[_Level], level: _Level) -> bool:
    left, right = min(x.left for x in stack), max(x.right for x in stack)
    return (
        abs(level.left - left) < _SAME_SIDE or abs(level.right - right) < _SAME_SIDE
    ) and _LEAST_SHARE < (level.right - level.left) / (right - left) < 1 / _LEAST_SHARE


def _completed(
    levels: Sequence[_Level], sides: tuple[float, float], words: Words, ends: Sequence[float]
) -> Iterator[Rule]:
    """Yield the rules between columns, the sides, and the top of a head without a rule.

    A rule between columns stands where flat ones end, if any do in the gap.
    """
    left, right = sides
    heights = [level.height for level in levels]
    bands = [_band(words, top, bottom, left, right) for top, bottom in pairwise(heights)]
    gaps = _gaps(bands, left, right)
    if not gaps or any(_holds_rows(band, gaps) for band in bands):
        return
    head = _head(words, heights[0], left, right, gaps)
    if head is not None:
        bands.insert(0, head)
        yield Rule(left, head.top, right, head.top, flat=True)
    for side in sides:
        yield Rule(side, bands[0].top, side, bands[-1].bottom, flat=False)
    for first, last in gaps:
        inside = sorted(x for x in ends if first - 1 < x < last + 1)
        middle = inside[len(inside) // 2] if inside else (first + last) / 2
        for band in bands:
            if not _is_crossed(band, first, last) and not _is_one(band, gaps):
                yield Rule(middle, band.top, middle, band.bottom, flat=False)


def _band(words: Words, top: float, bottom: float, left: float, right: float) -> _Band:
    across, down = words.middles()
    inside = (top < down) & (down < bottom) & (left <= across) & (across <= right)
    return _Band(top, bottom, tuple(_stretches(words, inside)))


def _stretches(words: Words, which: Flags) -> Iterator[tuple[float, float, float]]:
    """Yield the stretches of words that stand beside each other with no more than a space."""
    numbers = np.flatnonzero(which)
    down = words.middles()[1]
    ordered = numbers[np.lexsort((words.x0[numbers], np.round(down[numbers] / 3)))].tolist()
    held: tuple[float, float, float] | None = None
    for number in ordered:
        x0, x1, middle = float(words.x0[number]), float(words.x1[number]), float(down[number])
        size = float(words.size[number])
        if held and abs(middle - held[2]) < 3 and x0 - held[1] < _SPACE * size:
            held = (held[0], max(held[1], x1), middle)
            continue
        if held:
            yield held
        held = (x0, x1, middle)
    if held:
        yield held


def _gaps(bands: Sequence[_Band], left: float, right: float) -> list[tuple[float, float]]:
    """Return the gaps between columns: stretches of width that hardly any row has words in."""
    cells = [band for band in bands if len(band.stretches) > 1]
    if len(cells) < _LEAST_RULES - 1:
        return []
    base, size = int(left), int(right - left) + 2
    covered = np.zeros(size, np.int64)
    for band in cells:
        row = np.zeros(size, np.bool_)
        for x0, x1, _ in band.stretches:
            row[max(int(x0) - base, 0) : int(np.ceil(x1)) - base] = True
        covered += row
    free = covered <= int(_CROSSING * len(cells))
    edges = np.diff(np.concatenate(([0], free.astype(np.int8), [0])))
    begins, ends = (np.flatnonzero(edges == sign).tolist() for sign in (1, -1))
    return [
        (base + first, base + last)
        for first, last in zip(begins, ends, strict=True)
        if last - first >= _NARROWEST and covered[:first].any() and covered[last:].any()
    ]


def _is_crossed(band: _Band, first: float, last: float) -> bool:
    middle = (first + last) / 2
    return any(x0 < middle < x1 for x0, x1, _ in band.stretches)


def _is_one(band: _Band, gaps: Sequence[tuple[float, float]]) -> bool:
    """Tell whether all words of a row stand together, over more than one column."""
    return len(band.stretches) == 1 and any(_is_crossed(band, *gap) for gap in gaps)


def _holds_rows(band: _Band, gaps: Sequence[tuple[float, float]]) -> bool:
    """Tell whether several rows stand between two rules: lines with words in each column."""
    heights: dict[int, set[int]] = {}
    for x0, _, middle in band.stretches:
        column = sum(x0 >= first for first, _ in gaps)
        heights.setdefault(round(middle / 3), set()).add(column)
    full = sum(len(columns) == len(gaps) + 1 for columns in heights.values())
    return full >= _ROWS_IN_BAND


def _head(
    words: Words, height: float, left: float, right: float, gaps: Sequence[tuple[float, float]]
) -> _Band | None:
    """Return the line right above the first rule, if it has words in most of the columns."""
    across, down = words.middles()
    above = (down < height) & (left - 1 <= across) & (across <= right + 1)
    above &= height - words.bottom < _NEAR * (words.bottom - words.top)
    if not above.any():
        return None
    line = above & (words.bottom > float(words.bottom[above].max()) - 3)
    band = _Band(float(words.top[line].min()) - 1, height, tuple(_stretches(words, line)))
    columns = {sum(x0 >= first for first, _ in gaps) for x0, _, _ in band.stretches}
    crossed = any(_is_crossed(band, *gap) for gap in gaps)
    return band if len(columns) > max(1, len(gaps) // 2) and not crossed else None
