"""The values that the components hand to one another."""

from dataclasses import dataclass, field
from typing import Literal

from pipeline.types import Deadline, Kind, Source, Status, Votes

Form = Literal["label", "tag", "sentence", "heading"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be a record, and why.

    `start` and `end` bound the words that the cue speaks of, `cue` and `cue_end` the cue's own;
    `owner` holds the words between a label and its colon (``Actie Frank:``); `kind` is None
    where the parties decide it.
    """

    start: int
    end: int
    block: int
    cue: int
    cue_end: int
    form: Form
    rule: str
    kind: Kind | None
    weight: float
    status: Status | None = None
    owner: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that a context took away, with the rule that did."""

    candidate: Candidate
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A record in the making: its boundaries and its best candidate, then what is read off it."""

    start: int
    end: int
    candidate: Candidate
    heading: str = ""
    kind: Kind | None = None
    status: Status = Status.AANGENOMEN
    source: Source = Source.LOPEND
    parties: tuple[str, ...] = ()
    deadline: Deadline = field(default_factory=Deadline)
    votes: Votes = field(default_factory=Votes)
    confidence: float = 0.0
