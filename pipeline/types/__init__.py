"""The values that walk through the house: frozen, typed, and importing nothing from it."""

from pipeline.types.decision import CELLS, COLUMNS, Column, Decision
from pipeline.types.document import Block, BlockKind, Cell, Document
from pipeline.types.limits import LIMITS, Limits, wider
from pipeline.types.minutes import AgendaItem, Attendee, ListRow, ListTable, Minutes
from pipeline.types.organisation import Organisation
from pipeline.types.outcome import Outcome, Settings, State
from pipeline.types.places import WORD_BYTES, Box, Page, Stretch
from pipeline.types.record import Deadline, Kind, Record, Source, Status, Votes

__all__ = [
    "CELLS",
    "COLUMNS",
    "LIMITS",
    "WORD_BYTES",
    "AgendaItem",
    "Attendee",
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "Column",
    "Deadline",
    "Decision",
    "Document",
    "Kind",
    "Limits",
    "ListRow",
    "ListTable",
    "Minutes",
    "Organisation",
    "Outcome",
    "Page",
    "Record",
    "Settings",
    "Source",
    "State",
    "Status",
    "Stretch",
    "Votes",
    "wider",
]
