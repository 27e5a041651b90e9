"""Whether the confidence of a row tells how often it is right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.evaluation.compare import Comparison

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows with a confidence from `low` up to `high`: their number, mean, and share right."""

    low: float
    high: float
    rows: int
    confidence: float
    right: float


def bins(rows: Iterable[tuple[float, bool]], number: int = BINS) -> tuple[Bin, ...]:
    """Group rows by confidence, in `number` equal steps; empty steps are left out.

    Of each row is given its confidence and whether it is right.

    >>> [(step.low, step.rows, step.right) for step in bins([(0.95, True), (1.0, False)])]
    [(0.9, 2, 0.5)]
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in rows:
        groups.setdefault(min(int(confidence * number), number - 1), []).append((confidence, right))
    return tuple(_bin(step, number, groups[step]) for step in sorted(groups))


def judged(comparisons: Iterable[Comparison]) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of all rows, and whether each is right."""
    for comparison in comparisons:
        yield from ((pair.decision.confidence, True) for pair in comparison.pairs)
        yield from ((row.confidence, False) for row in comparison.extra)


def _bin(step: int, number: int, judged: list[tuple[float, bool]]) -> Bin:
    rows = len(judged)
    return Bin(
        low=step / number,
        high=(step + 1) / number,
        rows=rows,
        confidence=sum(confidence for confidence, _ in judged) / rows,
        right=sum(right for _, right in judged) / rows,
    )


def error(found: Iterable[Bin]) -> float:
    """Return the mean distance of confidence and share right, weighed by rows (0 is best)."""
    steps = tuple(found)
    rows = sum(step.rows for step in steps)
    return sum(step.rows * abs(step.confidence - step.right) for step in steps) / max(rows, 1)
