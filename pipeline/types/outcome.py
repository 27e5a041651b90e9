"""What came of one input file, and the choices under which it was handled."""

from dataclasses import dataclass, field
from typing import Literal

from pipeline.types.decision import Decision
from pipeline.types.limits import Limits
from pipeline.types.minutes import AgendaItem

State = Literal["ok", "partial", "failed", "skipped"]
"""``partial``: some of it could not be read; ``skipped``: no kind of file that can be read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a run.

    The model's name, the confidence under which rows are left out, whether the words of pages
    that are images are recognised (where that is installed), and the bounds on what one file may
    ask of the machine.
    """

    model: str = "nl_minutes_sm"
    min_confidence: float = 0.0
    ocr: bool = True
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rows of one input file, or the reason why it has none.

    `pages` is None for formats without pages, `characters` counts the extracted text, `seconds`
    is the time that the file took (wall clock).
    """

    source_file: str
    state: State
    reason: str = ""
    pages: int | None = None
    characters: int = 0
    body: str = ""
    meeting_date: str = ""
    items: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    seconds: float = 0.0
