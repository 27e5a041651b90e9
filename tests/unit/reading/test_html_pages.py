"""Web pages as councils and programs write them."""

from pathlib import Path

import pytest

from pipeline.reading import read
from pipeline.types import Document


def page(html: str, folder: Path) -> Document:
    path = folder / "verslag.html"
    path.write_text(f"<html><body>{html}</body></html>", encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Een<b>zij</b>dig</p>", [("", "Eenzijdig")]),
        ("<p>Els belt.<br>Jan mailt.</p>", [("", "Els belt."), ("", "Jan mailt.")]),
        (
            "<ol type=a><li>Eerste<ul><li>dieper</li></ul></li><li>Tweede</li></ol>",
            [("a", "Eerste"), ("-", "dieper"), ("b", "Tweede")],
        ),
        ("<ol start=4><li>Vier</li></ol>", [("4", "Vier")]),
        ("<!-- geheim --><p>Open</p>", [("", "Open")]),
        ("<h2>3 Mededelingen</h2>", [("3", "Mededelingen")]),
        ("<span><p>Alinea in een stuk tekst.</p></span>", [("", "Alinea in een stuk tekst.")]),
        (
            "<table><tr><td>Kop</td></tr><tr><td>Tekst</td></tr></table>",
            [("", "Kop"), ("", "Tekst")],
        ),
        (
            "<table><tr><td colspan=2>Acties</td></tr><tr><td>Brief</td><td>Els</td></tr></table>",
            [("", "Acties"), ("", "Brief | Els")],
        ),
    ],
)
def test_markup(html: str, blocks: list[tuple[str, str]], tmp_path: Path) -> None:
    assert [(b.marker, b.text) for b in page(html, tmp_path).blocks] == blocks


def test_layout_table_gives_running_text(tmp_path: Path) -> None:
    text = "".join(
        f"<p>De leden bespreken het onderhoud van de dijk bij vak {n}.</p>" for n in "abc"
    )
    html = f"<table><tr><td>3.</td><td><p>Dijkversterking</p>{text}</td></tr></table>"
    blocks = page(html, tmp_path).blocks
    assert (blocks[0].kind.value, blocks[0].marker, blocks[0].text) == (
        "heading",
        "3",
        "Dijkversterking",
    )
    assert len(blocks) == 4


def test_deep_nesting_is_refused_or_read(tmp_path: Path) -> None:
    assert "bodem" in page("<div>" * 150 + "bodem" + "</div>" * 150, tmp_path).text
