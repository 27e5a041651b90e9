"""Measures reading on the layouts of ``tests/data/layouts``, beside bare text extraction.

    python scripts/measure_reading.py --output after.json
    python scripts/measure_reading.py --before before.json

Prints a table: of each layout the share of agenda items found (number and title), of table cells
with the right words in the right place, of blocks with the right kind and words, and of characters
in the right order. Bare extraction stands beside it: the text of pypdfium2, and the tables of
pdfplumber with its own settings.
"""

import argparse
import json
import tomllib
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
from rapidfuzz.distance import Indel, LCSseq, Levenshtein

from pipeline.reading import read
from pipeline.reading.text import read_text
from pipeline.structure import parse
from pipeline.types import Block, BlockKind, Document

LAYOUTS = Path(__file__).parents[1] / "tests" / "data" / "layouts"
MEASURES = ("items", "cells", "blocks", "characters")
_BULLETS = frozenset("•-–o◦▪*")
_LEAST_ALIKE = 0.5

Row = Sequence[str]
Shares = dict[str, float | None]


def plain(text: str) -> str:
    """Fold white space and leave out bullets, which each format prints in its own way.

    >>> plain("Varianten:  • hoog")
    'Varianten: hoog'
    """
    return " ".join(word for word in text.split() if word not in _BULLETS)


def shown(block: Block) -> str:
    """Return what a block says, with its number."""
    return plain(f"{block.marker} {' '.join(cell.text for cell in block.cells) or block.text}")


def wanted_text(block: dict[str, Any]) -> str:
    """Return what a block of the gold says, with its number."""
    words = block.get("text", "") or " ".join(block.get("cells", ()))
    return plain(f"{block.get('marker', '')} {words}")


def share_of_cells(found: Iterable[Row], wanted: Iterable[Row]) -> float | None:
    """Return the share of cells that stand in the row and column where they should.

    A row is compared with the one that is most like it and not yet taken.

    >>> share_of_cells([["1", "Stuk", "sturen"]], [["1", "Stuk sturen", "Anna"]])
    0.3333333333333333
    """
    left = [[plain(cell) for cell in row] for row in found]
    right = total = 0
    for row in wanted:
        cells = [plain(cell) for cell in row]
        total += len(cells)
        best = max(left, key=lambda other: _alike(cells, other), default=[])
        if best and _alike(cells, best) >= _LEAST_ALIKE:
            left.remove(best)
            right += sum(a == b for a, b in zip(cells, best, strict=False))
    return right / total if total else None


def _alike(one: Row, other: Row) -> float:
    return float(Indel.normalized_similarity(" ".join(one), " ".join(other)))


def measured(document: Document, gold: dict[str, Any]) -> Shares:
    """Return the shares that are right of what was read."""
    items = [(item.number, plain(item.title)) for item in parse(document).items]
    wanted_items = [(item["number"], item["title"]) for item in gold["items"]]
    rows = [
        [cell.text for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]
    blocks = [(block.kind.value, shown(block)) for block in document.blocks]
    wanted_blocks = [(block["kind"], wanted_text(block)) for block in gold["blocks"]]
    found = sum(item in items for item in wanted_items)
    return {
        "items": found / len(wanted_items) if wanted_items else None,
        "cells": share_of_cells(rows, [b["cells"] for b in gold["blocks"] if "cells" in b]),
        "blocks": LCSseq.similarity(blocks, wanted_blocks) / len(wanted_blocks),
        "characters": characters([text for _, text in blocks], gold),
    }


def characters(texts: Iterable[str], gold: dict[str, Any]) -> float:
    """Return the share of characters that are right and in the right order."""
    wanted = " ".join(map(wanted_text, gold["blocks"]))
    errors = Levenshtein.distance(" ".join(" ".join(texts).split()), wanted)
    return max(0.0, 1 - errors / len(wanted))


def bare(path: Path, gold: dict[str, Any]) -> Shares:
    """Return the shares that are right of what bare extraction gives; it knows no blocks."""
    with closing(pdfium.PdfDocument(path)) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    with pdfplumber.open(path) as plumbed:
        tables = [table for page in plumbed.pages for table in page.extract_tables()]
    rows = [[cell or "" for cell in row] for table in tables for row in table]
    found = measured(read_text(text, path.name), gold)
    return {
        "items": found["items"],
        "cells": share_of_cells(rows, [b["cells"] for b in gold["blocks"] if "cells" in b]),
        "blocks": None,
        "characters": characters([plain(text)], gold),
    }


def measure_all() -> dict[str, dict[str, Any]]:
    """Return the measures of all layouts by name."""
    settings = tomllib.loads((LAYOUTS / "layouts.toml").read_text(encoding="utf-8"))
    results = {}
    for name, asked in settings.items():
        path = LAYOUTS / f"{name}.{asked['format']}"
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        results[name] = {
            "format": asked["format"],
            "reading": measured(read(path), gold),
            "bare": bare(path, gold) if asked["format"] == "pdf" else {},
        }
    return results


def table(results: dict[str, dict[str, Any]], before: dict[str, dict[str, Any]]) -> list[str]:
    """Return the lines of a table in Markdown: bare, before, after."""
    lines = [f"| layout | format | {' | '.join(MEASURES)} |", "|---|---|" + "---|" * len(MEASURES)]
    for name, result in [*results.items(), ("**mean**", _mean(results))]:
        earlier = before.get(name, {}) if name in results else _mean(before) if before else {}
        stages = [
            result["bare"],
            *([earlier.get("reading", {})] if before else []),
            result["reading"],
        ]
        cells = (" → ".join(_percent(stage.get(one)) for stage in stages) for one in MEASURES)
        lines.append(f"| {name} | {result['format']} | {' | '.join(cells)} |")
    return lines


def _mean(results: dict[str, dict[str, Any]]) -> dict[str, Any]:
    means: dict[str, Any] = {"format": ""}
    for stage in ("bare", "reading"):
        means[stage] = {}
        for one in MEASURES:
            known = [result[stage].get(one) for result in results.values()]
            shares = [share for share in known if share is not None]
            means[stage][one] = sum(shares) / len(shares) if shares else None
    return means


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, help="measures to show beside the new ones")
    parser.add_argument("--output", type=Path, help="JSON file to write the measures to")
    asked = parser.parse_args()
    results = measure_all()
    before = json.loads(asked.before.read_text(encoding="utf-8")) if asked.before else {}
    print("\n".join(table(results, before)))
    if asked.output:
        asked.output.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
