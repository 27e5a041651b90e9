"""Reads e-mail (``.eml``): the message as a document, and the files attached to it."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from pipeline.reading.builder import DocumentBuilder, Piece
from pipeline.reading.clean import fold
from pipeline.reading.html import html_pieces
from pipeline.reading.members import Member
from pipeline.reading.text import text_pieces
from pipeline.types import BlockKind, Document, Limits

NOT_TAKEN = "it can't be taken from the mail; save it by itself"
"""What is told of an attachment without bytes of its own."""


def read_mail(data: bytes, source: str, limits: Limits) -> Document:
    """Read a message; its subject is the first heading, attachments are left out."""
    message = _message(data)
    body = message.get_body(("html", "plain"))
    text = _text(body) if body is not None else ""
    html = body is not None and body.get_content_type() == "text/html"
    return mail_document(str(message.get("subject", "")), text, html, source, limits)


def mail_document(subject: str, text: str, html: bool, source: str, limits: Limits) -> Document:
    """Make the document of a message from its subject and its text or HTML."""
    title = fold(subject)
    builder = DocumentBuilder(source, "mail", title=title)
    builder.add(Piece(BlockKind.HEADING, title, level=1))
    for piece in html_pieces(text, limits) if html else text_pieces(text):
        builder.add(piece)
    return builder.build()


def attachments(path: Path, limits: Limits) -> Iterator[Member]:
    """Yield the files that are attached to a message, messages within it among them.

    Pictures that the message shows between its words (logos, signatures) are passed over.
    """
    for number, part in enumerate(_message(path.read_bytes()).iter_attachments(), 1):
        if part.get_content_maintype() != "image" or part.get_content_disposition() == "attachment":
            yield _attachment(part, number)


def _message(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=email.policy.default)


def _text(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except LookupError:  # a character set that nobody knows
        payload = part.get_payload(decode=True)
        return payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""


def _attachment(part: MIMEPart, number: int) -> Member:
    name = part.get_filename() or f"attachment-{number}{_suffix(part)}"
    if part.get_content_type() == "message/rfc822":
        return _forwarded(part, name)
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return Member(name, problem=NOT_TAKEN)
    return Member(name, payload)


def _forwarded(part: MIMEPart, name: str) -> Member:
    """Take out a message within the message; without a name it goes by its subject."""
    content = part.get_content()
    subject = fold(str(content.get("subject", ""))).replace("/", "-")
    if part.get_filename() is None and subject:
        name = subject
    return Member(name if name.endswith(".eml") else f"{name}.eml", content.as_bytes())


def _suffix(part: MIMEPart) -> str:
    """Return the suffix for an attachment without a name."""
    known = {"message/rfc822": ".eml", "application/pdf": ".pdf", "text/html": ".html"}
    return known.get(part.get_content_type(), ".txt" * (part.get_content_maintype() == "text"))
