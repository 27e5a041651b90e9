"""An evaluation as a whole: every document compared, and the scores over all of them."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.evaluation import calibration
from pipeline.evaluation.compare import Comparison, Prediction, compare
from pipeline.evaluation.counts import Count, counts
from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.scores import Interval, Score, scores

FOUND = ("records", "responsible", "deadline", "deadline_text", "items", "same_as")
"""Measures with precision and recall, end to end."""

ACCURACIES = ("kind", "status", "item", "responsible_org", "body", "meeting_date")
"""Measures that are a share of right answers: on matched pairs, the last two on documents."""


@dataclass(frozen=True)
class Evaluation:
    """The documents compared, in order of name, and the score of each measure."""

    comparisons: tuple[Comparison, ...]
    scores: dict[str, Score]

    def value(self, measure: str) -> float:
        """Return the F1 of a measure, or its share right if it is an accuracy.

        Raises
        ------
        KeyError
            If there is no such measure.
        """
        score = self.scores[measure]
        return score.precision if measure in ACCURACIES else score.f1


def evaluate(gold: Iterable[GoldDocument], predictions: Mapping[str, Prediction]) -> Evaluation:
    """Compare the predictions, by name of document, with the gold labels.

    A document without predictions counts as one in which nothing was found.
    """
    comparisons = tuple(
        compare(document, predictions.get(document.name, Prediction()))
        for document in sorted(gold, key=lambda document: document.name)
    )
    return Evaluation(comparisons, scores([counts(comparison) for comparison in comparisons]))


def below(evaluation: Evaluation, minima: Mapping[str, float]) -> dict[str, float]:
    """Return the measures that stay under their minimum, with what they reach.

    A measure with nothing to count reaches nothing.
    """
    reached = {measure: evaluation.value(measure) for measure in minima}
    return {m: value for m, value in reached.items() if not value >= minima[m]}


def metrics(evaluation: Evaluation) -> dict[str, Any]:
    """Return all numbers in the form of ``metrics.json``; null where nothing was counted."""
    found = evaluation.scores
    steps = calibration.bins(calibration.judged(evaluation.comparisons))
    return {
        "documents": len(evaluation.comparisons),
        **{name: _found(found[name]) for name in FOUND if name in found},
        **{name: _accuracy(found[name]) for name in ACCURACIES if name in found},
        "by_kind": _slice(found, "kind:"),
        "by_source": _slice(found, "source:"),
        "by_document": {c.gold.name: _document(c) for c in evaluation.comparisons},
        "calibration": {
            "error": _number(calibration.error(steps)),
            "bins": [{k: _number(v) for k, v in asdict(step).items()} for step in steps],
        },
    }


def _slice(found: Mapping[str, Score], prefix: str) -> dict[str, Any]:
    return {n.removeprefix(prefix): _found(s) for n, s in found.items() if n.startswith(prefix)}


def _found(score: Score) -> dict[str, Any]:
    return {
        "precision": _number(score.precision),
        "recall": _number(score.recall),
        "f1": _number(score.f1),
        "precision_interval": _interval(score.precision_interval),
        "recall_interval": _interval(score.recall_interval),
        "f1_interval": _interval(score.f1_interval),
        **asdict(score.count),
    }


def _accuracy(score: Score) -> dict[str, Any]:
    return {
        "accuracy": _number(score.precision),
        "interval": _interval(score.precision_interval),
        "right": score.count.right,
        "pairs": score.count.predicted,
    }


def _document(comparison: Comparison) -> dict[str, Any]:
    return asdict(counts(comparison).get("records", Count()))


def _interval(interval: Interval) -> list[float | None]:
    return [_number(edge) for edge in interval]


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
