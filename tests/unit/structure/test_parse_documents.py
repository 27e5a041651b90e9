"""Whole documents of several kinds of bodies, with what must be found in them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read
from pipeline.structure import parse
from pipeline.types import Minutes

CASES = sorted((Path(__file__).parent / "documents").glob("*.toml"))


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[Minutes, dict[str, Any]]:
    path: Path = request.param
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    source = path.with_suffix(".md")
    return parse(read(source, source=source.name)), expected


def test_meeting(case: tuple[Minutes, dict[str, Any]]) -> None:
    minutes, expected = case
    assert minutes.date is not None
    assert (minutes.body, minutes.date.isoformat()) == (expected["body"], expected["date"])


def test_attendance(case: tuple[Minutes, dict[str, Any]]) -> None:
    minutes, expected = case
    assert [a.name for a in minutes.attendees if a.present] == expected["present"]
    absent = [a.name for a in minutes.attendees if not a.present]
    assert absent == expected.get("absent", [])


def test_items(case: tuple[Minutes, dict[str, Any]]) -> None:
    minutes, expected = case
    assert [[i.number, i.title] for i in minutes.items] == expected["items"]


def test_lists(case: tuple[Minutes, dict[str, Any]]) -> None:
    minutes, expected = case
    found = [
        {
            "heading": table.heading,
            "kind": table.kind,
            "rows": [[row.identifier, row.task, row.owner] for row in table.rows],
        }
        for table in minutes.lists
    ]
    assert found == expected.get("lists", [])


def test_places_of_rows_hold_their_task(case: tuple[Minutes, dict[str, Any]]) -> None:
    minutes, _ = case
    for table in minutes.lists:
        for row in table.rows:
            assert minutes.document.text[row.start : row.end] == row.task
            block = minutes.document.blocks[row.block]
            assert table.first <= row.block < table.last
            assert block.start <= row.start


def test_skipped_and_kept_text(case: tuple[Minutes, dict[str, Any]]) -> None:
    minutes, expected = case
    skipped = {minutes.document.blocks[i].text for i in minutes.skipped}
    text = {block.text for block in minutes.document.blocks}
    for line in expected.get("skipped", []):
        assert any(line in words for words in skipped), line
    for line in expected.get("kept", []):
        assert any(line in words for words in text - skipped), line
