"""The built-in model does the work that the extraction counts on."""

from importlib.metadata import version
from pathlib import Path

import nl_minutes_sm
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import Morphologizer, Tagger

from pipeline.language import BUILT_IN, minutes_language


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


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Hiltje Boonsma vraagt of de planning haalbaar is.", "Hiltje Boonsma", "PERSON"),
        ("- Tjitte: wat doen we met de opmerkingen?", "Tjitte", "PERSON"),
        ("Afspraak: BZK, RVQ en VNG werken een voorstel uit.", "RVQ", "ORG"),
        ("Mevrouw Zandlaar (Omgevingsdienst Meerveld) licht toe.", "Zandlaar", "PERSON"),
    ],
)
def test_names_that_no_list_knows_are_found(
    nlp: Language, text: str, name: str, label: str
) -> None:
    assert (name, label) in {(entity.text, entity.label_) for entity in nlp(text).ents}


def test_labels_are_those_of_the_news_model(nlp: Language) -> None:
    tagger, morphologizer = nlp.get_pipe("tagger"), nlp.get_pipe("morphologizer")
    assert isinstance(tagger, Tagger)
    assert isinstance(morphologizer, Morphologizer)
    assert {"ADJ|prenom|basis|met-e|stan", "WW|pv|tgw|ev", "SPEC|deeleigen"} <= set(tagger.labels)
    assert "Number=Sing|POS=VERB|Tense=Pres|VerbForm=Fin" in morphologizer.labels
    assert {"nsubj", "nsubj:pass", "obl:agent", "compound:prt", "ROOT"} <= set(
        nlp.pipe_labels["parser"]
    )
    doc = nlp("De nieuwe begroting wordt vastgesteld.")
    assert [token.tag_ for token in doc][:3] == [
        "LID|bep|stan|rest",
        "ADJ|prenom|basis|met-e|stan",
        "N|soort|ev|basis|zijd|stan",
    ]


def test_spacy_finds_the_model_by_name() -> None:
    assert spacy.load(BUILT_IN, exclude=["parser"]).meta["name"] == "minutes_sm"
    assert version(BUILT_IN) == minutes_language().meta["version"]


def test_model_tells_no_place_of_its_training_and_no_text() -> None:
    data = Path(nl_minutes_sm.__file__).parent / "data"
    config = (data / "config.cfg").read_text(encoding="utf-8")
    assert "/" not in config
    assert sum(f.stat().st_size for f in data.rglob("*") if f.is_file()) < 25e6


def test_parser_keeps_to_the_sentences_of_the_rules(nlp: Language) -> None:
    text = "Actie Femke\nbelt de provincie. Zij vraagt d.d. 3 mei om uitstel.\n2. Rondvraag"
    blank = minutes_language("blank:nl")
    assert [s.text for s in nlp(text).sents] == [s.text for s in blank(text).sents]


def test_components_can_be_left_out() -> None:
    assert "ner" not in minutes_language(exclude=["ner"]).pipe_names


def test_licence_is_told() -> None:
    assert minutes_language().meta["license"] == "CC BY-SA 4.0"
