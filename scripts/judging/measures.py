"""How well confidences fit what turned out right, and what a least confidence costs and gains."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict

from judging.examples import Example, Judged
from judging.fit import classifier
from pipeline.evaluation.calibration import Bin, bins, error

LEAST = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Told:
    """An example's document, the confidence that it gets, and its gold unit if it is right."""

    document: int
    confidence: float
    unit: int | None

    @property
    def right(self) -> bool:
        """Whether the record is one."""
        return self.unit is not None


def told(documents: Sequence[Judged], confidence: Callable[[Example], float]) -> list[Told]:
    """Give all examples their confidence."""
    return [
        Told(place, confidence(example), example.unit)
        for place, document in enumerate(documents)
        for example in document.examples
    ]


def left_out(documents: Sequence[Judged], group: Callable[[Judged], str]) -> list[Told]:
    """Give each example the confidence of a model that saw no document of its group."""
    rows = [(place, group(d), e) for place, d in enumerate(documents) for e in d.examples]
    chances = cross_val_predict(
        classifier(),
        [example.features for _, _, example in rows],
        [example.unit is not None for _, _, example in rows],
        groups=[name for _, name, _ in rows],
        cv=LeaveOneGroupOut(),
        method="predict_proba",
    )
    return [
        Told(place, float(chance), example.unit)
        for (place, _, example), chance in zip(rows, chances[:, 1], strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Fit:
    """Expected calibration error, log loss, Brier score and area under ROC."""

    distance: float
    log_loss: float
    brier: float
    area: float


def fit_of(rows: Sequence[Told]) -> Fit:
    """Measure how well confidences fit."""
    right, chances = [row.right for row in rows], [row.confidence for row in rows]
    return Fit(
        error(reliability(rows)),
        float(log_loss(right, chances)),
        float(brier_score_loss(right, chances)),
        float(roc_auc_score(right, chances)),
    )


def reliability(rows: Sequence[Told]) -> tuple[Bin, ...]:
    """Return the bins that have rows: their number, mean confidence and share right."""
    return bins((row.confidence, row.right) for row in rows)


def curve(rows: Sequence[Told], units: int) -> Iterator[tuple[float, int, float, float, float]]:
    """Yield for each least confidence: rows kept, precision, recall of the `units`, and F1."""
    for least in LEAST:
        kept = [row for row in rows if row.confidence >= least]
        right = [row for row in kept if row.right]
        precision = len(right) / max(len(kept), 1)
        recall = len({(row.document, row.unit) for row in right}) / units
        both = max(precision + recall, 1e-9)
        yield (least, len(kept), precision, recall, 2 * precision * recall / both)
