"""Bullets that a page draws instead of writing them, as browsers do."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.reading.pdf.shapes import Area
from pipeline.reading.pdf.words import Words

BULLET = "•"
_NEAR = 2.5
_ALONE = 12.0


def with_bullets(words: Words, dots: Sequence[Area]) -> Words:
    """Return the words of a page with a bullet before each line that a dot stands before.

    Parameters
    ----------
    words
        The words of the page.
    dots
        The small shapes that it draws.
    """
    if not dots or not len(words):
        return words
    found = {place: dot for dot in dots if (place := _beside(words, dot)) is not None}
    if not found:
        return words
    places = np.array(sorted(found))
    marks = places + np.arange(len(places))
    made = words.picked(np.insert(np.arange(len(words)), places, places))
    texts, x0, x1, bold = made.texts.copy(), made.x0.copy(), made.x1.copy(), made.bold.copy()
    texts[marks] = BULLET
    x0[marks] = [found[place][0] for place in places.tolist()]
    x1[marks] = [found[place][2] for place in places.tolist()]
    bold[marks] = False
    return replace(made, texts=texts, x0=x0, x1=x1, bold=bold)


def _beside(words: Words, dot: Area) -> int | None:
    """Return the first word right of a dot, if the dot stands at the start of its line."""
    left, top, right, bottom = dot
    middle = (top + bottom) / 2
    level = (words.top < middle) & (middle < words.bottom)
    if not level.any() or (level & (words.x0 < right) & (words.x1 > left - _ALONE)).any():
        return None
    after = np.flatnonzero(level & (words.x0 >= right))
    if not len(after):
        return None
    first = int(after[np.argmin(words.x0[after])])
    is_near = words.x0[first] - right < _NEAR * (words.bottom[first] - words.top[first])
    return first if is_near and words.texts[first] != BULLET else None
