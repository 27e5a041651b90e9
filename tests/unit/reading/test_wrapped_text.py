"""Plain text: wrapped lines, columns of spaces, nesting by indent."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.text import read_text

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("wrapped_cases.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_blocks_of_plain_text(case: dict[str, Any]) -> None:
    blocks = read_text(case["text"].lstrip("\n"), "x.txt").blocks
    assert [[b.kind, b.marker, b.level, b.text] for b in blocks] == case["blocks"]


WORDS = st.sampled_from(["de", "Dora", "mailt", "x,", "vandaag.", "(kort)", "nota:", "12"])
LINE = st.tuples(
    st.integers(0, 12),
    st.lists(st.tuples(WORDS, st.sampled_from([" ", "    "])), min_size=1, max_size=12),
)


@given(st.lists(LINE, min_size=1, max_size=12))
def test_no_word_is_lost_or_moved(lines: list[tuple[int, list[tuple[str, str]]]]) -> None:
    text = "\n".join(" " * deep + "".join(w + gap for w, gap in words) for deep, words in lines)
    document = read_text(text, "x.txt")
    assert document.text.replace("|", " ").split() == text.split()


def test_rows_of_one_table_share_its_number() -> None:
    blocks = read_text("Naam\tWie\nA\tB\n\nTekst ertussen.\n\nC\tD\nE\tF\n", "x.txt").blocks
    assert [b.table for b in blocks] == [1, 1, None, 2, 2]
