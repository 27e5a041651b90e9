"""``besluitvinder show``: one document as a table in the terminal."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.console import fail, warn
from pipeline.cli.options import DEFAULT_MODEL, Confidence, Model
from pipeline.types import Decision, Outcome, Settings


def show(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The minutes.")],
    model: Model = DEFAULT_MODEL,
    min_confidence: Confidence = 0.0,
) -> None:
    """Show the decisions of one document as a table in the terminal."""
    outcome = _outcome(file, Settings(model, min_confidence))
    if outcome.state in ("failed", "skipped"):
        fail(f"{file}: {outcome.reason}")
    if outcome.state == "partial":
        warn(f"{file}: {outcome.reason}")
    Console().print(table(outcome))


def _outcome(file: Path, settings: Settings) -> Outcome:
    # Imported here for they load spaCy, which the other commands leave to their workers.
    from pipeline.decide import Tools, decide
    from pipeline.language import ModelError

    try:
        return decide(file, Tools.make(settings), file.name)
    except ModelError as error:
        fail(str(error))


def table(outcome: Outcome) -> Table:
    """Make the table of a document's decisions."""
    about = ", ".join(part for part in (outcome.body, outcome.meeting_date) if part)
    title = Text(f"{outcome.source_file}: {about}" if about else outcome.source_file)
    found = Table(title=title, title_justify="left", show_lines=True)
    for heading in ("item", "kind", "text", "who", "when"):
        found.add_column(heading, ratio=4 if heading == "text" else 1)
    found.add_column("page", justify="right")
    for decision in outcome.decisions:
        # As Text: brackets in the words of minutes are no mark-up.
        found.add_row(*(Text(cell) for cell in _cells(decision)))
    return found


def _cells(row: Decision) -> tuple[str, ...]:
    item = " ".join(part for part in (row.item_number, row.item_title) if part)
    status = "" if row.status in ("aangenomen", "open") else f" ({row.status})"
    when = f"{row.deadline_text} ({row.deadline})" if row.deadline else row.deadline_text
    page = "" if row.page is None else str(row.page)
    return item, row.kind + status, row.text, "; ".join(row.responsible), when, page
