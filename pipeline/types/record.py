"""A decision record as the extraction marks it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The four kinds of decision record of the codebook."""

    BESLUIT = "besluit"
    AFSPRAAK = "afspraak"
    ACTIE = "actie"
    TOEZEGGING = "toezegging"


class Status(StrEnum):
    """What became of a ruling, or how far a listed task is."""

    AANGENOMEN = "aangenomen"
    AANGEHOUDEN = "aangehouden"
    VERWORPEN = "verworpen"
    VOORWAARDELIJK = "voorwaardelijk"
    OPEN = "open"
    GESLOTEN = "gesloten"


class Source(StrEnum):
    """Where a record stands: in running text or in a list."""

    LOPEND = "lopend"
    LIJST = "lijst"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words that say by when, and what they mean.

    `value` is an ISO date, an ISO interval ``start/end``, ``next-meeting``, ``condition`` or
    empty.
    """

    text: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes counted for and against a ruling; None where the minutes give no number."""

    in_favour: int | None = None
    against: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that the meeting settled, with the evidence for it.

    `start` and `end` are places in `Document.text`, `block` is the number of the first block;
    `rule` names the rule that found it and `cue` gives the words it went by.
    """

    kind: Kind
    text: str
    start: int
    end: int
    block: int
    responsible: tuple[str, ...]
    deadline: Deadline
    status: Status
    source: Source
    cue: str
    rule: str
    confidence: float
    heading: str = ""
    votes: Votes = field(default_factory=Votes)
