"""The program ``besluitvinder``: its commands, one line each."""

from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli.evaluate import evaluate
from pipeline.cli.export import export
from pipeline.cli.process import process
from pipeline.cli.show import show

app = typer.Typer(
    name="besluitvinder",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"besluitvinder {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find the decisions in Dutch government minutes."""


app.command()(process)
app.command()(show)
app.command()(export)
app.command()(evaluate)
