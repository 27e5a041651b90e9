"""Clean-up of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.clean import fold, join_lines, split_marker


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("de gemeente-", "raad besluit", "de gemeenteraad besluit"),
        ("de gemeente\u00ad", "raad", "de gemeenteraad"),
        ("de gemeente\ufffe", "raad", "de gemeenteraad"),
        ("onderwijs-", "en zorgbeleid", "onderwijs- en zorgbeleid"),
        ("het Woo-", "Besluit", "het Woo-Besluit"),
        ("in 2024-", "2025 gaat", "in 2024-2025 gaat"),
        ("een regel", "en nog een", "een regel en nog een"),
        ("een gedachte -", "los streepje", "een gedachte - los streepje"),
    ],
)
def test_lines_are_joined(left: str, right: str, joined: str) -> None:
    assert join_lines(left, right) == joined


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
    ],
)
def test_marker_is_split_off(text: str, marker: str, rest: str) -> None:
    assert split_marker(text) == (marker, rest)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abc -•1.)"))
def test_what_is_split_off_stood_at_the_start(text: str) -> None:
    marker, rest = split_marker(text)
    assert text.endswith(rest)
    assert marker in text[: len(text) - len(rest)] or not marker
