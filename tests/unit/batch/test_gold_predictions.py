"""The source files of a gold folder are handled like any others."""

import json
from pathlib import Path

import pytest

from pipeline.batch import predict
from pipeline.batch.pool import Work
from pipeline.evaluation import GoldError, load
from pipeline.types import Outcome


@pytest.fixture
def obey(monkeypatch: pytest.MonkeyPatch) -> Work:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import batch_handlers

    work: Work = batch_handlers.obey
    return work


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"records": []}))
        (tmp_path / f"{name}.md").write_text(f"besluit {name}" if name == "a" else "err")
    return tmp_path


def test_outcomes_by_name_of_document(gold: Path, obey: Work) -> None:
    seen: list[str] = []

    def watch(outcome: Outcome, total: int) -> None:
        seen.append(f"{outcome.source_file} of {total}")

    found = predict(load(gold), watch=watch, work=obey)
    assert [row.text for row in found["a"].decisions] == ["besluit a"]
    assert found["b"].state == "failed"
    assert seen == ["a.md of 2", "b.md of 2"]


def test_labels_without_a_source_are_named(gold: Path, obey: Work) -> None:
    (gold / "b.md").unlink()
    with pytest.raises(GoldError, match=r"b\.json: no source file"):
        predict(load(gold), work=obey)
