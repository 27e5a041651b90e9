"""Bounds on what one file may ask of the machine: each named, with its default."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Limits:
    """Named bounds; a file beyond one of them is refused, or read up to it.

    Sizes are in bytes. The reason in the table names the bound, so that it can be set wider
    (``--limit max_pages=5000``).

    Attributes
    ----------
    max_bytes
        Size of a file, or of a member of an archive or mail; a larger one is refused.
    max_pages
        Pages of a PDF that are read; the rest is left out, and the document says so.
    max_scans
        Pages without text on which text recognition is used; the same.
    max_characters
        Characters of text that are kept of a document; the same.
    max_unpacked_bytes
        What the parts of a packed file (DOCX, ODT, ZIP, mail) may come to, with all that is
        packed in them.
    max_members
        Files that are taken from an archive or mail, with all that is packed in them.
    max_nesting
        Archives and mails within each other.
    max_depth
        Elements of a page (HTML) within each other.
    min_characters
        Characters of text under which a document counts as one without text.
    max_memory
        Memory of a process that handles files (where the system can bound it: Linux).
    """

    max_bytes: int = 200_000_000
    max_pages: int = 3_000
    max_scans: int = 200
    max_characters: int = 20_000_000
    max_unpacked_bytes: int = 1_000_000_000
    max_members: int = 10_000
    max_nesting: int = 3
    max_depth: int = 200
    min_characters: int = 40
    max_memory: int = 4_000_000_000


LIMITS = tuple(field.name for field in fields(Limits))
"""The names of the bounds."""


def wider(name: str) -> str:
    """Return the remedy for a file that is beyond a bound and yet to be trusted.

    >>> wider("max_pages")
    'if you trust it, allow more with --limit max_pages=NUMBER'
    """
    return f"if you trust it, allow more with --limit {name}=NUMBER"
