"""A workbook with Dutch headings; needs openpyxl (extra ``excel``)."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO

from pipeline.export.cells import text
from pipeline.types import CELLS, Column, Decision

WIDE = {"text": 80, "item_title": 36, "source_file": 30, "body": 28, "responsible": 28}
WIDE |= {"responsible_org": 36, "responsible_id": 36, "deadline_text": 24, "producer": 30}
NARROW = 13
"""Widths of columns, in characters."""

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can tell
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FIXED = rb"\g<1>1980-01-01T00:00:00Z"


def write(decisions: Iterable[Decision], stream: BinaryIO) -> None:
    """Write a workbook; the same rows give the same bytes.

    Text is stored as text, so that no cell is run as a formula; dates and numbers are real ones.
    """
    written = io.BytesIO()
    _workbook(decisions).save(written)
    _without_times(written, stream)


def _workbook(decisions: Iterable[Decision]) -> Any:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Besluiten")
    sheet.freeze_panes = "A2"
    for letter, column in zip(_letters(), CELLS, strict=False):
        sheet.column_dimensions[letter].width = WIDE.get(column.name, NARROW)
    sheet.append(list(_heading(sheet)))
    rows = 1
    for decision in decisions:
        sheet.append(list(_cells(sheet, decision)))
        rows += 1
    sheet.auto_filter.ref = f"A1:{_last_letter()}{rows}"
    return book


def _letters() -> Iterator[str]:
    from openpyxl.utils import get_column_letter

    return map(get_column_letter, range(1, len(CELLS) + 1))


def _last_letter() -> str:
    *_, last = _letters()
    return last


def _heading(sheet: Any) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    for column in CELLS:
        cell = WriteOnlyCell(sheet, column.heading)
        cell.font = Font(bold=True)
        yield cell


def _cells(sheet: Any, decision: Decision) -> Iterator[Any]:
    for column, value in zip(CELLS, decision.as_cells(), strict=True):
        yield _cell(sheet, column, value)


def _cell(sheet: Any, column: Column, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if value in ("", []):
        return None
    if column.type in ("int", "float"):
        return value
    if column.type == "date":
        return WriteOnlyCell(sheet, date.fromisoformat(value))
    cell = WriteOnlyCell(sheet, _allowed(text(value)))
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=column.name in WIDE, vertical="top")
    return cell


def _allowed(words: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    encodable = words.encode("utf-8", errors="replace").decode("utf-8")
    return str(ILLEGAL_CHARACTERS_RE.sub("", encodable))


def _without_times(written: BinaryIO, stream: BinaryIO) -> None:
    """Copy a workbook with every moment of writing set to one fixed moment."""
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(_FIXED, content)
            entry = zipfile.ZipInfo(name, _MOMENT)
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
