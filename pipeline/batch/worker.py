"""What a worker process does: make the tools once, then decide file after file."""

import signal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.types import Outcome, Settings

if TYPE_CHECKING:
    from pipeline.decide import Tools


def work(path: Path, source: str, settings: Settings) -> Outcome:
    """Find the decisions of one file."""
    from pipeline.decide import decide  # loads spaCy, which only the workers need

    return decide(path, _tools(settings), source)


@cache
def _tools(settings: Settings) -> "Tools":
    from pipeline.decide import Tools

    return Tools.make(settings)


def prepare() -> None:
    """Leave an interruption from the keyboard to the main process, which ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
