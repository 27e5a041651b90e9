"""RTF: paragraphs, list items, and tables with cells of more than one paragraph."""

from pathlib import Path

import pytest

from pipeline.reading import read
from pipeline.types import Document

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}"
    r"{\stylesheet{\s1 kop;}}{\info{\title Geheim}}\f0 "
)


def document(body: str, folder: Path) -> Document:
    path = folder / "verslag.rtf"
    path.write_text(HEAD + body + "}", encoding="latin-1")
    return read(path)


def test_paragraphs_and_list_items(tmp_path: Path) -> None:
    found = document(
        r"{\b 1. Opening}\par De co\'f6rdinator opent om 10.00 uur.\par "
        r"{\listtext\'95\tab}Els belt de \u8216?gemeente\u8217?.\par",
        tmp_path,
    )
    assert found.format == "rtf"
    assert [(block.marker, block.text) for block in found.blocks] == [
        ("1", "Opening"),
        ("", "De coördinator opent om 10.00 uur."),
        ("•", "Els belt de ‘gemeente’."),
    ]


def test_tables(tmp_path: Path) -> None:
    row = (
        r"\trowd\cellx2000\cellx4000 {\pard\intbl %s\cell %s\cell}{\trowd\cellx2000\cellx4000\row}"
    )
    found = document(
        r"\pard Actielijst\par "
        + row % ("Actie", "Wie")
        + row % (r"Brief\par sturen", "")
        + r"\pard Tot slot\par "
        + row % ("Naam", "Els"),
        tmp_path,
    )
    assert [(block.table, block.text) for block in found.blocks] == [
        (None, "Actielijst"),
        (1, "Actie | Wie"),
        (1, "Brief sturen | "),
        (None, "Tot slot"),
        (2, "Naam | Els"),
    ]
    assert [cell.text for cell in found.blocks[2].cells] == ["Brief sturen", ""]


@pytest.mark.parametrize(
    "body",
    [
        r"\trowd a " * 100_000,
        r"{\field{\*\fldinst{HYPERLINK " + '"a" HYPERLINK ' * 50_000,
        r"{\fonttbl" + r"\f1 " * 100_000,
        "{" * 300_000,
    ],
    ids=["rows without end", "links", "fonts", "groups"],
)
def test_groups_without_end_are_passed_through_once(body: str, tmp_path: Path) -> None:
    """Each takes minutes if every group is searched up to the end of the file."""
    found = document(r"Het college stelt de nota vast.\par " + body, tmp_path)
    assert found.blocks[0].text == "Het college stelt de nota vast."
