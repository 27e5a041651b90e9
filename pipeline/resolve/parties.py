"""Which organisation a party stands for."""

import re
from collections.abc import Iterable
from datetime import date

from pipeline.extraction.names.variants import bare_name, name_variants
from pipeline.register import Register
from pipeline.types import Attendee, Organisation

_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)$")


class PartyResolver:
    """Looks up parties in the attendance list of a meeting and in the register.

    Parameters
    ----------
    attendees
        Who was there, with their organisations as written.
    register
        The register of organisations.
    on
        The day of the meeting; names are read as they stood on it.
    """

    def __init__(self, attendees: Iterable[Attendee], register: Register, on: date | None) -> None:
        self._register = register
        self._on = on
        self._homes: dict[str, set[str]] = {}
        for attendee in attendees:
            if attendee.organisation:
                for variant in name_variants(attendee.name):
                    self._homes.setdefault(_key(variant), set()).add(attendee.organisation)

    def find(self, party: str) -> tuple[str, str]:
        """Return name and TOOI identifier of the party's organisation, empty where unknown."""
        for name in self._readings(party):
            if found := self._register.find(name, self._on):
                return _pair(found)
            homes = self._homes.get(_key(bare_name(name)), set())
            if len(homes) == 1:
                return self._home(next(iter(homes)))
        return ("", "")

    def _readings(self, party: str) -> list[str]:
        """Return the ways to read a party: as it stands, and what its brackets hold."""
        readings = [party]
        if match := _BRACKETS.match(party):
            readings += [match["name"], match["inside"]]
        return readings

    def _home(self, organisation: str) -> tuple[str, str]:
        for name in (organisation, *re.split(r"\s*[/,(–-]\s*", organisation)):
            if name and (found := self._register.find(name.rstrip(")"), self._on)):
                return _pair(found)
        return (organisation, "")


def _pair(organisation: Organisation) -> tuple[str, str]:
    return (organisation.name, organisation.identifier)


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().lower()
