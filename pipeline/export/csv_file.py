"""Comma-separated values, in the standard form or in that of a Dutch spreadsheet."""

import csv
import io
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, BinaryIO

from pipeline.export.cells import guarded, text
from pipeline.types import CELLS, Decision


class Dialect(StrEnum):
    """The forms of CSV: ``rfc4180`` (comma) and ``excel-nl`` (semicolon, byte order mark)."""

    RFC4180 = "rfc4180"
    EXCEL_NL = "excel-nl"


_DELIMITER = {Dialect.RFC4180: ",", Dialect.EXCEL_NL: ";"}
# By the mark a spreadsheet knows that the file is UTF-8.
_MARK = {Dialect.RFC4180: b"", Dialect.EXCEL_NL: b"\xef\xbb\xbf"}


def line(cells: Iterable[Any], dialect: Dialect) -> bytes:
    """Return one line; text that a spreadsheet would run as a formula is made harmless.

    >>> line(["=1", ["a", "b"], 0.5, None], Dialect.RFC4180).decode()
    "'=1,a; b,0.5,\\r\\n"
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=_DELIMITER[dialect], lineterminator="\r\n")
    writer.writerow([_cell(value) for value in cells])
    # Lone surrogates, which broken PDFs give, have no form in UTF-8.
    return written.getvalue().encode("utf-8", errors="replace")


def _cell(value: Any) -> str:
    number = isinstance(value, int | float)
    return text(value) if number else guarded(text(value))


def header(names: Iterable[str], dialect: Dialect) -> bytes:
    """Return the first line, with a byte order mark where the dialect wants it."""
    return _MARK[dialect] + line(names, dialect)


def head(dialect: Dialect) -> bytes:
    """Return the first line of a file of decisions."""
    return header((column.name for column in CELLS), dialect)


def row(decision: Decision, dialect: Dialect) -> bytes:
    """Return the line of a decision."""
    return line(decision.as_cells(), dialect)


def write(decisions: Iterable[Decision], stream: BinaryIO, dialect: Dialect) -> None:
    """Write a file of decisions."""
    stream.write(head(dialect))
    stream.writelines(row(decision, dialect) for decision in decisions)
