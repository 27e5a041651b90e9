"""A pool of processes in which one bad file cannot harm the others."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from pipeline.batch.inputs import Input
from pipeline.batch.worker import prepare
from pipeline.types import Outcome, Settings

Work = Callable[[Path, str, Settings], Outcome]

AHEAD = 16
"""Files in hand for each worker: bounds the results that wait for a slow file before them."""

LIFE = 1000
"""Files after which a worker is replaced, so that what libraries leak stays bounded."""


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(
    inputs: Sequence[Input], settings: Settings, work: Work, workers: int, timeout: float
) -> Generator[Outcome, None, None]:
    """Handle all inputs, `workers` at a time, and yield their outcomes in the order of `inputs`.

    A file that takes longer than `timeout` seconds, or ends its process, gives a failed outcome;
    its process is replaced and the rest goes on.
    """
    with _pool(max(1, min(workers, len(inputs)))) as pool:
        ahead: deque[tuple[Input, Future[Outcome] | None]] = deque()
        for one in inputs:
            ahead.append((one, _schedule(pool, one, settings, work, timeout)))
            if len(ahead) > AHEAD * workers:
                yield _outcome(*ahead.popleft(), timeout)
        while ahead:
            yield _outcome(*ahead.popleft(), timeout)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPool]:
    # Spawned, not forked: the pool has threads, and a fork of those can hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(workers, max_tasks=LIFE, initializer=prepare, context=context)
    try:
        yield pool
        pool.close()  # type: ignore[no-untyped-call]
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()


def _schedule(
    pool: ProcessPool, one: Input, settings: Settings, work: Work, timeout: float
) -> Future[Outcome] | None:
    if one.problem:
        return None
    return pool.schedule(work, args=(one.path, one.source, settings), timeout=timeout)


def _outcome(one: Input, future: Future[Outcome] | None, timeout: float) -> Outcome:
    if future is None:
        return Outcome(one.source, one.state, one.problem)
    try:
        return future.result()
    except TimeoutError:
        reason = f"took longer than {timeout:g} seconds; allow more with --timeout"
        return Outcome(one.source, "failed", reason, seconds=timeout)
    except ProcessExpired as expired:
        reason = f"ended its process (exit code {expired.exitcode}), perhaps for want of memory"
        return Outcome(one.source, "failed", reason)
    except Exception as error:  # a mistake in the program must not cost the other files
        return Outcome(one.source, "failed", f"program error: {type(error).__name__}: {error}")
