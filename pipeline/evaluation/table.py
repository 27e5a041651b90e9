"""The scores as tables for the terminal, at most 80 columns wide."""

import math
from collections.abc import Iterator

from rich.table import Table

from pipeline.evaluation.result import ACCURACIES, FOUND, Evaluation
from pipeline.evaluation.scores import Interval, Score


def tables(evaluation: Evaluation) -> Iterator[Table]:
    """Make the tables: measures end to end, records by slice, and accuracies."""
    found = evaluation.scores
    documents = len(evaluation.comparisons)
    ends = {name: found[name] for name in FOUND if name in found}
    yield _found(f"Found, over {documents} documents (95 % interval of the F1)", ends)
    yield _found("Records by kind and source", {n: s for n, s in found.items() if ":" in n})
    yield _accuracies({name: found[name] for name in ACCURACIES if name in found})


def _found(title: str, rows: dict[str, Score]) -> Table:
    table = _table(title, "measure", "precision", "recall", "F1", "95 %", "right", "rows", "gold")
    for name, score in rows.items():
        table.add_row(
            name.partition(":")[2] or name,
            *map(_share, (score.precision, score.recall, score.f1)),
            _interval(score.f1_interval),
            str(score.count.right),
            str(score.count.predicted),
            str(score.count.gold),
        )
    return table


def _accuracies(rows: dict[str, Score]) -> Table:
    table = _table("Right, of what was matched", "field", "accuracy", "95 %", "right", "of")
    for name, score in rows.items():
        shares = _share(score.precision), _interval(score.precision_interval)
        table.add_row(name, *shares, str(score.count.right), str(score.count.predicted))
    return table


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first, no_wrap=True)
    for other in others:
        table.add_column(other, justify="right", no_wrap=True)
    return table


def _share(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3f}"


def _interval(edges: Interval) -> str:
    low, high = edges
    return "–" if math.isnan(low) else f"{low:.2f}–{high:.2f}"
