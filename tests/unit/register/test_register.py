"""The register: who is meant by a name, on a day, against ``register_cases.toml``."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.register import Register
from pipeline.register.load import read_meanings

REGISTER = Register.load()
_CASES = tomllib.loads((Path(__file__).parent / "register_cases.toml").read_text("utf-8"))
_FOUND = [(n, case.get("on"), case["expected"]) for case in _CASES["found"] for n in case["names"]]
_UNKNOWN = [(name, case["why"]) for case in _CASES["unknown"] for name in case["names"]]


@pytest.mark.parametrize(("name", "on", "expected"), _FOUND)
def test_name_is_found(name: str, on: date | None, expected: str) -> None:
    found = REGISTER.find(name, on)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(("name", "why"), _UNKNOWN)
def test_what_is_no_organisation_by_itself_stays_open(name: str, why: str) -> None:
    assert REGISTER.find(name) is None, why


def test_identifier_is_a_whole_tooi_identifier() -> None:
    found = REGISTER.find("Gemeente Rotterdam")
    assert found is not None
    assert found.identifier == "https://identifier.overheid.nl/tooi/id/gemeente/gm0599"


def test_a_form_before_its_time_falls_back_on_the_one_body_that_had_it() -> None:
    found = REGISTER.find("AenM", date(2023, 1, 1))
    assert found is not None
    assert found.name == "Ministerie van Asiel en Migratie"


def test_one_name_at_two_times_has_the_identifier_of_its_day() -> None:
    before, after = REGISTER.find("EZ", date(2009, 1, 1)), REGISTER.find("EZ", date(2015, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.identifier[-8:], after.identifier[-8:]) == ("mnre1040", "mnre1045")


def test_every_organisation_is_found_by_its_own_name_or_shares_it() -> None:
    meanings = [m for m in read_meanings() if m.organisation.name in m.names]
    lost = [m.organisation.name for m in meanings if not _found_on_its_day(m.organisation.name)]
    assert lost == []


def _found_on_its_day(name: str) -> bool:
    found = REGISTER.find(name)
    return found is not None and found.name.lower() == name.lower()


def test_periods_begin_before_they_end() -> None:
    periods = [(m.since, m.until, m.names) for m in read_meanings() if m.since and m.until]
    assert [names for since, until, names in periods if since > until] == []


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    found = REGISTER.find(text)
    assert found is None or found.name
