"""Abbreviations stay whole, and ordinary words lose their full stop."""

import tomllib
from importlib.resources import files

import pytest
from spacy.language import Language

from pipeline.language import minutes_language

GROUPS = tomllib.loads(
    (files("pipeline.language") / "abbreviations.toml").read_text(encoding="utf-8")
)
FORMS = sorted({f for name, forms in GROUPS.items() if name != "geen_afkorting" for f in forms})


@pytest.fixture(scope="module")
def nlp() -> Language:
    return minutes_language("blank:nl")


@pytest.mark.parametrize("form", FORMS)
def test_abbreviation_is_one_token(nlp: Language, form: str) -> None:
    for spelling in (form, form[0].upper() + form[1:]):
        assert [token.text for token in nlp(f"zie {spelling} nu")] == ["zie", spelling, "nu"]


@pytest.mark.parametrize("word", GROUPS["geen_afkorting"])
def test_ordinary_word_loses_its_full_stop(nlp: Language, word: str) -> None:
    assert [token.text for token in nlp(word)] == [word[:-1], "."]


def test_acronym_loses_its_full_stop_but_initial_does_not(nlp: Language) -> None:
    assert [token.text for token in nlp("aan de OR. J. zit")] == [
        "aan", "de", "OR", ".", "J.", "zit",
    ]  # fmt: skip


def test_data_holds_each_form_once() -> None:
    forms = [form for group in GROUPS.values() for form in group]
    assert len(forms) == len(set(forms))
    assert all(form.endswith(".") and form == form.lower() for form in forms)
