#!/usr/bin/env python3
"""Builds `pipeline/register/organisations.csv` from the public registers of organisations.

    python scripts/build_register.py ROO.csv TOOI.json

ROO.csv is the Register van Overheidsorganisaties with the columns ``id, type, map, naam,
afkorting, geldig_van, geldig_tot, ouder, tooi``, TOOI.json a list of records with ``naam``,
``identifier`` and ``oorsprong`` (see `pipeline/register/SOURCES.md`). What is kept by hand
(`pipeline.register.load.BY_HAND`) is left out.
"""

import csv
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.register.load import BY_HAND

FOLDER = Path(__file__).parents[1] / "pipeline" / "register"
IDENTIFIERS = "https://identifier.overheid.nl/tooi/id/"
# The register writes this day where the first day is unknown.
UNKNOWN_DAY = "1900-01-01"
KINDS = {
    "adviescollege",
    "agentschap",
    "caribisch-openbaar-lichaam",
    "gemeente",
    "hoge-college",
    "inspectie",
    "provincie",
    "rechterlijke-instantie",
    "waterschap",
    "zbo",
}
# The registers leave off the kind, or write it in small letters; minutes do not.
PREFIXED = {"gemeente": "Gemeente", "provincie": "Provincie", "waterschap": "Waterschap"}
# Of the thousands of joint bodies those whose names differ from ordinary words.
JOINT = re.compile(
    r"(omgevingsdienst|veiligheidsregio|ggd|metropoolregio|regionale uitvoeringsdienst|rud|"
    r"recreatieschap|milieudienst|belastingsamenwerking)\b",
    re.IGNORECASE,
)
WATER_BOARD = re.compile(r"(waterschap|hoogheemraadschap|wetterskip)\b", re.IGNORECASE)


@dataclass
class Entry:
    """An organisation while its rows are put together."""

    name: str
    abbreviations: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    kind: str = ""
    since: str = ""
    until: str = ""
    identifier: str = ""

    def row(self) -> dict[str, str]:
        """Return the columns of the data file."""
        aliases = sorted(set(self.aliases) - {self.name})
        lists = {"abbreviations": sorted(set(self.abbreviations)), "aliases": aliases}
        return asdict(self) | {key: ";".join(items) for key, items in lists.items()}


def from_roo(path: Path) -> list[Entry]:
    """Return the organisations of the Register van Overheidsorganisaties."""
    entries: dict[str, Entry] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] in KINDS or JOINT.match(row["naam"]):
                add_row(entries, row)
    return list(entries.values())


def add_row(entries: dict[str, Entry], row: dict[str, str]) -> None:
    """Add a row, which is an organisation or another name of one."""
    name, since = full_name(row["naam"], row["type"]), row["geldig_van"]
    fresh = Entry(
        name=name,
        kind=row["type"],
        since="" if since == UNKNOWN_DAY else since,
        until=row["geldig_tot"],
        identifier=row["tooi"].removeprefix(IDENTIFIERS),
    )
    entry = entries.setdefault(row["id"], fresh)
    entry.aliases += names_of(name, row["type"])
    # Those of advisory bodies are used by nobody else, and mean something else to others.
    if row["type"] != "adviescollege" and may_abbreviate(row["afkorting"], name):
        entry.abbreviations.append(row["afkorting"])


def from_tooi(path: Path, known: set[str]) -> Iterator[Entry]:
    """Yield the municipalities and joint bodies of the TOOI lists that are not yet known."""
    kinds = {"gemeentelijst": "gemeente", "solijst": "gemeenschappelijke-regeling"}
    for record in json.loads(path.read_text("utf-8")):
        fields = record["fields"]
        kind = kinds.get(fields["oorsprong"], "")
        name = full_name(fields["naam"], kind)
        identifier = fields["identifier"].removeprefix(IDENTIFIERS)
        wanted = kind == "gemeente" or (kind and JOINT.match(name))
        if wanted and not known & {identifier, name.lower()}:
            yield Entry(name, [], names_of(name, kind), kind, identifier=identifier)


def full_name(name: str, kind: str) -> str:
    """Return a name as people write it in full."""
    name = " ".join(name.replace("’", "'").split())
    if kind not in PREFIXED or (kind == "waterschap" and WATER_BOARD.match(name)):
        return name
    bare = re.sub(rf"^{kind}\s+", "", name, flags=re.IGNORECASE)
    return f"{PREFIXED[kind]} {bare}"


def names_of(name: str, kind: str) -> list[str]:
    """Return the name, without its brackets too, and of a water board its short name."""
    names = [name]
    if bracketed := re.match(r"(.+?)\s*\([^)]*\)$", name):
        names.append(bracketed[1])
    if kind == "waterschap":
        names.append(f"Waterschap {re.sub(WATER_BOARD.pattern + '( van)? ', '', name, flags=re.I)}")
    return names


def may_abbreviate(abbreviation: str, name: str) -> bool:
    """Tell an abbreviation from a short name and from the initials of a person."""
    capitals = sum(letter.isupper() for letter in abbreviation)
    whole = " " not in abbreviation and abbreviation.lower() not in name.lower()
    return whole and len(abbreviation) > 2 and capitals > 1


def without(entries: Iterable[Entry], extra: list[dict[str, Any]]) -> Iterator[Entry]:
    """Leave out the organisations that are kept by hand, and their abbreviations."""
    names = {name.lower() for e in extra for name in (e["name"], *e.get("aliases", ()))}
    identifiers = {e["identifier"] for e in extra if "identifier" in e}
    taken = {short.lower() for e in extra for short in e.get("abbreviations", ())}
    for entry in entries:
        if entry.name.lower() not in names and entry.identifier not in identifiers:
            entry.abbreviations = [a for a in entry.abbreviations if a.lower() not in taken]
            yield entry


def main(
    roo: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    tooi: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
) -> None:
    """Write the register's data file."""
    kept = [tomllib.loads((FOLDER / name).read_text("utf-8")) for name in BY_HAND]
    extra = [entry for data in kept for entry in data["organisation"]]
    entries = from_roo(roo)
    known = {key for entry in entries for key in (entry.identifier, entry.name.lower())}
    entries = list(without([*entries, *from_tooi(tooi, known)], extra))
    entries.sort(key=lambda entry: (entry.name.lower(), entry.since, entry.identifier))
    with (FOLDER / "organisations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, Entry.__dataclass_fields__, lineterminator="\n")
        writer.writeheader()
        writer.writerows(entry.row() for entry in entries)
    typer.echo(f"{len(entries)} organisations")


if __name__ == "__main__":
    typer.run(main)
