"""Status words, of rulings and of list rows."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from pipeline.data import read_toml
from pipeline.types import Status


@cache
def _rulings() -> tuple[tuple[Status, re.Pattern[str]], ...]:
    entries = read_toml(__package__, "status.toml")["ruling"]
    return tuple((Status(e["status"]), re.compile("|".join(e["patterns"]))) for e in entries)


@cache
def _row(name: str) -> re.Pattern[str]:
    words: Any = read_toml(__package__, "status.toml")["row"][name]
    return re.compile(words if isinstance(words, str) else "|".join(words))


def stated_ruling(text: str) -> Status | None:
    """Return what became of a ruling as far as its words tell, or None.

    Examples
    --------
    >>> stated_ruling("Motie over de haven: verworpen")
    <Status.VERWORPEN: 'verworpen'>
    >>> stated_ruling("zonder stemming") is None
    True
    """
    folded = text.lower()
    return next((status for status, pattern in _rulings() if pattern.search(folded)), None)


def ruling_status(text: str) -> Status:
    """Return what became of a ruling or agreement, from its words.

    Examples
    --------
    >>> ruling_status("De motie wordt verworpen.").value
    'verworpen'
    >>> ruling_status("Akkoord, mits de kosten gedekt zijn.").value
    'voorwaardelijk'
    """
    return stated_ruling(text) or Status.AANGENOMEN


def stated_row(cell: str) -> Status | None:
    """Return how far a task is as far as a cell tells, or None.

    Examples
    --------
    >>> stated_row("loopt"), stated_row("zie item 3") is None
    (<Status.OPEN: 'open'>, True)
    """
    folded = cell.strip().lower()
    if _row("open").search(folded):
        return Status.OPEN
    return Status.GESLOTEN if _row("closed").search(folded) else None


def row_status(
    cells: Iterable[str], *, due: str = "", task: str = "", struck: bool = False
) -> Status:
    """Return how far a listed task is.

    Parameters
    ----------
    cells
        The status cell and others that may tell, the surest first.
    due
        The cell of the deadline, where minutes also write that a task is done.
    task
        The words of the task, which may end with its status.
    struck
        Whether the row is struck through: closed, unless a cell says that it is open.

    Examples
    --------
    >>> row_status(["Gereed"]).value, row_status(["nog niet gereed"]).value, row_status([]).value
    ('gesloten', 'open', 'open')
    >>> row_status([], due="Afgedaan op 26 juni").value
    'gesloten'
    >>> row_status([], task="Els belt de leverancier - gedaan").value
    'gesloten'
    """
    for cell in cells:
        if stated := stated_row(cell):
            return stated
    if _row("due_closed").search(due.lower()):
        return Status.GESLOTEN
    if ends := _row("tail").search(task):
        return stated_row(ends[1]) or (Status.GESLOTEN if struck else Status.OPEN)
    return Status.GESLOTEN if struck else Status.OPEN


def names_tasks(title: str) -> bool:
    """Tell whether an agenda item is about the list of tasks.

    Examples
    --------
    >>> names_tasks("Verslag en acties vorige keer"), names_tasks("Begroting")
    (True, False)
    """
    pattern: str = read_toml(__package__, "status.toml")["gone_through"]["title"]
    return re.search(pattern, title, re.IGNORECASE) is not None
