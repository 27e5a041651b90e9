"""A run: from the inputs that a user names to the files in the output folder."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.batch.files import files
from pipeline.batch.gather import gather
from pipeline.batch.pool import Work, cores, outcomes
from pipeline.batch.worker import work as find_decisions
from pipeline.export import Dialect
from pipeline.types import Outcome, Settings, State

TIMEOUT = 300.0
"""Seconds that one file may take."""

Watch = Callable[[Outcome, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run went: files by state, decisions found, and the archives among the files."""

    states: dict[State, int]
    decisions: int
    archives: int = 0

    @property
    def read(self) -> int:
        """Documents that could be read, whole or in part."""
        return self.states.get("ok", 0) + self.states.get("partial", 0) - self.archives

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
        Files, folders and patterns; ``-`` for standard input. What is packed in an archive or
        attached to a mail is handled as a file of its own.
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
    settings = settings or Settings()
    states: Counter[State] = Counter()
    decisions = 0
    with TemporaryDirectory(prefix="besluitvinder-") as folder:
        taken = gather(inputs, Path(folder), settings.limits, options.timeout, without=output)
        found = outcomes(taken, settings, work, options.workers or cores(), options.timeout)
        with files(output, options.dialect) as written, closing(found):
            for outcome in found:
                written.add(outcome)
                states[outcome.state] += 1
                decisions += len(outcome.decisions)
                watch(outcome, len(taken))
    return Summary(dict(states), decisions, sum(one.is_archive for one in taken))
