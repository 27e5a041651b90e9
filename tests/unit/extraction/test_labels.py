"""Labels: which words of a block they speak of."""

import pytest

from pipeline.extraction.cues import find_labels

CASES = [
    ("Besluit: akkoord met het plan.", "besluit", "prefix", "", ""),
    ("Actie Frank: belt de gemeente.", "actie", "prefix", "Frank", ""),
    ("Actie 12: brief versturen", "actie", "prefix", "", ""),
    ("De brief gaat uit. (actie: Els)", "actie", "enclosed", "", "Els"),
    ("<actiepunt Waternet: meetplan delen>", "actie", "enclosed", "Waternet", "meetplan delen"),
    ("Actie Els stuurt het plan rond.", "actie", "bare", "", "Els stuurt het plan rond"),
    ("Toezegging: de raad krijgt een memo.", "toezegging", "prefix", "", ""),
]


@pytest.mark.parametrize(("text", "kind", "shape", "owner", "rest"), CASES)
def test_label_is_found(text: str, kind: str, shape: str, owner: str, rest: str) -> None:
    (label,) = find_labels(text)
    found = (label.kind, label.shape, text[slice(*label.owner)].strip(" :"))
    assert found == (kind, shape, owner)
    assert text[slice(*label.rest)].strip() == rest


@pytest.mark.parametrize(
    "text",
    [
        "De actie is afgerond.",
        "Actie is inmiddels uitgevoerd.",
        "Het besluit van de raad is nog niet bekend.",
        "Zie https://voorbeeld.nl/actie://",
    ],
)
def test_no_label_in_running_words(text: str) -> None:
    assert find_labels(text) == []


def test_two_labels_in_one_block_do_not_overlap() -> None:
    text = "Besluit: het plan is akkoord. Actie Els: rondsturen."
    labels = find_labels(text)
    assert [label.kind.value for label in labels] == ["besluit", "actie"]
    assert labels[0].end <= labels[1].start
