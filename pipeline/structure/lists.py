"""Finds the lists of actions, decisions and promises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.structure.columns import Columns, from_header, inferred
from pipeline.structure.headings import Heading, Role
from pipeline.structure.rows import bullet_rows, list_blocks, table_rows
from pipeline.structure.words import group_of
from pipeline.types import BlockKind, Document, Kind, ListRow, ListTable

_LONGEST_LINE = 400


def list_tables(document: Document, headings: Sequence[Heading]) -> tuple[ListTable, ...]:
    """Return the lists: those under a heading that names one, and tables that look like one."""
    found = [t for h in headings if h.role is Role.LIST for t in _under(document, h, headings)]
    taken = {i for table in found for i in range(table.first, table.last)}
    loose = _Loose(document)
    for blocks in _tables(document):
        if not taken & set(blocks) and (table := loose.read(blocks)):
            found.append(table)
    return tuple(sorted(found, key=lambda table: table.first))


def kind_of(heading: str) -> Kind | None:
    """Return the kind that a list's heading names.

    Examples
    --------
    >>> kind_of("Toezeggingenlijst"), kind_of("Besluiten en acties")
    (<Kind.TOEZEGGING: 'toezegging'>, None)
    """
    group = group_of("words.toml", "lists", heading)
    return Kind(group) if group in set(Kind) else None


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
        if header is not None and header.kind and len(blocks) > 1:
            self.columns, self.width = header, len(cells)
            body = _below_header(self.document, blocks)
        elif header is None and len(cells) == self.width:
            body = list(blocks)
        else:
            return None
        rows = table_rows(self.document, body, self.columns) if self.columns else []
        kind = self.columns.kind if self.columns else None
        return ListTable("", kind, tuple(rows), blocks[0], blocks[-1] + 1) if rows else None


def _below_header(document: Document, blocks: Sequence[int]) -> list[int]:
    """Leave out the heading row, also where a next page repeats it."""
    header = document.blocks[blocks[0]].text
    return [i for i in blocks[1:] if document.blocks[i].text != header]


def _under(
    document: Document, heading: Heading, headings: Sequence[Heading]
) -> Iterator[ListTable]:
    """Yield the list under a heading, if rows stand there."""
    last = section_end(document, heading, headings)
    rows, columns, end = _section_rows(document, heading.block + 1, last)
    if not rows:
        return
    kind = kind_of(heading.title) or (columns.kind if columns else None)
    yield ListTable(heading.title, kind, tuple(rows), heading.block, end)


def section_end(document: Document, heading: Heading, headings: Sequence[Heading]) -> int:
    """Return the block at which the section of a heading ends."""
    for other in headings:
        if other.block > heading.block and (
            other.depth <= heading.depth or other.role is not Role.ITEM
        ):
            return other.block
    return len(document.blocks)


def _section_rows(
    document: Document, first: int, last: int
) -> tuple[list[ListRow], Columns | None, int]:
    """Return the rows of a section, its columns and the block after its last row."""
    tabled, bullets = list_blocks(document, first, last)
    if tabled:
        rows, columns = _tabled(document, tabled)
        if rows:
            return rows, columns, tabled[-1] + 1
    if bullets:
        return bullet_rows(document, bullets), None, bullets[-1] + 1
    lines = _lines(document, first, last)
    return bullet_rows(document, lines), None, (lines[-1] + 1 if lines else first)


def _tabled(document: Document, blocks: Sequence[int]) -> tuple[list[ListRow], Columns | None]:
    columns: Columns | None = None
    for place, index in enumerate(blocks[:3]):
        columns = from_header([cell.text for cell in document.blocks[index].cells])
        if columns is not None:
            return table_rows(document, _below_header(document, blocks[place:]), columns), columns
    cells = [[cell.text for cell in document.blocks[i].cells] for i in blocks]
    columns = inferred(cells)
    return (table_rows(document, blocks, columns) if columns else []), columns


def _lines(document: Document, first: int, last: int) -> list[int]:
    """Return the short paragraphs right under a list's heading."""
    lines: list[int] = []
    for index in range(first, last):
        if len(document.blocks[index].text) > _LONGEST_LINE:
            break
        lines.append(index)
    return lines
