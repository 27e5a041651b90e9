"""The fit and the measures of ``scripts/train_confidence.py``, on examples made up here."""

import pytest

pytest.importorskip("sklearn", reason="training needs the extra 'train'")

from judging.examples import Example, Judged, body_of
from judging.fit import classifier, fit
from judging.measures import Told, curve, fit_of, left_out, reliability, told

FEATURES = [{"party": 1.0}] * 40 + [{"hedge": 1.0}] * 40
RIGHT = [True] * 36 + [False] * 4 + [True] * 10 + [False] * 30


def test_fit_finds_the_shares() -> None:
    loose = classifier(strength=1e6).fit(FEATURES, RIGHT)
    chances = loose.predict_proba([{"party": 1.0}, {"hedge": 1.0}])[:, 1]
    assert list(chances) == pytest.approx([0.9, 0.25], abs=1e-3)


def test_the_coefficients_say_what_the_library_says() -> None:
    fitted, model = classifier().fit(FEATURES, RIGHT), fit(FEATURES, RIGHT)
    for features in FEATURES[::40]:
        expected = fitted.predict_proba([features])[0, 1]
        assert model.probability(features) == pytest.approx(expected)


def test_rare_features_get_no_coefficient() -> None:
    model = fit([*FEATURES * 5, {"rare": 1.0}], [*RIGHT * 5, True])
    assert set(model.coefficients) == {"party", "hedge"}


def judged(name: str, *rights: int | None) -> Judged:
    features = ({"party": 1.0}, {"position": 0.5})
    examples = tuple(Example(features[place % 2], 0.75, unit) for place, unit in enumerate(rights))
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
    steps = [(step.low, step.rows, step.right) for step in reliability(ROWS)]
    assert steps == [(0.3, 1, 1.0), (0.9, 3, pytest.approx(2 / 3))]


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
