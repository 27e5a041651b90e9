"""Matching of texts, parties, titles and deadlines, by the cases of ``matching.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.fields import party_pairs, same_party, same_title, same_words
from pipeline.evaluation.matching import pair, pair_texts
from pipeline.evaluation.tokens import bag, f1

CASES = tomllib.loads(Path(__file__).with_name("matching.toml").read_text(encoding="utf-8"))


def cases(name: str) -> Any:
    return pytest.mark.parametrize("case", CASES[name], ids=lambda case: case["why"])


@cases("texts")
def test_texts(case: dict[str, Any]) -> None:
    matched = [(0, 0)] if case["match"] else []
    assert pair_texts([case["one"]], [case["other"]]) == matched
    assert pair_texts([case["other"]], [case["one"]]) == matched


@cases("parties")
def test_parties(case: dict[str, Any]) -> None:
    assert same_party(case["one"], case["other"]) is case["same"]
    assert same_party(case["other"], case["one"]) is case["same"]


@cases("titles")
def test_titles(case: dict[str, Any]) -> None:
    assert same_title(case["one"], case["other"]) is case["same"]


@cases("deadlines")
def test_deadlines(case: dict[str, Any]) -> None:
    assert same_words(case["one"], case["other"]) is case["same"]
    assert same_words(case["other"], case["one"]) is case["same"]


def test_the_most_alike_pair_goes_first() -> None:
    likeness = {(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.8}
    assert pair([0, 1], [0, 1], lambda i, j: likeness.get((i, j), 0.0)) == [(0, 1)]


def test_of_two_parties_the_fuller_name_takes_its_like() -> None:
    assert party_pairs(["VNG", "VNG Realisatie"], ["VNG Realisatie", "VNG"]) == [(0, 1), (1, 0)]


texts = st.lists(st.text("abc ", max_size=12), max_size=6)


@given(texts, texts)
def test_pairs_are_one_to_one(predicted: list[str], gold: list[str]) -> None:
    pairs = pair_texts(predicted, gold)
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})


@given(st.text(), st.text())
def test_f1_is_even_handed_and_bounded(one: str, other: str) -> None:
    assert f1(bag(one), bag(other)) == f1(bag(other), bag(one))
    assert 0 <= f1(bag(one), bag(other)) <= 1
