"""Which organisation a party stands for."""

import re
from collections.abc import Iterator

from pipeline.extraction.names.variants import attendee_organisations, role_words
from pipeline.register import Register
from pipeline.resolve.kinds import inside, kinds, nobody
from pipeline.resolve.people import People, key_of
from pipeline.resolve.told import full_names, told_in
from pipeline.types import Minutes, Organisation

_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_ARTICLE = re.compile(r"^(?:de|het|'t|een|onze|deze|alle)\s+", re.IGNORECASE)
_NOTHING = ("", "")


class PartyResolver:
    """Looks up parties in the register and in what their document tells.

    Parameters
    ----------
    minutes
        The document: who was there for whom, which organisations it names in full, and whose
        meeting it is. Names are read as they stood on the day of the meeting.
    register
        The register of organisations.
    """

    def __init__(self, minutes: Minutes, register: Register) -> None:
        self._register = register
        self._on = minutes.date
        self._people = People(minutes, register)
        self._told = told_in(minutes, register)
        self._listed = {key_of(name): name for name in attendee_organisations(minutes.attendees)}

    def find(self, party: str) -> tuple[str, str]:
        """Return name and TOOI identifier of the party's organisation, empty where unknown."""
        for name in _readings(party):
            if found := self._registered(name):
                return found
            if homes := self._people.homes(name):
                return self._of_person(homes)
            if found := self._by_document(name):
                return found
        return _NOTHING

    def _registered(self, name: str) -> tuple[str, str] | None:
        found = self._register.find(name, self._on)
        return _pair(found) if found else None

    def _of_person(self, homes: set[str]) -> tuple[str, str]:
        """Return the organisation of a person with these homes, if they are one."""
        if homes == {""}:
            return self._named(self._told.home)
        found = {self._home(home) for home in homes}
        return found.pop() if len(found) == 1 else _NOTHING

    def _home(self, home: str) -> tuple[str, str]:
        """Return the organisation that the attendance list means, as written if unknown.

        A role or ``leden`` in its place belongs to whose meeting it is.
        """
        ways = (self._registered, self._by_document)
        if found := next(filter(None, (way(n) for way in ways for n in _parts(home))), None):
            return found
        return self._named(self._told.home) if _is_generic(home) else (home, "")

    def _by_document(self, name: str) -> tuple[str, str] | None:
        """Return the organisation of a name by what the document tells."""
        bare = _ARTICLE.sub("", name).strip()
        found = self._told.short.get(bare) or _in_full(bare) or self._place(bare)
        found = found or self._role(bare)
        if found:
            return self._named(found)
        if ministry := self._ministry(bare):
            return ministry
        listed = "" if _is_generic(bare) else self._listed.get(key_of(bare), "")
        return (listed, "") if listed else None

    def _ministry(self, bare: str) -> tuple[str, str] | None:
        """Return the ministry that its field stands for: ``Financiën``, ``Defensie``."""
        return self._registered(f"ministerie van {bare}") if bare[:1].isupper() else None

    def _place(self, bare: str) -> str:
        """Return the government of a place: the one that the document names, else a town's."""
        told = [name for names in self._told.names for name in names if name.endswith(f" {bare}")]
        if told:
            return told[0] if len(told) == 1 else ""
        if not bare[:1].isupper():
            return ""
        found = self._register.find(f"{kinds()[0].openings[0]} {bare}", self._on)
        return found.name if found else ""

    def _role(self, bare: str) -> str:
        """Return whom a role, department or bare kind (``de provincie``) stands for."""
        words = bare.lower()
        role = words if words in role_words() else _role_before_name(bare)
        fitting = (kind for kind in kinds() if kind.calls(words) or kind.calls(role))
        if found := next(filter(None, map(self._told.only, fitting)), ""):
            return found
        return self._told.home if inside().calls(bare) or inside().calls(role) else ""

    def _named(self, name: str) -> tuple[str, str]:
        return (self._registered(name) or (name, "")) if name else _NOTHING


def _readings(party: str) -> Iterator[str]:
    """Yield the ways to read a party: as it stands, and what its brackets hold."""
    yield party
    if match := _BRACKETS.match(party):
        yield match["name"]
        yield match["inside"]


def _parts(home: str) -> Iterator[str]:
    """Yield what may name the organisation: all of it, its parts, its last words."""
    yield home
    yield from (part for piece in re.split(r"\s*[/,(–-]\s*", home) if (part := piece.rstrip(")")))
    words = home.split()
    yield from (" ".join(words[place:]) for place in range(1, len(words)))


def _is_generic(name: str) -> bool:
    """Tell whether a name is of a role or of everybody, and of no organisation."""
    key = key_of(name)
    return key in nobody() or key in role_words() or inside().calls(name)


def _in_full(bare: str) -> str:
    """Return a name that says itself which organisation it is: ``gemeente Oudekerk``."""
    found = (full for kind in kinds() for full, end in full_names(bare, kind) if end == len(bare))
    return next((full for full in found if len(full) >= len(bare)), "")


def _role_before_name(bare: str) -> str:
    """Return the role with which a party begins: ``wethouder`` of ``Wethouder Peter Bot``."""
    words = bare.lower().split()
    sizes = range(len(words) - 1, 0, -1)
    return next((r for s in sizes if (r := " ".join(words[:s])) in role_words()), "")


def _pair(organisation: Organisation) -> tuple[str, str]:
    return (organisation.name, organisation.identifier)
