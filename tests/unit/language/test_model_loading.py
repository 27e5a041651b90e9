"""Loading models, and what is told when there is none."""

from pathlib import Path

import pytest

from pipeline.language import ModelError, load, minutes_language


def test_model_folder_is_loaded_by_path(tmp_path: Path) -> None:
    load("blank:nl").to_disk(tmp_path / "model")
    assert load(str(tmp_path / "model")).lang == "nl"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("nl_core_news_xxl", "spacy download nl_core_news_xxl"),
        ("./no/such/folder", "config.cfg"),
        ("blank:qq", "install it"),
    ],
)
def test_absent_model_tells_the_remedy(name: str, remedy: str) -> None:
    with pytest.raises(ModelError, match=remedy):
        load(name)


def test_minutes_language_adds_the_rules_once(tmp_path: Path) -> None:
    minutes_language("blank:nl").to_disk(tmp_path / "model")
    again = minutes_language(str(tmp_path / "model"))
    assert again.pipe_names == ["besluit_sentences"]
