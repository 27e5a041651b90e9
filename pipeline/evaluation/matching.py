"""Pairs predictions with gold: greedily from the most alike down, one to one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pipeline.evaluation.tokens import Bag, bag, f1

A = TypeVar("A")
B = TypeVar("B")

EVEN = 0.5
"""F1 from which two texts tell the same."""

HELD, HELD_F1, HELD_WORDS = 0.8, 0.25, 4
"""One text holds this share of the other's words, with this F1 and this many words in common."""


def text_score(one: Bag, other: Bag) -> float:
    """Return the F1 of two record texts, or 0 where they are not the same record.

    >>> text_score(bag("wordt vastgesteld"), bag("het verslag wordt vastgesteld"))
    0.6666666666666666
    >>> text_score(bag("geen bezwaren"), bag("de leden hebben geen opmerkingen"))
    0.0
    """
    score = f1(one, other)
    return score if score >= EVEN or _held(one, other, score) else 0.0


def _held(one: Bag, other: Bag, score: float) -> bool:
    common = (one & other).total()
    if common < HELD_WORDS or score < HELD_F1:
        return False
    return common >= HELD * min(one.total(), other.total())


def pair(
    predicted: Sequence[A], gold: Sequence[B], score: Callable[[A, B], float]
) -> list[tuple[int, int]]:
    """Return pairs of places ``(predicted, gold)``, each place at most once.

    The highest `score` goes first; of equal scores the earlier places. A score of 0 never pairs.

    >>> pair([3, 5], [5, 3], lambda a, b: float(a == b))
    [(0, 1), (1, 0)]
    """
    scored = [
        (-likeness, i, j)
        for i, one in enumerate(predicted)
        for j, other in enumerate(gold)
        if (likeness := score(one, other)) > 0
    ]
    return sorted(_one_to_one(sorted(scored)))


def _one_to_one(scored: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    given: set[int] = set()
    for _, i, j in scored:
        if i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            pairs.append((i, j))
    return pairs


def pair_texts(predicted: Sequence[str], gold: Sequence[str]) -> list[tuple[int, int]]:
    """Pair record texts by the rule of `text_score`."""
    return pair([bag(text) for text in predicted], [bag(text) for text in gold], text_score)
