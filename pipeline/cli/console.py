"""What goes to the terminal: errors, warnings and progress (stderr), and tables (stdout)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.types import Outcome

Watch = Callable[[Outcome, int], None]


def fail(message: str) -> NoReturn:
    """Print what went wrong and end with exit status 1."""
    typer.echo(f"error: {message}", err=True)
    raise typer.Exit(1)


def warn(message: str) -> None:
    """Print a warning."""
    typer.echo(f"warning: {message}", err=True)


@contextmanager
def watching(verbose: bool = False) -> Iterator[Watch]:
    """Give a function that shows each outcome as it comes.

    A bar moves on where stderr is a terminal; files that were not read, or only in part, give a
    warning; `verbose` names the others too.
    """
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    ) as progress:
        bar = progress.add_task("files", total=None)

        def watch(outcome: Outcome, total: int) -> None:
            progress.update(bar, total=total, advance=1)
            _tell(outcome, verbose)

        yield watch


def _tell(outcome: Outcome, verbose: bool) -> None:
    if outcome.state in ("failed", "partial"):
        warn(f"{outcome.source_file}: {outcome.state}: {outcome.reason}")
    elif verbose:
        found = f"{len(outcome.decisions)} decisions in {outcome.seconds:.1f} s"
        told = outcome.reason if outcome.state == "skipped" else found
        typer.echo(f"{outcome.source_file}: {outcome.state}: {told}", err=True)
