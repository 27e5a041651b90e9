"""Bounds on what a file may ask of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Named bounds; a file beyond one of them is refused, or read up to it.

    Attributes
    ----------
    max_bytes
        Size of a file, in bytes; a larger one is refused.
    max_pages
        Pages that are read of a PDF; the rest is left out and the document says so.
    max_unpacked_bytes
        Size of the unpacked parts of a packed format (DOCX, ODT), against bombs.
    """

    max_bytes: int = 200_000_000
    max_pages: int = 3_000
    max_unpacked_bytes: int = 500_000_000
