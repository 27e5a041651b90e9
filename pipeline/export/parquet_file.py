"""Parquet, typed by the columns of a decision; needs pyarrow (extra ``parquet``)."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, BinaryIO

from pipeline.export import jsonl_file
from pipeline.types import COLUMNS, Decision


def schema() -> Any:
    """Return the pyarrow schema; each field tells its meaning."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "enum": pa.string(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
        "boxes": pa.list_(pa.struct({"page": pa.int64(), "box": pa.list_(pa.float64())})),
        "int": pa.int64(),
        "float": pa.float64(),
    }
    return pa.schema(
        pa.field(column.name, types[column.type], metadata={"meaning": column.meaning})
        for column in COLUMNS
    )


def write(decisions: Iterable[Decision], stream: BinaryIO) -> None:
    """Write a file of decisions; dates are real dates, empty ones null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    dates = [column.name for column in COLUMNS if column.type == "date"]
    rows = [_dated(json.loads(jsonl_file.row(decision)), dates) for decision in decisions]
    pq.write_table(pa.Table.from_pylist(rows, schema()), stream, compression="zstd")


def _dated(row: dict[str, Any], dates: list[str]) -> dict[str, Any]:
    return row | {name: date.fromisoformat(row[name]) if row[name] else None for name in dates}
