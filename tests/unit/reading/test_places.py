"""Places survive clean-up: the words of a document are those of its source, where they stood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import read
from pipeline.types import Box, Document

pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))  # comes with reportlab; has the ligatures

HIGH = A4[1]
LEFT, TOP, FOOT, STEP, SIZE = 72, 90, 700, 14, 10
WIDTHS = (300, 120)
"""Of the two columns of a table, in points."""

USUAL = """
de het van gemeenteraad besluit akkoord vergadering voorzitter planning kosten waterschap polder
projectplan instemming wethouder begroting toelichting vervolg dijkversterking
"""
ODD = """
’s-Gravenhage e-mail zo’n 'vlot' „akkoord” “ja”, (COA) 12% €4,5 één coördinatie IJmuiden n.v.t.
ﬁnanciën ﬂexibel co\u00adör\u00addi\u00adna\u00adtie\u00adpunt A&B 2024/03 +31 beleids\u2011
"""
usual = st.sampled_from(USUAL.split())
odd = st.sampled_from([*ODD.split(), "jaar\u00a0rekening"])
letters = st.text("abcdefghijklmnopqrstuvwxyzéëïöü", min_size=2, max_size=14)
words = st.one_of(usual, usual, odd, letters)
spaces = st.sampled_from([" ", " ", " ", "  ", "\u00a0"])


@dataclass(frozen=True)
class Part:
    """A block before it is written: its words, the spaces after them, and what it is.

    `breaks` are the numbers of words that are broken at the end of a line, where that is apt.
    """

    words: tuple[str, ...]
    spaces: tuple[str, ...]
    kind: str
    breaks: frozenset[int]

    @property
    def text(self) -> str:
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(word + space for word, space in pairs).strip()


@st.composite
def parts(draw: st.DrawFn) -> Part:
    first = draw(usual).capitalize()
    rest = draw(st.lists(words, min_size=5, max_size=40))
    count = len(rest) + 1
    return Part(
        (first, *rest),
        tuple(draw(st.lists(spaces, min_size=count, max_size=count))),
        draw(st.sampled_from(["paragraph", "paragraph", "item", "row"])),
        draw(st.frozensets(st.integers(1, count - 1), max_size=5)),
    )


TITLE = Part(("Verslag", "werkgroep", "Waterpeil"), (" ",) * 3, "paragraph", frozenset())
documents = st.lists(parts(), min_size=1, max_size=8).map(lambda found: [TITLE, *found])


def squeezed(text: str) -> str:
    """Leave out what clean-up may change: white space, hyphens and the joints of cells."""
    text = text.replace("ﬁ", "fi").replace("ﬂ", "fl")
    return re.sub(r"[\s\u00ad\u2010\u2011|\ufffe\x02-]", "", text)


def lines_of(part: Part, most: float) -> Iterator[str]:
    """Set a block in lines of at most a width; words chosen to be broken are, where one ends."""
    line = ""
    for number, (word, space) in enumerate(zip(part.words, part.spaces, strict=True)):
        if line and pdfmetrics.stringWidth(line + word, "Vera", SIZE) > most:
            half = len(word) // 2
            broken = f"{line}{word[:half]}-"
            fits = pdfmetrics.stringWidth(broken, "Vera", SIZE) <= most
            if number in part.breaks and word.isalpha() and half > 1 and fits:
                yield broken
                word = word[half:]
            else:
                yield line.rstrip()
            line = ""
        line += word + space
    yield line.rstrip()


def write_pdf(content: Sequence[Part], path: Path) -> None:
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Vera", SIZE)
    top = TOP
    for part in content:
        columns = [list(lines_of(part, 440))]
        if part.kind == "row":
            half = len(part.words) // 2
            cells = (slice(half), slice(half, None))
            columns = [
                list(lines_of(Part(part.words[c], part.spaces[c], "", part.breaks), wide - 10))
                for c, wide in zip(cells, WIDTHS, strict=True)
            ]
        need = STEP * max(map(len, columns))
        if part.kind == "row" and top + need > FOOT:
            top = new_page(canvas)
        if part.kind == "row":
            edges = [LEFT - 4, LEFT - 4 + WIDTHS[0], LEFT - 4 + sum(WIDTHS)]
            canvas.grid(edges, [HIGH - top + 4, HIGH - top - need])
        top = write_columns(canvas, part, columns, top) + STEP
    canvas.save()


def new_page(canvas: Canvas) -> int:
    canvas.showPage()
    canvas.setFont("Vera", SIZE)
    return TOP


def write_columns(canvas: Canvas, part: Part, columns: list[list[str]], top: int) -> int:
    """Write lines side by side; those of one column go on over the page."""
    if part.kind == "item":
        canvas.drawString(LEFT, HIGH - top - SIZE, "•")
    foot = top
    for number, column in enumerate(columns):
        down = top
        for line in column:
            if down > FOOT:
                down = new_page(canvas)
            left = LEFT + number * WIDTHS[0] + 14 * (part.kind == "item")
            canvas.drawString(left, HIGH - down - SIZE, line)
            down += STEP
        foot = max(foot, down) if len(columns) > 1 else down
    return foot


def write_docx(content: Sequence[Part], path: Path) -> None:
    word = docx.Document()
    for part in content:
        if part.kind == "row":
            table = word.add_table(1, 2)
            table.rows[0].cells[0].text = part.text
            table.rows[0].cells[1].text = "Anna"
        else:
            style = "List Bullet" if part.kind == "item" else None
            word.add_paragraph(part.text, style)
    word.save(str(path))


def write_markdown(content: Sequence[Part], path: Path) -> None:
    forms = {
        "paragraph": "{}\n\n",
        "item": "- {}\n\n",
        "row": "| taak | wie |\n|---|---|\n| {} | Anna |\n\n",
    }
    path.write_text("".join(forms[part.kind].format(part.text) for part in content), "utf-8")


def write_text(content: Sequence[Part], path: Path) -> None:
    blocks = []
    for part in content:
        if part.kind == "row":
            blocks.append(f"{part.text}\tAnna")
            continue
        lines = list(lines_of(part, 360))
        mark = "- " if part.kind == "item" else ""
        blocks.append("\n".join([mark + lines[0], *(" " * len(mark) + one for one in lines[1:])]))
    path.write_text("\n\n".join(blocks), "utf-8")


def write_html(content: Sequence[Part], path: Path) -> None:
    forms = {
        "paragraph": "<p>{}</p>",
        "item": "<ul><li>{}</li></ul>",
        "row": "<table><tr><td>{}</td><td>Anna</td></tr></table>",
    }
    shown = (forms[part.kind].format(part.text.replace("&", "&amp;")) for part in content)
    path.write_text(f"<html><body>{''.join(shown)}</body></html>", "utf-8")


def kept(document: Document) -> str:
    """Return the words that were read of the parts, squeezed."""
    texts = [
        text
        for block in document.blocks
        for text in ([cell.text for cell in block.cells] or [block.text])
    ]
    return squeezed("".join(text for text in texts if text not in ("Anna", "taak", "wie")))


def written(content: Sequence[Part]) -> str:
    """Return the words of the parts, squeezed."""
    return squeezed("".join(part.text for part in content))


in_one_folder = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WRITERS = {"docx": write_docx, "md": write_markdown, "txt": write_text, "html": write_html}


@pytest.mark.parametrize("form", WRITERS)
@in_one_folder
@given(content=documents)
def test_words_are_those_of_the_source(form: str, tmp_path: Path, content: list[Part]) -> None:
    path = tmp_path / f"verslag.{form}"
    WRITERS[form](content, path)
    document = read(path)
    assert kept(document) == written(content)
    assert document.boxes(0, len(document.text)) == ()


@in_one_folder
@given(content=documents, data=st.data())
def test_boxes_of_a_pdf_hold_the_words_of_the_text(
    tmp_path: Path, content: list[Part], data: st.DataObject
) -> None:
    path = tmp_path / "verslag.pdf"
    write_pdf(content, path)
    document = read(path)
    assert kept(document) == written(content)
    places = [match.span() for match in re.finditer(r"[^\s|]+", document.text)]
    ends = st.lists(st.integers(0, len(places) - 1), min_size=2, max_size=2)
    first, last = sorted(data.draw(ends))
    start, end = places[first][0], places[last][1]
    boxes = document.boxes(start, end)
    assert squeezed(words_in(path, boxes)) == squeezed(document.text[start:end])
    page = document.page_of(start)
    assert page is not None
    assert page.number == boxes[0].page


@in_one_folder
@given(content=documents, data=st.data())
def test_words_of_a_pdf_are_found_by_their_characters(
    tmp_path: Path, content: list[Part], data: st.DataObject
) -> None:
    path = tmp_path / "verslag.pdf"
    write_pdf(content, path)
    document = read(path)
    words = list(re.finditer(r"[^\s|]+", document.text))
    word = data.draw(st.sampled_from(words))
    page = document.page_of(word.start())
    place = document.character_of(word.start())
    assert page is not None
    assert place is not None
    with pdfium.PdfDocument(path) as pdf:
        text = pdf[page.number - 1].get_textpage().get_text_range(place, len(word[0]) + 8)
    found = squeezed(text)[: len(squeezed(word[0]))]
    assert len(found) > 1
    assert squeezed(word[0]).startswith(found)  # a broken word may go on over the page


def words_in(path: Path, boxes: Sequence[Box]) -> str:
    """Return what stands in boxes of a PDF, by the library's own search."""
    with pdfium.PdfDocument(path) as pdf:
        found = []
        for box in boxes:
            page = pdf[box.page - 1].get_textpage()
            sides = (box.x0, HIGH - box.bottom, box.x1, HIGH - box.top)
            found.append(page.get_text_bounded(*sides))
    return " ".join(found)
