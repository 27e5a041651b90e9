"""Kinds of organisations: how their full names begin, and the roles that stand for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.data import read_toml

_PART = r"(?:[A-ZÀ-Þ][\w'’.-]*\w|[A-ZÀ-Þ]|['’][st][ -][A-ZÀ-Þ][\w-]*)"
_LONGEST_SHORT = 4
_SMALL = r"(?:aan|den|de|der|het|van|op|bij|in|['’][st])"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organisation.

    Attributes
    ----------
    openings
        With what its full names begin, as the table writes it.
    short
        With what the abbreviations of its names begin, or nothing.
    roles
        Who acts for an organisation of this kind only, in small letters.
    organs
        Finds in the name of a meeting that it is an organ of this kind.
    named
        Finds its full names; the groups are the opening and the rest.
    """

    openings: tuple[str, ...]
    short: str
    roles: frozenset[str]
    organs: re.Pattern[str]
    named: re.Pattern[str]

    def full_name(self, opening: str, rest: str) -> str:
        """Return a full name as the table writes it.

        Examples
        --------
        >>> kinds()[0].full_name("gemeente", "Breda")
        'Gemeente Breda'
        """
        begins = (name for name in self.openings if name.lower() == opening.lower())
        words = rest.split()
        if rest.isupper() and max(map(len, words)) > _LONGEST_SHORT:
            words = [word.capitalize() for word in words]
        while len(words) > 1 and _is_inner(words[-1]):
            words.pop()
        return " ".join([next(begins, self.openings[0]), *words])

    def short_name(self, name: str) -> str:
        """Return the abbreviation of a full name, or nothing.

        Examples
        --------
        >>> omgevingsdienst = next(kind for kind in kinds() if kind.short == "OD")
        >>> omgevingsdienst.short_name("Omgevingsdienst Midden-Waal")
        'ODMW'
        """
        parts = re.findall(r"[A-ZÀ-Þ]", name.partition(" ")[2])
        return self.short + "".join(parts) if self.short else ""

    def calls(self, words: str) -> bool:
        """Tell whether words are the bare name of the kind (``de provincie``) or a role of it."""
        return words in self.roles or words in {opening.lower() for opening in self.openings}


@dataclass(frozen=True, slots=True)
class Inside:
    """Roles and departments that every organisation has."""

    roles: frozenset[str]
    openings: frozenset[str]
    staff: frozenset[str]
    organs: re.Pattern[str]

    def calls(self, words: str) -> bool:
        """Tell whether words, without article, name a role or department."""
        folded = words.lower()
        first = folded.partition(" ")[0]
        return folded in self.roles or words in self.staff or first in self.openings


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds of ``kinds.toml``."""
    return tuple(_kind(entry) for entry in read_toml(__package__, "kinds.toml")["kind"])


@cache
def inside() -> Inside:
    """Return the roles and departments of ``kinds.toml``."""
    words = read_toml(__package__, "kinds.toml")["inside"]
    return Inside(
        frozenset(words["roles"]),
        frozenset(words["openings"]),
        frozenset(words["staff"]),
        _any_of(words["organs"]),
    )


@cache
def outsiders() -> re.Pattern[str]:
    """Return what finds in the name of a meeting that its members come from outside."""
    return _any_of(read_toml(__package__, "kinds.toml")["outsiders"]["organs"])


@cache
def nobody() -> frozenset[str]:
    """Return the words for those who stand for no single organisation."""
    return frozenset(read_toml(__package__, "kinds.toml")["nobody"]["words"])


def _kind(entry: Mapping[str, Any]) -> Kind:
    openings = tuple(entry["opening"])
    before = sorted([*openings, *entry.get("also", ())], key=len, reverse=True)
    small = rf"{_SMALL}|en" if entry.get("and") else _SMALL
    rest = rf"{_PART}(?:[ \u00a0](?:(?:{small})[ \u00a0]){{0,3}}{_PART})*"
    begins = "|".join(_any_case(opening) for opening in before)
    no_place = "|".join(read_toml(__package__, "kinds.toml")["no_place"]["words"])
    return Kind(
        openings=openings,
        short=entry.get("short", ""),
        roles=frozenset(entry["roles"]),
        organs=_any_of(entry["organs"]),
        named=re.compile(rf"\b({begins})[ \u00a0](?!(?i:{no_place})\b)((?:{_SMALL} )?{rest})"),
    )


def _any_case(opening: str) -> str:
    first = rf"[{opening[0]}{opening[0].lower()}]{re.escape(opening[1:])}"
    return rf"{first}|{re.escape(opening.upper())}"


def _is_inner(word: str) -> bool:
    """Tell whether a word behind a name is a department: ``Gemeente Breda Raadsgriffie``."""
    return word in inside().staff or any(word.lower() in kind.roles for kind in kinds())


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    found = "|".join(patterns) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)
