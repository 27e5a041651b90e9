"""Reading of label files, made here and, where present, the real ones."""

import json
from pathlib import Path

import pytest

from pipeline.evaluation import GoldError, GoldItem, load

LABELS = {
    "id": "a",
    "body": "Werkgroep",
    "date": "2024-01-01",
    "attendees": [],
    "items": [{"number": "1", "title": "Opening"}],
    "records": [
        {"text": "Akkoord.", "kind": "besluit", "item": {"number": "1", "title": "Opening"}}
    ],
}


def test_labels_and_their_source(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(LABELS), encoding="utf-8")
    (tmp_path / "a.md").write_text("# Verslag", encoding="utf-8")
    (document,) = load(tmp_path)
    assert (document.name, document.source) == ("a", tmp_path / "a.md")
    assert document.items == (GoldItem("1", "Opening"),)
    assert document.records[0].responsible == ()


def test_a_label_file_without_source(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(LABELS), encoding="utf-8")
    assert load(tmp_path)[0].source is None


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"records": [1]}', '{"records": [{}]}'])
def test_a_bad_label_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"bad\.json"):
        load(tmp_path)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no label files"):
        load(tmp_path)


SHARED = Path(__file__).parents[4] / "shared" / "gold" / "dev"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold labels are not here")
def test_the_shared_labels_can_be_read() -> None:
    documents = load(SHARED)
    assert all(document.source for document in documents)
    assert sum(len(document.records) for document in documents) > 100
