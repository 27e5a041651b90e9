"""Marks lie over the words of their decision, however a page is turned or cropped, with a note."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline.export.marked_pdf import mark, note
from pipeline.reading import read
from pipeline.types import Box, Decision, Kind

RULING = "De leden stemmen in met het peilbesluit voor de"
REST = "polder Noord en de kades."
TASK = "Jan de Wit stuurt de kaarten rond."
ROW = Decision(
    decision_id="d1",
    source_file="verslag.pdf",
    body="",
    meeting_date="",
    item_number="",
    item_title="Peilbesluit",
    kind="besluit",
    text=f"{RULING} {REST}",
    responsible=("Jan", "VNG"),
    responsible_org=("", ""),
    responsible_id=("", ""),
    deadline_text="voor 1 mei",
    deadline="2024-05-01",
    status="aangenomen",
    source="lopend",
    page=1,
    char_start=0,
    char_end=5,
    cue="stemmen in",
    confidence=0.9,
    producer="test",
)


WIDE, HIGH = A4
TURNS = {
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, WIDE, 0),
    180: (-1, 0, 0, -1, WIDE, HIGH),
    270: (0, -1, 1, 0, 0, HIGH),
}
"""How the words of a page must lie for it to be upright when shown turned."""


def minutes(path: Path, turn: int = 0, **options: Any) -> None:
    """Write minutes of two pages; the ruling stands on two lines, the task on the second page."""
    canvas = Canvas(str(path), pagesize=A4, **options)
    for lines in (("Verslag van het overleg over de polder", "", RULING, REST), (TASK,)):
        canvas.setPageRotation(turn)
        canvas.transform(*TURNS[turn])
        text = canvas.beginText(90, 500)
        text.textLines(lines)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def crop(path: Path) -> None:
    """Show no more of the pages than what lies well inside their edges."""
    with pdfium.PdfDocument(path.read_bytes()) as pdf:
        for page in pdf:
            page.set_cropbox(31, 17, WIDE - 23, HIGH - 41)
        pdf.save(path)


def decisions(path: Path) -> list[Decision]:
    """Make a decision of the ruling and one of the task, with the boxes of their words."""
    document = read(path)
    found = []
    for kind, words in ((Kind.BESLUIT, f"{RULING} {REST}"), (Kind.ACTIE, TASK)):
        start = document.text.index(words)
        boxes = document.boxes(start, start + len(words))
        found.append(replace(ROW, kind=kind.value, text=words, boxes=boxes))
    return found


def marked_words(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the page of each mark in a PDF and the words that lie in each of its rectangles."""
    with pdfplumber.open(path) as pdf:
        quads = [
            (number, annotation["data"]["QuadPoints"])
            for number, page in enumerate(pdf.pages)
            for annotation in page.annots
        ]
    with pdfium.PdfDocument(path) as pdf:
        for number, quad in quads:
            text = pdf[number].get_textpage()
            areas = [quad[place : place + 8] for place in range(0, len(quad), 8)]
            yield (
                number + 1,
                [
                    text.get_text_bounded(min(a[::2]), min(a[1::2]), max(a[::2]), max(a[1::2]))
                    for a in areas
                ],
            )


@pytest.mark.parametrize("turn", TURNS)
def test_marks_lie_over_the_words_of_the_decision(tmp_path: Path, turn: int) -> None:
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    minutes(source, turn)
    crop(source)
    assert mark(source, decisions(source), target) == 2
    assert list(marked_words(target)) == [(1, [RULING, REST]), (2, [TASK])]


def test_a_decision_over_two_pages_has_a_mark_on_each(tmp_path: Path) -> None:
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    minutes(source)
    ruling, task = decisions(source)
    assert mark(source, [replace(ruling, boxes=ruling.boxes + task.boxes)], target) == 1
    assert list(marked_words(target)) == [(1, [RULING, REST]), (2, [TASK])]


def test_the_note_tells_what_was_decided(tmp_path: Path) -> None:
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    minutes(source)
    mark(source, decisions(source)[:1], target)
    with pdfplumber.open(target) as pdf:
        told = [annotation["contents"] for annotation in pdf.pages[0].annots]
    assert told == [note(replace(ROW, kind="besluit"))]
    assert told[0].split("\n") == [
        "Soort: besluit",
        "Status: aangenomen",
        "Wie: Jan; VNG",
        "Wanneer: voor 1 mei",
        "Termijn: 2024-05-01",
        "Agendapunt: Peilbesluit",
        "Zekerheid: 0.9",
        "Kenmerk: d1",
    ]


def test_a_decision_without_boxes_is_not_marked(tmp_path: Path) -> None:
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    minutes(source)
    assert mark(source, [ROW], target) == 0
    assert list(marked_words(target)) == []


def test_a_file_that_may_not_be_changed_can_be_marked(tmp_path: Path) -> None:
    """The password of the owner keeps others from changing a file, not from reading it."""
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    minutes(source, encrypt=StandardEncryption("", "geheim", canModify=0, canAnnotate=0))
    mark(source, decisions(source), target)
    assert [page for page, _ in marked_words(target)] == [1, 2]


def test_what_stood_at_the_target_stays_when_it_fails(tmp_path: Path) -> None:
    source, target = tmp_path / "verslag.pdf", tmp_path / "marked.pdf"
    minutes(source)
    target.write_bytes(b"earlier")
    with pytest.raises(pdfium.PdfiumError):
        mark(source, [replace(ROW, boxes=(Box(9, 0, 0, 1, 1),))], target)
    assert target.read_bytes() == b"earlier"
