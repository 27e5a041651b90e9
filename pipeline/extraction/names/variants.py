"""The forms in which minutes name the people of the attendance list."""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.data import read_toml
from pipeline.types import Attendee

_MIN_LENGTH = 2


@cache
def _words(*names: str) -> frozenset[str]:
    lists = read_toml(__package__, "names.toml")
    return frozenset(word for name in names for word in lists[name])


def role_words() -> frozenset[str]:
    """Return the words for roles, and for everyone together."""
    return _words("roles", "everyone", "articles")


def never_words() -> frozenset[str]:
    """Return the words that are no name though they look like one."""
    return _words("never")


def particles() -> frozenset[str]:
    """Return the small words within a surname (``van``, ``der``, ``vd``)."""
    return _words("particles")


def bare_name(name: str) -> str:
    """Return `name` without title.

    Examples
    --------
    >>> bare_name("Mw. Bruins Slot")
    'Bruins Slot'
    """
    words = name.split()
    if len(words) > 2 and words[0].lower() == "de" and words[1].lower() in _words("titles"):
        words = words[1:]
    while len(words) > 1 and words[0].lower() in _words("titles"):
        words = words[1:]
    return " ".join(words)


def name_variants(name: str) -> set[str]:
    """Return the forms in which a text may name a person.

    Whole, first name, last name, first name with the initial of the last, initials.

    Examples
    --------
    >>> sorted(name_variants("Els van Dam"))
    ['Dam', 'Els', 'Els D', 'Els van D', 'Els van Dam', 'EvD', 'van Dam']
    """
    bare = bare_name(name)
    words = bare.split()
    variants = {name, bare}
    if len(words) > 1:
        variants |= {words[0], words[-1], " ".join(words[1:]), initials(words)}
        variants |= {f"{words[0]} {words[-1][0]}", " ".join([*words[:-1], words[-1][0]])}
    variants |= {re.sub(r"\bvan de[nr]?\b", "vd", variant) for variant in variants}
    return {v for v in variants if len(v) >= _MIN_LENGTH and v[:1].isalpha() and _capital(v)}


def initials(words: list[str]) -> str:
    """Return the first letters of the words of a name, as minutes abbreviate it."""
    return "".join(word[0] for word in words if word)


def _capital(text: str) -> bool:
    return any(letter.isupper() for letter in text)


def attendee_names(attendees: Iterable[Attendee]) -> set[str]:
    """Return every form of every attendee's name."""
    return {v for attendee in attendees for v in name_variants(attendee.name)}


def attendee_organisations(attendees: Iterable[Attendee]) -> set[str]:
    """Return the organisations of the attendance list, as written."""
    parts = (part.strip() for a in attendees for part in a.organisation.split("/"))
    return {part for part in parts if len(part) >= _MIN_LENGTH and _capital(part)}
