"""Each format gives back what was written, the same bytes each time, and harmless cells."""

import csv
import dataclasses
import io
import json
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.export import Dialect, ExportError, RowsError, aside, read_jsonl, to_frame, write
from pipeline.export.cells import FORMULA, guarded, plain
from pipeline.types import CELLS, COLUMNS, Box, Decision

ROW = Decision(
    decision_id="d1",
    source_file="verslag.md",
    body="Werkgroep Water",
    meeting_date="2024-03-05",
    item_number="2a",
    item_title="Peilbesluit; ronde 2",
    kind="actie",
    text='Het waterschap legt "plan B" voor, uiterlijk 1 mei.',
    responsible=("het waterschap", "Jan"),
    responsible_org=("Waterschap Rivierenland", ""),
    responsible_id=("https://identifier.overheid.nl/tooi/id/waterschap/ws0621", ""),
    deadline_text="uiterlijk 1 mei",
    deadline="2024-05-01",
    status="aangenomen",
    source="lopend",
    page=None,
    char_start=10,
    char_end=60,
    cue="legt voor",
    confidence=0.85,
    producer="besluitvinder 0.1.0",
)

# Everything that UTF-8 can tell: quotes, line breaks, emoji, control characters, formulas.
words = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.text("=+-@'\t\r\n\",; ", max_size=6),
)
lists = st.lists(words, max_size=3).map(tuple)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": words,
    "enum": st.sampled_from(["besluit", "actie"]),
    "date": st.sampled_from(["", "2024-03-05"]),
    "list": lists,
    "int": st.integers(0, 10**9),
    "float": st.floats(0, 1),
    "boxes": st.lists(st.builds(Box, st.integers(1, 99), *[st.floats(0, 999)] * 4)).map(tuple),
}
decisions = st.lists(
    st.builds(Decision, **{column.name: VALUES[column.type] for column in COLUMNS}), max_size=4
)
in_one_folder = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def as_cells(decision: Decision) -> list[str]:
    values = decision.as_cells()
    return ["; ".join(v) if isinstance(v, list) else "" if v is None else str(v) for v in values]


@in_one_folder
@given(decisions)
def test_jsonl_gives_back_what_was_written(tmp_path: Path, rows: list[Decision]) -> None:
    write(rows, tmp_path / "rows.jsonl")
    assert read_jsonl(tmp_path / "rows.jsonl") == rows


@in_one_folder
@given(decisions, st.sampled_from(Dialect))
def test_csv_gives_back_what_was_written(
    tmp_path: Path, rows: list[Decision], dialect: Dialect
) -> None:
    path = tmp_path / "rows.csv"
    write(rows, path, dialect)
    delimiter = ";" if dialect is Dialect.EXCEL_NL else ","
    with path.open(encoding="utf-8-sig", newline="") as stream:
        heading, *lines = csv.reader(stream, delimiter=delimiter)
    assert heading == [column.name for column in CELLS]
    assert [[plain(cell) for cell in line] for line in lines] == [as_cells(row) for row in rows]
    assert not any(cell.startswith(FORMULA) for line in lines for cell in line)


@given(words)
def test_a_guarded_cell_is_harmless_and_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(FORMULA)
    assert plain(guarded(cell)) == cell


@in_one_folder
@given(decisions)
def test_parquet_gives_back_what_was_written(tmp_path: Path, rows: list[Decision]) -> None:
    write(rows, tmp_path / "rows.parquet")
    found = pq.read_table(tmp_path / "rows.parquet").to_pylist()
    dates = [date.fromisoformat(row.meeting_date) if row.meeting_date else None for row in rows]
    expected = zip(rows, dates, strict=True)
    assert found == [row.as_row() | {"meeting_date": day} for row, day in expected]


def sheet_of(path: Path) -> Any:
    return openpyxl.load_workbook(path).active


