"""Tells what kind of file some bytes are, by content first and by name second."""

import zipfile
from io import BytesIO
from pathlib import Path

_BY_SUFFIX = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".text": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
SUFFIXES = frozenset(_BY_SUFFIX)
"""The suffixes of files that can be read."""

_HEAD = 1024


def detect_format(data: bytes, path: Path) -> str:
    """Return the format of some bytes, or an empty string if it is none that can be read.

    Examples
    --------
    >>> detect_format(b"%PDF-1.7 ...", Path("verslag.docx"))
    'pdf'
    >>> detect_format(b"# Verslag", Path("verslag.md"))
    'md'
    """
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _packed_format(data)
    if _is_binary(head):
        return ""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    claimed = _BY_SUFFIX.get(path.suffix.lower(), "")
    return claimed if claimed in ("md", "txt", "html") else "txt"


def _packed_format(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
    except zipfile.BadZipFile:
        return "damaged"
    if "word/document.xml" in names:
        return "docx"
    return "odt" if "content.xml" in names and "mimetype" in names else ""


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    control = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return b"\x00" in head or control > len(head) / 20
