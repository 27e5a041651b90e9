"""Files made to exhaust the machine are refused, or read up to a named bound."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest

from pipeline.reading import Limits, ReadError, read
from pipeline.types import Document

LINE = "Besluit: het college gaat akkoord met het plan."
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
)


def pdf(pages: bytes, blanks: int = 0) -> bytes:
    """Make a PDF of one page with the given page tree; its stream unpacks to `blanks` or more."""
    words = zlib.compress(f"BT /F1 12 Tf 72 700 Td ({LINE}) Tj ET".encode() + b" " * blanks)
    head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(words)
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, head + words + b"\nendstream"]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(parts, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def word(xml: str) -> bytes:
    """Make a Word file with this as its text."""
    made, packed = BytesIO(), BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return packed.getvalue()


def read_bytes(data: bytes, name: str, folder: Path, limits: Limits | None = None) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read(path, limits)


def test_pdf_that_claims_endless_pages(tmp_path: Path) -> None:
    pages = b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>"
    assert read_bytes(pdf(pages), "a.pdf", tmp_path).text == LINE


def test_pdf_that_shows_one_page_endlessly(tmp_path: Path) -> None:
    pages = b"<</Type/Pages/Count 5000/Kids[" + b"3 0 R " * 5000 + b"]>>"
    document = read_bytes(pdf(pages), "a.pdf", tmp_path, Limits(max_pages=20))
    assert len(document.pages) == 20
    assert document.problems[0].startswith("only the first 20 of 5000 pages were read; ")


def test_pdf_whose_pages_go_round(tmp_path: Path) -> None:
    pages = b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>>"
    document = read_bytes(pdf(pages), "a.pdf", tmp_path)
    assert (document.text, len(document.pages)) == (LINE, 3)
    assert document.problems == ("pages 2-3 are damaged",)


def test_pdf_with_a_stream_that_unpacks_to_a_thousand_times_its_size(tmp_path: Path) -> None:
    data = pdf(b"<</Type/Pages/Count 1/Kids[3 0 R]>>", blanks=50_000_000)
    assert len(data) < 60_000
    assert read_bytes(data, "a.pdf", tmp_path).text == LINE


@pytest.mark.parametrize("tag", ["div", "b", "li", "table"])
def test_page_whose_elements_nest_endlessly(tag: str, tmp_path: Path) -> None:
    html = f"<html><body>{f'<{tag}>' * 20_000}{LINE}"
    with pytest.raises(ReadError, match="more than 200 deep; .*max_depth"):  # noqa: RUF043
        read_bytes(html.encode(), "a.html", tmp_path)


def test_page_may_nest_deeply_where_allowed(tmp_path: Path) -> None:
    html = f"<html><body>{'<div>' * 150}{LINE}".encode()
    assert read_bytes(html, "a.html", tmp_path).text == LINE
    with pytest.raises(ReadError, match="more than 100 deep"):
        read_bytes(html, "a.html", tmp_path, Limits(max_depth=100))


@pytest.mark.parametrize("sign", ["*a **a ", "`", "| a |\n|--|\n", "~~a ", "1. a\n", "<b>"])
def test_markdown_with_endless_marks_ends(sign: str, tmp_path: Path) -> None:
    assert LINE in read_bytes((sign * 3000 + "\n\n" + LINE).encode(), "a.md", tmp_path).text


@pytest.mark.parametrize("sign", ["> ", "- "])
def test_markdown_that_nests_endlessly_has_no_text(sign: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no text"):
        read_bytes((sign * 3000 + LINE).encode(), "a.md", tmp_path)


def test_entities_of_a_word_file_are_not_spun_out(tmp_path: Path) -> None:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    xml = (
        f'<!DOCTYPE x [<!ENTITY e0 "besluit ">{steps}<!ENTITY own SYSTEM "{Path(__file__)}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Verslag van de raad %s</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(word(xml % "&e9;"), "a.docx", tmp_path)
    assert read_bytes(word(xml % "&own;"), "b.docx", tmp_path).text == "Verslag van de raad"


def test_word_file_whose_tables_nest_endlessly(tmp_path: Path) -> None:
    cell = "<w:tbl><w:tr><w:tc>"
    xml = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{cell * 2000}<w:p/>{cell.replace('<', '</') * 2000}</w:body></w:document>"
    )
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(word(xml), "a.docx", tmp_path)


def test_word_file_that_is_a_bomb(tmp_path: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 5_000_000)
    assert len(buffer.getvalue()) < 10_000
    with pytest.raises(ReadError, match="unpacks to 5,000,000 bytes"):
        read_bytes(buffer.getvalue(), "a.docx", tmp_path, Limits(max_unpacked_bytes=1_000_000))


def test_text_beyond_the_allowed_characters_is_left_out(tmp_path: Path) -> None:
    text = "\n\n".join(f"{number}. {LINE}" for number in range(1, 10))
    document = read_bytes(text.encode(), "a.txt", tmp_path, Limits(max_characters=100))
    assert [block.marker for block in document.blocks] == ["1", "2"]
    assert document.text == "\n".join(block.text for block in document.blocks)
    assert "max_characters" in document.problems[0]
