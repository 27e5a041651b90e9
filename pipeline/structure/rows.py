"""Turns table rows and bullets of a list into `ListRow` values."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.structure.columns import Columns, is_owner
from pipeline.structure.words import plain, word_set
from pipeline.types import Block, BlockKind, Document, ListRow

_TRAILING = re.compile(r"\s*\(\s*(?P<owner>[^()]{1,80})\)\s*\.?\s*$")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|\s*:\s+|:$")
_LONGEST_OWNER = 80
_IDENTIFIER = re.compile(r"(?i)\s*(?:actie(?:punt)?|ap)?\s*#?\d{1,4}[\w/-]*\s*[:.)–-]\s*")


def table_rows(document: Document, blocks: Iterable[int], columns: Columns) -> list[ListRow]:
    """Return the rows of a table below its heading row; broken rows are joined."""
    rows: list[ListRow] = []
    for index in blocks:
        block = document.blocks[index]
        row = _table_row(index, block, columns)
        if row is None:
            continue
        if rows and _continues(rows[-1], row, block, columns):
            rows[-1] = _joined(rows[-1], row, document.text)
        else:
            rows.append(row)
    return [row for row in rows if _is_task(row.task)]


def _table_row(index: int, block: Block, columns: Columns) -> ListRow | None:
    cells = [cell.text for cell in block.cells]
    if columns.task >= len(cells):
        return None
    start, end = block.cells[columns.task].start, block.cells[columns.task].end
    status = columns.cell(cells, "status")
    if columns.decision is not None and columns.decision < len(cells):
        start, end, status = _ruling(block, columns)
    return ListRow(
        block=index,
        start=start,
        end=end,
        task=block.text[start - block.start : end - block.start],
        owner=columns.cell(cells, "owner"),
        due=columns.cell(cells, "due"),
        status=status,
        identifier=columns.cell(cells, "identifier"),
        struck=block.struck or block.cells[columns.task].struck,
    )


def _ruling(block: Block, columns: Columns) -> tuple[int, int, str]:
    """Return the span of a ruling: with its proposal when it is a few words beside it."""
    proposal, ruling = block.cells[columns.task], block.cells[columns.decision or 0]
    if not ruling.text.strip(" -"):
        return ruling.end, ruling.end, ""
    if len(ruling.text.split()) > 6 or ruling.start < proposal.start:
        return ruling.start, ruling.end, ruling.text
    return proposal.start, ruling.end, ruling.text


def _is_task(task: str) -> bool:
    return sum(letter.isalpha() for letter in task) >= 3


def _continues(before: ListRow, row: ListRow, block: Block, columns: Columns) -> bool:
    """Tell whether a row goes on with the words of the row before it."""
    if row.identifier or columns.decision is not None:
        return False
    if "identifier" in columns.places and before.identifier:
        return bool(row.task) or not row.owner
    others = [c.text for i, c in enumerate(block.cells) if i != columns.task and c.text.strip()]
    lower = row.task[:1].islower()
    return not others and (lower or (not before.task.rstrip().endswith((".", "!", "?")) and lower))


def _joined(before: ListRow, row: ListRow, text: str) -> ListRow:
    """Join two halves; the place is that of the longer one, for it must be one stretch."""
    longer = max(before, row, key=lambda half: half.end - half.start)
    return ListRow(
        block=before.block,
        start=longer.start,
        end=longer.end,
        task=text[longer.start : longer.end],
        owner=" ".join(filter(None, [before.owner, row.owner])),
        due=" ".join(filter(None, [before.due, row.due])),
        status=" ".join(filter(None, [before.status, row.status])),
        identifier=before.identifier,
        struck=before.struck or row.struck,
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """The place of the task in a bullet, and the owner whom the bullet names."""

    start: int
    end: int
    owner: str = ""
    identifier: str = ""


def bullet_rows(document: Document, blocks: Sequence[int]) -> list[ListRow]:
    """Return the bullets of a list; a bullet that only names somebody owns those below it."""
    rows: list[ListRow] = []
    holder, holder_level = "", 0
    for place, index in enumerate(blocks):
        block = document.blocks[index]
        deeper = _deeper(document, blocks, place)
        if holder and block.level <= holder_level:
            holder = ""
        name = block.text.strip(" :*_")
        if deeper and (is_owner(name) or block.text.rstrip().endswith(":")):
            holder = name if is_owner(name) else ""
            holder_level = block.level
            continue
        rows += _bullet(index, block, holder)
    return rows


def _deeper(document: Document, blocks: Sequence[int], place: int) -> bool:
    after = [document.blocks[i] for i in blocks[place + 1 : place + 2]]
    return bool(after) and after[0].level > document.blocks[blocks[place]].level


def _bullet(index: int, block: Block, holder: str) -> Iterator[ListRow]:
    cut = _cut(block.text)
    task = block.text[cut.start : cut.end]
    if not _is_task(task):
        return
    numbered = block.marker if block.marker[:1].isdigit() else ""
    yield ListRow(
        block=index,
        start=block.start + cut.start,
        end=block.start + cut.end,
        task=task,
        owner=cut.owner or holder,
        identifier=cut.identifier or numbered,
        struck=block.struck,
    )


def _cut(text: str) -> _Cut:
    """Cut the owner off the start (``Jan: …``) or the end (``… (Jan)``) of a bullet.

    Examples
    --------
    >>> line = "Actie Frank: mail de leden"
    >>> cut = _cut(line)
    >>> cut.owner, line[cut.start : cut.end]
    ('Frank', 'mail de leden')
    """
    start, end = 0, len(text.rstrip())
    numbered = _IDENTIFIER.match(text)
    identifier = numbered[0].strip(" :.)–-") if numbered else ""
    start = numbered.end() if numbered else 0
    divider = _DASH.search(text, start, start + _LONGEST_OWNER)
    if divider and (owner := _owner(text[start : divider.start()])):
        return _Cut(divider.end(), end, owner, identifier)
    trailing = _TRAILING.search(text)
    if trailing and (owner := _owner(trailing["owner"])):
        return _Cut(start, trailing.start(), owner, identifier)
    return _Cut(start, end, "", identifier)


def _owner(words: str) -> str:
    """Return the owner whom a label or parenthesis names, or an empty string."""
    clean = words.strip(" *_")
    labels = word_set("columns.toml", "cells", "owner_labels")
    first, _, rest = clean.partition(" ")
    if plain(first) in labels and rest:
        clean = rest.strip(" :")
        return clean if is_owner(clean) or len(clean.split()) <= 3 else ""
    return clean if is_owner(clean) else ""


def list_blocks(document: Document, first: int, last: int) -> tuple[list[int], list[int]]:
    """Return the table rows and the bullets among a stretch of blocks."""
    stretch = range(first, last)
    rows = [i for i in stretch if document.blocks[i].kind is BlockKind.TABLE_ROW]
    bullets = [i for i in stretch if document.blocks[i].kind is BlockKind.LIST_ITEM]
    return rows, bullets
