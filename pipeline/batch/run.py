"""A run: from the inputs that a user names to the files in the output folder."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.files import files
from pipeline.batch.inputs import expand
from pipeline.batch.pool import Work, cores, outcomes
from pipeline.batch.worker import work as find_decisions
from pipeline.export import Dialect
from pipeline.types import Outcome, Settings, State

TIMEOUT = 300.0
"""Seconds that one file may take."""

Watch = Callable[[Outcome, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run went: files by state, and decisions found."""

    states: dict[State, int]
    decisions: int

    @property
    def read(self) -> int:
        """Files that could be read, whole or in part."""
        return self.states.get("ok", 0) + self.states.get("partial", 0)

    def acceptable(self, max_failures: int | None) -> bool:
        """Tell whether any file could be read and no more failed than allowed (None: any)."""
        failed = self.states.get("failed", 0)
        return self.read > 0 and (max_failures is None or failed <= max_failures)


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: processes at a time, seconds that one file may take, form of the CSV files."""

    workers: int = 0
    timeout: float = TIMEOUT
    dialect: Dialect = Dialect.RFC4180


def run(
    inputs: Iterable[str],
    output: Path,
    settings: Settings | None = None,
    options: Options | None = None,
    *,
    watch: Watch = lambda outcome, total: None,
    work: Work = find_decisions,
) -> Summary:
    """Find the decisions of all inputs and write the three files of the output contract.

    Parameters
    ----------
    inputs
        Files, folders and patterns.
    output
        Folder for the files; made where it lacks.
    options
        Zero `workers` means one for each processor.
    watch
        Is told every outcome, in order, and how many there will be.
    work
        What to do with a file; a function that another process can import.

    Raises
    ------
    OSError
        If the output cannot be written.
    """
    options = options or Options()
    taken = expand(inputs, without=output)
    states: Counter[State] = Counter()
    decisions = 0
    found = outcomes(
        taken, settings or Settings(), work, options.workers or cores(), options.timeout
    )
    with files(output, options.dialect) as written, closing(found):
        for outcome in found:
            written.add(outcome)
            states[outcome.state] += 1
            decisions += len(outcome.decisions)
            watch(outcome, len(taken))
    return Summary(dict(states), decisions)
