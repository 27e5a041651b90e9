"""Writes decisions as a table, and reads one back."""

from pipeline.export.atomic import aside
from pipeline.export.csv_file import Dialect
from pipeline.export.formats import FORMATS, ExportError, write
from pipeline.export.frame import to_frame
from pipeline.export.jsonl_file import RowsError, read_jsonl

__all__ = [
    "FORMATS",
    "Dialect",
    "ExportError",
    "RowsError",
    "aside",
    "read_jsonl",
    "to_frame",
    "write",
]
