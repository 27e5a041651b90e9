"""Parties and the organisations they stand for, against ``party_cases.toml``."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import read
from pipeline.register import Register
from pipeline.resolve import PartyResolver
from pipeline.structure import parse
from pipeline.types import Document, Minutes

REGISTER = Register.load()
_CASES = tomllib.loads((Path(__file__).parent / "party_cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_party_stands_for_its_organisation(case: dict[str, dict[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "verslag.md"
    path.write_text(str(case["minutes"]), encoding="utf-8")
    resolver = PartyResolver(parse(read(path)), REGISTER)
    assert {party: resolver.find(party)[0] for party in case["parties"]} == case["parties"]


def test_organisation_of_the_register_comes_with_its_identifier(tmp_path: Path) -> None:
    path = tmp_path / "verslag.md"
    path.write_text("# Verslag raad gemeente Lisse 4 april 2023\n\n## 1. Opening\n", "utf-8")
    found = PartyResolver(parse(read(path)), REGISTER).find("de wethouder")
    assert found[1] == "https://identifier.overheid.nl/tooi/id/gemeente/gm0553"


def test_home_stands_in_the_name_of_the_file() -> None:
    minutes = _minutes("Raadsvergadering", "raad-zwolle-2023.md")
    assert PartyResolver(minutes, REGISTER).find("de wethouder")[0] == "Gemeente Zwolle"


def _minutes(body: str, source: str) -> Minutes:
    document = Document(source=source, format="md", text="", blocks=())
    return Minutes(document, body, None, (), (), ())


@given(st.text(max_size=60))
def test_any_party_can_be_looked_up(party: str) -> None:
    name, identifier = PartyResolver(_minutes("Raad", "x.md"), REGISTER).find(party)
    assert name or not identifier
