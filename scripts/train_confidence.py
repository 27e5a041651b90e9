"""Trains the model behind the confidence of a record, and measures it on bodies left out.

Usage: python scripts/train_confidence.py GOLD... [--report FILE.md] [--dry-run]

GOLD are folders of labelled minutes. Writes ``pipeline/extraction/confidence/coefficients.toml``
and prints the tables of ``docs/confidence.md``. There is no chance in it: the same labels and
rules give the same file. Run it anew when cue rules, boundaries or the language model change.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from judging.examples import Judged, judged
from judging.fit import fit
from judging.measures import Told, curve, fit_of, left_out, reliability, told
from judging.tables import heading, line, rounded

from pipeline.extraction.confidence import LinearModel

TARGET = Path(__file__).parents[1] / "pipeline/extraction/confidence/coefficients.toml"

_HEAD = """\
# Written by scripts/train_confidence.py; not to be edited by hand.
# Trained on {records} records found in {documents} labelled minutes of {bodies} bodies.
# What a feature means tells features.py; one that is not named here counts for nothing.
"""


def main() -> None:
    """Train, measure, write."""
    arguments = _arguments()
    documents = judged(arguments.gold)
    model = _fitted(documents)
    tables = "\n".join(_report(documents, model))
    print(tables)
    if arguments.report:
        arguments.report.write_text(f"{tables}\n", encoding="utf-8")
    if not arguments.dry_run:
        TARGET.write_text(_written(model, documents), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path, help="folders of labelled minutes")
    parser.add_argument("--report", type=Path, help="file for the tables, in Markdown")
    parser.add_argument("--dry-run", action="store_true", help="measure only")
    return parser.parse_args()


def _fitted(documents: Sequence[Judged]) -> LinearModel:
    examples = [example for document in documents for example in document.examples]
    return fit([e.features for e in examples], [e.unit is not None for e in examples])


def _written(model: LinearModel, documents: Sequence[Judged]) -> str:
    head = _HEAD.format(
        records=sum(len(document.examples) for document in documents),
        documents=len(documents),
        bodies=len({document.body for document in documents}),
    )
    lines = (f'"{name}" = {value:.4f}' for name, value in sorted(model.coefficients.items()))
    return f"{head}intercept = {model.intercept:.4f}\n\n[coefficients]\n" + "\n".join(lines) + "\n"


def _report(documents: Sequence[Judged], model: LinearModel) -> Iterator[str]:
    bodies = left_out(documents, lambda document: document.body)
    houses = left_out(documents, lambda document: document.body.partition("-")[0])
    ways = {
        "weight of the rule": told(documents, lambda example: example.weight),
        "model, in domain": told(documents, lambda example: model.probability(example.features)),
        "model, bodies left out": bodies,
        "model, organisations left out": houses,
    }
    yield from _fits(ways)
    yield from _reliabilities(bodies)
    yield from _curve(bodies, sum(document.units for document in documents))


def _fits(ways: dict[str, list[Told]]) -> Iterator[str]:
    yield from heading("confidence", "ECE", "log loss", "Brier", "area under ROC")
    for name, rows in ways.items():
        found = fit_of(rows)
        yield line(name, *rounded(found.distance, found.log_loss, found.brier, found.area))


def _reliabilities(rows: list[Told]) -> Iterator[str]:
    yield from heading("confidence", "rows", "mean confidence", "share right")
    for step in reliability(rows):
        bounds = f"{step.low:.1f} to {step.high:.1f}"
        yield line(bounds, str(step.rows), *rounded(step.confidence, step.right))


def _curve(rows: list[Told], units: int) -> Iterator[str]:
    yield from heading("`--min-confidence`", "rows", "precision", "recall", "F1")
    for least, kept, *rates in curve(rows, units):
        yield line(f"{least:.1f}", str(kept), *rounded(*rates))


if __name__ == "__main__":
    main()
