"""Reads mail as Outlook saves it (``.msg``): the message as a document, and its attachments."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.reading.errors import ReadError
from pipeline.reading.mail import NOT_TAKEN, mail_document
from pipeline.reading.members import Member
from pipeline.types import Document, Limits

if TYPE_CHECKING:
    from oxmsg import Message


def read_outlook(data: bytes, source: str, path: Path, limits: Limits) -> Document:
    """Read a message; its subject is the first heading, attachments are left out.

    Raises
    ------
    ReadError
        If the library for the format is not installed.
    """
    message = _message(data, path)
    html = message.html_body
    text = html or message.body or ""
    return mail_document(message.subject, text, bool(html), source, limits)


def outlook_attachments(path: Path, limits: Limits) -> Iterator[Member]:
    """Yield the files that are attached to a message.

    One without bytes of its own (a message within the message, a link) comes with the problem.
    """
    try:
        parts = [(part.file_name, part.file_bytes) for part in _open(path).attachments]
    except Exception:  # the row of the message itself says what is wrong with it
        return
    for number, (name, data) in enumerate(parts, 1):
        name = name or f"attachment-{number}"
        if data is None:
            yield Member(name, problem=NOT_TAKEN)
        else:
            yield Member(name, data)


def _open(path: Path) -> "Message":
    return _message(path.read_bytes(), path)


def _message(data: bytes, path: Path) -> "Message":
    try:
        from oxmsg import Message
    except ImportError as error:
        raise ReadError(
            path,
            "reading mail of Outlook needs a library that is not installed",
            "install it with: pip install 'besluitvinder[msg]', or save the mail as .eml",
        ) from error
    return Message.load(data)
