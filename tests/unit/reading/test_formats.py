"""One small meeting in every format, and what each reader makes of it."""

import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import Limits, ReadError, read
from pipeline.reading.pdf.pages import UNREAD
from pipeline.reading.pdf.recognition import REMEDY
from pipeline.types import BlockKind, Document

MARKDOWN = """# Verslag

## 1. Opening

De voorzitter opent.

- **Besluit:** het plan is akkoord.
- ~~Els belt de gemeente.~~
  - dieper punt

| Actie | Wie |
|-------|-----|
| Brief sturen | Els |
"""

HTML = """<html><head><title>Verslag</title></head><body><h1>Verslag</h1>
<h2>1. Opening</h2><p>De voorzitter opent.</p><ul><li><b>Besluit:</b> het plan is akkoord.</li>
<li><s>Els belt de gemeente.</s><ul><li>dieper punt</li></ul></li></ul>
<table><tr><th>Actie</th><th>Wie</th></tr><tr><td>Brief sturen</td><td>Els</td></tr></table>
<script>var geheim = 1;</script></body></html>"""


PIXEL = bytes.fromhex(  # a grey point as a PNG
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)


def word_file() -> bytes:
    word = docx.Document()
    word.add_heading("Verslag", 1)
    word.add_heading("1. Opening", 2)
    word.add_paragraph("De voorzitter opent.")
    item = word.add_paragraph(style="List Bullet")
    item.add_run("Besluit:").bold = True
    item.add_run(" het plan is akkoord.")
    word.add_paragraph(style="List Bullet").add_run("Els belt de gemeente.").font.strike = True
    word.add_paragraph("dieper punt", style="List Bullet 2")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells],
        ["Actie", "Wie", "Brief sturen", "Els"],
        strict=True,
    ):
        cell.text = text
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


FILES = {"md": MARKDOWN.encode(), "html": HTML.encode(), "docx": word_file()}


def read_bytes(data: bytes, name: str, folder: Path) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read(path, source=name)


@pytest.mark.parametrize("suffix", FILES)
def test_blocks_of_each_format(suffix: str, tmp_path: Path) -> None:
    document = read_bytes(FILES[suffix], f"verslag.{suffix}", tmp_path)
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("heading", "Verslag"),
        ("heading", "Opening"),
        ("paragraph", "De voorzitter opent."),
        ("list_item", "Besluit: het plan is akkoord."),
        ("list_item", "Els belt de gemeente."),
        ("list_item", "dieper punt"),
        ("table_row", "Actie | Wie"),
        ("table_row", "Brief sturen | Els"),
    ]
    opening, ruling, struck = document.blocks[1], document.blocks[3], document.blocks[4]
    assert opening.marker == "1"
    assert ruling.text[: ruling.emphasis] == "Besluit:"
    assert struck.struck


@pytest.mark.parametrize("suffix", FILES)
def test_places_point_at_the_words(suffix: str, tmp_path: Path) -> None:
    document = read_bytes(FILES[suffix], f"verslag.{suffix}", tmp_path)
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        for cell in block.cells:
            assert document.text[cell.start : cell.end] == cell.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850"])
def test_html_in_each_encoding(encoding: str, tmp_path: Path) -> None:
    """Only that which can't be told from the bytes themselves is stated."""
    stated = '<meta charset="cp850">' if encoding == "cp850" else ""
    path = tmp_path / "verslag.html"
    page = f"<html><head>{stated}</head><body><p>Het is één co\u00adördinatie.</p></body></html>"
    path.write_bytes(page.encode(encoding))
    assert read(path).text == "Het is één coördinatie."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_each_encoding(encoding: str, tmp_path: Path) -> None:
    data = "De coördinatie gaat door.\r\nHet is één plan.".encode(encoding)
    assert "coördinatie" in read_bytes(data, "a.txt", tmp_path).text


def test_hard_wrapped_text_becomes_paragraphs(tmp_path: Path) -> None:
    text = (
        "De werkgroep heeft vandaag gesproken over de aanpak van de wateroverlast in de gemeen-\n"
        "te en over de kosten die daarbij horen, ook in de komende jaren van het programma.\n"
        "\n"
        "- eerste punt\n- tweede punt\n"
    )
    document = read_bytes(text.encode(), "a.txt", tmp_path)
    assert [block.kind for block in document.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert "in de gemeente en over" in document.text


def pdf_file(pages: list[list[tuple[float, float, str]]], **options: str) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 810, "Gemeente Lindewijk - Raad")
        canvas.drawString(72, 30, f"Pagina {number} van {len(pages)}")
        canvas.setFont("Helvetica", 11)
        for x, y, text in lines:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


LONG = "De raad heeft lang gesproken over de begroting van het komende jaar en over de verdere"


def test_pdf_leaves_out_what_stands_on_every_page(tmp_path: Path) -> None:
    pages = [[(72, 700, f"{LONG} gevolgen {n}")] for n in ("een", "twee", "drie")]
    document = read_bytes(pdf_file(pages), "a.pdf", tmp_path)
    assert "Pagina" not in document.text
    assert document.text.count("Lindewijk") == 1  # on the first page it may be the title
    assert len(document.pages) == 3
    page = document.page_of(document.text.index("gevolgen drie"))
    assert page is not None
    assert page.number == 3


def test_pdf_joins_lines_and_pages(tmp_path: Path) -> None:
    pages = [
        [
            (72, 700, LONG),
            (72, 686, "ontwikkeling van de gemeente. Daarna is de zaal gesloten en de"),
        ],
        [(72, 760, "vergadering beëindigd.")],
    ]
    document = read_bytes(pdf_file(pages), "a.pdf", tmp_path)
    assert "verdere ontwikkeling van de gemeente" in document.text
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text


