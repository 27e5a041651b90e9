"""What a worker process does: make the tools once, then decide file after file."""

import os
import signal
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.types import Limits, Outcome, Settings

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


def prepare(limits: Limits) -> None:
    """Leave an interruption from the keyboard to the main process, and bound what a worker uses."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # text recognition: a worker is one processor
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = (
            limits.max_memory if most == resource.RLIM_INFINITY else min(limits.max_memory, most)
        )
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))
