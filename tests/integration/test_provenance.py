"""Every row made of the sample corpus leads back to its words: in the text, and on the page."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.decide import Tools, decide, decisions
from pipeline.export.marked_pdf import mark
from pipeline.reading import SUFFIXES, read
from pipeline.structure import parse
from pipeline.types import Box, Decision, Document

CORPUS = Path(__file__).parents[2] / "corpus"
SOURCES = sorted(path for path in CORPUS.iterdir() if path.suffix in SUFFIXES)
SOURCES.remove(CORPUS / "README.md")


@cache
def tools() -> Tools:
    return Tools.make()


@cache
def found_in(path: Path) -> tuple[Document, tuple[Decision, ...]]:
    document = read(path)
    return document, decisions(parse(document), tools())


def letters(text: str) -> str:
    """Leave out what clean-up may change: white space, hyphens and the joints of cells."""
    return re.sub(r"[\s|\u00ad\ufffe\x02-]", "", text)


def words_in(pdf: pdfium.PdfDocument, boxes: tuple[Box, ...]) -> Iterator[str]:
    """Yield what stands in boxes of a PDF whose pages are neither turned nor cropped."""
    for box in boxes:
        page = pdf[box.page - 1]
        high = page.get_height()
        sides = (box.x0, high - box.bottom, box.x1, high - box.top)
        yield page.get_textpage().get_text_bounded(*sides)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_rows_lead_back_to_their_words(path: Path) -> None:
    document, rows = found_in(path)
    assert rows
    for row in rows:
        place = document.text[row.char_start : row.char_end]
        assert row.text == re.sub(r"\s+", " ", place).strip()
        assert bool(row.boxes) == (path.suffix == ".pdf")
        assert row.page == (row.boxes[0].page if row.boxes else None)


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.suffix == ".pdf"], ids=lambda path: path.name
)
def test_boxes_of_rows_hold_their_words(path: Path) -> None:
    _, rows = found_in(path)
    with pdfium.PdfDocument(path) as pdf:
        found = [(row.text, "".join(words_in(pdf, row.boxes))) for row in rows]
    assert {letters(text) for text, _ in found} == {letters(words) for _, words in found}


def test_what_is_hidden_stays_hidden_in_the_notes(tmp_path: Path) -> None:
    """The mark runs over the black box; what stands under it is in no note."""
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    canvas = Canvas(str(source))
    canvas.drawString(72, 700, "Verslag werkgroep Waterpeil, 5 maart 2024")
    canvas.drawString(72, 660, "Actie: Geheimzinnig stuurt de kaarten voor 1 april rond.")
    canvas.rect(107, 656, 78, 14, fill=1)
    canvas.save()
    (row,) = decide(source, tools()).decisions
    mark(source, [row], target)
    with pdfplumber.open(target) as pdf:
        (note,) = pdf.pages[0].annots
    assert "Wie: [REDACTED]" in note["contents"]
    assert "Geheim" not in f"{row}{note}"
    assert note["x0"] < 110
    assert note["x1"] > 320
