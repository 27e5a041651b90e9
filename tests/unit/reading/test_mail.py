"""Mails: the message is a document, what is attached to it stands by itself."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.reading import Limits, ReadError, members, read


def message(subject: str = "Verslag stuurgroep", body: str = "Besluit: akkoord.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, "els@example.org", "jan@example.org"
    mail.set_content(body)
    return mail


def saved(mail: EmailMessage, folder: Path, name: str = "bericht.eml") -> Path:
    path = folder / name
    path.write_bytes(mail.as_bytes())
    return path


def attached(mail: EmailMessage, folder: Path) -> dict[str, bytes]:
    held = members(saved(mail, folder), Limits())
    assert held is not None
    return {member.name: member.data for member in held.files}


def test_subject_and_text(tmp_path: Path) -> None:
    document = read(saved(message(body="Beste leden,\n\n- Els belt de gemeente.\n"), tmp_path))
    assert (document.format, document.title) == ("mail", "Verslag stuurgroep")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("heading", "Verslag stuurgroep"),
        ("paragraph", "Beste leden,"),
        ("list_item", "Els belt de gemeente."),
    ]


def test_html_goes_before_text_for_it_keeps_lists_and_tables(tmp_path: Path) -> None:
    mail = message()
    mail.add_alternative(
        '<html><head><meta charset="iso-8859-1"><style>p{}</style></head><body>'
        "<table><tr><td>Actie</td><td>Wie</td></tr><tr><td>Één brief</td><td>Els</td></tr></table>"
        "</body></html>",
        subtype="html",
    )
    document = read(saved(mail, tmp_path))
    assert [block.text for block in document.blocks[1:]] == ["Actie | Wie", "Één brief | Els"]


def test_mail_is_known_by_its_head_whatever_its_name(tmp_path: Path) -> None:
    mail = message()
    mail["Message-ID"] = "<1@example.org>"
    assert read(saved(mail, tmp_path, "bericht")).format == "mail"
    text = tmp_path / "kop.txt"
    text.write_text("Datum: 5 maart 2024\nAan: de leden\n\nBesluit: akkoord.\n")
    assert read(text).format == "txt"


def test_attachments(tmp_path: Path) -> None:
    mail, forwarded = message(), message("Re: zaal/borden")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="nota é.pdf")
    mail.add_attachment(b"x", maintype="text", subtype="plain")
    mail.add_attachment(forwarded)
    found = attached(mail, tmp_path)
    assert found.keys() == {"nota é.pdf", "attachment-2.txt", "Re: zaal-borden.eml"}
    assert found["nota é.pdf"] == b"%PDF"
    assert b"Re: zaal/borden" in found["Re: zaal-borden.eml"]


def test_pictures_between_the_words_are_no_attachments(tmp_path: Path) -> None:
    mail = message()
    mail.add_related(b"GIF", maintype="image", subtype="gif", cid="<logo>")
    mail.add_attachment(b"GIF", maintype="image", subtype="gif", filename="kaart.gif")
    mail.add_attachment(b"GIF", maintype="image", subtype="gif", disposition="inline")
    assert attached(mail, tmp_path).keys() == {"kaart.gif"}


def test_unknown_character_set_does_not_stop_the_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"Subject: Verslag\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=x-nergens\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\nBesluit: \xe9\xe9n plan.\r\n"
    )
    assert "Besluit: één plan." in read(path).text


def test_mail_without_words(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no text"):
        read(saved(message(subject="", body=""), tmp_path))
