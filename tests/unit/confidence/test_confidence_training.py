"""The fit and the measures of ``scripts/train_confidence.py``, on examples made up here."""

import pytest
from judging.examples import Example, Judged, body_of
from judging.logistic import SEEN, fit
from judging.measures import Told, curve, fit_of, left_out, reliability, told

FEATURES = [{"party": 1.0}] * 40 + [{"hedge": 1.0}] * 40
RIGHT = [True] * 36 + [False] * 4 + [True] * 10 + [False] * 30


def test_fit_finds_the_shares() -> None:
    model = fit(FEATURES, RIGHT, ridge=1e-6)
    assert model.probability({"party": 1.0}) == pytest.approx(0.9, abs=1e-3)
    assert model.probability({"hedge": 1.0}) == pytest.approx(0.25, abs=1e-3)


def test_a_ridge_draws_towards_the_mean_share() -> None:
    loose, tight = fit(FEATURES, RIGHT, ridge=0.1), fit(FEATURES, RIGHT, ridge=100)
    assert abs(tight.coefficients["party"]) < abs(loose.coefficients["party"])
    assert tight.probability({}) == pytest.approx(sum(RIGHT) / len(RIGHT), abs=0.03)


def test_rare_features_get_no_coefficient() -> None:
    model = fit([*FEATURES, *[{"rare": 1.0}] * (SEEN - 1)], [*RIGHT, *[True] * (SEEN - 1)])
    assert set(model.coefficients) == {"party", "hedge"}


def judged(name: str, *rights: int | None) -> Judged:
    examples = tuple(Example({"party": 1.0}, 0.75, unit) for unit in rights)
    return Judged(name, body_of(name), examples, 3)


def test_a_body_is_judged_by_the_others() -> None:
    others = [judged(f"raad-2024-01-0{day}", None, *[0] * 6) for day in (1, 2)]
    own = judged("stuurgroep-2024-01-01", 0, *[None] * 12)
    rows = left_out([*others, own], lambda document: document.body)
    chances = {row.document: row.confidence for row in rows}
    assert chances[2] > 0.8
    assert chances[0] == chances[1] < 0.2


def test_bodies_are_named_without_date() -> None:
    assert [body_of(name) for name in ("kpapi-stuurgroep-nodate", "lrt-2022-03-08")] == [
        "kpapi-stuurgroep",
        "lrt",
    ]


ROWS = [Told(0, 0.95, 0), Told(0, 0.93, 0), Told(0, 0.91, None), Told(1, 0.35, 0)]


def test_reliability_leaves_empty_bins_out() -> None:
    assert [(bounds, number) for bounds, number, _, _ in reliability(ROWS)] == [
        ("0.3 to 0.4", 1),
        ("0.9 to 1.0", 3),
    ]
    assert [share for *_, share in reliability(ROWS)] == [1.0, pytest.approx(2 / 3)]


def test_the_curve_counts_units_once() -> None:
    steps = {least: (rows, p, r) for least, rows, p, r, _ in curve(ROWS, 4)}
    assert steps[0.0] == (4, 0.75, 0.5)
    assert steps[0.9] == (3, pytest.approx(2 / 3), 0.25)


def test_fit_measures() -> None:
    found = fit_of([Told(0, 0.9, 1), Told(0, 0.9, 2), Told(0, 0.1, None)])
    assert (found.area, found.distance) == (1.0, pytest.approx(0.1))
    assert found.brier == pytest.approx(0.01)


def test_weights_may_be_the_confidence() -> None:
    rows = told([judged("raad-2024-01-01", 0, None)], lambda example: example.weight)
    assert [(row.confidence, row.unit) for row in rows] == [(0.75, 0), (0.75, None)]
