"""The forms in which minutes name the people of the attendance list."""

from collections.abc import Iterable

from pipeline.data import read_toml
from pipeline.types import Attendee

_MIN_LENGTH = 2


def bare_name(name: str) -> str:
    """Return `name` without title.

    Examples
    --------
    >>> bare_name("Mw. Bruins Slot")
    'Bruins Slot'
    """
    titles = read_toml(__package__, "names.toml")["titles"]
    words = name.split()
    while len(words) > 1 and words[0].lower() in titles:
        words = words[1:]
    return " ".join(words)


def name_variants(name: str) -> set[str]:
    """Return the forms in which a text may name a person: whole, first, last name, initials.

    Examples
    --------
    >>> sorted(name_variants("Martin van der Plas"))
    ['Martin', 'Martin van der Plas', 'MvdP', 'Plas', 'van der Plas']
    """
    bare = bare_name(name)
    words = bare.split()
    variants = {name, bare}
    if len(words) > 1:
        variants |= {words[0], words[-1], " ".join(words[1:]), initials(words)}
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