def test_a_workbook_has_dutch_headings_real_dates_and_text(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    formula = dataclasses.replace(ROW, text="=HYPERLINK(A1)", page=3)
    write([ROW, formula], path)
    sheet = sheet_of(path)
    heading, first, second = sheet.iter_rows()
    assert [cell.value for cell in heading] == [column.heading for column in CELLS]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:Y3")
    cells = {column.name: cell for column, cell in zip(CELLS, first, strict=True)}
    assert cells["meeting_date"].value.date() == date(2024, 3, 5)
    assert cells["responsible"].value == "het waterschap; Jan"
    assert cells["text"].alignment.wrap_text
    assert (second[7].value, second[7].data_type) == ("=HYPERLINK(A1)", "s")
    assert second[15].value == 3


def test_a_workbook_takes_characters_that_xml_forbids(tmp_path: Path) -> None:
    write([dataclasses.replace(ROW, text="a\x00b\ud800")], tmp_path / "rows.xlsx")
    assert sheet_of(tmp_path / "rows.xlsx")["H2"].value == "ab?"


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_a_lone_surrogate_stops_no_text_format(tmp_path: Path, suffix: str) -> None:
    write([dataclasses.replace(ROW, text="a\ud800b")], tmp_path / f"rows.{suffix}")
    assert b"a?b" in (tmp_path / f"rows.{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "xlsx", "parquet"])
def test_the_same_rows_give_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{name}.{suffix}" for name in "ab"]
    write([ROW], paths[0])
    time.sleep(1.1)  # zip files and workbooks tell the second
    write([ROW], paths[1])
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_moments_in_a_workbook_are_fixed(tmp_path: Path) -> None:
    write([ROW], tmp_path / "rows.xlsx")
    content = (tmp_path / "rows.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}


def test_excel_nl_has_a_mark_and_semicolons(tmp_path: Path) -> None:
    write([ROW], tmp_path / "rows.csv", "excel-nl")
    assert (tmp_path / "rows.csv").read_bytes().startswith(b"\xef\xbb\xbfdecision_id;source_file;")


def test_an_unknown_format_names_the_known(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"rows\.docx: no format \.docx; choose of \.csv, "):
        write([ROW], tmp_path / "rows.docx")


def test_after_an_error_the_old_file_stands(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")

    def broken() -> Any:
        yield ROW
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(broken(), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_aside_makes_the_folder(tmp_path: Path) -> None:
    with aside(tmp_path / "new" / "file") as part:
        part.write_text("x")
    assert (tmp_path / "new" / "file").read_text() == "x"


BAD_LINES = {
    "no JSON": "{",
    "not an object but list": "[]",
    "column decision_id is missing": "{}",
}


@pytest.mark.parametrize(("reason", "line"), BAD_LINES.items())
def test_a_bad_line_is_named(tmp_path: Path, reason: str, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    write([ROW], path)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    with pytest.raises(RowsError, match=rf"rows\.jsonl, line 3: {reason}"):
        read_jsonl(path)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ('"char_start": 10', '"char_start": null', "char_start"),
        ('"char_start": 10', '"char_start": true', "char_start"),
        ('"confidence": 0.85', '"confidence": "0.85"', "confidence"),
        ('"kind": "actie"', '"kind": 1', "kind"),
        ('["het waterschap", "Jan"]', '"het waterschap"', "responsible"),
        ('"boxes": []', '"boxes": [{"page": 1, "box": [1, 2]}]', "boxes"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(
    tmp_path: Path, old: str, new: str, column: str
) -> None:
    path = tmp_path / "rows.jsonl"
    write([ROW], path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(RowsError, match=f"line 1: column {column} is no "):
        read_jsonl(path)


def test_a_row_without_the_columns_that_have_a_default_is_read(tmp_path: Path) -> None:
    """Rows of other programs that follow the contract lack the columns that it does not name."""
    path = tmp_path / "rows.jsonl"
    row = ROW.as_row()
    del row["vote_for"], row["vote_against"], row["same_as"], row["boxes"]
    path.write_text(json.dumps(row), encoding="utf-8")
    assert read_jsonl(path) == [ROW]


def test_a_frame_has_the_columns_also_when_empty() -> None:
    names = [column.name for column in COLUMNS]
    assert list(to_frame([]).columns) == names
    frame = to_frame([ROW, dataclasses.replace(ROW, page=4)])
    assert list(frame.columns) == names
    assert frame["page"].isna().tolist() == [True, False]
    assert frame["responsible"][0] == ["het waterschap", "Jan"]
