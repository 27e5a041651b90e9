"""Tables of documents as data frames."""

import json
from pathlib import Path

import pytest

from pipeline.reading import read, tables

ROOT = Path(__file__).parents[3]
LAYOUTS = ROOT / "tests" / "data" / "layouts"
ACTIONS = {
    "Nr.": ["1", "2", "3"],
    "Actie": [
        "Stappen van de parkeervergunning beschrijven",
        "Formulier aanpassen en laten testen door de gebruikersgroep",
        "Dekking in het programma uitwerken",
    ],
    "Wie": ["Duinwijk", "leverancier", "Bosma"],
    "Gereed": ["1 april", "mei 2024", "21 maart"],
}


@pytest.mark.parametrize(
    "name", ["letterhead-libreoffice.pdf", "letterhead-browser.pdf", "letterhead-word.docx"]
)
def test_a_bold_first_row_names_the_columns(name: str) -> None:
    (frame,) = tables(read(LAYOUTS / name))
    assert frame.to_dict("list") == ACTIONS


@pytest.mark.parametrize("name", ["tables-html.html", "tables-markdown.md", "tables-boxed.pdf"])
def test_each_table_is_a_frame(name: str) -> None:
    present, decisions = tables(read(LAYOUTS / name))
    assert list(present.columns) == ["Naam", "Functie", "Aanwezig"]
    assert list(decisions["Wie"][:3]) == ["Elzinga", "Elzinga", "Oudhof"]


def test_columns_without_a_head_are_numbered() -> None:
    present, _ = tables(read(LAYOUTS / "unruled-latex.pdf"))
    gold = json.loads((LAYOUTS / "unruled-latex.json").read_text(encoding="utf-8"))
    rows = [block["cells"] for block in gold["blocks"] if block["kind"] == "table_row"]
    assert list(present.columns) == [0, 1, 2]
    assert present.to_numpy().tolist() == rows[:4]


def test_a_frame_knows_its_page() -> None:
    frames = tables(read(ROOT / "corpus" / "bo-woningbouw-2024-02-14.pdf"))
    assert [frame.attrs["page"] for frame in frames] == [1, 2]
    assert "Kostenraming overkluizing spoorzone" in list(frames[-1]["Actie"])


def test_a_document_without_tables_has_no_frames(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_text("De raad besluit de nota vast te stellen en sluit de vergadering.\n")
    assert tables(read(path)) == []
