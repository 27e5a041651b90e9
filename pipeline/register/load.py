"""Reads the data files of the register."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from pipeline.data import read_toml
from pipeline.types import Organisation

IDENTIFIERS = "https://identifier.overheid.nl/tooi/id/"


@dataclass(frozen=True, slots=True)
class Entry:
    """An organisation with the forms, beside its name, under which minutes may name it."""

    organisation: Organisation
    forms: tuple[str, ...]


def read_organisations() -> list[Entry]:
    """Read the official register (``organisations.csv``)."""
    text = (files(__package__) / "organisations.csv").read_text(encoding="utf-8")
    return [_row(row) for row in csv.DictReader(text.splitlines())]


def _row(row: dict[str, str]) -> Entry:
    abbreviations = (row["abbreviation"],) if row["abbreviation"] else ()
    organisation = Organisation(
        name=row["name"],
        identifier=_identifier(row["identifier"]),
        abbreviations=abbreviations,
        kind=row["kind"],
        since=_day(row["since"]),
        until=_day(row["until"]),
    )
    return Entry(organisation, abbreviations)


def read_extra() -> list[Entry]:
    """Read what is kept by hand (``extra.toml``)."""
    entries: Iterable[dict[str, Any]] = read_toml(__package__, "extra.toml")["organisation"]
    return [_entry(entry) for entry in entries]


def _entry(entry: dict[str, Any]) -> Entry:
    organisation = Organisation(
        name=entry["name"],
        identifier=_identifier(entry.get("identifier", "")),
        abbreviations=tuple(entry["forms"]),
        since=entry.get("since"),
        until=entry.get("until"),
    )
    return Entry(organisation, tuple(entry["forms"]))


def _identifier(short: str) -> str:
    return f"{IDENTIFIERS}{short}" if short else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
