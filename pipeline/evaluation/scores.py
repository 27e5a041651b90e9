"""Scores from counts, with intervals from drawing documents anew."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.evaluation.counts import Count

Floats = npt.NDArray[np.float64]
Interval = tuple[float, float]

DRAWS, SEED, SPREAD = 1000, 20220308, 0.95


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 with 95 % intervals; NaN where there is nothing to count."""

    count: Count
    precision: float
    recall: float
    f1: float
    precision_interval: Interval
    recall_interval: Interval
    f1_interval: Interval


def scores(documents: Sequence[Mapping[str, Count]], draws: int = DRAWS) -> dict[str, Score]:
    """Score each measure over all documents.

    Documents are drawn with replacement, the same draws for every measure; the intervals hold
    the middle 95 % of the scores so found. A fixed seed makes them repeatable.
    """
    names = dict.fromkeys(name for counts in documents for name in counts)
    weights = _weights(len(documents), draws)
    return {
        name: _score([counts.get(name, Count()) for counts in documents], weights) for name in names
    }


def _weights(documents: int, draws: int) -> Floats:
    if not documents:
        return np.zeros((draws, 0))
    rng = np.random.default_rng(SEED)
    share = np.full(documents, 1 / documents)
    return rng.multinomial(documents, share, size=draws).astype(np.float64)


def _score(counts: Sequence[Count], weights: Floats) -> Score:
    table = np.array([[c.right, c.predicted, c.found, c.gold] for c in counts], dtype=np.float64)
    total = sum(counts, Count())
    precision, recall, f1 = (float(part[0]) for part in _rates(table.sum(axis=0, keepdims=True)))
    intervals = [_interval(part) for part in _rates(weights @ table)]
    return Score(total, precision, recall, f1, *intervals)


def _rates(table: Floats) -> tuple[Floats, Floats, Floats]:
    right, predicted, found, gold = table.T
    precision, recall = _divide(right, predicted), _divide(found, gold)
    both = precision + recall
    f1 = np.where(both == 0, 0.0, _divide(2 * precision * recall, both))
    # With no prediction at all, or no gold, the other rate alone tells that nothing was right.
    none = np.isnan(both) & (predicted + gold > 0)
    return precision, recall, np.where(none, 0.0, f1)


def _divide(above: Floats, below: Floats) -> Floats:
    return np.divide(above, below, out=np.full_like(above, math.nan), where=below > 0)


def _interval(values: Floats) -> Interval:
    known = values[~np.isnan(values)]
    if not known.size:
        return math.nan, math.nan
    edge = (1 - SPREAD) / 2
    low, high = np.quantile(known, [edge, 1 - edge])
    return float(low), float(high)
