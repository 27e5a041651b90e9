"""The short way of list rows: cells to records, without the components that search text."""

import re
from functools import cache
from typing import Any

from spacy.tokens import Doc

from pipeline.data import read_toml
from pipeline.deadlines import first_deadline, read_cell
from pipeline.extraction.cells import cue_of, split_row
from pipeline.extraction.document import minutes_of, text_of
from pipeline.extraction.parties.component import acting_parties
from pipeline.extraction.parties.owners import known_names, split_owners
from pipeline.extraction.status import row_status, ruling_status, stated_ruling
from pipeline.extraction.text import fold
from pipeline.extraction.votes import cell_votes
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
    Votes,
)

ROW_CONFIDENCE = 0.85


def row_records(doc: Doc) -> list[Record]:
    """Return the records of all list rows of the doc's minutes, in order."""
    return [
        _record(doc, table, row)
        for table in minutes_of(doc).lists
        for whole in table.rows
        for row in (split_row(doc, whole) if _is_decision_table(doc, table) else [whole])
        if row.task.strip()
    ]


def _is_decision_table(doc: Doc, table: ListTable) -> bool:
    """Tell a table with a column of decisions from a list of tasks, with one in each row."""
    first = minutes_of(doc).document.blocks[table.first]
    decides = Kind.BESLUIT in (table.kind, *_named(first.text))
    return decides and not table.heading and first.kind is BlockKind.TABLE_ROW


def _record(doc: Doc, table: ListTable, row: ListRow) -> Record:
    minutes = minutes_of(doc)
    kind = kind_of(minutes, table, row)
    closing = is_closing(minutes, table)
    status = _status(minutes, row, kind, closing=closing)
    return Record(
        kind=kind,
        text=fold(text_of(doc)[row.start : row.end]),
        start=row.start,
        end=row.end,
        block=row.block,
        responsible=_parties(doc, row, kind),
        deadline=_deadline(doc, row),
        status=status,
        source=Source.LIJST if closing else Source.LOPEND,
        cue=table.heading,
        rule=f"row-{kind}",
        confidence=ROW_CONFIDENCE,
        heading=table.heading,
        votes=_votes(minutes, table, row, status) if kind is Kind.BESLUIT else Votes(),
    )


def kind_of(minutes: Minutes, table: ListTable, row: ListRow) -> Kind:
    """Return the kind of a row: of its list, or where that names none or several, its own."""
    if table.kind:
        return table.kind
    own = [*_other_cells(minutes, row), row.task.split(" ", 1)[0].rstrip(":")]
    for words in own:
        if kind := _kind_words().get(words.strip().lower()):
            return kind
    named = _named(f"{table.heading} {minutes.document.blocks[table.first].text}")
    if Kind.BESLUIT in named:
        if _pattern("ruling", "patterns").search(row.task.lower()):
            return Kind.BESLUIT
        if (cue := cue_of(row.task)) and cue.kind:
            return cue.kind
    return next((kind for kind in named if kind is not Kind.BESLUIT), Kind.ACTIE)


def _named(opening: str) -> list[Kind]:
    """Return the kinds that the heading of a list names."""
    words = re.findall(r"\w+", opening.lower())
    return [_kind_words()[word] for word in words if word in _kind_words()]


def is_closing(minutes: Minutes, table: ListTable) -> bool:
    """Tell a register of tasks or decisions from a few points below a label within an item.

    A table always is one. Points are when no agenda item comes after them or none before, when
    a heading announces tasks, or when they stand under the minutes of last time.
    """
    blocks = minutes.document.blocks[table.first : table.last]
    if any(block.kind is BlockKind.TABLE_ROW for block in blocks):
        return True
    before = any(item.first < table.first for item in minutes.items)
    after = any(item.first >= table.last for item in minutes.items)
    if not (before and after):
        return True
    tasks = table.kind is None or table.kind in _data()["register"]["kinds"]
    item = minutes.item_at(table.first)
    title = item.title.lower() if item else ""
    return tasks and bool(table.heading or _pattern("register", "previous").search(title))


def _other_cells(minutes: Minutes, row: ListRow) -> list[str]:
    """Return the cells of a row whose column has no meaning of its own."""
    known = {row.owner, row.due, row.status, row.identifier, ""}
    cells = minutes.document.blocks[row.block].cells
    return [c.text for c in cells if c.start >= row.end and c.text.strip() not in known] + [
        c.text for c in cells if c.end <= row.start and c.text.strip() not in known
    ]


@cache
def _data() -> dict[str, Any]:
    return read_toml("pipeline.extraction", "rows.toml")


@cache
def _pattern(section: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[section][name]))


@cache
def _kind_words() -> dict[str, Kind]:
    return {word: Kind(kind) for kind, words in _data()["kinds"].items() for word in words}


def _parties(doc: Doc, row: ListRow, kind: Kind) -> tuple[str, ...]:
    """Return who has to do a row: its owners, or who acts in its words.

    Of a ruling an owner column tells whose subject it was, not who has a task.
    """
    if kind is Kind.BESLUIT:
        return acting_parties(doc, row.start, row.end, ruling=True)
    owners = split_owners(row.owner, known_names(minutes_of(doc)))
    return owners or acting_parties(doc, row.start, row.end, telegram=True)


def _deadline(doc: Doc, row: ListRow) -> Deadline:
    """Return by when a row must be done: in its own column, its words, or beside its owners."""
    meeting = minutes_of(doc).date
    found = read_cell(row.due, meeting) if row.due.strip() else Deadline()
    words = text_of(doc)[row.start : row.end]
    found = found if found.value else first_deadline(words, meeting, listed=True)
    beside = read_cell(_beside_owners(doc, row), meeting)
    return beside if not found.value and beside.value[:1].isdigit() else found


def _beside_owners(doc: Doc, row: ListRow) -> str:
    """Return what an owner cell holds beside the owners: ``Els, Karim, navraag dec``."""
    words = row.owner
    for owner in split_owners(row.owner, known_names(minutes_of(doc))):
        words = words.replace(owner, ",")
    return words.strip(" ,/+")


def _votes(minutes: Minutes, table: ListTable, row: ListRow, status: Status) -> Votes:
    """Return the votes of a ruling: in its words, or in the cells of a row below column heads."""
    blocks = minutes.document.blocks
    cells = [cell.text for cell in blocks[row.block].cells] or [row.task]
    number = blocks[row.block].table
    heads = next((b.cells for b in blocks[table.first : table.last] if b.table == number), ())
    return cell_votes(cells, [cell.text for cell in heads] if number is not None else [], status)


def _status(minutes: Minutes, row: ListRow, kind: Kind, *, closing: bool) -> Status:
    """Return the status: of a ruling its outcome, of a task in a register how far it is."""
    cells = [row.status, *_other_cells(minutes, row)]
    task = kind in (Kind.ACTIE, Kind.TOEZEGGING) or bool(row.owner.strip(" -") and closing)
    if kind is Kind.BESLUIT or not task:
        stated = (stated_ruling(cell) for cell in cells)
        return next((found for found in stated if found), None) or ruling_status(row.task)
    if not closing:
        return Status.AANGENOMEN
    return row_status(cells, due=row.due, task=row.task, struck=row.struck)
