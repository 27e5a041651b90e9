"""Speed and memory of the pipeline beside bare text extraction, measured in the same run.

Usage: python scripts/benchmark.py FOLDER [--repeat N] [--output FILE.json]

FOLDER holds PDF files. The stages build on each other: each does all that the one before it does,
beside bare extraction with pypdfium2 and pdfplumber. Each contestant runs in a process of its own,
so that the peak of memory is its own; of `--repeat` rounds the fastest counts. `process` takes the
whole way of the command, start of its workers and loading of the model included, with one worker
for each processor.
"""

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

_PLUMBER_PAGES = 5
"""Of each file: pdfplumber takes some hundred times as long for a page."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Pages done, seconds that it took, and the peak of memory (largest process) in MB."""

    name: str
    pages: int
    seconds: float
    megabytes: float

    @property
    def speed(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


def bare(files: list[Path]) -> Measure:
    """Extract the text of all pages with pypdfium2 alone."""
    import pypdfium2

    began = time.perf_counter()
    pages = 0
    for file in files:
        with pypdfium2.PdfDocument(file) as document:
            for page in document:
                page.get_textpage().get_text_bounded()
                pages += 1
    return Measure("pypdfium2 alone", pages, time.perf_counter() - began, _peak())


def bare_plumber(files: list[Path]) -> Measure:
    """Extract the text of the first pages of each file with pdfplumber alone."""
    import pdfplumber

    began = time.perf_counter()
    pages = 0
    for file in files:
        with pdfplumber.open(file) as document:
            for page in document.pages[:_PLUMBER_PAGES]:
                page.extract_text()
                page.close()
                pages += 1
    return Measure("pdfplumber alone", pages, time.perf_counter() - began, _peak())


def reading(files: list[Path]) -> Measure:
    """Read the files into documents, and nothing else."""
    from pipeline.reading import ReadError, read

    began = time.perf_counter()
    pages = 0
    for file in files:
        with suppress(ReadError):
            pages += len(read(file).pages)
    return Measure("reading", pages, time.perf_counter() - began, _peak())


def structure(files: list[Path]) -> Measure:
    """Read the files and find meeting, people, items and lists in them."""
    from pipeline.reading import ReadError, read
    from pipeline.structure import parse

    began = time.perf_counter()
    pages = 0
    for file in files:
        with suppress(ReadError):
            document = read(file)
            parse(document)
            pages += len(document.pages)
    return Measure("reading and structure", pages, time.perf_counter() - began, _peak())


def one_process(files: list[Path]) -> Measure:
    """Find the decisions in one process; loading the model is not counted."""
    from pipeline.decide import Tools, decide

    tools = Tools.make()
    began = time.perf_counter()
    outcomes = [decide(file, tools) for file in files]
    pages = sum(outcome.pages or 0 for outcome in outcomes)
    return Measure("decide, one process", pages, time.perf_counter() - began, _peak())


def command(files: list[Path]) -> Measure:
    """Do what the command ``process`` does, with all processors."""
    from pipeline.batch import run
    from pipeline.types import Outcome

    pages: list[int] = []

    def count(outcome: Outcome, total: int) -> None:
        pages.append(outcome.pages or 0)

    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        run(map(str, files), Path(folder), watch=count)
    seconds = time.perf_counter() - began
    return Measure("process, all processors", sum(pages), seconds, _peak(of_children=True))


CONTESTANTS: tuple[Callable[[list[Path]], Measure], ...] = (
    bare,
    bare_plumber,
    reading,
    structure,
    one_process,
    command,
)


def _peak(of_children: bool = False) -> float:
    who = resource.RUSAGE_CHILDREN if of_children else resource.RUSAGE_SELF
    largest = resource.getrusage(who).ru_maxrss
    return largest / (1e6 if sys.platform == "darwin" else 1e3)


def _alone(contestant: Callable[[list[Path]], Measure], files: list[Path]) -> Measure:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(contestant, files).result()


def _table(measures: list[Measure]) -> Table:
    table = Table("contestant", "pages", "seconds", "pages/s", "slower", "peak MB")
    base = measures[0]
    for one in measures:
        slower = f"{base.speed / one.speed:.1f}"
        figures = (str(one.pages), f"{one.seconds:.2f}", f"{one.speed:.1f}", slower)
        table.add_row(one.name, *figures, f"{one.megabytes:.0f}")
    return table


def main() -> None:
    """Measure all contestants and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder with PDF files")
    parser.add_argument("--repeat", type=int, default=3, help="rounds; the fastest counts")
    names = [one.__name__ for one in CONTESTANTS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="contestants")
    parser.add_argument("--output", type=Path, help="JSON file to write the measures to")
    asked = parser.parse_args()
    files = sorted(asked.folder.rglob("*.pdf"))
    if not files:
        parser.error(f"{asked.folder} holds no PDF files")
    chosen = [one for one in CONTESTANTS if one.__name__ in asked.only]
    rounds = [[_alone(one, files) for one in chosen] for _ in range(asked.repeat)]
    best = [min(tries, key=lambda one: one.seconds) for tries in zip(*rounds, strict=True)]
    Console().print(_table(best))
    if asked.output:
        found = [asdict(one) | {"pages_per_second": round(one.speed, 2)} for one in best]
        asked.output.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
