"""Turns the rows of a list's table into `ListRow` values."""

from collections.abc import Iterable

from pipeline.structure.columns import Columns
from pipeline.structure.words import phrases
from pipeline.types import Block, Document, ListRow

_SHORT_RULING = 6
_LEAST_LETTERS = 4


def table_rows(document: Document, blocks: Iterable[int], columns: Columns) -> list[ListRow]:
    """Return the rows of a table below its heading row; broken rows are joined."""
    rows: list[ListRow] = []
    for index in blocks:
        block = document.blocks[index]
        row = _table_row(index, block, columns)
        if row is None:
            continue
        if rows and _continues(rows[-1], row, block, columns):
            whole = columns.decision is not None
            rows[-1] = _joined(rows[-1], row, document.text, whole=whole)
        else:
            rows.append(row)
    ruled = columns.decision is not None
    tasks = (row for row in rows if is_task(row.task))
    return [row for row in tasks if not (ruled and _rules_nothing(row, document, columns))]


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


def _rules_nothing(row: ListRow, document: Document, columns: Columns) -> bool:
    """Tell whether a row of rulings holds none: a motion withdrawn, or the agenda itself."""
    nothing = phrases("columns.toml", "cells", "no_ruling")
    subject = document.blocks[row.block].cells[columns.task].text
    if phrases("columns.toml", "cells", "conduct").match(subject):
        return True
    left = not row.status.strip(" -–")
    held = phrases("columns.toml", "cells", "postponed").match(row.task)
    return nothing.match(row.task) or nothing.match(row.status) or (left and not held)


def _ruling(block: Block, columns: Columns) -> tuple[int, int, str]:
    """Return the span of a ruling: with its proposal when it is a few words beside it.

    Without words in the ruling's cell there is none; a dash leaves it to the proposal's words.
    """
    proposal, ruling = block.cells[columns.task], block.cells[columns.decision or 0]
    if not ruling.text.strip():
        return ruling.end, ruling.end, ""
    if not ruling.text.strip(" -–"):
        return proposal.start, proposal.end, ""
    outcome = phrases("columns.toml", "cells", "outcomes").start(ruling.text)
    if sum(map(str.isalpha, proposal.text)) < _LEAST_LETTERS:
        return ruling.start, ruling.end, ruling.text
    whole = len(ruling.text.split()) > _SHORT_RULING and not outcome
    if whole or ruling.start < proposal.start:
        return ruling.start, ruling.end, ruling.text
    return proposal.start, ruling.end, ruling.text


def is_task(task: str) -> bool:
    """Tell whether a row's words may be a task."""
    housekeeping = phrases("columns.toml", "cells", "housekeeping").match(task)
    return sum(letter.isalpha() for letter in task) >= 3 and not housekeeping


def _continues(before: ListRow, row: ListRow, block: Block, columns: Columns) -> bool:
    """Tell whether a row goes on with the words of the row before it."""
    if row.identifier:
        return False
    if columns.decision is not None:
        return not row.task.lstrip(" |")[:1].isupper()
    if "identifier" in columns.places and before.identifier:
        return bool(row.task) or not row.owner
    others = [c.text for i, c in enumerate(block.cells) if i != columns.task and c.text.strip()]
    return not others and row.task[:1].islower()


def _joined(before: ListRow, row: ListRow, text: str, *, whole: bool) -> ListRow:
    """Join two halves; the place is that of the longer one, for it must be one stretch.

    With `whole` it runs over both: between the halves of a ruling stand no other columns.
    """
    longer = max(before, row, key=lambda half: half.end - half.start)
    start, end = (before.start, row.end) if whole else (longer.start, longer.end)
    return ListRow(
        block=before.block,
        start=start,
        end=end,
        task=text[start:end],
        owner=" ".join(filter(None, [before.owner, row.owner])),
        due=" ".join(filter(None, [before.due, row.due])),
        status=" ".join(filter(None, [before.status, row.status])),
        identifier=before.identifier,
        struck=before.struck or row.struck,
    )
