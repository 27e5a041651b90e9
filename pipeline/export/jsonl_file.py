"""JSON Lines: one object a line, lists as lists; the form that is read back."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.types import COLUMNS, Box, Column, Decision


class RowsError(ValueError):
    """A file of decisions cannot be read; the message names the file, the line and the reason."""


def row(decision: Decision) -> bytes:
    """Return the line of a decision."""
    line = json.dumps(decision.as_row(), ensure_ascii=False) + "\n"
    # Lone surrogates, which broken PDFs give, have no form in UTF-8.
    return line.encode("utf-8", errors="replace")


def write(decisions: Iterable[Decision], stream: BinaryIO) -> None:
    """Write a file of decisions."""
    stream.writelines(map(row, decisions))


def read_jsonl(path: Path) -> list[Decision]:
    """Read a file of decisions back.

    Columns beyond those of a `Decision` are passed over, as are empty lines; the columns that
    have a default may lack.

    Raises
    ------
    RowsError
        If a line is no decision.
    OSError
        If the file cannot be opened.
    """
    with path.open("rb") as stream:
        return [_read(line, f"{path}, line {number}") for number, line in _lines(stream)]


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(stream, 1) if line.strip())


def _read(line: bytes, place: str) -> Decision:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        raise RowsError(f"{place}: no JSON: {error}") from error
    if not isinstance(found, dict):
        raise RowsError(f"{place}: not an object but {type(found).__name__}")
    return Decision(**{column.name: _value(found, column, place) for column in COLUMNS})


def _value(found: dict[str, Any], column: Column, place: str) -> Any:
    if column.name not in found:
        if column.default is not ...:
            return column.default
        raise RowsError(f"{place}: column {column.name} is missing")
    value = found[column.name]
    if value is None and column.name in _MAY_BE_EMPTY:
        return None
    if not _FITS[column.type](value):
        raise RowsError(f"{place}: column {column.name} is no {column.type}: {value!r}")
    return _TAKEN.get(column.type, _same)(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_float(value: Any) -> bool:
    return isinstance(value, float) or _is_int(value)


def _is_boxes(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_box, value))


def _is_box(value: Any) -> bool:
    if not isinstance(value, dict) or not _is_int(value.get("page")):
        return False
    sides = value.get("box")
    return isinstance(sides, list) and len(sides) == 4 and all(map(_is_float, sides))


def _boxes(value: list[dict[str, Any]]) -> tuple[Box, ...]:
    return tuple(map(Box.of_row, value))


def _same(value: Any) -> Any:
    return value


_FITS: dict[str, Callable[[Any], bool]] = {
    "string": _is_text,
    "enum": _is_text,
    "date": _is_text,
    "list": _is_list,
    "boxes": _is_boxes,
    "int": _is_int,
    "float": _is_float,
}
_TAKEN: dict[str, Callable[[Any], Any]] = {"list": tuple, "float": float, "boxes": _boxes}
_MAY_BE_EMPTY = ("page", "vote_for", "vote_against")
