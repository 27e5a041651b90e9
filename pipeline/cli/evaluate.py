"""``besluitvinder evaluate``: measures against gold labels."""

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.batch import Options, predict
from pipeline.cli.console import fail, warn, watching
from pipeline.cli.options import (
    DEFAULT_MODEL,
    DEFAULT_TIMEOUT,
    Confidence,
    Model,
    Timeout,
    Workers,
)
from pipeline.evaluation import (
    ACCURACIES,
    FOUND,
    Evaluation,
    GoldDocument,
    GoldError,
    Prediction,
    below,
    by_document,
    load,
    save,
    tables,
)
from pipeline.evaluation import evaluate as measure
from pipeline.export import RowsError, read_jsonl
from pipeline.types import Settings

MEASURES = (*FOUND, *ACCURACIES)


def _minima(texts: list[str]) -> dict[str, float]:
    return dict(_minimum(text) for text in texts)


def _minimum(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in MEASURES:
        raise typer.BadParameter(f"no measure {name!r}; choose of {', '.join(MEASURES)}")
    try:
        return name, float(value)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not of the form MEASURE=NUMBER") from error


def evaluate(
    gold: Annotated[
        Path, typer.Option(exists=True, file_okay=False, help="Folder with label files.")
    ],
    predictions: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A decisions.jsonl to judge."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(file_okay=False, help="Folder for metrics.json and errors.md.")
    ] = None,
    model: Model = DEFAULT_MODEL,
    min_confidence: Confidence = 0.0,
    workers: Workers = 0,
    timeout: Timeout = DEFAULT_TIMEOUT,
    minimum: Annotated[
        list[str] | None,
        typer.Option(help="End with status 1 under this, such as records=0.6. May be repeated."),
    ] = None,
) -> None:
    """Measure the decisions found against gold labels.

    Without --predictions the source files beside the labels are processed first.
    """
    minima = _minima(minimum or [])
    try:
        documents = load(gold)
        settings, options = Settings(model, min_confidence), Options(workers, timeout)
        found = _read(predictions) if predictions else _predicted(documents, settings, options)
        evaluation = measure(documents, found)
        _warn_of_strangers(found, documents)
        _print(evaluation, output)
    except (GoldError, RowsError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    _judge(below(evaluation, minima), minima)


def _read(predictions: Path) -> dict[str, Prediction]:
    return by_document(read_jsonl(predictions))


def _predicted(
    documents: Iterable[GoldDocument], settings: Settings, options: Options
) -> dict[str, Prediction]:
    with watching() as watch:
        outcomes = predict(documents, settings, options, watch=watch)
    return {name: Prediction.of(outcome) for name, outcome in outcomes.items()}


def _warn_of_strangers(found: Iterable[str], documents: Iterable[GoldDocument]) -> None:
    strangers = sorted(set(found) - {document.name for document in documents})
    if strangers:
        warn(f"no labels for {', '.join(strangers)}; their decisions are left out")


def _print(evaluation: Evaluation, output: Path | None) -> None:
    console = Console()
    for table in tables(evaluation):
        console.print(table)
    if output:
        save(evaluation, output)
        typer.echo(f"metrics.json and errors.md, in {output}")


def _judge(missed: dict[str, float], minima: dict[str, float]) -> None:
    for name, value in missed.items():
        reached = "has nothing to count" if math.isnan(value) else f"reaches {value:.3f}"
        typer.echo(f"error: {name} {reached}, the minimum is {minima[name]:.3f}", err=True)
    if missed:
        raise typer.Exit(1)
