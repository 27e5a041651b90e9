"""The whole way, from files to tables, by the commands that people call."""

import csv
import json
import sys
import zipfile
from pathlib import Path

import pdfplumber
import pytest
from click.testing import Result
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.export import read_jsonl

CORPUS = Path(__file__).parents[2] / "corpus"
MINUTES = """# Verslag Werkgroep Waterpeil

Datum: 5 maart 2024

## 1. Opening

De voorzitter opent de vergadering om tien uur en heet iedereen welkom.

## 2. Peilbesluit polder Noord

De kaarten zijn besproken en de leden hebben geen vragen meer.

Besluit: de werkgroep stemt in met het peilbesluit voor polder Noord.

Actie: Jan de Wit stuurt de kaarten voor 1 april 2024 aan de gemeenten.
"""
LATER = MINUTES.replace("5 maart 2024", "4 juni 2024").replace("1 april", "1 juli")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    Path("in/sub").mkdir(parents=True)
    Path("in/maart.md").write_text(MINUTES, encoding="utf-8")
    Path("in/sub/juni.md").write_text(LATER, encoding="utf-8")
    Path("in/stuk.pdf").write_bytes(b"%PDF-1.7 broken")
    Path("in/foto.png").write_bytes(b"\x89PNG")
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_process_a_folder_with_a_broken_file(folder: Path) -> None:
    result = call("process", "in", "--output", "out", "--workers", "2")
    assert result.exit_code == 0, result.output
    assert "warning: stuk.pdf: failed: " in result.stderr
    with Path("out/documents.csv").open(encoding="utf-8", newline="") as stream:
        states = {row["source_file"]: row["state"] for row in csv.DictReader(stream)}
    assert states == {
        "foto.png": "skipped",
        "maart.md": "ok",
        "stuk.pdf": "failed",
        "sub/juni.md": "ok",
    }
    rows = [row for row in read_jsonl(Path("out/decisions.jsonl")) if row.source_file == "maart.md"]
    assert [row.kind for row in rows] == ["besluit", "actie"]
    assert rows[1].responsible == ("Jan de Wit",)
    assert rows[1].deadline == "2024-04-01"
    assert rows[0].item_title == "Peilbesluit polder Noord"


def test_a_second_run_gives_the_same_bytes(folder: Path) -> None:
    for output, workers in (("one", "1"), ("two", "2")):
        call("process", "in", "--output", output, "--workers", workers)
    for name in ("decisions.csv", "decisions.jsonl"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()
        assert Path("one", name).stat().st_size > 0


def test_no_more_failures_than_allowed(folder: Path) -> None:
    assert call("process", "in", "--output", "out", "--max-failures", "0").exit_code == 1


def test_show(folder: Path) -> None:
    result = call("show", "in/maart.md")
    assert result.exit_code == 0, result.output
    assert "Jan de Wit" in result.stdout
    assert "besluit" in result.stdout


def test_show_a_broken_file(folder: Path) -> None:
    result = call("show", "in/stuk.pdf")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: in/stuk.pdf: ")


def test_show_all_documents_of_an_archive(folder: Path) -> None:
    with zipfile.ZipFile("archief.zip", "w") as archive:
        archive.writestr("maart.md", MINUTES)
        archive.writestr("kapot.pdf", "%PDF-1.7 broken")
    result = call("show", "archief.zip")
    assert result.exit_code == 0, result.output
    assert "archief.zip/maart.md: Werkgroep Waterpeil, 2024-03-05" in result.stdout
    assert "archief.zip/kapot.pdf: the PDF is damaged" in result.stderr


def test_show_marks_the_decisions_in_a_copy_of_the_pdf(folder: Path) -> None:
    source = CORPUS / "benw-lindewijk-2024-03-12.pdf"
    result = call("show", str(source), "--pdf", "out/marked.pdf")
    assert result.exit_code == 0, result.output
    with pdfplumber.open("out/marked.pdf") as pdf:
        notes = [note["contents"] for page in pdf.pages for note in page.annots]
    assert result.stdout.endswith(f"{len(notes)} decisions marked, in out/marked.pdf\n")
    assert any(note.startswith("Soort: besluit\n") for note in notes)


def test_only_a_pdf_can_be_marked(folder: Path) -> None:
    result = call("show", "in/maart.md", "--pdf", "marked.pdf")
    assert result.exit_code == 1
    assert result.stderr == "error: in/maart.md: only a PDF has pages on which to mark decisions\n"
    assert not Path("marked.pdf").exists()


def test_a_marked_copy_does_not_take_the_place_of_the_minutes(folder: Path) -> None:
    result = call("show", "in/stuk.pdf", "--pdf", "in/sub/../stuk.pdf")
    assert result.exit_code == 2
    assert Path("in/stuk.pdf").read_bytes() == b"%PDF-1.7 broken"


def test_standard_input(folder: Path) -> None:
    result = CliRunner().invoke(app, ["show", "-"], input=MINUTES)
    assert result.exit_code == 0, result.output
    assert "stdin: Werkgroep Waterpeil, 2024-03-05" in result.stdout
    CliRunner().invoke(app, ["process", "-", "in", "--output", "out"], input=LATER)
    sources = {row.source_file for row in read_jsonl(Path("out/decisions.jsonl"))}
    assert sources == {"stdin", "maart.md", "sub/juni.md"}


def test_what_a_file_may_ask_is_bounded(folder: Path) -> None:
    Path("in/breed.md").write_text(MINUTES * 50, encoding="utf-8")
    bounds = ("--limit", "max_bytes=15000", "--limit", "max_characters=300")
    call("process", "in", "--output", "out", *bounds)
    with Path("out/documents.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["source_file"]: row for row in csv.DictReader(stream)}
    assert rows["breed.md"]["state"] == "failed"
    assert "--limit max_bytes=NUMBER" in rows["breed.md"]["reason"]
    assert rows["maart.md"]["state"] == "partial"
    assert int(rows["maart.md"]["characters"]) <= 300


def test_evaluate_processes_the_source_files(folder: Path) -> None:
    item = {"number": "2", "title": "Peilbesluit polder Noord"}
    text = "de werkgroep stemt in met het peilbesluit voor polder Noord."
    record = {"text": text, "kind": "besluit", "item": item, "status": "aangenomen"}
    labels = {"body": "Werkgroep Waterpeil", "date": "2024-03-05", "items": [item]}
    Path("in/maart.json").write_text(json.dumps(labels | {"records": [record]}), encoding="utf-8")
    result = call("evaluate", "--gold", "in", "--output", "judged", "--minimum", "kind=1")
    assert result.exit_code == 0, result.output
    numbers = json.loads(Path("judged/metrics.json").read_text(encoding="utf-8"))
    assert numbers["records"]["recall"] == 1
    assert numbers["meeting_date"]["accuracy"] == 1


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be bounded on Linux only")
def test_a_file_that_takes_all_memory_does_not_stop_the_rest(folder: Path) -> None:
    Path("in/aaa.txt").write_bytes(b"besluit " * 20_000_000)
    call("process", "in", "--output", "out", "--workers", "1", "--limit", "max_memory=400000000")
    with Path("out/documents.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["source_file"]: row for row in csv.DictReader(stream)}
    assert rows["aaa.txt"]["state"] == "failed"
    assert "--limit max_memory=NUMBER" in rows["aaa.txt"]["reason"]
    assert rows["maart.md"]["state"] == "ok"
