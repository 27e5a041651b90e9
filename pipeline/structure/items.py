"""Turns headings into agenda items."""

import re
from collections.abc import Sequence

from pipeline.structure.headings import Heading, Role, clean_title
from pipeline.structure.words import phrases
from pipeline.types import AgendaItem, BlockKind, Document, ListTable

_ROW_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z](?:\.\d{1,2})?)\.?")
_FEWEST_ROWS = 3


def agenda_items(
    document: Document, headings: Sequence[Heading], lists: Sequence[ListTable]
) -> tuple[AgendaItem, ...]:
    """Return the agenda items in order; those of the agenda itself when the body has none."""
    headed = [h for h in headings if _is_item(h, headings, lists)]
    if headed:
        return tuple(_item(document, h, headings) for h in headed)
    return _row_items(document) or _agenda_lines(document, headings)


def _is_item(heading: Heading, headings: Sequence[Heading], lists: Sequence[ListTable]) -> bool:
    """Tell whether a heading heads an item; one of a list without rows does so after all."""
    within = any(t.first < heading.block < t.last for t in lists)
    if heading.role is Role.LIST:
        return not within and not any(t.first == heading.block for t in lists)
    return heading.role is Role.ITEM and not within and not _in_other(heading, headings)


def _in_other(heading: Heading, headings: Sequence[Heading]) -> bool:
    """Tell whether a heading stands below one of attendance, agenda or attachments."""
    above = [h for h in headings if h.block < heading.block and h.depth < heading.depth]
    if not above:
        return False
    parent = above[-1]
    return parent.role in (Role.ATTENDANCE, Role.AGENDA, Role.ATTACHMENT) and not any(
        h.depth <= parent.depth for h in headings if parent.block < h.block < heading.block
    )


def _item(document: Document, heading: Heading, headings: Sequence[Heading]) -> AgendaItem:
    last = len(document.blocks)
    for other in headings:
        ends = other.role not in (Role.LIST, Role.LABEL, Role.ATTENDANCE, Role.META)
        if other.block > heading.block and other.depth <= heading.depth and ends:
            last = other.block
            break
    return AgendaItem(heading.number, heading.title, heading.block, last)


def _row_items(document: Document) -> tuple[AgendaItem, ...]:
    """Read items from a table of numbers and titles (the body of many decision lists)."""
    starts: list[tuple[int, str, str]] = []
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE_ROW or len(block.cells) < 2:
            continue
        number, title = block.cells[0].text.strip(), block.cells[1].text.strip()
        if title and _ROW_NUMBER.fullmatch(number):
            starts.append((index, number.rstrip("."), clean_title(title)))
    if len(starts) < _FEWEST_ROWS:
        return ()
    return _spans(document, starts)


def _spans(document: Document, starts: Sequence[tuple[int, str, str]]) -> tuple[AgendaItem, ...]:
    """Let each item run to the next; a row that repeats its item's number goes on with it."""
    fresh = [s for i, s in enumerate(starts) if i == 0 or starts[i - 1][1] != s[1]]
    lasts = [start[0] for start in fresh[1:]] + [len(document.blocks)]
    return tuple(
        AgendaItem(number, title, first, last)
        for (first, number, title), last in zip(fresh, lasts, strict=True)
    )


def _agenda_lines(document: Document, headings: Sequence[Heading]) -> tuple[AgendaItem, ...]:
    """Read items from the agenda's own lines."""
    found: list[AgendaItem] = []
    for heading in headings:
        if heading.role is not Role.AGENDA:
            continue
        for index in range(heading.block + 1, len(document.blocks)):
            block = document.blocks[index]
            if block.kind is not BlockKind.LIST_ITEM:
                break
            number = block.marker if block.marker[:1].isdigit() else ""
            found.append(AgendaItem(number, clean_title(block.text), index, index + 1))
    return tuple(found)


def is_header(text: str) -> bool:
    """Tell whether a cell is the heading of a title column."""
    return phrases("columns.toml", "columns", "task", "phrases").match(text)
