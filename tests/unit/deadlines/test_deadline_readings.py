"""What deadline words mean, against the cases of ``deadline_cases.toml``."""

import csv
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.data import read_toml
from pipeline.deadlines import find, first_deadline, read_cell

_CASES = tomllib.loads((Path(__file__).parent / "deadline_cases.toml").read_text("utf-8"))
_MEETING = _CASES["meeting"]
_PHRASES = (Path(__file__).parent / "phrases.csv").read_text("utf-8").splitlines()
_VALUE = re.compile(
    r"|\d{4}-\d\d-\d\d(?P<end>/\d{4}-\d\d-\d\d)?|next-meeting|condition",
)


def _cases(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", _CASES[kind], ids=lambda case: case["text"][:50])


@pytest.mark.parametrize("row", list(csv.DictReader(_PHRASES)), ids=lambda row: row["phrase"])
def test_phrase(row: dict[str, str]) -> None:
    """The table of ``docs/deadlines.md``."""
    meeting = date.fromisoformat(row["meeting"])
    assert first_deadline(row["phrase"], meeting).value == row["expected"]


@_cases("running")
def test_running_text(case: dict[str, str]) -> None:
    found = first_deadline(case["text"], _MEETING)
    assert (found.text, found.value) == (case["words"], case["value"]), case.get("why", "")


@_cases("none")
def test_no_deadline(case: dict[str, str]) -> None:
    assert first_deadline(case["text"], _MEETING).text == "", case.get("why", "")


@_cases("cell")
def test_cell(case: dict[str, str]) -> None:
    assert read_cell(case["text"], _MEETING).value == case["value"], case.get("why", "")


@_cases("listed")
def test_row_of_a_list(case: dict[str, str]) -> None:
    found = first_deadline(case["text"], _MEETING, listed=True)
    assert (found.text, found.value) == (case["words"], case["value"]), case["why"]


@_cases("lone")
def test_without_meeting_only_what_needs_none_resolves(case: dict[str, str]) -> None:
    found = first_deadline(case["text"], None)
    assert (found.text, found.value) == (case["words"], case["value"])


def test_places_are_those_of_the_text() -> None:
    text = "Karim stuurt het vóór 3 mei rond en Els reageert in week 23."
    assert [text[m.start : m.end] for m in find(text)] == ["vóór 3 mei", "in week 23"]
    assert find(text)[0].resolve(date(2024, 1, 9)) == "2024-05-03"


_GRAMMAR = read_toml("pipeline.deadlines", "grammar.toml")
_TIME_WORDS = [
    *(word for table in _GRAMMAR["tabellen"].values() for word in table),
    *("voor", "vóór", "uiterlijk", "op", "in", "na", "tot", "binnen", "over", "eind", "deze"),
    *("1", "31", "29 februari", "30/2", "2024", "'25", "week 53", "Q3", "12-13-2024", "99"),
    *("volgende", "overleg", "zodra", "het", "de", "(", ")", ",", ".", "\n", "z.s.m.", "–"),
]
_TEXTS = st.lists(st.sampled_from(_TIME_WORDS) | st.text(max_size=5), max_size=12).map(" ".join)
_MEETINGS = st.none() | st.dates(date(1950, 1, 1), date(2100, 12, 31))


@given(_TEXTS, _MEETINGS)
def test_phrases_lie_in_the_text_and_mean_something_readable(
    text: str, meeting: date | None
) -> None:
    end = 0
    for mention in find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
        _assert_readable(mention.resolve(meeting))


@given(_TEXTS, _MEETINGS, st.booleans())
def test_the_chosen_words_stand_in_the_text(text: str, meeting: date | None, listed: bool) -> None:
    for found in (first_deadline(text, meeting, listed=listed), read_cell(text, meeting)):
        assert found.text in text
        assert found.text or not found.value
        _assert_readable(found.value)


def _assert_readable(value: str) -> None:
    assert _VALUE.fullmatch(value), value
    days = [date.fromisoformat(day) for day in value.split("/") if day[:1].isdigit()]
    assert days == sorted(days)
