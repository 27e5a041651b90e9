"""Counted votes in the words and cells of rulings, against ``votes_cases.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.data import read_toml
from pipeline.extraction.votes import cell_votes, read_votes, vote_rules
from pipeline.types import Status, Votes

_CASES = tomllib.loads((Path(__file__).parent / "votes_cases.toml").read_text("utf-8"))["case"]
_RULES = read_toml("pipeline.extraction.votes", "votes.toml")["rule"]
_NUMBER_WORDS = {7: "zeven", 12: "twaalf", 20: "twintig", 22: "tweeëntwintig", 98: "achtennegentig"}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:50])
def test_votes(case: dict[str, Any]) -> None:
    found = read_votes(case["text"], Status(case.get("status", "aangenomen")))
    assert found == Votes(case.get("for"), case.get("against")), case.get("why", "")


@pytest.mark.parametrize("entry", _RULES, ids=lambda entry: entry["id"])
def test_a_rule_reads_its_example(entry: dict[str, Any]) -> None:
    first = next(rule.id for rule in vote_rules() if rule.regex.search(entry["example"]))
    assert first == entry["id"]
    status = Status(entry.get("status", "aangenomen"))
    expected = Votes(entry.get("vote_for"), entry.get("vote_against"))
    assert read_votes(entry["example"], status) == expected


@pytest.mark.parametrize(("number", "word"), _NUMBER_WORDS.items())
def test_number_words(number: int, word: str) -> None:
    assert read_votes(f"Met {word} stemmen voor en één stem tegen.") == Votes(number, 1)


@pytest.mark.parametrize(
    ("cells", "headings", "status", "expected"),
    [
        (["M-1", "8", "21"], ["Motie", "Voor", "Tegen"], Status.VERWORPEN, Votes(8, 21)),
        (["M-1", "41 / 0"], ["Motie", "Voor / tegen"], Status.AANGENOMEN, Votes(41, 0)),
        (["M-1", "8-21"], ["Motie", "Stemmen"], Status.VERWORPEN, Votes(8, 21)),
        (["M-1", "Aangenomen (8-2)"], ["Motie", "Besluit"], Status.AANGENOMEN, Votes(8, 2)),
        (["M-1", "unaniem"], ["Motie", "Stemmen"], Status.AANGENOMEN, Votes()),
        (["M-1", "8-11"], ["Motie", "Datum"], Status.AANGENOMEN, Votes()),
        (["M-1", "8", ""], ["Motie", "Voor", "Tegen"], Status.AANGENOMEN, Votes()),
    ],
)
def test_cells(cells: list[str], headings: list[str], status: Status, expected: Votes) -> None:
    assert cell_votes(cells, headings, status) == expected


@given(st.integers(0, 150), st.integers(0, 150), st.sampled_from(["aangenomen", "verworpen"]))
def test_numbers_come_back(one: int, other: int, outcome: str) -> None:
    found = read_votes(f"Met {one} stemmen voor en {other} tegen {outcome}.", Status(outcome))
    assert found == Votes(one, other)


@given(st.integers(0, 99), st.integers(0, 99))
def test_the_outcome_orders_a_ratio(one: int, other: int) -> None:
    low, high = sorted((one, other))
    text = f"De motie is met {one} tegen {other} stemmen"
    assert read_votes(f"{text} verworpen.", Status.VERWORPEN) == Votes(low, high)
    assert read_votes(f"{text} aangenomen.", Status.AANGENOMEN) == Votes(high, low)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = read_votes(text)
    assert all(count is None or count >= 0 for count in (found.in_favour, found.against))
