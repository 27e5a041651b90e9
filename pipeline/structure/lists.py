"""Finds the lists of actions, decisions and promises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.structure.bullets import bullet_rows
from pipeline.structure.columns import Columns, from_header, inferred, tasks_beside
from pipeline.structure.headings import Heading, Role, clean_title, kind_of
from pipeline.structure.rows import table_rows
from pipeline.structure.words import plain
from pipeline.types import Attendee, Block, BlockKind, Document, ListRow, ListTable

_LONGEST_LINE = 400
_LONGEST_CAPTION = 100
_FAR = 3
_HEADING_ROWS = 3
_MOST_TEXT = 2
# An explanation of marks behind the heading: "O = open, G = gesloten".
_LEGEND = re.compile(r"\s*[(]?\b\w{1,2}\s*=.*$")


def list_tables(
    document: Document, headings: Sequence[Heading], people: Sequence[Attendee] = ()
) -> tuple[ListTable, ...]:
    """Return the lists: those under a heading that names one, and tables that look like one."""
    names = frozenset(word for person in people for word in plain(person.name).split())
    found: list[ListTable] = []
    tables = list(_tables(document))
    for place, heading in enumerate(headings):
        if heading.role is Role.LIST:
            last = _section_end(document, headings, place)
            within = [blocks for blocks in tables if heading.block < blocks[0] < last]
            found += _under(document, heading, last, within, names)
    taken = {i for table in found for i in range(table.first, table.last)}
    loose = _Loose(document)
    for blocks in tables:
        if not taken & set(blocks) and (table := loose.read(blocks)):
            found.append(table)
    found += [more for table in found if (more := _tasks_beside(document, table))]
    return tuple(sorted(found, key=lambda table: table.first))


def _tasks_beside(document: Document, table: ListTable) -> ListTable | None:
    """Return the list of the tasks that a table of rulings has in a column of their own."""
    rows = [i for i in range(table.first, table.last) if document.blocks[i].cells]
    for place, index in enumerate(rows[:_HEADING_ROWS]):
        columns = tasks_beside([cell.text for cell in document.blocks[index].cells])
        if columns is not None:
            tasks = table_rows(document, rows[place + 1 :], columns)
            beside = replace(table, kind=columns.kind, rows=tuple(tasks))
            return beside if tasks else None
    return None


def _tables(document: Document) -> Iterator[list[int]]:
    """Yield the blocks of each table."""
    held: list[int] = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.TABLE_ROW:
            if held and document.blocks[held[-1]].table != block.table:
                yield held
                held = []
            held.append(index)
        elif held:
            yield held
            held = []
    if held:
        yield held


@dataclass(slots=True)
class _Loose:
    """Reads tables with a list's heading row but no heading above them.

    A table of the same width without heading row goes on with the one before it.
    """

    document: Document
    columns: Columns | None = None
    width: int = 0

    def read(self, blocks: Sequence[int]) -> ListTable | None:
        """Return the list that a table is, if it is one."""
        cells = [cell.text for cell in self.document.blocks[blocks[0]].cells]
        header = from_header(cells)
        if header is not None and _is_list(header) and len(blocks) > 1:
            self.columns, self.width = header, len(cells)
            body = _below_header(self.document, blocks)
        elif header is None and len(cells) == self.width:
            body = list(blocks)
        else:
            return None
        rows = table_rows(self.document, body, self.columns) if self.columns else []
        kind = self.columns.kind if self.columns else None
        return ListTable("", kind, tuple(rows), blocks[0], blocks[-1] + 1) if rows else None


def _is_list(columns: Columns) -> bool:
    """Tell whether columns show a list of tasks or rulings without a heading's word for it."""
    owned = "owner" in columns.places and columns.places.keys() & {"identifier", "due", "status"}
    return columns.mixed or columns.kind is not None or bool(owned)


def _below_header(document: Document, blocks: Sequence[int]) -> list[int]:
    """Leave out the heading row, also where a next page repeats it."""
    header = document.blocks[blocks[0]].text
    return [i for i in blocks[1:] if document.blocks[i].text != header]


