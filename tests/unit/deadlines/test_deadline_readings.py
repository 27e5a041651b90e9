"""What deadline words mean, against the cases of ``deadline_cases.toml``."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from pipeline.deadlines import find, first_deadline, read_cell

_CASES = tomllib.loads((Path(__file__).parent / "deadline_cases.toml").read_text("utf-8"))
_MEETING = _CASES["meeting"]


@pytest.mark.parametrize("case", _CASES["running"], ids=lambda c: c["text"][:50])
def test_running_text(case: dict[str, str]) -> None:
    found = first_deadline(case["text"], _MEETING)
    assert (found.text, found.value) == (case["words"], case["value"]), case.get("why", "")


@pytest.mark.parametrize("case", _CASES["none"], ids=lambda c: c["text"][:50])
def test_no_deadline(case: dict[str, str]) -> None:
    assert first_deadline(case["text"], _MEETING).text == "", case["why"]


@pytest.mark.parametrize("case", _CASES["cell"], ids=lambda c: c["text"][:50])
def test_cell(case: dict[str, str]) -> None:
    assert read_cell(case["text"], _MEETING).value == case["value"], case.get("why", "")


def test_without_meeting_only_written_years_resolve() -> None:
    assert first_deadline("Els reageert voor 3 mei 2024.", None).value == "2024-05-03"
    assert first_deadline("Els reageert voor 3 mei.", None).value == ""
    assert first_deadline("Els reageert voor 3 mei.", None).text == "voor 3 mei"


def test_places_are_those_of_the_text() -> None:
    text = "Karim stuurt het vóór 3 mei rond en Els reageert in week 23."
    assert [text[m.start : m.end] for m in find(text)] == ["vóór 3 mei", "in week 23"]
    assert find(text)[0].resolve(date(2024, 1, 9)) == "2024-05-03"
