"""Which files a run takes: files, folders with all in them, and patterns."""

import glob
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.types import State

STDIN = "-"
"""What stands for standard input where a file is asked for."""

OUTPUT = frozenset({"decisions.csv", "decisions.jsonl", "documents.csv"})
"""Files of an earlier run, passed over where a folder is input and output both."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to handle under the name `source`; or, with a `problem`, the row that it has."""

    path: Path
    source: str
    problem: str = ""
    state: State = "failed"

    @property
    def is_archive(self) -> bool:
        """Whether it is the row of an archive, which has no text of its own."""
        return bool(self.problem) and self.state == "ok"


def expand(given: Iterable[str], without: Path | None = None) -> tuple[Input, ...]:
    """Return all files of a run, each once, ordered by source; ``-`` stands for standard input.

    The source of a file in a folder is its path within that folder, of a file named itself the
    path as given. Hidden files and folders are passed over, and so is all in `without` (the
    output of an earlier run). What does not exist comes with a problem, and so does a file in a
    folder that no reader takes; a file that is named itself is always tried.
    """
    unique: dict[Path, Input] = {}
    for one in (found for text in given for found in _expand(text, without)):
        unique.setdefault(one.path.resolve(), one)
    return ordered(_apart(unique.values()))


def ordered(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """Put inputs in the order of the table."""
    return tuple(sorted(inputs, key=lambda one: (one.source, str(one.path))))


def _expand(text: str, without: Path | None) -> Iterator[Input]:
    path = Path(text)
    if text == STDIN:
        yield Input(path, "stdin")
    elif path.exists():
        yield from _found(path, without)
    elif glob.has_magic(text):
        matches = sorted(glob.glob(text, recursive=True))
        for match in matches:
            yield from _found(Path(match), without)
        if not matches:
            yield Input(path, path.as_posix(), "no file matches this pattern")
    else:
        yield Input(path, path.as_posix(), "no such file or folder")


def _found(path: Path, without: Path | None) -> Iterator[Input]:
    if not path.is_dir():
        yield Input(path, path.as_posix())
        return
    files = [file for file in _files(path) if not _written(file, path, without)]
    if not files:
        yield Input(path, path.as_posix(), "the folder holds no files")
    for file in files:
        yield judged(Input(file, file.relative_to(path).as_posix()))


def _written(file: Path, folder: Path, output: Path | None) -> bool:
    """Tell whether a file in `folder` is the output of an earlier run."""
    if output is None:
        return False
    output = output.resolve()
    if output in (folder.resolve(), *folder.resolve().parents):
        return file.parent.resolve() == output and file.name in OUTPUT
    return output in file.resolve().parents


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path


def judged(one: Input) -> Input:
    """Return a file that was not named itself with the problem that it has by its name, if any."""
    from pipeline.reading import SUFFIXES  # loads the readers' libraries, only for a folder

    name = Path(one.source)
    if one.problem:
        return one
    if name.name.startswith("~$"):
        return replace(one, state="skipped", problem="lock file of an opened document")
    suffix = name.suffix.lower()
    if suffix not in SUFFIXES:
        return replace(one, state="skipped", problem=f"no reader for {suffix or 'no suffix'}")
    return one


def _apart(inputs: Collection[Input]) -> Iterator[Input]:
    """Name files of several folders that have one source by their path as given."""
    times = Counter(one.source for one in inputs)
    for one in inputs:
        yield replace(one, source=one.path.as_posix()) if times[one.source] > 1 else one
