"""``besluitvinder show``: the decisions of a file as tables in the terminal."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.batch import STDIN, TIMEOUT, Input, gather
from pipeline.cli.console import fail, warn
from pipeline.cli.options import DEFAULT_MODEL, Bounds, Confidence, Model, Ocr, limits_of
from pipeline.types import Decision, Outcome, Settings

if TYPE_CHECKING:
    from pipeline.decide import Tools

_UNREAD = ("failed", "skipped")


def _there(file: Path) -> Path:
    if str(file) != STDIN and not file.is_file():
        raise typer.BadParameter(f"no file {file}")
    return file


def show(
    file: Annotated[
        Path, typer.Argument(callback=_there, help="The minutes; - is standard input.")
    ],
    model: Model = DEFAULT_MODEL,
    min_confidence: Confidence = 0.0,
    ocr: Ocr = True,
    limit: Bounds = None,
    pdf: Annotated[
        Path | None,
        typer.Option(
            dir_okay=False,
            help="Write a copy of the PDF with the decisions marked, each with a note.",
        ),
    ] = None,
) -> None:
    """Show the decisions of a document as a table in the terminal.

    Of a mail or an archive, those of every document in it.
    """
    settings = Settings(model, min_confidence, ocr, limits_of(limit))
    if pdf and pdf.resolve() == file.resolve():
        raise typer.BadParameter("the copy would take the place of the minutes", param_hint="--pdf")
    with TemporaryDirectory(prefix="besluitvinder-") as folder:
        gathered = gather([str(file)], Path(folder), settings.limits, TIMEOUT)
        inputs = [one for one in gathered if not one.is_archive]
        tools = _tools(settings)
        outcomes = [_outcome(one, tools) for one in inputs]
        _show_all(outcomes)
        if pdf:
            _mark(inputs, outcomes, pdf)


def _tools(settings: Settings) -> "Tools":
    # Imported here for it loads spaCy, which the other commands leave to their workers.
    from pipeline.decide import Tools
    from pipeline.language import ModelError

    try:
        return Tools.make(settings)
    except ModelError as error:
        fail(str(error))


def _outcome(one: Input, tools: "Tools") -> Outcome:
    from pipeline.decide import decide

    if one.problem:
        return Outcome(one.source, one.state, one.problem)
    return decide(one.path, tools, one.source)


def _show_all(outcomes: list[Outcome]) -> None:
    """Show all documents; end with exit status 1 where none could be read."""
    if len(outcomes) == 1 and outcomes[0].state in _UNREAD:
        fail(f"{outcomes[0].source_file}: {outcomes[0].reason}")
    for outcome in outcomes:
        _show(outcome)
    if all(outcome.state in _UNREAD for outcome in outcomes):
        raise typer.Exit(1)


def _mark(inputs: list[Input], outcomes: list[Outcome], target: Path) -> None:
    """Write the copy of a PDF with its decisions marked."""
    from pipeline.export.marked_pdf import mark  # loads the library of PDF

    if len(outcomes) > 1:
        fail("--pdf takes one document; unpack the file and choose one")
    if outcomes[0].pages is None:
        fail(f"{outcomes[0].source_file}: only a PDF has pages on which to mark decisions")
    try:
        marked = mark(inputs[0].path, outcomes[0].decisions, target)
    except OSError as error:
        fail(f"{target}: {error.strerror}")
    typer.echo(f"{marked} decisions marked, in {target}")


def _show(outcome: Outcome) -> None:
    if outcome.reason:
        warn(f"{outcome.source_file}: {outcome.reason}")
    if outcome.state not in _UNREAD:
        Console().print(table(outcome))


def table(outcome: Outcome) -> Table:
    """Make the table of a document's decisions."""
    about = ", ".join(part for part in (outcome.body, outcome.meeting_date) if part)
    title = Text(f"{outcome.source_file}: {about}" if about else outcome.source_file)
    found = Table(title=title, title_justify="left", show_lines=True, expand=True)
    found.add_column("item", ratio=2, overflow="fold")
    found.add_column("kind", width=len("(voorwaardelijk)"))
    for heading, share in {"text": 5, "who": 2, "when": 2}.items():
        found.add_column(heading, ratio=share, overflow="fold")
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
