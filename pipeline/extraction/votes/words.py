"""Counted votes in the words of a ruling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from pipeline.data import read_toml
from pipeline.extraction.cues import compile_regex
from pipeline.types import Status, Votes

_COUNT = re.compile(r"\((\d+)\)")


@dataclass(frozen=True, slots=True)
class VoteRule:
    """A form in which minutes count votes; see the head of ``votes.toml``."""

    id: str
    regex: re.Pattern[str]


def read_votes(text: str, status: Status = Status.AANGENOMEN) -> Votes:
    """Return the votes that the words of a ruling count.

    Parameters
    ----------
    text
        The words of the ruling.
    status
        What became of it: it tells which of the numbers in ``24 tegen 21`` was for.

    Examples
    --------
    >>> read_votes("Met 23 stemmen voor en twaalf tegen is de motie aangenomen.")
    Votes(in_favour=23, against=12)
    >>> read_votes("De motie wordt met 24 tegen 21 stemmen verworpen.", Status.VERWORPEN)
    Votes(in_favour=21, against=24)
    >>> read_votes("De motie wordt unaniem aangenomen.")
    Votes(in_favour=None, against=None)
    """
    for rule in vote_rules():
        if match := rule.regex.search(text):
            return _with_unanimity(_votes(match.groupdict(), status), text)
    return Votes()


def tells_sides(text: str) -> bool:
    """Tell whether a sentence after a ruling says who was for and against it.

    Examples
    --------
    >>> tells_sides("Tegen: SP (3)."), tells_sides("Voor de zomer volgt een plan.")
    (True, False)
    """
    return _regex(_data()["side"]["pattern"]).search(text) is not None


def cell_votes(cells: list[str], headings: list[str], status: Status) -> Votes:
    """Return the votes that the cells of a decision list give.

    Examples
    --------
    >>> cell_votes(["M-1", "8", "21"], ["Motie", "Voor", "Tegen"], Status.VERWORPEN)
    Votes(in_favour=8, against=21)
    >>> cell_votes(["Kaderstelling", "12 voor, 12 tegen"], ["Voorstel", ""], Status.AANGEHOUDEN)
    Votes(in_favour=12, against=12)
    """
    columns = _data()["cells"]
    named = dict(zip((heading.strip().lower() for heading in headings), cells, strict=False))
    sides = [next((named[h] for h in columns[s] if h in named), "") for s in ("for", "against")]
    if all(side.strip().isdecimal() for side in sides):
        return Votes(int(sides[0]), int(sides[1]))
    ratio = next((cell for heading, cell in named.items() if heading in columns["ratio"]), "")
    if match := re.fullmatch(columns["ratio_pattern"], ratio.strip()):
        return _votes(match.groupdict(), status)
    found = (read_votes(cell, status) for cell in cells)
    return next((votes for votes in found if votes != Votes()), Votes())


@cache
def vote_rules() -> tuple[VoteRule, ...]:
    """Return the rules of the data file, in order."""
    return tuple(VoteRule(entry["id"], _regex(entry["pattern"])) for entry in _data()["rule"])


def _votes(groups: dict[str, str | None], status: Status) -> Votes:
    if (one := groups.get("een")) and (other := groups.get("ander")):
        low, high = sorted((_number(one), _number(other)))
        return Votes(low, high) if status is Status.VERWORPEN else Votes(high, low)
    return Votes(_side(groups, "voor"), _side(groups, "tegen"))


def _side(groups: dict[str, str | None], name: str) -> int | None:
    if parties := groups.get(f"{name}_lijst"):
        return sum(map(int, _COUNT.findall(parties)))
    number = groups.get(name)
    return None if number is None else _number(number)


def _with_unanimity(votes: Votes, text: str) -> Votes:
    if votes.in_favour is None or votes.against is not None:
        return votes
    unanimous = _regex(_data()["unanimous"]["pattern"]).search(text)
    return Votes(votes.in_favour, 0) if unanimous else votes


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _number_words()[word.lower().replace("é", "e")]


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "votes.toml")


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    accented = [f"{word}|één" if word == "een" else word for word in _longest_first()]
    number = rf"(?:\d{{1,3}}|{'|'.join(accented)})"
    return compile_regex(pattern, {**_data()["parts"], "n": number})


def _longest_first() -> list[str]:
    return sorted(_number_words(), key=len, reverse=True)


@cache
def _number_words() -> dict[str, int]:
    """Return the Dutch number words up to 99, without accents but for the diaeresis."""
    return dict(_written_numbers())


def _written_numbers() -> Iterator[tuple[str, int]]:
    words = _data()["numbers"]
    simple = [*words["units"], *words["teens"]]
    yield from ((word, value) for value, word in enumerate(simple))
    yield from ((word, 0) for word in words["none"])
    for (ten, tens), (unit, units) in product(enumerate(words["tens"], 2), enumerate(simple[:10])):
        joint = "ën" if units.endswith("e") else "en"
        yield (f"{units}{joint}{tens}" if unit else tens, 10 * ten + unit)
