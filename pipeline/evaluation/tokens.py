"""Likeness of two texts as bags of words."""

import re
from collections import Counter
from collections.abc import Collection

Bag = Counter[str]

_WORD = re.compile(r"\w+")


def bag(text: str) -> Bag:
    """Count the lower-case words of `text`.

    >>> sorted(bag("De raad, de Raad").items())
    [('de', 2), ('raad', 2)]
    """
    return Counter(_WORD.findall(text.lower()))


def words(text: str, without: Collection[str] = ()) -> frozenset[str]:
    """Return the lower-case words of `text` as a set, less those of `without`."""
    return frozenset(_WORD.findall(text.lower())).difference(without)


def f1(one: Bag, other: Bag) -> float:
    """Return the F1 of the words that two bags share, from 0 to 1; two empty bags score 0.

    >>> f1(bag("de raad stemt in"), bag("De raad stemt tegen"))
    0.75
    """
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def alike(one: str, other: str, least: float) -> bool:
    """Tell whether two texts have equal words (also none at all), or an F1 of `least` or more."""
    left, right = bag(one), bag(other)
    return left == right or f1(left, right) >= least
