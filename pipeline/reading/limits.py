"""Bounds on what a file may ask of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Named bounds; a file beyond one of them is refused, or read up to it.

    Attributes
    ----------
    most_bytes
        Size of a file, in bytes; a larger one is refused.
    most_pages
        Pages that are read of a PDF; the rest is left out and the document says so.
    most_unpacked_bytes
        Size of the unpacked parts of a packed format (DOCX, ODT), against bombs.
    """

    most_bytes: int = 200_000_000
    most_pages: int = 3_000
    most_unpacked_bytes: int = 500_000_000
