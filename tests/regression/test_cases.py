"""Dutch cases as data: a piece of minutes, the records that it holds, and why the case exists.

A file may have a ``head`` (body, date, attendance) that is put before the minutes of each of its
cases. In a case ``same_as`` holds the places of records, from 0. A case with ``known_failure``
must fail: when it starts to pass, take the mark away.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.decide import Tools, decisions
from pipeline.reading import read
from pipeline.structure import parse
from pipeline.types import COLUMNS

CASES = sorted(Path(__file__).parent.glob("cases/*.toml"))


def load_cases() -> list[Any]:
    files = [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in CASES]
    return [
        pytest.param(case, data.get("head", ""), id=f"{stem}-{case['id']}")
        for stem, data in files
        for case in data["case"]
    ]


@cache
def tools() -> Tools:
    return Tools.make()


def found_in(text: str, folder: Path) -> list[dict[str, Any]]:
    path = folder / "verslag.md"
    path.write_text(text, encoding="utf-8")
    rows = decisions(parse(read(path)), tools())
    places = {row.decision_id: place for place, row in enumerate(rows)}
    return [row.as_row() | {"same_as": [places[i] for i in row.same_as]} for row in rows]


def plain(value: Any) -> Any:
    """Leave the articles of parties out, as the evaluation does: `het RIVM` is `RIVM`.

    No number is an empty string, for TOML has no word for nothing.
    """
    if value is None:
        return ""
    if not isinstance(value, list):
        return value
    return [re.sub(r"^(de|het) ", "", str(party), flags=re.IGNORECASE) for party in value]


def differences(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    """Say where the records found differ from those expected, in the fields that a case names."""
    if len(found) != len(expected):
        return [f"expected {len(expected)} records, found {[row['text'] for row in found]}"]
    return [
        f"{field}: expected {value!r}, found {row[field]!r}"
        for want, row in zip(expected, found, strict=True)
        for field, value in want.items()
        if plain(value) != plain(row[field])
    ]


@pytest.mark.parametrize(("case", "head"), load_cases())
def test_case(case: dict[str, Any], head: str, tmp_path: Path) -> None:
    wrong = differences(case.get("records", []), found_in(head + case["minutes"], tmp_path))
    if "known_failure" in case:
        assert wrong, f"passes now, so take away the mark: {case['known_failure']}"
        pytest.xfail(case["known_failure"])
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases_name_known_fields_and_no_id_twice(path: Path) -> None:
    """A misspelt ``records`` would else turn a case into one that expects nothing."""
    cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    keys = {key for case in cases for key in case}
    assert keys <= {"id", "why", "minutes", "records", "known_failure"}
    records = [record for case in cases for record in case.get("records", [])]
    assert set().union(*records) <= {column.name for column in COLUMNS}
    assert len({case["id"] for case in cases}) == len(cases)
