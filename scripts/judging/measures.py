"""How well confidences fit what turned out right, and what a least confidence costs and gains."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from judging.examples import Example, Judged
from judging.logistic import fit

BINS = 10
LEAST = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

Confidence = Callable[[Example], float]


@dataclass(frozen=True, slots=True)
class Told:
    """An example's document, the confidence that it gets, and its gold unit if it is right."""

    document: int
    confidence: float
    unit: int | None


def told(documents: Sequence[Judged], confidence: Confidence) -> list[Told]:
    """Give all examples their confidence."""
    return [
        Told(place, confidence(example), example.unit)
        for place, document in enumerate(documents)
        for example in document.examples
    ]


def left_out(documents: Sequence[Judged], group: Callable[[Judged], str]) -> list[Told]:
    """Give each example the confidence of a model that saw no document of its group."""
    found: list[Told] = []
    for name in sorted({group(document) for document in documents}):
        seen = [e for d in documents if group(d) != name for e in d.examples]
        model = fit([e.features for e in seen], [e.unit is not None for e in seen])
        for place, document in enumerate(documents):
            if group(document) == name:
                found += [
                    Told(place, model.probability(e.features), e.unit) for e in document.examples
                ]
    return found


@dataclass(frozen=True, slots=True)
class Fit:
    """Mean distance to the share right over bins, log loss, Brier score and area under ROC."""

    distance: float
    log_loss: float
    brier: float
    area: float


def fit_of(rows: Sequence[Told]) -> Fit:
    """Measure how well confidences fit."""
    size = len(rows)
    loss = -sum(log(r.confidence if r.unit is not None else 1 - r.confidence) for r in rows)
    brier = sum((r.confidence - (r.unit is not None)) ** 2 for r in rows)
    steps = list(reliability(rows))
    distance = sum(number * abs(mean - share) for _, number, mean, share in steps)
    return Fit(distance / size, loss / size, brier / size, _area(rows))


def _area(rows: Sequence[Told]) -> float:
    """Return the chance that a right row has more confidence than a wrong one."""
    right = [row.confidence for row in rows if row.unit is not None]
    wrong = [row.confidence for row in rows if row.unit is None]
    above = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return above / max(len(right) * len(wrong), 1)


def reliability(rows: Sequence[Told]) -> Iterator[tuple[str, int, float, float]]:
    """Yield for each bin that has rows: its bounds, their number, mean and share right."""
    for step in range(BINS):
        own = [row for row in rows if min(int(row.confidence * BINS), BINS - 1) == step]
        if own:
            mean = sum(row.confidence for row in own) / len(own)
            share = sum(row.unit is not None for row in own) / len(own)
            yield (f"{step / BINS:.1f} to {(step + 1) / BINS:.1f}", len(own), mean, share)


def curve(rows: Sequence[Told], units: int) -> Iterator[tuple[float, int, float, float, float]]:
    """Yield for each least confidence: rows kept, precision, recall of the `units`, and F1."""
    for least in LEAST:
        kept = [row for row in rows if row.confidence >= least]
        right = [row for row in kept if row.unit is not None]
        precision = len(right) / max(len(kept), 1)
        recall = len({(row.document, row.unit) for row in right}) / units
        both = max(precision + recall, 1e-9)
        yield (least, len(kept), precision, recall, 2 * precision * recall / both)
