"""What the words of a deadline mean: one reading per name that the grammar uses."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from pipeline.deadlines import calendar
from pipeline.deadlines.calendar import Span
from pipeline.deadlines.grammar import table

Slots = Mapping[str, str]
Data = Mapping[str, int]
Reading = Callable[[Slots, Data, "date | None"], "Span | date | None"]

NONE = "none"
"""The reading of words that look like a deadline and are none."""

WORDS = frozenset({"next-meeting", "condition", NONE})
"""Readings that are a word of their own and no days."""

OF_ANY_YEAR = frozenset({"day", "days", "month", "months", "month-start", "quarter", "week-number"})
"""Readings of days that come back every year, if the words name no year."""


def read(name: str, slots: Slots, data: Data, meeting: date | None) -> str:
    """Return an ISO date, an ISO interval, a word, or nothing if the meeting's date is lacking.

    Raises
    ------
    KeyError
        If no reading has that name.
    """
    if name in WORDS:
        return "" if name == NONE else name
    found = READINGS[name](slots, data, meeting)
    if found is None:
        return ""
    first, last = found if isinstance(found, tuple) else (found, found)
    if isinstance(found, date) or (first == last and name not in _ALWAYS_SPANS):
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"


_ALWAYS_SPANS = frozenset({"days", "within"})


def _day(slots: Slots, data: Data, meeting: date | None) -> date | None:
    return calendar.day_of(slots.get("dag") or slots["kortedag"], meeting)


def _days(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    last = calendar.day_of(slots["dag2"], meeting)
    if last is None:
        return None
    first = _first_day(slots, last)
    return None if first is None or first > last else (first, last)


def _first_day(slots: Slots, last: date) -> date | None:
    if "daggetal" in slots:
        day = int(re.sub(r"\D", "", slots["daggetal"]))
        return last.replace(day=day) if day <= last.day else None
    first = calendar.day_of(slots["dag"], date(last.year, 1, 1))
    return first if first is None or first <= last else first.replace(year=last.year - 1)


def _weekday(slots: Slots, data: Data, meeting: date | None) -> date | None:
    if meeting is None:
        return None
    ahead = table("weekdag")[slots["weekdag"].lower()] - meeting.isoweekday()
    return meeting + timedelta(days=ahead if ahead > 0 else ahead + 7)


def _weekday_of_week(slots: Slots, data: Data, meeting: date | None) -> date | None:
    if meeting is None:
        return None
    monday = calendar.week_span(meeting, data["verschuiving"])[0]
    return monday + timedelta(days=table("weekdag")[slots["weekdag"].lower()] - 1)


def _within_days(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    if meeting is None:
        return None
    return meeting + timedelta(days=data["van"]), meeting + timedelta(days=data["tot"])


def _week_number(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    week = int(slots["weekgetal"])
    for year in _years(slots, meeting):
        try:
            span = calendar.week_span(date.fromisocalendar(year, week, 1))
        except ValueError:
            return None
        if "jaar" in slots or meeting is None or span[1] >= meeting:
            return span
    return None


def _weeks(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    return calendar.week_span(meeting, data["verschuiving"]) if meeting else None


def _within(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    number = _number(slots.get("getal2") or slots["getal"])
    return (meeting, _later(meeting, number, slots["eenheid"])) if meeting else None


def _after(slots: Slots, data: Data, meeting: date | None) -> Span | date | None:
    if meeting is None:
        return None
    first = _later(meeting, _number(slots["getal"]), slots["eenheid"])
    if "getal2" not in slots:
        return first
    return first, _later(meeting, _number(slots["getal2"]), slots["eenheid"])


def _month(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    month, part = calendar.month_in(slots["maand"]), _part(slots)
    assert month is not None
    spans = (calendar.month_span(year, month, part) for year in _years(slots, meeting))
    return _first_from(spans, meeting, slots)


def _month_week(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    month, week = calendar.month_in(slots["maand"]), _rank(slots["rang"])
    assert month is not None
    spans = (calendar.month_week_span(year, month, week) for year in _years(slots, meeting))
    return _first_from(spans, meeting, slots)


def _months(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    first, last = calendar.month_in(slots["maand"]), calendar.month_in(slots["maand2"])
    assert first is not None
    assert last is not None
    last += 12 if last < first else 0
    spans = (calendar.months_span(year, first, last) for year in _years(slots, meeting))
    return _first_from(spans, meeting, slots)


def _month_start(slots: Slots, data: Data, meeting: date | None) -> date | None:
    month = calendar.month_in(slots["maand"])
    assert month is not None
    days = (date(year, month, 1) for year in _years(slots, meeting))
    span = _first_from(((day, day) for day in days), meeting, slots)
    return span[0] if span else None


def _months_ahead(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    if meeting is None:
        return None
    day = calendar.add_months(meeting, data["verschuiving"])
    return calendar.month_span(day.year, day.month, _part(slots))


def _quarter(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    words = slots.get("q") or slots["rang"]
    number = _rank(words) if "rang" in slots else int(words[-1])
    quarter = 4 if number == -1 else number
    part = _part(slots)
    spans = (calendar.quarter_span(year, quarter, part) for year in _years(slots, meeting))
    return _first_from(spans, meeting, slots)


def _quarters_ahead(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    if meeting is None:
        return None
    day = calendar.add_months(meeting, 3 * data["verschuiving"])
    return calendar.quarter_span(day.year, (day.month + 2) // 3, _part(slots))


def _year(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    return calendar.year_span(int(slots["jaartal"]), _part(slots))


def _year_start(slots: Slots, data: Data, meeting: date | None) -> date | None:
    return date(int(slots["jaartal"]), 1, 1)


def _years_ahead(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    if meeting is None:
        return None
    return calendar.year_span(meeting.year + data["verschuiving"], _part(slots))


def _season(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    bounds = table("seizoen")[slots["seizoen"].lower()].split("/")
    spans = (_season_span(year, *bounds) for year in _years(slots, meeting))
    return _first_from(spans, meeting, slots)


def _season_start(slots: Slots, data: Data, meeting: date | None) -> date | None:
    bounds = table("seizoen")[slots["seizoen"].lower()].split("/")
    starts = (_season_span(year, *bounds)[0] for year in _years(slots, meeting))
    span = _first_from(((day, day) for day in starts), meeting, slots)
    return span[0] if span else None


def _season_after(slots: Slots, data: Data, meeting: date | None) -> Span | None:
    bounds = table("seizoen")[slots["seizoen"].lower()].split("/")
    spans = (_two_months_after(_season_span(y, *bounds)[1]) for y in _years(slots, meeting))
    return _first_from(spans, meeting, slots)


def _feast(slots: Slots, data: Data, meeting: date | None) -> date | None:
    month, day = map(int, table("feest")[" ".join(slots["feest"].lower().split())].split("-"))
    return calendar.day_of(f"{day}-{month}", meeting)


def _feast_after(slots: Slots, data: Data, meeting: date | None) -> date | None:
    feast = _feast(slots, data, meeting)
    return feast + timedelta(days=1) if feast else None


def _season_span(year: int, first: str, last: str) -> Span:
    begin, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
    return begin, end if end > begin else end.replace(year=year + 1)


def _two_months_after(day: date) -> Span:
    following = calendar.add_months(day.replace(day=1), 1)
    return calendar.months_span(following.year, following.month, following.month + 1)


def _first_from(spans: Iterable[Span], meeting: date | None, slots: Slots) -> Span | None:
    """Return the first span that is not over at the meeting; with a written year, any."""
    if "jaar" in slots or meeting is None:
        return next(iter(spans), None)
    return next((span for span in spans if span[1] >= meeting), None)


def _years(slots: Slots, meeting: date | None) -> list[int]:
    if "jaar" in slots:
        return [calendar.full_year(int(slots["jaar"].lstrip("'")))]
    return [meeting.year, meeting.year + 1] if meeting else []


def _part(slots: Slots) -> str:
    words = " ".join(slots.get("deel", "").lower().split())
    return str(table("deel")[words]) if words else ""


def _rank(words: str) -> int:
    return int(table("rang")[words.lower()])


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(table("getal")[words.lower()])


def _later(meeting: date, number: int, unit: str) -> date:
    return calendar.add(meeting, number, table("eenheid")[" ".join(unit.lower().split())])


READINGS: Mapping[str, Reading] = {
    "day": _day,
    "days": _days,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "within-days": _within_days,
    "week-number": _week_number,
    "weeks": _weeks,
    "within": _within,
    "after": _after,
    "month": _month,
    "months": _months,
    "month-week": _month_week,
    "month-start": _month_start,
    "months-ahead": _months_ahead,
    "quarter": _quarter,
    "quarters-ahead": _quarters_ahead,
    "year": _year,
    "year-start": _year_start,
    "years-ahead": _years_ahead,
    "season": _season,
    "season-start": _season_start,
    "season-after": _season_after,
    "feast": _feast,
    "feast-after": _feast_after,
}
"""The readings by name."""
