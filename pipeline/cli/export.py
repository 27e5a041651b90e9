"""``besluitvinder export``: decisions to another format."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import fail
from pipeline.cli.options import CsvDialect
from pipeline.export import FORMATS, Dialect, ExportError, RowsError, read_jsonl, write

_KNOWN = ", ".join(FORMATS)


def _known(path: Path) -> Path:
    if path.suffix.lower() not in FORMATS:
        raise typer.BadParameter(f"no format {path.suffix!r}; end the name in one of {_KNOWN}")
    return path


def export(
    decisions: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A decisions.jsonl.")
    ],
    output: Annotated[
        Path,
        typer.Option(dir_okay=False, callback=_known, help=f"File to write: {_KNOWN}."),
    ],
    dialect: CsvDialect = Dialect.RFC4180,
) -> None:
    """Write decisions in another format, chosen by the suffix of the output."""
    try:
        rows = read_jsonl(decisions)
        write(rows, output, dialect)
    except (RowsError, ExportError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or output}: {error.strerror}")
    typer.echo(f"{len(rows)} decisions, in {output}")
