"""The short way of list rows: cells to records, without the components that search text."""

from spacy.tokens import Doc

from pipeline.deadlines import first_deadline, read_cell
from pipeline.extraction.document import minutes_of
from pipeline.extraction.parties.component import acting_parties
from pipeline.extraction.parties.owners import split_owners
from pipeline.extraction.status import row_status, ruling_status
from pipeline.extraction.text import fold
from pipeline.types import (
    BlockKind,
    Deadline,
    Kind,
    ListRow,
    ListTable,
    Minutes,
    Record,
    Source,
    Status,
)

ROW_CONFIDENCE = 0.85


def row_records(doc: Doc) -> list[Record]:
    """Return the records of all list rows of the doc's minutes, in order."""
    return [
        _record(doc, table, row)
        for table in minutes_of(doc).lists
        for row in table.rows
        if row.task.strip()
    ]


def _record(doc: Doc, table: ListTable, row: ListRow) -> Record:
    kind = table.kind or Kind.ACTIE
    closing = is_closing(minutes_of(doc), table)
    return Record(
        kind=kind,
        text=fold(doc.text[row.start : row.end]),
        start=row.start,
        end=row.end,
        block=row.block,
        responsible=_parties(doc, row, kind),
        deadline=_deadline(doc, row),
        status=_status(row, kind) if closing else Status.AANGENOMEN,
        source=Source.LIJST if closing else Source.LOPEND,
        cue=table.heading,
        rule=f"row-{kind}",
        confidence=ROW_CONFIDENCE,
        heading=table.heading,
    )


def is_closing(minutes: Minutes, table: ListTable) -> bool:
    """Tell a register of tasks or decisions from a few points below a heading within an item.

    A table always is one; points are when no agenda item comes after them, or none before.
    """
    blocks = minutes.document.blocks[table.first : table.last]
    if any(block.kind is BlockKind.TABLE_ROW for block in blocks):
        return True
    before = any(item.first < table.first for item in minutes.items)
    after = any(item.first >= table.last for item in minutes.items)
    return not (before and after)


def _parties(doc: Doc, row: ListRow, kind: Kind) -> tuple[str, ...]:
    owners = split_owners(row.owner)
    whole = (row.start, row.end) if kind is Kind.BESLUIT else (0, 0)
    return owners or acting_parties(doc, row.start, row.end, ruling_words=whole)


def _deadline(doc: Doc, row: ListRow) -> Deadline:
    meeting = minutes_of(doc).date
    found = read_cell(row.due, meeting) if row.due.strip() else Deadline()
    words = doc.text[row.start : row.end]
    return found if found.value else first_deadline(words, meeting, listed=True)


def _status(row: ListRow, kind: Kind) -> Status:
    if kind in (Kind.BESLUIT, Kind.AFSPRAAK):
        return ruling_status(f"{row.task} {row.status}")
    return row_status(row.status, struck=row.struck)
