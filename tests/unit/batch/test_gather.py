"""Archives, mails and standard input become inputs with rows of their own."""

import io
import sys
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.batch import Input, gather
from pipeline.batch.unpack import unpack
from pipeline.types import Limits

WORDS = "Besluit: de werkgroep stemt in met het peilbesluit voor de polder."
TRUST = "if you trust it, allow more with --limit"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def mail(body: str, **attached: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Verslag"
    message.set_content(body)
    for name, text in attached.items():
        message.add_attachment(text, filename=f"{name}.md")
    return message.as_bytes()


def spread(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> dict[str, Input]:
    path = folder / name
    path.write_bytes(data)
    found = unpack(Input(path, name), folder / "unpacked", limits or Limits())
    return {one.source: one for one in found}


def problems(found: Mapping[str, Input]) -> dict[str, str]:
    return {source: one.problem for source, one in found.items()}


def test_archive_in_archive_and_mail_in_archive(tmp_path: Path) -> None:
    inner = {"in/b.zip": packed({"c.md": WORDS}), "d.eml": mail(WORDS, nota=WORDS)}
    found = spread(tmp_path, "a.zip", packed({"a.md": WORDS, "foto.png": "x", **inner}))
    assert problems(found) == {
        "a.zip": "archive; rows of its own files: 6",
        "a.zip/a.md": "",
        "a.zip/foto.png": "no reader for .png",
        "a.zip/in/b.zip": "archive; rows of its own files: 1",
        "a.zip/in/b.zip/c.md": "",
        "a.zip/d.eml": "",
        "a.zip/d.eml/nota.md": "",
    }
    assert found["a.zip/in/b.zip/c.md"].path.read_text() == WORDS
    assert (found["a.zip"].state, found["a.zip/foto.png"].state) == ("ok", "skipped")


def test_mail_that_only_carries_files_is_no_failure(tmp_path: Path) -> None:
    found = spread(tmp_path, "a.eml", mail("Zie bijlage.", verslag=WORDS))
    assert problems(found) == {"a.eml": "archive; rows of its own files: 1", "a.eml/verslag.md": ""}
    assert problems(spread(tmp_path / "unpacked", "b.eml", mail("Zie bijlage."))) == {"b.eml": ""}


def test_names_stay_within_the_archive_and_files_within_the_folder(tmp_path: Path) -> None:
    names = ["../../evil.md", "/etc/verslag.md", "C:\\map\\b.md", "x/../x/c.md", "__MACOSX/d.md"]
    found = spread(tmp_path, "a.zip", packed({**dict.fromkeys(names, WORDS), ".e.md": WORDS}))
    assert list(found) == ["a.zip", *(f"a.zip/{n}" for n in ("evil.md", "etc/verslag.md")),
                           "a.zip/map/b.md", "a.zip/x/x/c.md"]  # fmt: skip
    written = {one.path.parent for source, one in found.items() if source != "a.zip"}
    assert written == {tmp_path / "unpacked"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_with_one_name_are_numbered(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.md", "een")
        archive.writestr("a.md", "twee")
    found = spread(tmp_path, "a.zip", buffer.getvalue())
    assert list(found)[1:] == ["a.zip/a.md", "a.zip/a (2).md"]
    assert [one.path.read_text() for one in list(found.values())[1:]] == ["een", "twee"]


def test_bad_members_do_not_stop_the_rest(tmp_path: Path) -> None:
    data = packed({"a.md": WORDS, "b.md": WORDS * 2, "c.md": WORDS})
    place = data.index(b"b.md") + 4
    broken = data[:place] + b"\xff\xff" + data[place + 2 :]
    shut = bytearray(packed({"a.md": WORDS}))
    shut[6] |= 1  # the mark of a password, in both heads
    shut[shut.index(b"PK\x01\x02") + 8] |= 1
    found = problems(spread(tmp_path, "a.zip", packed({"b.zip": broken, "d.zip": bytes(shut)})))
    assert "can't be unpacked" in found["a.zip/b.zip/b.md"]
    assert found["a.zip/b.zip/c.md"] == ""
    assert "password" in found["a.zip/d.zip/a.md"]


def test_bomb_is_refused_by_the_size_that_it_states(tmp_path: Path) -> None:
    bomb = packed({"bom.md": b"a" * 5_000_000, "b.md": WORDS})
    assert len(bomb) < 10_000
    found = spread(tmp_path, "a.zip", bomb, Limits(max_bytes=1_000_000))
    assert found["a.zip/bom.md"].problem == f"it is 5,000,000 bytes large; {TRUST} max_bytes=NUMBER"
    assert found["a.zip/b.md"].problem == ""


def test_bomb_of_many_files_stops_at_the_bound(tmp_path: Path) -> None:
    many = packed({f"{n}.md": b"a" * 1000 for n in range(9)})
    stopped = "this file and those after it were not taken; " + TRUST
    found = problems(spread(tmp_path, "a.zip", many, Limits(max_unpacked_bytes=2500)))
    assert list(found) == ["a.zip", "a.zip/0.md", "a.zip/1.md", "a.zip/2.md"]
    assert found["a.zip/2.md"] == f"{stopped} max_unpacked_bytes=NUMBER"
    (tmp_path / "other").mkdir()
    found = problems(spread(tmp_path / "other", "a.zip", many, Limits(max_members=3)))
    assert found["a.zip/3.md"] == f"{stopped} max_members=NUMBER"


def test_archives_within_archives_end(tmp_path: Path) -> None:
    data = packed({"a.md": WORDS})
    for _ in range(5):
        data = packed({"a.zip": data})
    found = list(spread(tmp_path, "a.zip", data).values())
    assert [one.source.count("/") for one in found] == [0, 1, 2, 3]
    assert found[-1].problem == f"packed more than 3 deep; {TRUST} max_nesting=NUMBER"


def test_gather_puts_all_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.zip").write_bytes(packed({"z.md": WORDS}))
    Path("in/a.md").write_text(WORDS)
    Path("in/kapot.zip").write_bytes(b"PK\x03\x04 stuk")
    Path("in/verslag.docx").write_bytes(packed({"word/document.xml": "<x/>"}))
    Path("t").mkdir()
    found = gather(["in"], Path("t"), Limits(), 60)
    assert [one.source for one in found] == [
        *("a.md", "a.zip", "a.zip/z.md", "kapot.zip", "verslag.docx")
    ]
    assert [one.is_archive for one in found] == [False, True, False, False, False]


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(packed({"a.md": WORDS}))))
    found = gather(["-"], tmp_path, Limits(), 60)
    assert [one.source for one in found] == ["stdin", "stdin/a.md"]
    assert found[1].path.read_text() == WORDS
