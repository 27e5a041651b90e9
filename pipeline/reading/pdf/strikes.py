"""Rules that run through words."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from pipeline.reading.pdf.shapes import Rule
from pipeline.reading.pdf.words import Words

_THICKEST = 2.0
_LONGEST = 500.0
_UPPER, _LOWER = 0.35, 0.3


def with_strikes(words: Words, rules: Iterable[Rule]) -> Words:
    """Return the words of a page with those marked through whose middle a rule runs."""
    strikes = [rule for rule in rules if rule.flat and rule.bottom - rule.top < _THICKEST]
    high, middle = words.bottom - words.top, words.middles()[0]
    upper, lower = words.top + _UPPER * high, words.bottom - _LOWER * high
    struck = np.zeros(len(words), np.bool_)
    for rule in strikes:
        if rule.x1 - rule.x0 < _LONGEST:
            through = (upper < rule.middle) & (rule.middle < lower)
            struck |= through & (rule.x0 <= middle) & (middle <= rule.x1)
    return replace(words, struck=struck) if struck.any() else words
