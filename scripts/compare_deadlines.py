#!/usr/bin/env python3
"""Compares `pipeline.deadlines` with two general readers of dates, on our table of phrases.

    pip install dateparser recognizers-text-date-time "emoji<2"
    python scripts/compare_deadlines.py [--wrong]

dateparser reads the Dutch phrase. Microsoft's recognizers have no Dutch in their Python package:
they read the phrase in English, which the table gives beside it. What they return is brought into
the form of the codebook: a day, or a first and last day. `docs/deadlines.md` holds the outcome.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any

import dateparser.search
import typer
from recognizers_date_time import recognize_datetime

from pipeline.deadlines import first_deadline

PHRASES = Path(__file__).parents[1] / "tests" / "unit" / "deadlines" / "phrases.csv"
Row = Mapping[str, str]


def ours(row: Row) -> str:
    """Read the phrase with our own grammar."""
    return first_deadline(row["phrase"], date.fromisoformat(row["meeting"])).value


def with_dateparser(row: Row) -> str:
    """Read the phrase with dateparser: the first date in it, which is never a period."""
    settings = {
        "RELATIVE_BASE": _meeting(row),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
    }
    found = dateparser.search.search_dates(row["phrase"], languages=["nl"], settings=settings)
    return found[0][1].date().isoformat() if found else ""


def with_recognizers(row: Row) -> str:
    """Read the English phrase with Microsoft's recognizers: the first date or period to come."""
    found = recognize_datetime(row["english"], "en-us", reference=_meeting(row))
    values = [v for entity in found for v in (entity.resolution or {}).get("values", [])]
    spans = [span for value in values if (span := _span(value, _meeting(row)))]
    ahead = [span for span in spans if span[1] >= row["meeting"]]
    first, last = next(iter(ahead or spans), ("", ""))
    return first if first == last else f"{first}/{last}"


def _span(value: Mapping[str, Any], meeting: datetime) -> tuple[str, str] | None:
    """Return first and last day; the recognizers give the day after the last.

    A duration counts from the meeting on.
    """
    if value["type"] == "duration" and value.get("value"):
        end = meeting + timedelta(seconds=int(value["value"]))
        return meeting.date().isoformat(), end.date().isoformat()
    if value["type"] in ("date", "datetime"):
        return (value["value"][:10],) * 2 if value.get("value") else None
    if not value["type"].endswith("range") or value["type"] == "timerange":
        return None
    first, end = (value.get("start") or "")[:10], (value.get("end") or "")[:10]
    if first and end:
        return first, (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    return (first or end,) * 2 if first or end else None


def _meeting(row: Row) -> datetime:
    return datetime.combine(date.fromisoformat(row["meeting"]), time(10))


READERS: dict[str, Callable[[Row], str]] = {
    "besluitvinder": ours,
    "dateparser": with_dateparser,
    "recognizers (English)": with_recognizers,
}


def close(found: str, expected: str) -> bool:
    """Tell whether a reading lies within the days expected."""
    if not found or not expected[:1].isdigit():
        return found == expected
    first, last = expected[:10], expected[-10:]
    return first <= found[:10] and found[-10:] <= last


def table(rows: Iterable[Row]) -> str:
    """Return the share of right readings by group, as a Markdown table."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["group"]].append(row)
    groups["together"] = [row for group in groups.values() for row in group]
    lines = [f"| group | phrases | {' | '.join(READERS)} |", "|---|---|" + "---|" * len(READERS)]
    for name, members in groups.items():
        cells = [
            _cell([(read(row), row["expected"]) for row in members]) for read in READERS.values()
        ]
        lines.append(f"| {name} | {len(members)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(readings: list[tuple[str, str]]) -> str:
    exact = sum(found == expected for found, expected in readings)
    near = sum(close(found, expected) for found, expected in readings)
    return f"{exact} ({near})"


def main(
    wrong: Annotated[bool, typer.Option(help="List what each reads otherwise.")] = False,
) -> None:
    """Print the table; exact readings, and in brackets those within the days expected."""
    rows = list(csv.DictReader(PHRASES.read_text("utf-8").splitlines()))
    typer.echo(table(rows))
    for name, read in READERS.items() if wrong else ():
        typer.echo(f"\n{name}")
        for row in rows:
            if (found := read(row)) != row["expected"]:
                typer.echo(f"  {row['phrase']} ({row['meeting']}): {row['expected']}, not {found}")


if __name__ == "__main__":
    typer.run(main)
