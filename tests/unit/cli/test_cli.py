"""Commands that need no model: exit status, words of errors, and what is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from pipeline import __version__
from pipeline.cli import app

ROW: dict[str, Any] = {
    "decision_id": "d1",
    "source_file": "verslag.md",
    "body": "Werkgroep Water",
    "meeting_date": "2024-03-05",
    "item_number": "2",
    "item_title": "Peilbesluit",
    "kind": "besluit",
    "text": "De leden stemmen in met het peilbesluit.",
    "responsible": [],
    "responsible_org": [],
    "responsible_id": [],
    "deadline_text": "",
    "deadline": "",
    "status": "aangenomen",
    "source": "lopend",
    "page": None,
    "char_start": 0,
    "char_end": 40,
    "cue": "stemmen in met",
    "confidence": 0.9,
    "producer": "test",
    "vote_for": 23,
    "vote_against": None,
    "same_as": [],
    "reading": "text",
    "boxes": [{"page": 1, "box": [72.0, 100.0, 301.5, 112.4]}],
}
LABEL = {key: ROW[key] for key in ("text", "kind", "status", "source", "deadline")} | {
    "item": {"number": "2", "title": "Peilbesluit"}
}
OTHER = LABEL | {"text": "Het bureau werkt de kosten van de gemalen uit."}
LABELS = {"body": "Werkgroep Water", "date": "2024-03-05", "items": [], "records": [LABEL, OTHER]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")
    Path("rows.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    Path("gold").mkdir()
    Path("gold/verslag.json").write_text(json.dumps(LABELS), encoding="utf-8")
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_version() -> None:
    assert call("--version").output == f"besluitvinder {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("process", "a.md"),
        ("process", "--output", "out"),
        ("process", "a.md", "--output", "rows.jsonl"),
        ("process", "a.md", "--output", "out", "--model", "no_such_model"),
        ("process", "a.md", "--output", "out", "--model", "no/such/folder"),
        ("process", "a.md", "--output", "out", "--min-confidence", "2"),
        ("process", "a.md", "--output", "out", "--dialect", "tabs"),
        ("process", "a.md", "--output", "out", "--limit", "max_pages"),
        ("process", "a.md", "--output", "out", "--limit", "patience=3"),
        ("show", "gone.md"),
        ("export", "gone.jsonl", "--output", "rows.csv"),
        ("export", "rows.jsonl", "--output", "rows.doc"),
        ("evaluate", "--gold", "gone"),
        ("evaluate", "--gold", "gold", "--minimum", "speed=1"),
        ("evaluate", "--gold", "gold", "--minimum", "records=much"),
        ("publish",),
    ],
)
def test_wrong_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_process_of_nothing_that_can_be_read(folder: Path) -> None:
    result = call("process", "gone.md", "*.pdf", "--output", "out")
    assert result.exit_code == 1
    assert result.stdout == "0 decisions from 0 files (2 failed), in out\n"
    assert result.stderr.splitlines() == [
        "warning: *.pdf: failed: no file matches this pattern",
        "warning: gone.md: failed: no such file or folder",
    ]
    assert len(Path("out/documents.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_process_into_a_folder_that_cannot_be_made(folder: Path) -> None:
    result = call("process", "gone.md", "--output", "rows.jsonl/out")
    assert result.exit_code == 1
    assert "rows.jsonl/out: cannot be written: " in result.stderr


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet", "jsonl"])
def test_export(folder: Path, suffix: str) -> None:
    result = call("export", "rows.jsonl", "--output", f"out/rows.{suffix}")
    assert (result.exit_code, result.stdout) == (0, f"1 decisions, in out/rows.{suffix}\n")
    assert Path(f"out/rows.{suffix}").stat().st_size > 0


def test_export_gives_the_same_jsonl(folder: Path) -> None:
    call("export", "rows.jsonl", "--output", "same.jsonl")
    assert Path("same.jsonl").read_text() == Path("rows.jsonl").read_text()


def test_export_of_a_bad_file(folder: Path) -> None:
    Path("rows.jsonl").write_text("{}\n")
    result = call("export", "rows.jsonl", "--output", "rows.csv")
    assert result.exit_code == 1
    assert result.stderr == "error: rows.jsonl, line 1: column decision_id is missing\n"
    assert not Path("rows.csv").exists()


def test_evaluate_predictions(folder: Path) -> None:
    result = call("evaluate", "--gold", "gold", "--predictions", "rows.jsonl", "--output", "out")
    assert result.exit_code == 0, result.output
    assert "records" in result.stdout
    numbers = json.loads(Path("out/metrics.json").read_text(encoding="utf-8"))
    assert (numbers["records"]["precision"], numbers["records"]["recall"]) == (1, 0.5)
    assert OTHER["text"] in Path("out/errors.md").read_text(encoding="utf-8")


def test_evaluate_with_a_minimum(folder: Path) -> None:
    known = ("evaluate", "--gold", "gold", "--predictions", "rows.jsonl", "--minimum")
    assert call(*known, "records=0.6", "--minimum", "kind=1").exit_code == 0
    result = call(*known, "records=0.7")
    assert result.exit_code == 1
    assert result.stderr == "error: records reaches 0.667, the minimum is 0.700\n"
    assert "deadline has nothing to count" in call(*known, "deadline=0.1").stderr


def test_evaluate_warns_of_files_without_labels(folder: Path) -> None:
    Path("rows.jsonl").write_text(json.dumps(ROW | {"source_file": "ander.md"}) + "\n")
    result = call("evaluate", "--gold", "gold", "--predictions", "rows.jsonl")
    assert result.stderr == "warning: no labels for ander; their decisions are left out\n"


def test_evaluate_without_source_files(folder: Path) -> None:
    result = call("evaluate", "--gold", "gold")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: verslag.json: no source file")
