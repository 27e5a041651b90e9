"""Files, folders and patterns become one ordered list of inputs."""

import os
from pathlib import Path

import pytest

from pipeline.batch import Input, expand


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ["in/b.md", "in/sub/a.PDF", "in/image.png", "in/.hidden/x.md", "in/~$b.docx"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def sources(*given: str, without: Path | None = None) -> list[str]:
    return [one.source for one in expand(given, without)]


def test_a_folder_with_all_in_it(folder: Path) -> None:
    assert expand(["in"]) == (
        Input(Path("in/b.md"), "b.md"),
        Input(Path("in/image.png"), "image.png", "no reader for .png", "skipped"),
        Input(Path("in/sub/a.PDF"), "sub/a.PDF"),
        Input(Path("in/~$b.docx"), "~$b.docx", "lock file of an opened document", "skipped"),
    )


def test_a_named_file_is_tried_whatever_its_suffix(folder: Path) -> None:
    assert expand(["in/image.png"]) == (Input(Path("in/image.png"), "in/image.png"),)


def test_patterns(folder: Path) -> None:
    assert sources("in/*.md") == ["in/b.md"]
    assert sources("**/*.PDF") == ["in/sub/a.PDF"]


def test_a_name_with_brackets_is_no_pattern(folder: Path) -> None:
    Path("verslag [concept].md").write_text("x")
    assert sources("verslag [concept].md") == ["verslag [concept].md"]


def test_what_does_not_exist_has_a_reason(folder: Path) -> None:
    Path("empty").mkdir()
    problems = {one.source: one.problem for one in expand(["gone.md", "*.docx", "empty"])}
    assert problems == {
        "gone.md": "no such file or folder",
        "*.docx": "no file matches this pattern",
        "empty": "the folder holds no files",
    }


def test_a_file_counts_once(folder: Path) -> None:
    assert sources("in/b.md", str(folder / "in" / "b.md"), "in/*.md") == ["in/b.md"]


def test_files_of_two_folders_with_one_name_are_told_apart(folder: Path) -> None:
    Path("other").mkdir()
    Path("other/b.md").write_text("x")
    assert [s for s in sources("in", "other") if s.endswith(".md")] == ["in/b.md", "other/b.md"]


def test_the_output_of_an_earlier_run_is_no_input(folder: Path) -> None:
    Path("in/out").mkdir()
    Path("in/out/report.html").write_text("x")
    assert "out/report.html" not in sources("in", without=Path("in/out"))
    Path("in/decisions.csv").write_text("x")
    found = sources("in", without=folder / "in")
    assert "decisions.csv" not in found
    assert "b.md" in found


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_a_folder_above_does_not_go_round(folder: Path) -> None:
    Path("in/loop").symlink_to(folder / "in")
    assert sources("in").count("b.md") == 1
