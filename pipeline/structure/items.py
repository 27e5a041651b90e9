"""Turns headings into agenda items."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.structure.headings import LONGEST, Heading, Role, clean_title
from pipeline.structure.words import phrases, plain
from pipeline.types import AgendaItem, Attendee, Block, BlockKind, Document, ListTable

_ROW_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z](?:\.\d{1,2})?)\.?")
_FEWEST_ROWS = 3
_BEHIND = 2
_TRAILER = re.compile(r"(?:,|\s[-–]|\sdoor|\()\s*(?P<name>[^,()]{3,60}(?:,[^()]*)?)\)?$")
# What became of an item, in capitals behind its title.
_CAPITALS = re.compile(r"(?:\s+[A-Z]{2,}){3,}\s*$")


def agenda_items(
    document: Document,
    headings: Sequence[Heading],
    lists: Sequence[ListTable],
    people: Sequence[Attendee] = (),
) -> tuple[AgendaItem, ...]:
    """Return the agenda items in order; those of the agenda itself when the body has none.

    The names of `people` are left off the end of titles, where they say who speaks.
    """
    if _has_item_table(document):
        return _row_items(document)
    headed = [h for h in headings if _is_item(h, headings, lists)]
    if headed:
        found = [_item(document, h, headings) for h in headed]
        return tuple(replace(item, title=without_speaker(item.title, people)) for item in found)
    return _row_items(document) or _agenda_lines(document, headings)


def without_speaker(title: str, people: Sequence[Attendee]) -> str:
    """Leave the name of somebody present off the end of a title.

    Examples
    --------
    >>> without_speaker("Roadmap, Jan de Wit", [Attendee("Jan de Wit")])
    'Roadmap'
    """
    trailer = _TRAILER.search(title)
    if trailer is None or trailer.start() == 0:
        return title
    words = set(plain(trailer["name"]).split())
    names = [set(plain(person.name).split()) for person in people]
    named = any(len(name) > 1 and len(name & words) > 1 for name in names)
    return title[: trailer.start()].rstrip(" ,-–") if named else title


def _has_item_table(document: Document) -> bool:
    """Tell whether a table's heading row says that its rows are the agenda items."""
    lists = [phrases("words.toml", "items", f"{name}_columns") for name in ("number", "title")]
    text = phrases("words.toml", "items", "text_columns")
    for block in document.blocks:
        cells = [cell.text for cell in block.cells]
        if len(cells) >= 3 and lists[0].match(cells[0]) and lists[1].match(cells[1]):
            return any(text.match(cell) for cell in cells[2:])
    return False


def _is_item(heading: Heading, headings: Sequence[Heading], lists: Sequence[ListTable]) -> bool:
    """Tell whether a heading heads an item; one of a list without rows does so after all."""
    within = any(t.first < heading.block < t.last for t in lists)
    if heading.role is Role.LIST:
        return not within and not any(t.first == heading.block for t in lists)
    closed = _closed(headings)
    aside = _in_other(heading, headings) or (closed is not None and heading.block > closed)
    return heading.role is Role.ITEM and not within and not aside


def _closed(headings: Sequence[Heading]) -> int | None:
    """Return the block of the first attachment behind the items."""
    items = [h.block for h in headings if h.role is Role.ITEM]
    for heading in headings:
        before = sum(block < heading.block for block in items)
        if heading.role is Role.ATTACHMENT and before > len(items) / 2:
            return heading.block
    return None


def _in_other(heading: Heading, headings: Sequence[Heading]) -> bool:
    """Tell whether a heading stands below one of attendance, agenda or attachments."""
    parent = _parent(heading, headings)
    if parent is None:
        return False
    if parent.role is Role.AGENDA:
        opens = any(h.block == parent.block + 1 for h in headings)
        return not opens and any(h.role is Role.ITEM and h.depth <= parent.depth for h in headings)
    return parent.role in (Role.ATTENDANCE, Role.ATTACHMENT)


def _parent(heading: Heading, headings: Sequence[Heading]) -> Heading | None:
    """Return the heading under which another one stands."""
    for other in reversed(headings):
        if other.block < heading.block and other.depth < heading.depth:
            return other
    return None


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
        number, title = _numbered_row(block) if block.cells else _numbered_line(block, starts)
        if title and _ROW_NUMBER.fullmatch(number):
            starts.append((index, number.rstrip("."), clean_title(_CAPITALS.sub("", title))))
    if len(starts) < _FEWEST_ROWS:
        return ()
    return _spans(document, starts)


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


def close_items(
    document: Document,
    items: Sequence[AgendaItem],
    lists: Sequence[ListTable],
    headings: Sequence[Heading],
) -> tuple[tuple[AgendaItem, ...], tuple[ListTable, ...]]:
    """Settle which lists belong to an item and which close the document.

    A list under a sub-heading inside an item goes without heading of its own: its rows stand
    under the item. A table without heading at the end belongs to no item.
    """
    inner = tuple(_inner(table, items, headings) for table in lists)
    closing = [
        t.first
        for t in inner
        if not t.heading
        and len(document.blocks) - t.last <= _BEHIND
        and any(item.first < t.first for item in items)
    ]
    if closing and not _has_item_table(document):
        items = [replace(i, last=min(i.last, max(closing[-1], i.first + 1))) for i in items]
    return tuple(items), inner


def _inner(table: ListTable, items: Sequence[AgendaItem], headings: Sequence[Heading]) -> ListTable:
    depths = {h.block: h.depth for h in headings}
    around = [i for i in items if i.first < table.first < i.last]
    follows = any(item.first >= table.last for item in items)
    deeper = around and depths.get(table.first, 0) > depths.get(around[-1].first, 0)
    return replace(table, heading="") if deeper and follows and table.heading else table
