"""Reads agenda items from the rows of a table."""

import re
from collections.abc import Sequence, Set

from pipeline.structure.headings import LONGEST, clean_title
from pipeline.structure.words import phrases
from pipeline.types import AgendaItem, Block, Document

_ROW_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*\.?[a-z]?|[A-Z](?:\.\d{1,2})?)\.?")
_FEWEST_ROWS = 3
# What became of an item, in capitals behind its title.
_CAPITALS = re.compile(r"(?:\s+[A-Z]{2,}){3,}\s*$")


def item_table(document: Document) -> int | None:
    """Return the block of a heading row that says that its rows are the agenda items."""
    lists = [phrases("words.toml", "items", f"{name}_columns") for name in ("number", "title")]
    text = phrases("words.toml", "items", "text_columns")
    for index, block in enumerate(document.blocks):
        cells = [cell.text for cell in block.cells]
        heads = len(cells) >= 3 and lists[0].match(cells[0]) and lists[1].match(cells[1])
        if heads and any(text.match(cell) for cell in cells[2:]):
            return index
    return None


def row_items(document: Document, listed: Set[int] = frozenset()) -> tuple[AgendaItem, ...]:
    """Read items from a table of numbers and titles (the body of many decision lists).

    The blocks `listed` are those of lists under a heading of their own.
    """
    starts: list[tuple[int, str, str]] = []
    for index, block in enumerate(document.blocks):
        if index in listed:
            continue
        number, title = _numbered_row(block) if block.cells else _numbered_line(block, starts)
        if title and _ROW_NUMBER.fullmatch(number):
            starts.append((index, number.rstrip("."), clean_title(_CAPITALS.sub("", title))))
        elif starts and (section := _section_row(block)):
            starts.append((index, "", clean_title(section)))
    if sum(bool(number) for _, number, _ in starts) < _FEWEST_ROWS:
        return ()
    return _spans(document, starts)


def _section_row(block: Block) -> str:
    """Return the words of a row that holds nothing but one cell in bold, or an empty string."""
    filled = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    alone = len(filled) == 1 and len(block.cells) > 1
    bold = alone and block.emphasis >= len(filled[0]) and not filled[0].endswith((".", ":"))
    return filled[0] if bold else ""


def _numbered_row(block: Block) -> tuple[str, str]:
    cells = [cell.text.strip() for cell in block.cells]
    return (cells[0], cells[1]) if len(cells) > 1 else ("", "")


def _numbered_line(block: Block, starts: Sequence[tuple[int, str, str]]) -> tuple[str, str]:
    """Read a line between two tables that goes on with their numbering."""
    number, title = (block.marker, block.text) if block.marker else _cut_number(block.text)
    follows = bool(starts) and next_number(starts[-1][1].split(".")[0]) == number
    return (number, title) if follows and len(title) <= LONGEST else ("", "")


def _cut_number(text: str) -> tuple[str, str]:
    number, _, title = text.partition(" ")
    return number, title


def next_number(number: str) -> str:
    """Return the number or letter that comes after another.

    Examples
    --------
    >>> next_number("9"), next_number("C")
    ('10', 'D')
    """
    return str(int(number) + 1) if number.isdigit() else chr(ord(number[:1] or " ") + 1)


def _spans(document: Document, starts: Sequence[tuple[int, str, str]]) -> tuple[AgendaItem, ...]:
    """Let each item run to the next; a row that repeats its item's number goes on with it."""
    fresh = [s for i, s in enumerate(starts) if i == 0 or starts[i - 1][1] != s[1]]
    lasts = [start[0] for start in fresh[1:]] + [len(document.blocks)]
    return tuple(
        AgendaItem(number, title, first, last)
        for (first, number, title), last in zip(fresh, lasts, strict=True)
    )
