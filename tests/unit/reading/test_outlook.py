"""Mail as Outlook saves it: the message is a document, what is attached stands by itself."""

import sys
from pathlib import Path

import pytest

from pipeline.reading import Limits, ReadError, members, read

sys.path.insert(0, str(Path(__file__).parent))

from outlook_file import message

BODY = "Beste leden,\r\n\r\n- Els belt de gemeente.\r\n"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "bericht.msg"
    files = {"verslag.txt": b"Besluit: akkoord met het plan.", "kaart.bin": b"x" * 300}
    path.write_bytes(message("Verslag stuurgroep", BODY, files))
    return path


def test_subject_and_text(mail: Path) -> None:
    pytest.importorskip("oxmsg")
    document = read(mail)
    assert (document.format, document.title) == ("mail", "Verslag stuurgroep")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("heading", "Verslag stuurgroep"),
        ("paragraph", "Beste leden,"),
        ("list_item", "Els belt de gemeente."),
    ]


def test_attachments(mail: Path) -> None:
    pytest.importorskip("oxmsg")
    held = members(mail, Limits())
    assert held is not None
    assert held.is_document
    assert {member.name: member.data for member in held.files} == {
        "verslag.txt": b"Besluit: akkoord met het plan.",
        "kaart.bin": b"x" * 300,
    }


def test_a_damaged_message_says_so(mail: Path) -> None:
    pytest.importorskip("oxmsg")
    mail.write_bytes(mail.read_bytes()[:1600])
    with pytest.raises(ReadError):
        read(mail)
    held = members(mail, Limits())
    assert held is None or list(held.files) == []


def test_without_the_library_the_remedy_is_told(
    mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    with pytest.raises(ReadError, match=r"besluitvinder\[msg\]"):
        read(mail)
    held = members(mail, Limits())
    assert held is not None
    assert list(held.files) == []
