"""Chooses the deadline of a record or of a cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.deadlines.mention import Mention, find, find_in_cell
from pipeline.deadlines.readings import OF_ANY_YEAR
from pipeline.types import Deadline

_FAR_AHEAD = timedelta(days=180)
_BETWEEN = " \n\t("


@dataclass(frozen=True, slots=True)
class _Phrase:
    start: int
    end: int
    value: str

    @property
    def first(self) -> str:
        return self.value.partition("/")[0]

    @property
    def last(self) -> str:
        return self.value.rpartition("/")[2]

    @property
    def names_days(self) -> bool:
        return self.value[:1].isdigit()

    @property
    def rank(self) -> int:
        """Put days before a meeting, a meeting before an event, and that before nothing."""
        ranks = {"next-meeting": 1, "condition": 2, "": 3}
        return ranks.get(self.value, 0)

    def within(self, other: "_Phrase") -> bool:
        """Tell whether it names some of the days of the other, not all."""
        if not (self.names_days and other.names_days) or self.value == other.value:
            return False
        return other.first <= self.first and self.last <= other.last


def first_deadline(text: str, meeting: date | None, *, listed: bool = False) -> Deadline:
    """Return the deadline of a record's words: the first that names days, else the first.

    Parameters
    ----------
    text
        The words of the record.
    meeting
        The day of the meeting; None if unknown.
    listed
        The record is a row of a list and may be older than the meeting: a date without year
        that would lie more than half a year ahead is then the last one before the meeting.

    Examples
    --------
    >>> first_deadline("Stuurt het zodra het kan, uiterlijk 3 mei, rond.", date(2023, 4, 1))
    Deadline(text='uiterlijk 3 mei', value='2023-05-03')
    """
    mentions = [mention for mention in find(text) if not _is_past(mention, meeting)]
    return _choose(text, [_phrase(mention, meeting, listed) for mention in mentions])


def read_cell(text: str, meeting: date | None) -> Deadline:
    """Return what a cell 'Wanneer' or 'Deadline' of a list says; there a bare time counts.

    Examples
    --------
    >>> read_cell("mei '24", date(2023, 4, 1))
    Deadline(text="mei '24", value='2024-05-01/2024-05-31')
    """
    return _choose(text, [_phrase(m, meeting, True) for m in find_in_cell(text)])


def _choose(text: str, phrases: Sequence[_Phrase]) -> Deadline:
    ordered = sorted(_joined(text, phrases), key=lambda phrase: phrase.rank > 1)
    if not ordered:
        return Deadline()
    chosen = next((p for p in ordered if p.within(ordered[0])), ordered[0])
    return Deadline(text[chosen.start : chosen.end], chosen.value)


def _joined(text: str, phrases: Iterable[_Phrase]) -> list[_Phrase]:
    """Join phrases side by side (`volgend TO (11 mei)`) to one, with the most exact value."""
    joined: list[_Phrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        if last and not text[last.end : phrase.start].strip(_BETWEEN):
            end = phrase.end + text[phrase.end :].startswith(")")
            value = phrase.value if _more_exact(phrase, last) else last.value
            joined[-1] = _Phrase(last.start, end, value)
        else:
            joined.append(phrase)
    return joined


def _more_exact(phrase: _Phrase, other: _Phrase) -> bool:
    return phrase.rank < other.rank or phrase.within(other)


def _phrase(mention: Mention, meeting: date | None, listed: bool) -> _Phrase:
    value = mention.resolve(meeting)
    if listed and meeting is not None and mention.reads in OF_ANY_YEAR:
        value = _carried(mention, meeting, value)
    return _Phrase(mention.start, mention.end, value)


def _carried(mention: Mention, meeting: date, value: str) -> str:
    """Return the value of a row that may be carried over from an earlier meeting."""
    if not value or date.fromisoformat(value.partition("/")[0]) - meeting < _FAR_AHEAD:
        return value
    before = mention.resolve(meeting - timedelta(days=365))
    return before if before and before.rpartition("/")[2] < meeting.isoformat() else value


def _is_past(mention: Mention, meeting: date | None) -> bool:
    """Tell whether the words themselves, with their year, name days before the meeting."""
    last = mention.resolve(None).rpartition("/")[2]
    return meeting is not None and last[:1].isdigit() and last < meeting.isoformat()
