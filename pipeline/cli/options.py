"""Options that several commands share, and their checks."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from pipeline.batch import TIMEOUT
from pipeline.export import Dialect
from pipeline.types import LIMITS, Limits

MODELS = "nl_minutes_sm, an installed spaCy model, the folder of one, or blank:nl"


def _known(model: str) -> str:
    """Refuse a model that is not there before any file is touched."""
    if model.startswith("blank:") or Path(model).is_dir():
        return model
    if not model.isidentifier() or find_spec(model) is None:
        raise typer.BadParameter(f"no model {model!r}; give {MODELS}")
    return model


Model = Annotated[str, typer.Option(help=f"Language model: {MODELS}.", callback=_known)]
Workers = Annotated[
    int, typer.Option(min=0, help="Processes at a time; 0 is one for each processor.")
]
Timeout = Annotated[float, typer.Option(min=0.001, help="Seconds that one file may take.")]
Confidence = Annotated[
    float, typer.Option(min=0, max=1, help="Leave out decisions with less confidence than this.")
]
CsvDialect = Annotated[
    Dialect,
    typer.Option(help="Form of CSV: commas (rfc4180), or semicolons for Dutch Excel (excel-nl)."),
]

Ocr = Annotated[
    bool,
    typer.Option(
        "--ocr/--no-ocr", help="Recognise the words of pages that are images, if installed."
    ),
]


def _bounded(text: str) -> str:
    name, _, value = text.partition("=")
    if name not in LIMITS:
        raise typer.BadParameter(f"no limit {name!r}; choose of {', '.join(LIMITS)}")
    if not value.isdecimal():
        raise typer.BadParameter(f"{text!r} is not of the form NAME=NUMBER")
    return text


def _all_bounded(texts: list[str] | None) -> list[str]:
    return [_bounded(text) for text in texts or []]


Bounds = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        callback=_all_bounded,
        help=f"What a file may ask of the machine: {', '.join(LIMITS)}. May be repeated.",
    ),
]


def limits_of(bounds: list[str] | None) -> Limits:
    """Return the limits with those that the user set."""
    pairs = (text.partition("=") for text in bounds or [])
    return Limits(**{name: int(value) for name, _, value in pairs})


Verbose = Annotated[bool, typer.Option("--verbose", help="Name every file as it is handled.")]

DEFAULT_MODEL = "nl_minutes_sm"
DEFAULT_TIMEOUT = TIMEOUT
