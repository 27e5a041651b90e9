"""Holds files to the bounds on what they may ask of the machine."""

import zipfile
from dataclasses import replace
from io import BytesIO

from pipeline.types import Document, Limits, wider


class LimitError(Exception):
    """A file that goes beyond a bound.

    Parameters
    ----------
    reason
        What is too much, in plain words.
    name
        The name of the bound in `Limits`.
    """

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = wider(name)


def check_unpacked(data: bytes, limits: Limits) -> None:
    """Refuse a packed file whose parts come to more than allowed.

    The sizes that the file states hold: no more than that is ever unpacked of a part.

    Raises
    ------
    LimitError
        If they do.
    """
    with zipfile.ZipFile(BytesIO(data)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > limits.max_unpacked_bytes:
        raise LimitError(f"the file unpacks to {size:,} bytes", "max_unpacked_bytes")


def within(document: Document, limits: Limits) -> Document:
    """Return a document without the blocks beyond the allowed characters."""
    if len(document.text) <= limits.max_characters:
        return document
    blocks = tuple(block for block in document.blocks if block.end <= limits.max_characters)
    end = blocks[-1].end if blocks else 0
    problem = (
        f"only the first {end:,} of {len(document.text):,} characters were read; "
        f"{wider('max_characters')}"
    )
    return replace(
        document,
        text=document.text[:end],
        blocks=blocks,
        stretches=tuple(one for one in document.stretches if one.start < end),
        problems=(*document.problems, problem),
    )
