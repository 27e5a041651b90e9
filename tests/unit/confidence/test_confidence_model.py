"""The confidence of a record: what it is read from, and the model that weighs it."""

import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.data import read_toml
from pipeline.decide import Tools
from pipeline.extraction import add_components, extract, make_doc
from pipeline.extraction.confidence import Evidence, LinearModel, Scene, judge_of
from pipeline.extraction.confidence.component import evidence_of_draft
from pipeline.language import minutes_language
from pipeline.reading import read
from pipeline.structure import parse
from pipeline.types import Kind, Minutes, Record, Source

TEXT = """
# Verslag Stuurgroep Waterkwaliteit

Datum: 12 maart 2024

## 2. Meetnet
Besluit: de stuurgroep stelt het meetplan vast.

We pakken dit misschien later op en worden gebeld door de provincie.

## Actielijst

| Nr | Actie | Wie | Wanneer |
|---|---|---|---|
| 1 | Begroting opstellen | Joke | 1 juni |
"""


@cache
def nlp() -> Language:
    return Tools.make().nlp


def minutes(folder: Path) -> Minutes:
    path = folder / "verslag.md"
    path.write_text(TEXT, encoding="utf-8")
    return parse(read(path))


def worked(folder: Path, language: Language) -> Doc:
    doc = make_doc(minutes(folder), language)
    for _, component in language.pipeline:
        doc = component(doc)
    return doc


@pytest.fixture
def doc(tmp_path: Path) -> Doc:
    return worked(tmp_path, nlp())


def evidence(doc: Doc, words: str) -> Evidence:
    start = doc.text.index(words)
    blocks = doc._.besluit_minutes.document.blocks
    block = next(n for n, block in enumerate(blocks) if block.start <= start < block.end)
    form, kind = "sentence", Kind.AFSPRAAK
    end = start + len(words)
    return Evidence(start, end, block, form, kind, Source.LOPEND, 0.75, False, False)


def test_features_of_words_place_and_verbs(doc: Doc) -> None:
    words = "We pakken dit misschien later op en worden gebeld door de provincie."
    found = Scene.of(doc).features(evidence(doc, words))
    assert found["weight"] == pytest.approx(math.log(3))
    assert {"we", "hedge", "capital", "full_stop", "whole block", "title=subject"} <= found.keys()
    assert {"form=sentence", "kind=afspraak", "auxiliary=worden"} <= found.keys()
    assert not {"party", "deadline", "short", "question", "no verb"} & found.keys()


def test_party_and_deadline_are_told(doc: Doc) -> None:
    plain = evidence(doc, "de stuurgroep stelt het meetplan vast")
    full = replace(plain, party=True, deadline=True)
    more = Scene.of(doc).features(full).keys() - Scene.of(doc).features(plain).keys()
    assert more == {"party", "party form=sentence", "deadline"}


def test_without_a_tagger_nothing_is_said_of_verbs(tmp_path: Path) -> None:
    doc = worked(tmp_path, add_components(minutes_language("blank:nl")))
    found = Scene.of(doc).features(evidence(doc, "de stuurgroep stelt het meetplan vast"))
    assert not {"no verb", "no finite verb"} & found.keys()


def test_drafts_and_rows_get_the_confidence_of_the_model(doc: Doc, tmp_path: Path) -> None:
    model, scene = LinearModel.load(), Scene.of(doc)
    drafts = doc._.besluit_drafts
    assert drafts
    for draft in drafts:
        expected = model.probability(scene.features(evidence_of_draft(doc, draft)))
        assert draft.confidence == pytest.approx(expected)
    rows = [r for r in extract(minutes(tmp_path), nlp()) if r.source is Source.LIJST]
    assert [0 < row.confidence < 1 for row in rows] == [True]


def test_a_surer_rule_gives_more_confidence(doc: Doc) -> None:
    """Also a rule that the model has never seen is judged, by its weight."""
    one = evidence(doc, "de stuurgroep stelt het meetplan vast")
    model, scene = LinearModel.load(), Scene.of(doc)
    chances = [model.probability(scene.features(replace(one, weight=w))) for w in (0.4, 0.6, 0.9)]
    assert chances == sorted(chances)


def test_every_coefficient_is_a_number_and_has_a_known_name() -> None:
    data = read_toml("pipeline.extraction.confidence", "coefficients.toml")
    words = read_toml("pipeline.extraction.confidence", "words.toml")
    stems = {name.partition("=")[0] for name in data["coefficients"]}
    assert all(math.isfinite(value) for value in data["coefficients"].values())
    known = {"form", "kind", "source", "block", "title", "auxiliary", "head", "party form"}
    known |= {"party", "deadline", "weight", "position", "no item", "several cues", "long"}
    known |= {"short", "rather short", "whole block", "end of block", "no verb", "verb first"}
    assert stems <= known | {"no finite verb", "past tense"} | words["marks"].keys()


def test_another_component_of_the_name_is_refused() -> None:
    language = minutes_language("blank:nl")
    language.add_pipe("sentencizer", name="besluit_confidence")
    with pytest.raises(TypeError, match="besluit_confidence is a Sentencizer"):
        judge_of(language)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(-50, 50)), st.floats(-50, 50))
def test_a_probability_is_one(features: dict[str, float], intercept: float) -> None:
    model = LinearModel(intercept, {"a": 1.0, "b": -3.0})
    assert 0 <= model.probability(features) <= 1


def test_rows_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    records: list[Record] = extract(minutes(tmp_path), nlp())
    assert [r.start for r in records] == sorted(r.start for r in records)
