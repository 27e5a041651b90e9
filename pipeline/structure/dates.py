"""Finds written dates in text and file names."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.data import read_toml

_EARLIEST, _LATEST = 1950, 2100


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date and the place of its words."""

    day: date
    start: int
    end: int


@cache
def _months() -> dict[str, int]:
    table: dict[str, int] = read_toml("pipeline.structure", "dates.toml")["months"]
    return table


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"""
        (?<!\d)(?P<d1>\d{{1,2}})(?:e|ste|de)?[\s\-_]*(?P<name>{names})\b\.?
            [\s\-_,]*(?P<y1>{year}|'\d\d)(?!\d)
        | (?<!\d)(?<!\d-)(?P<y2>{year})[-_/.](?P<m2>\d{{1,2}})[-_/.](?P<d2>\d{{1,2}})(?!\d)
        | (?<![\d.-])(?P<d3>\d{{1,2}})\s?(?P<sep>[-/._])\s?(?P<m3>\d{{1,2}})\s?(?P=sep)\s?
            (?P<y3>{year}|\d\d(?!\d|[.:]\d))(?!\d)
        | (?<!\d)(?P<y4>20\d\d)(?P<m4>[01]\d)(?P<d4>[0-3]\d)(?!\d)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


_SHORT_NAME = re.compile(r"(?<!\d)(?P<y4>\d\d)(?P<m4>[01]\d)(?P<d4>[0-3]\d)(?!\d)")


def find_dates(text: str) -> list[DateMention]:
    """Return the complete dates (with year) that a text names, in order.

    Examples
    --------
    >>> [str(m.day) for m in find_dates("d.d. 8 mrt. 2022, nu 13-april-2023 en 2-10-2024")]
    ['2022-03-08', '2023-04-13', '2024-10-02']
    """
    return [m for m in map(_mention, _pattern().finditer(text)) if m is not None]


def file_date(name: str) -> date | None:
    """Return the date that a file name holds.

    Examples
    --------
    >>> file_date("Verslag 20231113.docx")
    datetime.date(2023, 11, 13)
    >>> file_date("211202_Verslag_TO.md")
    datetime.date(2021, 12, 2)
    """
    found = find_dates(name.replace("%20", " "))
    if found:
        return found[0].day
    short = [m for m in map(_mention, _SHORT_NAME.finditer(name)) if m is not None]
    return short[0].day if short else None


def _mention(match: re.Match[str]) -> DateMention | None:
    groups = {key[0]: value for key, value in match.groupdict().items() if value}
    month = _months()[groups["n"].lower()] if "n" in groups else int(groups["m"])
    year = int(groups["y"].lstrip("'"))
    year += 2000 if year < _EARLIEST % 100 else 1900 if year < 100 else 0
    try:
        day = date(year, month, int(groups["d"]))
    except ValueError:
        return None
    if not _EARLIEST <= day.year <= _LATEST:
        return None
    return DateMention(day, match.start(), match.end())
