"""Reckoning with days: the parts of months, quarters and years, and what comes after a day."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pipeline.deadlines.grammar import table

Span = tuple[date, date]
"""First and last day."""

_NUMBERS = re.compile(r"\d+")
_CENTURY = 2000


def day_of(words: str, meeting: date | None) -> date | None:
    """Return the day that words name: the first one from the meeting on if they lack the year.

    Examples
    --------
    >>> day_of("vrijdag 3 mrt.", date(2023, 3, 10))
    datetime.date(2024, 3, 3)
    >>> day_of("10/6/2025", None)
    datetime.date(2025, 6, 10)
    """
    numbers = [int(n) for n in _NUMBERS.findall(words)]
    if named := month_in(words):
        numbers.insert(1, named)
    elif numbers[0] > _CENTURY:
        numbers.reverse()
    day, month = numbers[:2]
    if len(numbers) > 2:
        return _valid(full_year(numbers[2]), month, day)
    if meeting is None:
        return None
    candidates = (_valid(meeting.year + ahead, month, day) for ahead in range(5))
    return next((found for found in candidates if found and found >= meeting), None)


def month_in(words: str) -> int | None:
    """Return the number of the month whose name stands in `words`."""
    for word in re.findall(r"[^\W\d]+", words.lower()):
        if word in table("maand"):
            return int(table("maand")[word])
    return None


def full_year(year: int) -> int:
    """Return a year of two digits in full."""
    return year + _CENTURY if year < 100 else year


def month_span(year: int, month: int, part: str = "") -> Span:
    """Return the days of a month or of a part of it (``begin``, ``mid``, ``end``, halves).

    Examples
    --------
    >>> month_span(2024, 2, "end")
    (datetime.date(2024, 2, 21), datetime.date(2024, 2, 29))
    """
    last = monthrange(year, month)[1]
    bounds = {
        "begin": (1, 10),
        "mid": (11, 20),
        "end": (21, last),
        "first-half": (1, 15),
        "second-half": (16, last),
    }
    first, final = bounds.get(part, (1, last))
    return date(year, month, first), date(year, month, final)


def month_week_span(year: int, month: int, week: int) -> Span:
    """Return seven days of a month: the first seven are week 1, the last seven week -1.

    Examples
    --------
    >>> month_week_span(2024, 2, -1)
    (datetime.date(2024, 2, 23), datetime.date(2024, 2, 29))
    """
    first = monthrange(year, month)[1] - 6 if week == -1 else 7 * week - 6
    return date(year, month, first), date(year, month, first + 6)


def months_span(year: int, first: int, last: int) -> Span:
    """Return the days from month `first` to month `last` of a year (numbers may pass 12)."""
    begin, end = add_months(date(year, 1, 1), first - 1), add_months(date(year, 1, 1), last - 1)
    return begin, month_span(end.year, end.month)[1]


def quarter_span(year: int, quarter: int, part: str = "") -> Span:
    """Return the days of a quarter, or of its first, middle or last month."""
    first = 3 * quarter - 2
    months = {"begin": (0, 0), "mid": (1, 1), "end": (2, 2)}
    lower, upper = months.get(part, (0, 2))
    return months_span(year, first + lower, first + upper)


def year_span(year: int, part: str = "") -> Span:
    """Return the days of a year or of a part of it: begin is January to March, mid May to August.

    Examples
    --------
    >>> year_span(2011, "end")
    (datetime.date(2011, 12, 1), datetime.date(2011, 12, 31))
    """
    months = {
        "begin": (1, 3),
        "mid": (5, 8),
        "end": (12, 12),
        "first-half": (1, 6),
        "second-half": (7, 12),
    }
    return months_span(year, *months.get(part, (1, 12)))


def week_span(day: date, ahead: int = 0) -> Span:
    """Return Monday and Sunday of the ISO week `ahead` weeks after the one that holds `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=ahead)
    return monday, monday + timedelta(days=6)


def add_months(day: date, months: int) -> date:
    """Return the day that many months later, no further than the end of that month.

    Examples
    --------
    >>> add_months(date(2023, 1, 31), 1)
    datetime.date(2023, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, number: int, unit: str) -> date:
    """Return the day `number` units later; working days are counted Monday to Friday."""
    match unit:
        case "day":
            return day + timedelta(days=number)
        case "week":
            return day + timedelta(weeks=number)
        case "month":
            return add_months(day, number)
        case "half-year":
            return add_months(day, 6 * number)
        case "quarter":
            return add_months(day, 3 * number)
        case "year":
            return add_months(day, 12 * number)
        case _:
            return _add_workdays(day, number)


def _add_workdays(day: date, number: int) -> date:
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
