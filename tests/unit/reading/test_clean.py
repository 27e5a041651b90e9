"""Clean-up of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.clean import fold, split_heading_marker, split_marker
from pipeline.reading.hyphens import LineJoiner


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("de gemeente-", "raad besluit", "de gemeenteraad besluit"),
        ("de gemeente\u00ad", "raad", "de gemeenteraad"),
        ("de gemeente\ufffe", "raad", "de gemeenteraad"),
        ("onderwijs-", "en zorgbeleid", "onderwijs- en zorgbeleid"),
        ("het Woo-", "Besluit", "het Woo-Besluit"),
        ("in 2024-", "2025 gaat", "in 2024-2025 gaat"),
        ("het Woo-", "besluit", "het Woo-besluit"),
        ("de API-", "strategie", "de API-strategie"),
        ("de oud-", "wethouder", "de oud-wethouder"),
        ("in Amster-", "dam", "in Amsterdam"),
        ("een regel", "en nog een", "een regel en nog een"),
        ("een gedachte -", "los streepje", "een gedachte - los streepje"),
    ],
)
def test_lines_are_joined(left: str, right: str, joined: str) -> None:
    assert LineJoiner().join(left, right) == joined


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["kerngroep-overleg"], "het kerngroep-overleg"),
        (["kerngroepoverleg."], "het kerngroepoverleg"),
        ([], "het kerngroepoverleg"),
    ],
)
def test_the_document_itself_tells_how_a_word_is_written(words: list[str], joined: str) -> None:
    assert LineJoiner(words).join("het kerngroep-", "overleg") == joined


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("1. Opening", "1", "Opening"),
        ("4a. Planning", "4a", "Planning"),
        ("2.1 Financiën", "2.1", "Financiën"),
        ("- punt", "-", "punt"),
        ("• punt", "•", "punt"),
        ("a) eerste", "a", "eerste"),
        ("19 januari is de datum", "", "19 januari is de datum"),
        ("2022 was een druk jaar", "", "2022 was een druk jaar"),
        ("-5 graden", "", "-5 graden"),
        ("\uf0b7 punt in een symboollettertype", "•", "punt in een symboollettertype"),
        ("C.2 Vaststelling", "C.2", "Vaststelling"),
    ],
)
def test_marker_is_split_off(text: str, marker: str, rest: str) -> None:
    assert split_marker(fold(text)) == (marker, rest)


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("3 Mededelingen", "3", "Mededelingen"),
        ("3. Mededelingen", "3", "Mededelingen"),
        ("3 februari 2024", "", "3 februari 2024"),
    ],
)
def test_number_of_a_heading_may_stand_without_dot(text: str, marker: str, rest: str) -> None:
    assert split_heading_marker(text) == (marker, rest)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abc -•1.)"))
def test_what_is_split_off_stood_at_the_start(text: str) -> None:
    marker, rest = split_marker(text)
    assert text.endswith(rest)
    assert marker in text[: len(text) - len(rest)] or not marker
