"""From what a user names to the files that are handled: standard input and packed files too."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.batch.inputs import STDIN, Input, expand, ordered
from pipeline.batch.pool import pool_of, told
from pipeline.types import Limits


def gather(
    given: Iterable[str], folder: Path, limits: Limits, timeout: float, without: Path | None = None
) -> tuple[Input, ...]:
    """Return all files of a run, also those packed in archives and mails, ordered by source.

    Parameters
    ----------
    given
        Files, folders, patterns, and ``-`` for standard input.
    folder
        An empty folder that lasts as long as the run: what is unpacked is written to it.
    limits, timeout
        Bounds on what one input may ask, and the seconds that its unpacking may take.
    without
        The output of an earlier run, passed over.
    """
    taken = [_received(one, folder, limits) for one in expand(given, without)]
    return ordered(_unpacked(taken, folder, limits, timeout))


def _received(one: Input, folder: Path, limits: Limits) -> Input:
    """Write what comes in by standard input to a file."""
    if one.path != Path(STDIN):
        return one
    path = folder / "stdin"
    path.write_bytes(sys.stdin.buffer.read(limits.max_bytes + 1))
    return replace(one, path=path)


def _unpacked(taken: list[Input], folder: Path, limits: Limits, timeout: float) -> Iterator[Input]:
    """Yield the inputs with what is packed in them.

    In a process of its own, for nobody knows what an archive holds.
    """
    holders = {place: one for place, one in enumerate(taken) if _may_hold_files(one)}
    yield from (one for place, one in enumerate(taken) if place not in holders)
    if not holders:
        return
    from pipeline.batch.unpack import unpack  # loads the readers' libraries

    with pool_of(1, limits) as pool:
        futures = [
            pool.schedule(unpack, args=(one, folder / f"{place}", limits), timeout=timeout)
            for place, one in holders.items()
        ]
        for one, future in zip(holders.values(), futures, strict=True):
            try:
                yield from future.result()
            except Exception as error:
                yield replace(one, problem=told(error, timeout), state="failed")


def _may_hold_files(one: Input) -> bool:
    from pipeline.reading import may_hold_files  # loads the readers' libraries

    try:
        return not one.problem and may_hold_files(one.path)
    except OSError:
        return False  # whoever reads it will tell
