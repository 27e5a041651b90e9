"""Options that several commands share, and their checks."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from pipeline.batch import TIMEOUT
from pipeline.export import Dialect

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
Verbose = Annotated[bool, typer.Option("--verbose", help="Name every file as it is handled.")]

DEFAULT_MODEL = "nl_minutes_sm"
DEFAULT_TIMEOUT = TIMEOUT
