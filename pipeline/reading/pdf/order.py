"""The order of words on a page whose content is not written from the top down."""

from dataclasses import replace

import numpy as np

from pipeline.reading.pdf.words import Words

_LEAST_CLIMBS = 4
_MOST_CLIMBING = 0.3


def ordered(words: Words) -> Words:
    """Return the words of a page from the top down if its lines climb, else as they are."""
    if len(words) < _LEAST_CLIMBS or not _climbs(words):
        return words
    down = words.middles()[1]
    order = np.argsort(down, kind="stable")
    half = float(np.median(words.bottom - words.top)) / 2
    row = np.concatenate(([0], np.cumsum(np.diff(down[order]) > half)))
    order = order[np.lexsort((words.x0[order], row))]
    return replace(words.picked(order), row=row)


def _climbs(words: Words) -> bool:
    """Tell whether many lines stand right above the one that is written before them."""
    begins = np.flatnonzero(np.diff(words.row, prepend=words.row[0] - 1))
    top, bottom = np.minimum.reduceat(words.top, begins), np.maximum.reduceat(words.bottom, begins)
    x0, x1 = np.minimum.reduceat(words.x0, begins), np.maximum.reduceat(words.x1, begins)
    higher = bottom[1:] < (top[:-1] + bottom[:-1]) / 2
    over = (x0[1:] < x1[:-1]) & (x0[:-1] < x1[1:])
    near = top[:-1] - bottom[1:] < 2 * (bottom[1:] - top[1:])
    climbs = int(np.count_nonzero(higher & over & near))
    return climbs >= _LEAST_CLIMBS and climbs > _MOST_CLIMBING * (len(begins) - 1)
