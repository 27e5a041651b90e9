"""A row of the register; its columns are declared here and nowhere else."""

from dataclasses import MISSING, dataclass, field, fields
from typing import Any

from pipeline.types.places import Box


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: name, type, meaning (English) and heading (Dutch).

    `default` is what a row without the column has; it is ``...`` where every row must have it.
    """

    name: str
    type: str
    meaning: str
    heading: str
    default: Any = ...


def _column(kind: str, heading: str, meaning: str, default: Any = MISSING) -> Any:
    return field(default=default, metadata={"type": kind, "heading": heading, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision record as the table shows it."""

    decision_id: str = _column("string", "Kenmerk", "stable id: same input, same id")
    source_file: str = _column("string", "Bestand", "path relative to the input folder")
    body: str = _column("string", "Overleg", "the meeting body")
    meeting_date: str = _column("date", "Datum", "ISO date of the meeting, may be empty")
    item_number: str = _column("string", "Nr", "number of the agenda item, as printed")
    item_title: str = _column("string", "Agendapunt", "title of the agenda item or list")
    kind: str = _column("enum", "Soort", "besluit, afspraak, actie or toezegging")
    text: str = _column("string", "Tekst", "verbatim words of the record")
    responsible: tuple[str, ...] = _column("list", "Wie", "the parties as written")
    responsible_org: tuple[str, ...] = _column("list", "Organisatie", "organisation of each party")
    responsible_id: tuple[str, ...] = _column("list", "TOOI", "TOOI identifier of each party")
    deadline_text: str = _column("string", "Wanneer", "the words that say by when")
    deadline: str = _column("string", "Termijn", "ISO date, interval, next-meeting or condition")
    status: str = _column("enum", "Status", "what became of it")
    source: str = _column("enum", "Vindplaats", "lopend (running text) or lijst (list)")
    page: int | None = _column("int", "Pagina", "first page from 1; empty without pages")
    char_start: int = _column("int", "Begin", "first character in the extracted text")
    char_end: int = _column("int", "Eind", "place after the last character")
    cue: str = _column("string", "Signaal", "the words that made it a record")
    confidence: float = _column("float", "Zekerheid", "chance that the record is right, 0 to 1")
    producer: str = _column("string", "Gemaakt door", "program, model and settings")
    vote_for: int | None = _column("int", "Voor", "votes for, where counted", None)
    vote_against: int | None = _column("int", "Tegen", "votes against, where counted", None)
    same_as: tuple[str, ...] = _column(
        "list", "Zelfde als", "ids of rows of the document that tell the same", ()
    )
    reading: str = _column(
        "enum", "Gelezen", "text, or ocr: words recognised on an image of the page", "text"
    )
    boxes: tuple[Box, ...] = _column(
        "boxes", "Plaats", "page and box (left, top, right, bottom in points) of each line", ()
    )

    def as_row(self) -> dict[str, Any]:
        """Return the columns in order, lists as lists (the form of a JSONL line)."""
        return {column.name: _plain(getattr(self, column.name)) for column in COLUMNS}

    def as_cells(self) -> list[Any]:
        """Return the values of the columns that fit in a cell, lists as lists."""
        return [_plain(getattr(self, column.name)) for column in CELLS]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    return value.as_row() if isinstance(value, Box) else value


COLUMNS: tuple[Column, ...] = tuple(
    Column(f.name, default=... if f.default is MISSING else f.default, **f.metadata)
    for f in fields(Decision)
)
"""The columns of the table, in order."""

CELLS: tuple[Column, ...] = tuple(column for column in COLUMNS if column.type != "boxes")
"""Those that fit in a cell: CSV and workbooks have no others."""
