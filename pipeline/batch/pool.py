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
from pipeline.types import Limits, Outcome, Settings, wider

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
    with pool_of(max(1, min(workers, len(inputs))), settings.limits) as pool:
        ahead: deque[tuple[Input, Future[Outcome] | None]] = deque()
        for one in inputs:
            ahead.append((one, _schedule(pool, one, settings, work, timeout)))
            if len(ahead) > AHEAD * workers:
                yield _outcome(*ahead.popleft(), timeout)
        while ahead:
            yield _outcome(*ahead.popleft(), timeout)


@contextmanager
def pool_of(workers: int, limits: Limits) -> Iterator[ProcessPool]:
    """Open a pool of processes that are held to the memory allowed."""
    # Spawned, not forked: the pool has threads, and a fork of those can hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(
        workers, max_tasks=LIFE, initializer=prepare, initargs=(limits,), context=context
    )
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
    except Exception as error:
        return Outcome(one.source, "failed", told(error, timeout), seconds=_spent(error, timeout))


def told(error: Exception, timeout: float) -> str:
    """Return the reason for a file whose process did not end well."""
    if isinstance(error, TimeoutError):
        return f"took longer than {timeout:g} seconds; allow more with --timeout"
    if isinstance(error, ProcessExpired):
        code = f"ended its process (exit code {error.exitcode})"
        return f"{code}, perhaps for want of memory; {wider('max_memory')}"
    if isinstance(error, MemoryError):
        return f"it takes too much memory; {wider('max_memory')}"
    # A mistake in the program must not cost the other files.
    return f"program error: {type(error).__name__}: {error}"


def _spent(error: Exception, timeout: float) -> float:
    return timeout if isinstance(error, TimeoutError) else 0.0
