"""The built-in model does the work that the extraction counts on."""

import pytest
from spacy.language import Language

from pipeline.language import minutes_language


@pytest.fixture(scope="module")
def nlp() -> Language:
    return minutes_language()


def test_finite_verbs_are_told_from_infinitives(nlp: Language) -> None:
    doc = nlp("De stuurgroep besluit het plan te wijzigen.")
    finite = [token.text for token in doc if "Fin" in token.morph.get("VerbForm")]
    assert finite == ["besluit"]


def test_subject_hangs_under_its_verb(nlp: Language) -> None:
    doc = nlp("De gemeente Zwolle stuurt de brief naar de leden.")
    subjects = {token.head.text for token in doc if token.dep_ == "nsubj"}
    assert subjects == {"stuurt"}


def test_people_and_dates_are_named(nlp: Language) -> None:
    doc = nlp("Peter de Wit van het Kadaster levert voor 12 maart 2031 een notitie.")
    found = {(entity.text, entity.label_) for entity in doc.ents}
    assert ("Peter de Wit", "PERSON") in found
    assert ("12 maart 2031", "DATE") in found


def test_parser_keeps_to_the_sentences_of_the_rules(nlp: Language) -> None:
    text = "Actie Femke\nbelt de provincie. Zij vraagt d.d. 3 mei om uitstel.\n2. Rondvraag"
    blank = minutes_language("blank:nl")
    assert [s.text for s in nlp(text).sents] == [s.text for s in blank(text).sents]


def test_components_can_be_left_out() -> None:
    assert "ner" not in minutes_language(exclude=["ner"]).pipe_names


def test_licence_is_told() -> None:
    assert minutes_language().meta["license"] == "CC BY-SA 4.0"
