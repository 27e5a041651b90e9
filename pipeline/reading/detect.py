"""Tells what kind of file some bytes are, by content first and by name second."""

import re
import zipfile
from dataclasses import dataclass
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
    ".rtf": "rtf",
    ".eml": "mail",
    ".msg": "outlook",
    ".zip": "zip",
}
SUFFIXES = frozenset(_BY_SUFFIX)
"""The suffixes of files that can be read."""


_HEAD = 1024
_MAIL_HEAD = 16_384
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_SAVE_ANEW = "save it as PDF, DOCX, ODT, RTF, Markdown, HTML or plain text"
_FIELD = rb"[A-Za-z][A-Za-z-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n"
_MAIL = re.compile(
    rb"(?:From [^\r\n]*\r?\n)?(?:" + _FIELD + rb")*?(?:Message-ID|MIME-Version|Received):", re.I
)
_NO_ARCHIVE = frozenset({".docx", ".odt", ".xlsx", ".pptx"})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A kind of file that can't be read: the reason and the remedy."""

    reason: str
    remedy: str


_UNKNOWN = Unreadable("this is no format that can be read", _SAVE_ANEW)
_BROKEN = Unreadable("the file is damaged", "get it anew from its source")
_BY_START = (
    (b"\x89PNG", Unreadable("this is an image", "make it a searchable PDF (OCR, in Dutch)")),
    (b"\xff\xd8\xff", Unreadable("this is an image", "make it a searchable PDF (OCR, in Dutch)")),
    (b"II*\x00", Unreadable("this is an image", "make it a searchable PDF (OCR, in Dutch)")),
    (b"MM\x00*", Unreadable("this is an image", "make it a searchable PDF (OCR, in Dutch)")),
)


def detect_format(data: bytes, path: Path) -> str | Unreadable:
    """Return the format of some bytes, or why it is none that can be read.

    Examples
    --------
    >>> detect_format(b"%PDF-1.7 ...", Path("verslag.docx"))
    'pdf'
    >>> detect_format(b"# Verslag", Path("verslag.md"))
    'md'
    >>> detect_format(b"{\\\\rtf1 ...", Path("verslag.doc"))
    'rtf'
    """
    head = data[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return _packed_format(data)
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_OLD_OFFICE):
        return _old_office(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for start, kind in _BY_START:
        if head.startswith(start):
            return kind
    if _is_binary(head):
        return _UNKNOWN
    if _is_mail(data[:_MAIL_HEAD], path):
        return "mail"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    claimed = _BY_SUFFIX.get(path.suffix.lower(), "")
    return claimed if claimed in ("md", "txt", "html") else "txt"


def may_hold_files(path: Path) -> bool:
    """Tell from the first bytes of a file, and its name, whether others may be packed in it.

    Raises
    ------
    OSError
        If it can't be opened.
    """
    with path.open("rb") as stream:
        head = stream.read(_MAIL_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return path.suffix.lower() not in _NO_ARCHIVE
    if head.startswith(_OLD_OFFICE):
        return True
    return path.suffix.lower() == ".zip" or (not _is_binary(head) and _is_mail(head, path))


def _is_mail(head: bytes, path: Path) -> bool:
    return path.suffix.lower() == ".eml" or _MAIL.match(head) is not None


def _packed_format(data: bytes) -> str | Unreadable:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
    except zipfile.BadZipFile:
        return _BROKEN
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return "odt"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return Unreadable("this is a spreadsheet or a presentation", "save it as PDF")
    return "zip"


def _old_office(data: bytes) -> str | Unreadable:
    if _OUTLOOK in data:
        return "outlook"
    if _LOCKED in data:
        return Unreadable("the file is protected with a password", "save it without password")
    return Unreadable("this is a file of an old office program (.doc)", "save it as DOCX or PDF")


def _is_binary(head: bytes) -> bool:
    if head.startswith(_WIDE_MARKS):
        return False
    control = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return b"\x00" in head or control > len(head) / 20
