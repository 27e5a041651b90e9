"""Status words, of rulings and of list rows."""

import re
from functools import cache

from pipeline.data import read_toml
from pipeline.types import Status


@cache
def _rulings() -> tuple[tuple[Status, re.Pattern[str]], ...]:
    entries = read_toml(__package__, "status.toml")["ruling"]
    return tuple((Status(e["status"]), re.compile("|".join(e["patterns"]))) for e in entries)


@cache
def _row(name: str) -> re.Pattern[str]:
    return re.compile("|".join(read_toml(__package__, "status.toml")["row"][name]))


def ruling_status(text: str) -> Status:
    """Return what became of a ruling or agreement, from its words.

    Examples
    --------
    >>> ruling_status("De motie wordt verworpen.").value
    'verworpen'
    >>> ruling_status("Akkoord, mits de kosten gedekt zijn.").value
    'voorwaardelijk'
    """
    folded = text.lower()
    for status, pattern in _rulings():
        if pattern.search(folded):
            return status
    return Status.AANGENOMEN


def row_status(cell: str, *, struck: bool = False) -> Status:
    """Return how far a listed task is, from its status cell; struck through is closed.

    Examples
    --------
    >>> row_status("Gereed").value, row_status("nog niet gereed").value, row_status("").value
    ('gesloten', 'open', 'open')
    """
    folded = cell.strip().lower()
    if struck:
        return Status.GESLOTEN
    if _row("open").search(folded):
        return Status.OPEN
    return Status.GESLOTEN if _row("closed").search(folded) else Status.OPEN
