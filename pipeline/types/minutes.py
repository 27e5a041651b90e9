"""A document understood as minutes: whose meeting, when, who was there, and what was on it."""

from dataclasses import dataclass
from datetime import date

from pipeline.types.document import Document
from pipeline.types.record import Kind


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person on the attendance list; `organisation` as written, may be empty."""

    name: str
    organisation: str = ""
    present: bool = True


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item: number as printed without dot (may be empty), and title.

    It begins at block `first` (its heading) and runs up to, not including, block `last`. With
    `again` it is a later stretch of an item that stands before it.
    """

    number: str
    title: str
    first: int
    last: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of an action, decision or promise list.

    `start` and `end` give the place of the task's words in `Document.text`; the other fields
    hold the words of their columns, empty where the list lacks them.
    """

    block: int
    start: int
    end: int
    task: str
    owner: str = ""
    due: str = ""
    status: str = ""
    identifier: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class ListTable:
    """A closing (or opening) list; `kind` is the kind that its heading names, if any.

    `first` and `last` bound its blocks (`last` excluded), heading included.
    """

    heading: str
    kind: Kind | None
    rows: tuple[ListRow, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document with its meeting.

    `skipped` holds the indices of blocks that are no running text of an item: attendance,
    letterhead, the agenda's own lines, a summary on top, attachments.
    """

    document: Document
    body: str
    date: date | None
    attendees: tuple[Attendee, ...]
    items: tuple[AgendaItem, ...]
    lists: tuple[ListTable, ...]
    skipped: frozenset[int] = frozenset()

    def item_at(self, block: int) -> AgendaItem | None:
        """Return the innermost agenda item that holds block number `block`."""
        found = None
        for item in self.items:
            if item.first <= block < item.last:
                found = item
        return found
