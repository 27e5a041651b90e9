"""Dutch cases as data: a piece of minutes, the records that it holds, and why the case exists.

A case with ``known_failure`` must fail: when it starts to pass, take the mark away.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.decide import Tools, decisions
from pipeline.reading import read
from pipeline.structure import parse

CASES = sorted(Path(__file__).parent.glob("cases/*.toml"))
FIELDS = ("text", "kind", "responsible", "deadline", "status", "source")


def load_cases() -> list[Any]:
    loaded = []
    for path in CASES:
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            loaded.append(pytest.param(case, id=f"{path.stem}-{case['id']}"))
    return loaded


@cache
def tools() -> Tools:
    return Tools.make()


def found_in(text: str, folder: Path) -> list[dict[str, Any]]:
    path = folder / "verslag.md"
    path.write_text(text, encoding="utf-8")
    rows = decisions(parse(read(path)), tools())
    return [row.as_row() for row in rows]


def differences(case: dict[str, Any], found: list[dict[str, Any]]) -> list[str]:
    """Say where the records found differ from those expected, field by field."""
    expected = case.get("records", [])
    if len(found) != len(expected):
        return [f"expected {len(expected)} records, found {[row['text'] for row in found]}"]
    return [
        f"{field}: expected {want[field]!r}, found {row[field]!r}"
        for want, row in zip(expected, found, strict=True)
        for field in FIELDS
        if field in want and want[field] != row[field]
    ]


@pytest.mark.parametrize("case", load_cases())
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    wrong = differences(case, found_in(case["minutes"], tmp_path))
    if "known_failure" in case:
        assert wrong, f"passes now, so take away the mark: {case['known_failure']}"
        pytest.xfail(case["known_failure"])
    assert not wrong, "\n".join(wrong)
