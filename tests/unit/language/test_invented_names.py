"""Invented names come where the templates say, and take the place of names in minutes."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]
ASSETS = ROOT / "models" / "assets"
TEMPLATES: list[str] = tomllib.loads((ASSETS / "sentences.toml").read_text(encoding="utf-8"))[
    "zinnen"
]
NLP = spacy.blank("nl")


@pytest.fixture(scope="module", autouse=True)
def recipe() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "scripts"))
    yield
    sys.path.remove(str(ROOT / "scripts"))


def make_inventor(seed: int = 1) -> Any:
    from modelling.invented import Inventor, Stock

    bodies = ["Raad voor de Akkers", "Bureau Rivieren", "RVA", "BRN"]
    return Inventor(Stock.read(ASSETS / "names.toml", bodies, ["Vaartland", "Ochtenberg"]), seed)


@settings(deadline=None)
@given(st.sampled_from(TEMPLATES), st.integers(0, 10_000))
def test_every_slot_is_filled_and_marked(template: str, seed: int) -> None:
    text, spans = make_inventor(seed).fill(template)
    assert "{" not in text
    for start, end, label in spans:
        assert text[start:end].strip() == text[start:end] != ""
        assert label in {"PERSON", "ORG", "GPE", "DATE"}


def test_same_seed_gives_same_names() -> None:
    first, second = make_inventor(3), make_inventor(3)
    assert [first.person() for _ in range(20)] == [second.person() for _ in range(20)]


def test_written_sentences_carry_their_names() -> None:
    from modelling.invented import written_sentences

    templates = ["{voornaam} belt {organisatie}.", "De {begrip} is klaar."]
    named, unnamed = written_sentences(NLP, make_inventor(), templates, rounds=1)
    assert [entity.label_ for entity in named.ents] == ["PERSON", "ORG"]
    assert not unnamed.ents


def test_names_in_minutes_are_replaced_one_for_one() -> None:
    from modelling.invented import with_other_names

    doc = NLP.make_doc("Femke Bos (Geonovum) belt Femke Bos op 3 mei.")
    spans = [doc.char_span(*place) for place in ((0, 9, "PERSON"), (26, 35, "PERSON"))]
    body, date = doc.char_span(11, 19, "ORG"), doc.char_span(39, 44, "DATE")
    doc.set_ents([*spans, body, date], missing=[doc[5:6]], default="outside")
    other = with_other_names(NLP, doc, make_inventor())
    first, organisation, second, when = other.ents
    assert first.text == second.text != "Femke Bos"
    assert (first.label_, organisation.label_, when.text) == ("PERSON", "ORG", "3 mei")
    assert "Geonovum" not in other.text
    assert other[organisation.end + 1].ent_iob == 0, "what was unknown stays unknown"
    assert other.text.endswith("op 3 mei.")
