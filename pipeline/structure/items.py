"""Turns headings into agenda items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.structure.headings import Heading, Role, clean_title
from pipeline.structure.item_rows import item_table, row_items
from pipeline.structure.words import plain
from pipeline.types import AgendaItem, Attendee, BlockKind, Document, ListTable

_BEHIND = 2
_LETTERHEAD = 8
_TRAILER = re.compile(r"(?:,|\s[-–]|\sdoor|\()\s*(?P<name>[^,()]{3,60}(?:,[^()]*)?)\)?$")
# Headings that do not end the item before them.
_PASSING = (Role.LIST, Role.LABEL, Role.ATTENDANCE, Role.META)


def agenda_items(
    document: Document,
    headings: Sequence[Heading],
    lists: Sequence[ListTable],
    people: Sequence[Attendee] = (),
) -> tuple[AgendaItem, ...]:
    """Return the agenda items in order; those of the agenda itself when the body has none.

    The names of `people` are left off the end of titles, where they say who speaks.
    """
    tree = _Tree(headings, lists)
    headed = [place for place in range(len(headings)) if tree.is_item(place)]
    table = item_table(document)
    listed = {
        i
        for t in lists
        if t.heading and not (table is not None and t.first <= table < t.last)
        for i in range(t.first, t.last)
    }
    if table is not None and not any(_is_before(headings[place], table) for place in headed):
        return row_items(document, listed)
    size = len(document.blocks)
    found = [tree.item(place, size) for place in headed]
    if found:
        return tuple(replace(item, title=without_speaker(item.title, people)) for item in found)
    return row_items(document, listed) or _agenda_lines(document, headings)


def _is_before(heading: Heading, table: int) -> bool:
    """Tell whether a heading that is no letterhead stands above the table of items."""
    return heading.block < table and bool(heading.number or heading.block > _LETTERHEAD)


@dataclass(slots=True)
class _Tree:
    """The headings with what stands above each, and which lie within a list."""

    headings: Sequence[Heading]
    lists: Sequence[ListTable]
    parents: list[int | None] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    within: set[int] = field(default_factory=set)
    closed: int | None = None

    def __post_init__(self) -> None:
        self.starts = {table.first for table in self.lists}
        self.within = {i for t in self.lists for i in range(t.first + 1, t.last)}
        self.closed = self._closed()
        above: list[int] = []
        for place, heading in enumerate(self.headings):
            while above and self.headings[above[-1]].depth >= heading.depth:
                above.pop()
            self.parents.append(above[-1] if above else None)
            above.append(place)

    def is_item(self, place: int) -> bool:
        """Tell whether a heading heads an item; one of a list without rows does so after all."""
        heading = self.headings[place]
        if heading.block in self.within:
            return False
        if heading.role is Role.LIST:
            return heading.block not in self.starts
        behind = self.closed is not None and heading.block > self.closed
        return heading.role is Role.ITEM and not behind and not self._in_other(place)

    def item(self, place: int, size: int) -> AgendaItem:
        """Return the item that a heading heads; it ends at the next of its depth or higher."""
        heading = self.headings[place]
        last = size
        for other in self.headings[place + 1 :]:
            if other.depth <= heading.depth and other.role not in _PASSING:
                last = other.block
                break
        return AgendaItem(heading.number, heading.title, heading.block, last)

    def _closed(self) -> int | None:
        """Return the block of the first attachment behind the items."""
        total = sum(h.role is Role.ITEM for h in self.headings)
        before = 0
        for heading in self.headings:
            before += heading.role is Role.ITEM
            if heading.role is Role.ATTACHMENT and before > total / 2:
                return heading.block
        return None

    def _in_other(self, place: int) -> bool:
        """Tell whether a heading stands below one of attendance, agenda or attachments."""
        parent = self.parents[place]
        if parent is None:
            return False
        role, depth = self.headings[parent].role, self.headings[parent].depth
        if role is Role.AGENDA:
            opens = self.headings[parent + 1].block == self.headings[parent].block + 1
            return not opens and any(
                h.role is Role.ITEM and h.depth <= depth for h in self.headings
            )
        return role in (Role.ATTENDANCE, Role.ATTACHMENT)


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
    depths = {h.block: h.depth for h in headings}
    inner = tuple(_inner(table, items, depths) for table in lists)
    rows = item_table(document) is not None
    closing = [
        table.first
        for table in inner
        if not table.heading and len(document.blocks) - table.last <= _BEHIND and not rows
    ]
    if closing:
        items = [replace(i, last=max(min(i.last, closing[-1]), i.first + 1)) for i in items]
    return tuple(items), inner


def _inner(table: ListTable, items: Sequence[AgendaItem], depths: dict[int, int]) -> ListTable:
    if not table.heading or not items or items[-1].first < table.last:
        return table
    around = [i for i in items if i.first < table.first < i.last]
    deeper = around and depths.get(table.first, 0) > depths.get(around[-1].first, 0)
    return replace(table, heading="") if deeper else table
