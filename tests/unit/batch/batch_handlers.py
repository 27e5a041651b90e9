"""Stands in for the finding of decisions, in worker processes: acts on what a file says."""

import os
import signal
import time
from pathlib import Path

from pipeline.types import Decision, Outcome, Settings


def obey(path: Path, source: str, settings: Settings) -> Outcome:
    """Do as the file says: stop, hang, err, or give a decision for each of its lines."""
    words = path.read_text(encoding="utf-8").split("\n")
    match words[0]:
        case "exit":
            os._exit(3)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(60)
        case "err":
            raise ValueError("no such thing")
        case "wait":
            time.sleep(0.3)
    rows = tuple(decision(source, place, text) for place, text in enumerate(words))
    return Outcome(source, "ok", characters=10, body="Raad", decisions=rows[::-1], seconds=0.1)


def decision(source: str, place: int, text: str) -> Decision:
    """Make a row with a text and a place."""
    return Decision(
        decision_id=f"{source}-{place}",
        source_file=source,
        body="Raad",
        meeting_date="2024-03-05",
        item_number="1",
        item_title="Opening",
        kind="besluit",
        text=text,
        responsible=(),
        responsible_org=(),
        responsible_id=(),
        deadline_text="",
        deadline="",
        status="aangenomen",
        source="lopend",
        page=1,
        char_start=place,
        char_end=place + len(text),
        cue="besluit",
        confidence=0.9,
        producer="test",
    )
