"""Cells of a table as text, harmless to a spreadsheet."""

from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters by which a spreadsheet takes a cell for a formula (or trims down to one)."""

SEPARATOR = "; "
"""Between the members of a list."""


def text(value: Any) -> str:
    """Return a value of a row as text: nothing for None, lists joined.

    >>> text(["VNG", "Logius"]), text(None), text(0.8)
    ('VNG; Logius', '', '0.8')
    """
    if value is None:
        return ""
    return SEPARATOR.join(value) if isinstance(value, list | tuple) else str(value)


def guarded(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula.

    A cell that already has apostrophes there gets one more, so that `plain` gives back exactly
    what it was.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("Akkoord"), guarded("'s middags")
    ("'=1+1", "''=1+1", 'Akkoord', "'s middags")
    """
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def plain(cell: str) -> str:
    """Undo `guarded`.

    >>> plain("'=1+1"), plain("'s middags")
    ('=1+1', "'s middags")
    """
    return cell[1:] if cell.startswith("'") and cell == guarded(cell[1:]) else cell
