"""The mark-up of the sample corpus."""

import doctest
from types import ModuleType

import pytest
from sample_corpus import blocks as blocks_module
from sample_corpus import labels as labels_module
from sample_corpus import markup as markup_module
from sample_corpus.blocks import Heading, ListItem, Paragraph, Table, blocks
from sample_corpus.labels import label_file
from sample_corpus.markup import MarkupError, Source, strip

SETTINGS = {"body": "Raad", "date": "2024-01-09"}
TEXT = """# Verslag

Aanwezig: {p VNG: Ana Vos}, {pp BZK: Bo}

## 2 | Zaken ~ (wethouder)

- Actie: {actie resp="Ana" dl="voor 1 mei" iso=2024-05-01 : Ana **belt** voor 1 mei.}

#! Lijst

| Wat | Wie |
|---|---|
| {actie resp="Bo" : Brief sturen} | Bo |
"""


@pytest.fixture
def source() -> Source:
    return strip("x", SETTINGS, TEXT)


def test_mark_up_is_taken_out(source: Source) -> None:
    assert "Aanwezig: Ana Vos, Bo (BZK)" in source.text
    assert "- Actie: Ana **belt** voor 1 mei." in source.text


def test_labels_follow_from_place_and_keys(source: Source) -> None:
    first, second = label_file(source, {"VNG": "Vereniging"})["records"]
    assert first["text"] == "Ana belt voor 1 mei."
    assert first["item"] == {"number": "2", "title": "Zaken"}
    assert (first["responsible_org"], first["status"]) == (["Vereniging"], "aangenomen")
    assert second["item"]["title"] == "Lijst"
    assert (second["source"], second["status"]) == ("lijst", "open")


def test_blocks_are_told_apart(source: Source) -> None:
    kinds = [type(block) for block in blocks(source.text)]
    assert kinds == [Heading, Paragraph, Heading, ListItem, Heading, Table]


def test_parties_must_be_quoted() -> None:
    marked = strip("x", SETTINGS, "{actie resp=Bo : Ana belt.}")
    with pytest.raises(MarkupError, match="'Bo' does not stand"):
        label_file(marked, {})


@pytest.mark.parametrize("broken", ["{actie : Ana belt", "{besluit wie=Ana : ja}", "{x : ja}"])
def test_broken_mark_up_is_refused(broken: str) -> None:
    with pytest.raises(MarkupError):
        strip("x", SETTINGS, broken)


@pytest.mark.parametrize("module", [blocks_module, labels_module, markup_module])
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    outcome = doctest.testmod(module)
    assert outcome.attempted
    assert not outcome.failed
