#!/usr/bin/env python3
"""Builds `pipeline/register/organisations.csv` from the flattened register of organisations.

    python scripts/build_register.py REGISTER.csv

REGISTER.csv is the Register van Overheidsorganisaties with the columns ``id, type, map, naam,
afkorting, geldig_van, geldig_tot, ouder, tooi`` (see `pipeline/register/SOURCES.md`). Units
within organisations are left out; what the register lacks stands in `extra.toml`.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

OUTPUT = Path(__file__).parent.parent / "pipeline" / "register" / "organisations.csv"
FIELDS = ("name", "abbreviation", "kind", "since", "until", "identifier")
LEFT_OUT = {"organisatieonderdeel"}
NO_ABBREVIATION = {"gemeente", "provincie", "rwt"}
ALWAYS = "1900-01-01"
IDENTIFIERS = "https://identifier.overheid.nl/tooi/id/"


def full_name(kind: str, name: str) -> str:
    """Return the name as people write it in full."""
    if kind == "ministerie" and not name.startswith("Ministerie"):
        return f"Ministerie van {name}"
    if kind == "waterschap" and "schap" not in name.lower():
        return f"Waterschap {name}"
    return name


def rows(source: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of the register's organisations."""
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] in LEFT_OUT or not row["naam"].strip():
                continue
            yield {
                "name": full_name(row["type"], row["naam"].strip()),
                "abbreviation": "" if row["type"] in NO_ABBREVIATION else row["afkorting"].strip(),
                "kind": row["type"],
                "since": "" if row["geldig_van"] == ALWAYS else row["geldig_van"],
                "until": row["geldig_tot"],
                "identifier": row["tooi"].removeprefix(IDENTIFIERS),
            }


def main(source: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Write the register's data file."""
    found = sorted(rows(source), key=lambda row: tuple(row.values()))
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    typer.echo(f"{len(found)} organisations in {OUTPUT}")


if __name__ == "__main__":
    typer.run(main)
