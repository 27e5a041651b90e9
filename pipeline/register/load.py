"""Reads the data files of the register."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from pipeline.data import read_toml
from pipeline.types import Organisation

IDENTIFIERS = "https://identifier.overheid.nl/tooi/id/"
"""What all TOOI identifiers begin with; the data files leave it off."""

BY_HAND = ("ministries.toml", "bodies.toml", "flemish.toml")
"""The data files that are kept by hand; what they name goes before the registers."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An organisation, with names and abbreviations that meant it from `since` to `until`."""

    organisation: Organisation
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Tell whether the names meant this organisation on a day."""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on <= self.until)


def read_meanings() -> list[Meaning]:
    """Return what is kept by hand (`BY_HAND`) and the register (``organisations.csv``)."""
    kept = [read_toml("pipeline.register", name) for name in BY_HAND]
    known = [*(_meaning(entry) for data in kept for entry in data["organisation"]), *_rows()]
    stand_ins = (entry for data in kept for entry in data.get("stands_for", ()))
    return [*known, *(_stand_in(entry, known) for entry in stand_ins)]


def _rows() -> Iterator[Meaning]:
    text = (files("pipeline.register") / "organisations.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        entry: dict[str, Any] = {key: value for key, value in row.items() if value}
        for key in ("abbreviations", "aliases"):
            entry[key] = row[key].split(";") if row[key] else []
        for key in ("since", "until"):
            entry[key] = date.fromisoformat(row[key]) if row[key] else None
        yield _meaning(entry)


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    identifier = entry.get("identifier", "")
    organisation = Organisation(
        name=entry["name"],
        identifier=IDENTIFIERS + identifier if identifier else "",
        abbreviations=tuple(entry.get("abbreviations", ())),
        kind=entry["kind"],
        since=entry.get("since"),
        until=entry.get("until"),
    )
    names = (organisation.name, *entry.get("aliases", ()))
    since, until = organisation.since, organisation.until
    return Meaning(organisation, names, organisation.abbreviations, since, until)


def _stand_in(entry: Mapping[str, Any], known: Iterable[Meaning]) -> Meaning:
    found = [m.organisation for m in known if m.organisation.name == entry["organisation"]]
    if not found:
        raise ValueError(f"stands_for: no organisation is called {entry['organisation']!r}")
    short = tuple(name for name in entry["names"] if " " not in name)
    names = tuple(name for name in entry["names"] if " " in name)
    return Meaning(found[-1], names, short, entry.get("since"), entry.get("until"))
