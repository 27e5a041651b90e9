"""A run with good and bad files: every input has a row, and the order is always the same."""

import csv
from pathlib import Path

import pytest

from pipeline.batch import DOCUMENT_COLUMNS, Options, Summary, run
from pipeline.batch.pool import Work
from pipeline.export import read_jsonl
from pipeline.types import Outcome, Settings, wider


@pytest.fixture
def obey(monkeypatch: pytest.MonkeyPatch) -> Work:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import batch_handlers

    work: Work = batch_handlers.obey
    return work


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, words in {
        "a.md": "wait\ntwee",
        "b.md": "exit",
        "c.md": "err",
        "d.md": "een\ntwee",
        "e.md": "hang",
        "f.md": "kill",
        "g.md": "drie",
        "h.png": "",
    }.items():
        (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(words, encoding="utf-8")
    return tmp_path


def documents(output: Path) -> list[dict[str, str]]:
    with (output / "documents.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_bad_files_get_a_row_and_the_rest_goes_on(folder: Path, obey: Work) -> None:
    seen: list[tuple[str, int]] = []
    summary = run(
        [str(folder / "in")],
        folder / "out",
        options=Options(workers=2, timeout=8),
        watch=lambda outcome, total: seen.append((outcome.source_file, total)),
        work=obey,
    )
    assert summary == Summary({"ok": 3, "failed": 4, "skipped": 1}, 5)
    rows = documents(folder / "out")
    assert tuple(rows[0]) == DOCUMENT_COLUMNS
    assert [(row["source_file"], 8) for row in rows] == seen
    memory = f"perhaps for want of memory; {wider('max_memory')}"
    reasons = {row["source_file"]: row["reason"] for row in rows if row["reason"]}
    assert reasons == {
        "b.md": f"ended its process (exit code 3), {memory}",
        "c.md": "program error: ValueError: no such thing",
        "e.md": "took longer than 8 seconds; allow more with --timeout",
        "f.md": f"ended its process (exit code -9), {memory}",
        "h.png": "no reader for .png",
    }
    found = [(row.source_file, row.text) for row in read_jsonl(folder / "out" / "decisions.jsonl")]
    assert found == [
        ("a.md", "wait"),
        ("a.md", "twee"),
        ("d.md", "een"),
        ("d.md", "twee"),
        ("g.md", "drie"),
    ]


def test_the_number_of_workers_changes_no_byte(tmp_path: Path, obey: Work) -> None:
    for number in range(6):
        (tmp_path / f"{number}.md").write_text("wait" if number % 2 else "een\ntwee")
    outputs = [tmp_path / "one", tmp_path / "three"]
    for output, workers in zip(outputs, (1, 3), strict=True):
        run([str(tmp_path / "*.md")], output, options=Options(workers), work=obey)
    for name in ("decisions.csv", "decisions.jsonl"):
        one, three = ((output / name).read_bytes() for output in outputs)
        assert one == three


def test_an_interruption_leaves_nothing_behind(folder: Path, obey: Work) -> None:
    def interrupt(outcome: Outcome, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([str(folder / "in")], folder / "out", watch=interrupt, work=obey)
    assert list((folder / "out").iterdir()) == []


def test_settings_reach_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "handler_of_settings.py").write_text(
        "from pipeline.types import Outcome\n"
        "def tell(path, source, settings):\n"
        "    return Outcome(source, 'ok', body=settings.model)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    import handler_of_settings  # type: ignore[import-not-found]

    run(
        [str(tmp_path / "a.md")],
        tmp_path / "out",
        Settings("blank:nl"),
        work=handler_of_settings.tell,
    )
    assert documents(tmp_path / "out")[0]["body"] == "blank:nl"


@pytest.mark.parametrize(
    ("states", "max_failures", "acceptable"),
    [
        ({"ok": 1, "failed": 5}, None, True),
        ({"ok": 1, "failed": 5}, 5, True),
        ({"ok": 1, "failed": 5}, 4, False),
        ({"partial": 1, "failed": 1}, 1, True),
        ({"failed": 1}, None, False),
        ({"skipped": 1}, None, False),
        ({}, None, False),
    ],
)
def test_what_is_acceptable(
    states: dict[str, int], max_failures: int | None, acceptable: bool
) -> None:
    assert Summary(states, 0).acceptable(max_failures) is acceptable  # type: ignore[arg-type]
