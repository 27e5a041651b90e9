"""For which organisation a person is there, as far as the document tells."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from pipeline.extraction.names.variants import (
    bare_name,
    name_variants,
    particles,
    role_words,
)
from pipeline.register import Register
from pipeline.types import Attendee, Minutes

_BRACKETED = re.compile(r"((?:[^\s(),;:.|/]+ ){0,4}[^\s(),;:.|/]+) \(([^()\n]{2,40})\)")
_LONGEST_HOME = 4
_SHORTEST_MISSPELT = 7
_ALIKE = 0.9


class People:
    """The people of a document, by every form of their name.

    Parameters
    ----------
    minutes
        The document: its attendance list, and what stands in brackets behind a name.
    register
        The register of organisations.
    """

    def __init__(self, minutes: Minutes, register: Register) -> None:
        self._register = register
        self._listed: dict[str, set[str]] = {}
        self._told: dict[str, set[str]] = {}
        for name, home in self._attendees(minutes.attendees):
            _add(self._listed, name, home)
        for name, home in self._in_brackets(minutes.document.text):
            _add(self._told, name, home)

    def homes(self, name: str) -> set[str]:
        """Return the organisations of a person, as written: of the list, else of the text.

        An empty string stands for somebody on the list whose organisation it does not tell.
        """
        keys = [key_of(name), key_of(without_role(bare_name(name)))]
        keys += self._misspelt(keys[1])
        for known in (self._listed, self._told):
            for key in keys:
                if key in known and known[key] != {""}:
                    return known[key] - {""}
        return {""} if any(key in self._listed for key in keys) else set()

    def _misspelt(self, key: str) -> list[str]:
        """Return a listed name that differs from an unknown one by a slip of the pen."""
        known = self._listed.keys() | self._told.keys()
        if key in known or len(key) < _SHORTEST_MISSPELT:
            return []
        return get_close_matches(key, sorted(self._listed), 1, _ALIKE)

    def _attendees(self, attendees: Iterable[Attendee]) -> Iterator[tuple[str, str]]:
        for attendee in attendees:
            if attendee.organisation:
                yield attendee.name, attendee.organisation
            elif not self._register.find(attendee.name):
                yield self._split(attendee.name)

    def _split(self, name: str) -> tuple[str, str]:
        """Split a name with the organisation behind it: ``Els Bos ICTU``."""
        words = name.split()
        for place in range(2, len(words)):
            home = " ".join(words[place:])
            if self._register.find(home):
                return " ".join(words[:place]), home
        return name, ""

    def _in_brackets(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield person and organisation where one stands in brackets behind the other."""
        for match in _BRACKETED.finditer(text):
            before, within = _name_at_end(match[1]), match[2].strip()
            role = match[1].removesuffix(before).split()[-1:]
            if not before:
                continue
            if role and role[0] in role_words() and self._register.find(within):
                yield role[0], within
            if self._register.find(before) and len(within.split()) > 1:
                yield within, before
            elif self._register.find(within) or self._may_be_home(before, within):
                yield before, within

    def _may_be_home(self, name: str, within: str) -> bool:
        """Tell whether words in brackets may be an organisation or role, not a remark."""
        if " " not in name and key_of(name) not in self._listed:
            return False
        if len(within.split()) > _LONGEST_HOME or not re.fullmatch(r"[^\d+/]+", within):
            return False
        return within[:1].isupper() or within.lower() in role_words()


def _name_at_end(words: str) -> str:
    """Return the name with which words end: ``stuurt Els van Dam`` gives ``Els van Dam``."""
    tokens = words.split()
    place = len(tokens)
    while place and (tokens[place - 1][:1].isupper() or tokens[place - 1] in particles()):
        place -= 1
    while place < len(tokens) and not tokens[place][:1].isupper():
        place += 1
    return " ".join(tokens[place:])


def _add(known: dict[str, set[str]], name: str, home: str) -> None:
    for variant in name_variants(name) | {name}:
        known.setdefault(key_of(variant), set()).add(home)


def without_role(name: str) -> str:
    """Return a name without the role before it: ``wethouder Kuipers`` is ``Kuipers``."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in role_words():
        words = words[1:]
    return " ".join(words)


def key_of(name: str) -> str:
    """Return a name in the form in which names are compared."""
    return re.sub(r"\W+", " ", name).strip().lower()