def _section_end(document: Document, headings: Sequence[Heading], place: int) -> int:
    """Return the block at which the section of a heading ends."""
    depth = headings[place].depth
    for other in headings[place + 1 :]:
        if other.depth <= depth or other.role is not Role.ITEM:
            return other.block
    return len(document.blocks)


def _under(
    document: Document,
    heading: Heading,
    last: int,
    tables: Sequence[Sequence[int]],
    names: frozenset[str],
) -> list[ListTable]:
    """Return the lists under a heading: its tables, else its bullets, else its lines."""
    first = heading.block + 1
    kind = kind_of(heading.title)
    found: list[ListTable] = []
    columns: Columns | None = None
    for blocks in _reached(document, first, tables):
        columns = _columns(document, blocks, columns)
        if columns and (rows := _rows(document, blocks, columns)):
            title = _caption(document, blocks[0], heading)
            start = blocks[0] if found else heading.block
            kind = kind or columns.kind
            found.append(ListTable(title, kind, tuple(rows), start, blocks[-1] + 1))
    if found:
        return found
    blocks = bullet_blocks(document, first, last) or _lines(document, first, last)
    rows = bullet_rows(document, blocks, names)
    return (
        [ListTable(heading.title, kind, tuple(rows), heading.block, blocks[-1] + 1)] if rows else []
    )


def _reached(
    document: Document, first: int, tables: Sequence[Sequence[int]]
) -> Iterator[Sequence[int]]:
    """Yield the tables that a heading still reaches: up to the first behind other text."""
    for blocks in tables:
        between = document.blocks[first : blocks[0]]
        if sum(len(b.text) > _LONGEST_CAPTION for b in between) > _MOST_TEXT:
            return
        yield blocks
        first = blocks[-1] + 1


def _caption(document: Document, first: int, heading: Heading) -> str:
    """Return the heading of a table: the line right above it, when it is its caption."""
    above = document.blocks[first - 1]
    line = above.text.strip()
    short = above.kind is BlockKind.PARAGRAPH and 12 < len(line) <= _LONGEST_CAPTION
    further = first - heading.block > _FAR
    caption = short and further and line[-1] not in ".;,:"
    return clean_title(line) if caption else _LEGEND.sub("", heading.title)


def _columns(document: Document, blocks: Sequence[int], before: Columns | None) -> Columns | None:
    """Return the columns of a table: from its heading row, the table before, or its cells.

    A page may end behind the heading row; the rows then are a table of their own.
    """
    cells = [[cell.text for cell in document.blocks[i].cells] for i in blocks]
    if headed := next(filter(None, map(from_header, cells[:_HEADING_ROWS])), None):
        return headed
    width = max(map(len, cells))
    goes_on = before is not None and before.width == width
    return before if goes_on else inferred(cells)


def _rows(document: Document, blocks: Sequence[int], columns: Columns) -> list[ListRow]:
    """Return the rows of a table below its heading row, if it has one."""
    for place, index in enumerate(blocks[:_HEADING_ROWS]):
        if from_header([cell.text for cell in document.blocks[index].cells]) is not None:
            return table_rows(document, _below_header(document, blocks[place:]), columns)
    return table_rows(document, blocks, columns)


def bullet_blocks(document: Document, first: int, last: int) -> list[int]:
    """Return the blocks of the bullets from `first` on, up to where other text begins."""
    blocks: list[int] = []
    aside = 0
    for index in range(first, last):
        block = document.blocks[index]
        if block.kind is BlockKind.LIST_ITEM:
            blocks.append(index)
            aside = 0
        elif block.kind is BlockKind.PARAGRAPH and not block.level and blocks:
            aside += 1
            if aside > 1 or _opens_other(block):
                break
    return blocks


def _opens_other(block: Block) -> bool:
    text = block.text.rstrip()
    return text.endswith(":") or 0 < len(text) <= block.emphasis


def _lines(document: Document, first: int, last: int) -> list[int]:
    """Return the short lines right under a list's heading."""
    lines: list[int] = []
    for index in range(first, last):
        if len(document.blocks[index].text) > _LONGEST_LINE:
            break
        lines.append(index)
    return lines
