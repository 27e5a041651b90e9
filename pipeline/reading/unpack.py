"""The files that are packed in an archive or a mail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.reading.archive import zip_members
from pipeline.reading.detect import detect_format, may_hold_files
from pipeline.reading.mail import attachments
from pipeline.reading.members import Member
from pipeline.reading.outlook import outlook_attachments
from pipeline.reading.reader import READERS
from pipeline.types import Limits

HOLDERS: dict[str, Callable[[Path, Limits], Iterator[Member]]] = {
    "zip": zip_members,
    "mail": attachments,
    "outlook": outlook_attachments,
}
"""How the files within each format that can hold others are taken out."""


@dataclass(frozen=True, slots=True)
class Held:
    """The files within one, taken out one by one, and whether that one is a document too."""

    files: Iterator[Member]
    is_document: bool


def members(path: Path, limits: Limits) -> Held | None:
    """Return what is packed in a file; None for a file by itself.

    Raises
    ------
    OSError
        If the file can't be opened.
    """
    if not may_hold_files(path):
        return None
    name = detect_format(path.read_bytes(), path)
    if not isinstance(name, str) or name not in HOLDERS:
        return None
    return Held(HOLDERS[name](path, limits), name in READERS)
