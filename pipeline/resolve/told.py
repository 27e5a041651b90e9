"""What a document itself tells about organisations: full names, abbreviations, its own home."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from pipeline.register import Register
from pipeline.resolve.kinds import Kind, inside, kinds, outsiders
from pipeline.types import Minutes

_TOP = 30
"""So many blocks at most are the top of a document."""

_ABBREVIATED = re.compile(r"\s\((?:hierna:? )?['‘]?([A-Z][A-Za-z&-]{1,9})['’]?\)")


@dataclass(frozen=True, slots=True)
class Told:
    """Organisations that a document names in full.

    Attributes
    ----------
    names
        The full names of each kind, in the order of `kinds`.
    short
        Abbreviations that the document explains: ``Omgevingsdienst Midden (ODM)``.
    home
        The organisation whose meeting it is, or nothing.
    """

    names: tuple[frozenset[str], ...]
    short: dict[str, str] = field(default_factory=dict)
    home: str = ""

    def only(self, kind: Kind) -> str:
        """Return the one organisation of a kind that the document means, or nothing."""
        if any(self.home.startswith(f"{opening} ") for opening in kind.openings):
            return self.home
        names = self.names[kinds().index(kind)]
        return next(iter(names)) if len(names) == 1 else ""


def told_in(minutes: Minutes, register: Register) -> Told:
    """Read what a document tells."""
    text = minutes.document.text
    named = [list(full_names(text, kind)) for kind in kinds()]
    # A name once cut short ("Gemeente Den") is the same as the longer one.
    names = tuple(frozenset(_longest(name for name, _ in found)) for found in named)
    explained = {
        m[1]: n for found in named for n, end in found if (m := _ABBREVIATED.match(text, end))
    }
    usual = {
        short: name
        for kind, found in zip(kinds(), names, strict=True)
        for name in found
        if (short := kind.short_name(name))
    }
    home = _home(minutes, register)
    whole = (name for found in names for name in found if name.startswith(f"{home} "))
    return Told(names, usual | explained, next(whole, home) if home else "")


def full_names(text: str, kind: Kind) -> Iterator[tuple[str, int]]:
    """Yield the full names of a kind, with the place where each ends.

    Examples
    --------
    >>> list(full_names("Namens de gemeente Den Helder (vz.)", kinds()[0]))
    [('Gemeente Den Helder', 29)]
    """
    for match in kind.named.finditer(text):
        yield kind.full_name(match[1], match[2]), match.end()


def _longest(names: Iterable[str]) -> set[str]:
    found = set(names)
    return {n for n in found if not any(other.startswith(f"{n} ") for other in found)}


def _home(minutes: Minutes, register: Register) -> str:
    """Return the organisation whose meeting it is.

    It stands in the name of the meeting; or the meeting is an organ, and one organisation
    stands at the top of the document, in all of it, or in the name of the file. A council of
    clients or residents has none.
    """
    if outsiders().search(minutes.body):
        return ""
    top = [line for line in _top(minutes) if line.strip()]
    if found := _named_in([minutes.body]) or _registered_in(minutes.body, register):
        return found
    called = minutes.body or next(iter(top), "")
    fitting = [kind for kind in kinds() if kind.organs.search(called)]
    if not fitting and not inside().organs.search(called):
        return ""
    ways = (top, [minutes.document.text])
    found = next((name for way in ways if (name := _named_in(way, fitting or kinds()))), "")
    return found or _in_file_name(minutes.document.source, fitting, register)


def _top(minutes: Minutes) -> Iterator[str]:
    """Yield the lines above the first agenda item, without the remarks in brackets."""
    first = minutes.items[0].first if minutes.items else _TOP
    for block in minutes.document.blocks[: min(first, _TOP)]:
        yield re.sub(r"\([^()]*\)", "", block.text)


def _named_in(lines: Iterable[str], among: Iterable[Kind] = ()) -> str:
    """Return the one organisation that lines name, or nothing where they name several."""
    lines = list(lines)
    found = Counter(
        name for kind in among or kinds() for line in lines for name, _ in full_names(line, kind)
    )
    names = _longest(found)
    return next(iter(names)) if len(names) == 1 else ""


def _registered_in(body: str, register: Register) -> str:
    """Return the ministry or service whose abbreviation an inner meeting bears."""
    if not inside().organs.search(body):
        return ""
    words = [word for word in body.split() if sum(letter.isupper() for letter in word) > 1]
    found = {organisation.name for word in words if (organisation := register.find(word))}
    return found.pop() if len(found) == 1 else ""


def _in_file_name(source: str, fitting: Iterable[Kind], register: Register) -> str:
    """Return the one organisation of a fitting kind whose place stands in the file's name."""
    words = re.findall(r"[^\W\d_]{3,}", PurePath(source).stem)
    names = {
        found.name
        for kind in fitting
        for word in words
        if (found := register.find(f"{kind.openings[0]} {word}"))
    }
    return names.pop() if len(names) == 1 else ""
