"""What rulings and rows say of their status, against ``status_cases.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.status import row_status, ruling_status, stated_ruling
from pipeline.types import Status

_CASES = tomllib.loads((Path(__file__).parent / "status_cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", _CASES["ruling"], ids=lambda case: case["text"][:40])
def test_ruling(case: dict[str, str]) -> None:
    assert ruling_status(case["text"]).value == case["expected"], case.get("why", "")


@pytest.mark.parametrize("case", _CASES["row"], ids=lambda case: str(list(case.values())[:2]))
def test_row(case: dict[str, Any]) -> None:
    cells = [case.get("status", ""), case.get("other", "")]
    found = row_status(
        cells,
        due=case.get("due", ""),
        task=case.get("task", ""),
        struck=case.get("struck", False),
    )
    assert found.value == case["expected"], case.get("why", "")


def test_a_cell_that_tells_nothing_leaves_it_to_the_words() -> None:
    assert stated_ruling("14-3-2023") is None
    assert stated_ruling("41 / 0") is None


@given(st.text(max_size=80))
def test_any_text_has_a_status_of_its_own_kind(text: str) -> None:
    assert ruling_status(text) not in (Status.OPEN, Status.GESLOTEN)
    assert row_status([text], task=text) in (Status.OPEN, Status.GESLOTEN)
