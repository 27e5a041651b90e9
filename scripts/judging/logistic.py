"""Logistic regression with a ridge, by Newton's method: the same numbers on every machine run."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.extraction.confidence import LinearModel
from pipeline.extraction.confidence.model import Features

Floats = npt.NDArray[np.float64]

RIDGE = 5.0
"""Half the weight of the sum of squared coefficients in the loss."""

SEEN = 5
"""Examples in which a feature must occur."""

_STEPS = 50
_SMALL = 1e-8


def fit(features: Sequence[Features], right: Sequence[bool], ridge: float = RIDGE) -> LinearModel:
    """Return the model that fits best; features that are rare get no coefficient."""
    names = _names(features)
    table = np.array([[1.0, *(own.get(name, 0.0) for name in names)] for own in features])
    target = np.array(right, dtype=np.float64)
    penalty = np.full(len(names) + 1, ridge)
    penalty[0] = 0.0
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        step = _step(table, target, penalty, weights)
        weights -= step
        if float(np.abs(step).max()) < _SMALL:
            break
    return LinearModel(float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True)))


def _step(table: Floats, target: Floats, penalty: Floats, weights: Floats) -> Floats:
    chance = 1 / (1 + np.exp(-table @ weights))
    slope = table.T @ (chance - target) + penalty * weights
    curve = (table.T * (chance * (1 - chance))) @ table + np.diag(penalty)
    step: Floats = np.linalg.solve(curve, slope)
    return step


def _names(features: Sequence[Features]) -> list[str]:
    counts: dict[str, int] = {}
    for own in features:
        for name in own:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= SEEN)