def packed(name: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("leeg.pdf", b"", "empty"),
        ("kapot.pdf", b"%PDF-1.7 en verder niets", "damaged"),
        ("kapot.docx", b"PK\x03\x04 geen archief", "damaged"),
        ("plaatje.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
        ("vreemd.txt", bytes(range(32)) * 20, "no format"),
        ("archief.docx", packed("verslag.md"), "archive of files"),
        ("oud2.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old office"),
        (
            "dicht.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        ("tabel.docx", packed("xl/workbook.xml"), "spreadsheet"),
        ("witregels.md", b"\n\n  \n", "empty"),
    ],
)
def test_bad_file_names_file_reason_and_remedy(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, tmp_path)
    assert name in str(caught.value)
    assert words in caught.value.reason
    assert caught.value.remedy


def test_encrypted_pdf_says_so(tmp_path: Path) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt="geheim")
    canvas.drawString(72, 700, "Verslag")
    canvas.save()
    with pytest.raises(ReadError, match="password"):
        read_bytes(buffer.getvalue(), "dicht.pdf", tmp_path)


def test_pdf_without_text_says_so(tmp_path: Path) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(72, 700, 100, 20, fill=1)
    canvas.save()
    with pytest.raises(ReadError, match="no text"):
        read_bytes(buffer.getvalue(), "scan.pdf", tmp_path)


def test_mislabelled_file_is_read_by_its_content(tmp_path: Path) -> None:
    assert read_bytes(FILES["docx"], "verslag.pdf", tmp_path).format == "docx"


def test_limits_refuse_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    path.write_text("besluit " * 100)
    with pytest.raises(ReadError, match=r"800 bytes large; .*max_bytes"):
        read(path, Limits(max_bytes=100))


def test_redactions_stay_visible(tmp_path: Path) -> None:
    text = "- [REDACTED] (DGM) stuurt de brief.\n- ██████ belt.\n- 5.1.2e werkt dit uit.\n"
    document = read_bytes(text.encode(), "woo.md", tmp_path)
    assert [block.text for block in document.blocks] == [
        "[REDACTED] (DGM) stuurt de brief.",
        "██████ belt.",
        "5.1.2e werkt dit uit.",
    ]


def test_markdown_of_a_site_generator(tmp_path: Path) -> None:
    text = (
        "---\ntype: chapter\ntitle: 'Verslag werkgroep'\n---\n"
        '{{< section title="Planning" >}}\n- Els stuurt de planning rond.\n{{< /section >}}\n'
    )
    document = read_bytes(text.encode(), "a.md", tmp_path)
    assert document.title == "Verslag werkgroep"
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("heading", "Planning"),
        ("list_item", "Els stuurt de planning rond."),
    ]


def test_page_that_is_an_image_is_a_problem(tmp_path: Path) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 700, "De vergadering is geopend om negen uur.")
    canvas.showPage()
    pixel = ImageReader(BytesIO(PIXEL))
    canvas.drawImage(pixel, 0, 0, 500, 700)
    canvas.save()
    document = read_bytes(buffer.getvalue(), "a.pdf", tmp_path)
    assert document.problems == (f"page 2 is without text, only {UNREAD}; {REMEDY}",)


def test_more_pages_than_allowed_is_a_problem(tmp_path: Path) -> None:
    pages = [[(72.0, 700.0, f"{LONG} gevolgen {n}")] for n in range(3)]
    path = tmp_path / "lang.pdf"
    path.write_bytes(pdf_file(pages))
    document = read(path, Limits(max_pages=2))
    assert len(document.pages) == 2
    assert "2 of 3 pages" in document.problems[0]


def test_packed_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.docx"
    path.write_bytes(FILES["docx"])
    with pytest.raises(ReadError, match=r"unpacks to .*max_unpacked_bytes"):
        read(path, Limits(max_unpacked_bytes=1000))


def test_html_within_markdown(tmp_path: Path) -> None:
    text = (
        "| Wie | Wat |\n|---|---|\n| Els | brief |\n\n"
        "<table><tr><td>Jan</td><td>zaal</td></tr></table>\n\n<b>Besluit</b>: akkoord\n"
    )
    blocks = read_bytes(text.encode(), "a.md", tmp_path).blocks
    assert [(block.table, block.text) for block in blocks] == [
        (1, "Wie | Wat"),
        (1, "Els | brief"),
        (2, "Jan | zaal"),
        (None, "Besluit: akkoord"),
    ]


def test_paragraph_with_a_rule_under_it_is_no_heading(tmp_path: Path) -> None:
    text = f"{LONG} {LONG}\n---\n\nKop\n---\n\nTekst.\n"
    kinds = [block.kind.value for block in read_bytes(text.encode(), "a.md", tmp_path).blocks]
    assert kinds == ["paragraph", "heading", "paragraph"]


@given(st.text(alphabet="ab -#*|.1\n\t•~", max_size=200), st.sampled_from(["md", "txt", "html"]))
def test_any_text_gives_exact_places(text: str, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            document = read_bytes(text.encode(), f"a.{suffix}", Path(folder))
        except ReadError:
            return
    assert document.text == "\n".join(block.text for block in document.blocks)
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert 0 <= block.emphasis <= len(block.text)
        if block.cells:
            assert block.text == " | ".join(cell.text for cell in block.cells)
