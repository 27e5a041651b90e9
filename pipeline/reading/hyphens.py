"""Joins lines of running text, and repairs words that were broken at the end of a line."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_HYPHENS = "-\u00ad\ufffe\x02\u2010\u2011"
_SOFT = "\u00ad\ufffe\x02"
_EDGES = re.compile(r"^\W+|\W+$")


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("hyphens.toml").read_text("utf-8"))
    return (frozenset(data["continues_after"]), frozenset(data["keeps_hyphen"]))


class LineJoiner:
    """Joins lines; the words of the document itself tell how a broken word is written.

    Parameters
    ----------
    words
        The words of the document, as they stand.

    Examples
    --------
    >>> join = LineJoiner(["het", "projectplan-overleg"]).join
    >>> join("de lommer-", "rijke omgeving")
    'de lommerrijke omgeving'
    >>> join("onderwijs-", "en zorgbeleid"), join("het Woo-", "besluit")
    ('onderwijs- en zorgbeleid', 'het Woo-besluit')
    >>> join("het projectplan-", "overleg")
    'het projectplan-overleg'
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known = frozenset(_EDGES.sub("", word).lower() for word in words)

    def join(self, left: str, right: str) -> str:
        """Join two lines with a space, or without one inside a broken word."""
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return left or right
        if left[-1] not in _HYPHENS or len(left) == 1 or left[-2].isspace():
            return f"{left} {right}"
        first, last = left.split()[-1][:-1], right.split()[0]
        if left[-1] not in _SOFT and last.lower() in _words()[0]:
            return f"{left} {right}"
        if left[-1] in _SOFT or not self._keeps(first, last):
            return left[:-1] + right
        return left + right

    def _keeps(self, first: str, last: str) -> bool:
        """Tell whether the hyphen between two parts of a word belongs to the word."""
        part, rest = _EDGES.sub("", first), _EDGES.sub("", last)
        if f"{part}{rest}".lower() in self._known:
            return False
        if f"{part}-{rest}".lower() in self._known:
            return True
        if not part[-1:].islower() or not last[:1].islower():
            return True
        return part.split("-")[-1].lower() in _words()[1] or not part[1:].islower()
