"""When a field of a prediction is right."""

from collections.abc import Sequence
from functools import cache

from pipeline.data import read_toml
from pipeline.evaluation.matching import pair, text_score
from pipeline.evaluation.tokens import alike, bag, words

TITLE_LIKENESS = 0.6
"""F1 of words from which two titles of an agenda item are the same."""


@cache
def _party_words() -> frozenset[str]:
    lists = read_toml("pipeline.evaluation", "party_words.toml")
    return frozenset(word for group in lists.values() for word in group)


def same_party(one: str, other: str) -> bool:
    """Tell whether two names are one party: equal words, or those of one within the other's.

    >>> same_party("de heer Jansen", "P. Jansen"), same_party("VNG", "VNG Realisatie")
    (True, True)
    >>> same_party("gemeente Delft", "gemeente Gouda")
    False
    """
    left, right = words(one, _party_words()), words(other, _party_words())
    if not left or not right:
        return one.strip().lower() == other.strip().lower()
    return left <= right or right <= left


def party_pairs(predicted: Sequence[str], gold: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the parties that are the same, one to one, the most alike first."""
    return pair(predicted, gold, _party_score)


def _party_score(one: str, other: str) -> float:
    if not same_party(one, other):
        return 0.0
    left, right = words(one), words(other)
    return (1 + len(left & right)) / (1 + len(left | right))


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles name the same agenda item."""
    return alike(one, other, TITLE_LIKENESS)


def title_score(one: str, other: str) -> float:
    """Return how alike two titles are, 0 where they are not the same."""
    if not same_title(one, other):
        return 0.0
    left, right = bag(one), bag(other)
    return 1.0 if left == right else 2 * (left & right).total() / (left + right).total()


def same_words(one: str, other: str) -> bool:
    """Tell whether two wordings of a deadline are the same, or one stands within the other.

    >>> same_words("voor 1 maart", "1 maart"), same_words("in Q2", "voor 1 maart")
    (True, False)
    """
    left, right = bag(one), bag(other)
    if not left or not right:
        return one.strip() == other.strip()
    return left <= right or right <= left or text_score(left, right) > 0
