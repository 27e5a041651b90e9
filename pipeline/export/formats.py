"""The formats of the table: one line each."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from pipeline.export import csv_file, jsonl_file, parquet_file, xlsx_file
from pipeline.export.atomic import aside
from pipeline.export.csv_file import Dialect
from pipeline.types import Decision


class ExportError(ValueError):
    """A table cannot be written; the message says why and what helps."""


Writer = Callable[[Iterable[Decision], BinaryIO, Dialect], None]

FORMATS: dict[str, Writer] = {
    ".csv": csv_file.write,
    ".jsonl": lambda decisions, stream, _: jsonl_file.write(decisions, stream),
    ".parquet": lambda decisions, stream, _: parquet_file.write(decisions, stream),
    ".xlsx": lambda decisions, stream, _: xlsx_file.write(decisions, stream),
}
"""Writer by suffix of the file."""

_EXTRAS = {"openpyxl": "excel", "pyarrow": "parquet"}


def write(
    decisions: Iterable[Decision], path: Path, dialect: Dialect | str = Dialect.RFC4180
) -> None:
    """Write decisions to `path`, in the format of its suffix; whole or not at all.

    Parameters
    ----------
    dialect
        The form of a CSV file; the other formats have one form.

    Raises
    ------
    ExportError
        If there is no such format, or its library is not installed.
    """
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(FORMATS)
        raise ExportError(f"{path}: no format {path.suffix or 'without suffix'}; choose of {known}")
    try:
        with aside(path) as part, part.open("wb") as stream:
            writer(decisions, stream, Dialect(dialect))
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(str(error.name).partition(".")[0])
        if extra is None:
            raise
        remedy = f"pip install 'besluitvinder[{extra}]'"
        raise ExportError(f"{path}: {error.name} is not installed; do {remedy}") from error
