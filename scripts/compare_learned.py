"""Measures whether a learned finder of records, parties or deadlines beats the rules.

Usage: python scripts/compare_learned.py GOLD... [--recogniser] [--report FILE.md]

GOLD are folders of labelled minutes. Prints the tables of ``docs/confidence.md``: the rules, a
linear model without them (learned), one that also knows what they chose (both), and the rules to
which that last one adds what it is sure of (added), in domain and on bodies left out. With
``--recogniser`` a spaCy entity recogniser of parties and deadlines inside records is trained
three times, each time without a third of the bodies.
"""

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from judging.options import WAYS
from judging.spans import recognised
from judging.tables import heading, line, rounded
from judging.trials import Trial, deadlines, parties, records, trials

from pipeline.evaluation.counts import Count

MEASURES = {"records": records, "responsible": parties, "deadline": deadlines}

COLUMNS = ("P", "R", "F1", "P, left out", "R, left out", "F1, left out")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path, help="folders of labelled minutes")
    parser.add_argument("--report", type=Path, help="file for the tables, in Markdown")
    parser.add_argument("--recogniser", action="store_true", help="train a spaCy recogniser too")
    arguments = parser.parse_args()
    found = trials(arguments.gold)
    tables = chain(_report(found), _recogniser(found) if arguments.recogniser else ())
    lines = []
    for row in tables:
        print(row, flush=True)
        lines.append(row)
    if arguments.report:
        arguments.report.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _report(found: list[Trial]) -> Iterator[str]:
    for name, measure in MEASURES.items():
        yield from heading(name, *COLUMNS)
        for way in WAYS:
            seen = measure(found, way, left_out=False)
            unseen = measure(found, way, left_out=True) if way != "rules" else seen
            yield line(way, *rounded(*_rates(seen), *_rates(unseen)))


def _recogniser(found: list[Trial]) -> Iterator[str]:
    yield from heading("recogniser, bodies left out", "precision", "recall", "F1")
    for name, count in recognised(found).items():
        yield line(name, *rounded(*_rates(count)))


def _rates(count: Count) -> tuple[float, float, float]:
    precision = count.right / max(count.predicted, 1)
    recall = count.found / max(count.gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()
