"""Chooses the deadline of a record or of a cell."""

from collections.abc import Sequence
from datetime import date

from pipeline.deadlines.mention import Mention, find, find_in_cell
from pipeline.types import Deadline


def first_deadline(text: str, meeting: date | None) -> Deadline:
    """Return the deadline of a record's words: the first concrete one, else the first.

    Examples
    --------
    >>> first_deadline("Stuurt het zodra het kan, uiterlijk 3 mei, rond.", date(2023, 4, 1))
    Deadline(text='uiterlijk 3 mei', value='2023-05-03')
    """
    mentions = [m for m in find(text) if not _is_past(m, meeting)]
    return _choose(mentions, meeting)


def read_cell(text: str, meeting: date | None) -> Deadline:
    """Return what a cell 'Wanneer' or 'Deadline' of a list says; there a bare time counts.

    Examples
    --------
    >>> read_cell("mei '24", date(2023, 4, 1))
    Deadline(text="mei '24", value='2024-05-01/2024-05-31')
    """
    return _choose(find_in_cell(text), meeting)


def _choose(mentions: Sequence[Mention], meeting: date | None) -> Deadline:
    order = sorted(mentions, key=lambda m: (not m.concrete, m.reads != "next-meeting"))
    chosen = order[0] if order else None
    return Deadline(chosen.text, chosen.resolve(meeting)) if chosen else Deadline()


def _is_past(mention: Mention, meeting: date | None) -> bool:
    if meeting is None or not mention.concrete:
        return False
    last = mention.resolve(meeting).rpartition("/")[2]
    return bool(last) and last < meeting.isoformat()
