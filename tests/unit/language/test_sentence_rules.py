"""The sentence rules, by cases in Dutch and by what must hold of any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.language import SENTENCES, minutes_language

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("sentences_cases.toml").read_text(encoding="utf-8")
)["case"]
NLP = minutes_language("blank:nl")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return NLP


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_sentences_of_case(nlp: Language, case: dict[str, Any]) -> None:
    assert [sent.text.strip() for sent in nlp(case["text"]).sents] == case["sentences"]


@given(st.text(alphabet="aBé1.'\"() \n:•-!?", max_size=60))
def test_sentences_tile_the_text_and_never_cross_a_line(text: str) -> None:
    doc = NLP(text)
    assert "".join(sent.text_with_ws for sent in doc.sents) == text
    for sent in doc.sents:
        assert "\n" not in sent.text.strip()


def test_every_boundary_is_set_before_the_parser(nlp: Language) -> None:
    doc = nlp("Akkoord. de rest volgt.\nKlaar")
    assert all(token.is_sent_start is not None for token in doc)
    assert SENTENCES in nlp.pipe_names


def test_factory_is_known_to_spacy_by_name() -> None:
    import spacy

    blank = spacy.blank("nl")
    blank.add_pipe(SENTENCES)
    assert len(list(blank("Een. Twee.").sents)) == 2
