"""The files within a ZIP archive."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.reading.members import Member
from pipeline.types import Limits, wider

_ENCRYPTED = 0x1
_SYSTEM = "__MACOSX"


def zip_members(path: Path, limits: Limits) -> Iterator[Member]:
    """Yield the files within an archive, in its own order; hidden ones are passed over.

    A file that can't be unpacked comes with the problem. No more is unpacked of a file than the
    size that the archive states for it.

    Raises
    ------
    zipfile.BadZipFile
        If the archive is damaged as a whole.
    """
    with zipfile.ZipFile(path) as packed:
        for part in packed.infolist():
            if not part.is_dir() and not any(map(_is_hidden, part.filename.split("/"))):
                yield _member(packed, part, limits)


def _is_hidden(name: str) -> bool:
    return name == _SYSTEM or (name.startswith(".") and bool(name.strip(".")))


def _member(packed: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> Member:
    if part.flag_bits & _ENCRYPTED:
        return Member(part.filename, problem="it is protected with a password; unpack it yourself")
    if part.file_size > limits.max_bytes:
        size = f"it is {part.file_size:,} bytes large; {wider('max_bytes')}"
        return Member(part.filename, problem=size)
    try:
        return Member(part.filename, packed.read(part))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        return Member(part.filename, problem=f"it can't be unpacked ({error}); pack it anew")
