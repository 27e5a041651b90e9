"""``besluitvinder process``: many files to the files of the output contract."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.batch import Options, Summary, run
from pipeline.cli.console import fail, watching
from pipeline.cli.options import (
    DEFAULT_MODEL,
    DEFAULT_TIMEOUT,
    Bounds,
    Confidence,
    CsvDialect,
    Model,
    Ocr,
    Timeout,
    Verbose,
    Workers,
    limits_of,
)
from pipeline.export import Dialect
from pipeline.types import Settings


def process(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders or patterns; - is standard input."),
    ],
    output: Annotated[Path, typer.Option(file_okay=False, help="Folder for the tables.")],
    model: Model = DEFAULT_MODEL,
    workers: Workers = 0,
    dialect: CsvDialect = Dialect.RFC4180,
    min_confidence: Confidence = 0.0,
    max_failures: Annotated[
        int | None, typer.Option(min=0, help="End with status 1 when more files fail than this.")
    ] = None,
    timeout: Timeout = DEFAULT_TIMEOUT,
    ocr: Ocr = True,
    limit: Bounds = None,
    verbose: Verbose = False,
) -> None:
    """Find the decisions in minutes and write them as tables.

    Minutes are pdf, docx, odt, rtf, md, txt, html or eml; what is attached to a mail or packed in
    a zip is handled as a file of its own. Writes decisions.csv, decisions.jsonl and documents.csv
    (one row for each file).
    """
    settings = Settings(model, min_confidence, ocr, limits_of(limit))
    try:
        with watching(verbose) as watch:
            summary = run(inputs, output, settings, Options(workers, timeout, dialect), watch=watch)
    except OSError as error:
        fail(f"{output}: cannot be written: {error.strerror}; choose another --output")
    typer.echo(_told(summary, output))
    if not summary.acceptable(max_failures):
        raise typer.Exit(1)


def _told(summary: Summary, output: Path) -> str:
    others = [f"{summary.states[s]} {s}" for s in ("failed", "skipped") if summary.states.get(s)]
    beside = f" ({', '.join(others)})" if others else ""
    return f"{summary.decisions} decisions from {summary.read} files{beside}, in {output}"
