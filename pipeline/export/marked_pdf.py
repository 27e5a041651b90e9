"""A copy of a PDF in which the decisions are marked, each with a note that tells what it is."""

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.export.atomic import aside
from pipeline.export.cells import text
from pipeline.reading.pdf.frame import Frame
from pipeline.types import CELLS, Box, Decision, Kind

COLOURS: dict[str, tuple[int, int, int]] = {
    Kind.BESLUIT: (255, 221, 51),
    Kind.AFSPRAAK: (140, 200, 255),
    Kind.ACTIE: (255, 178, 102),
    Kind.TOEZEGGING: (210, 170, 255),
}
"""Red, green and blue of the marks."""

NOTED = (
    "kind",
    "status",
    "responsible",
    "deadline_text",
    "deadline",
    "item_number",
    "item_title",
    "confidence",
    "decision_id",
)
"""The columns that a note tells, where they are not empty."""

_AUTHOR = "Besluitvinder"
_HEADINGS = {column.name: column.heading for column in CELLS}


def mark(source: Path, decisions: Iterable[Decision], target: Path) -> int:
    """Write a copy of a PDF with the decisions marked; whole or not at all.

    Parameters
    ----------
    source
        The PDF from which the decisions come.
    target
        Where the copy goes.

    Returns
    -------
    int
        How many decisions were marked: those that have boxes.

    Raises
    ------
    OSError
        If the copy can't be written.
    """
    pages: dict[int, list[tuple[Decision, list[Box]]]] = defaultdict(list)
    marked = [decision for decision in decisions if decision.boxes]
    for decision in marked:
        for number in sorted({box.page for box in decision.boxes}):
            pages[number].append((decision, [box for box in decision.boxes if box.page == number]))
    with closing(pdfium.PdfDocument(source)) as pdf:
        for number, marks in pages.items():
            with closing(pdf[number - 1]) as page:
                for decision, boxes in marks:
                    _highlight(page, boxes, COLOURS[decision.kind], note(decision))
        with aside(target) as part:
            pdf.save(part)
    return len(marked)


def note(decision: Decision) -> str:
    """Return what a note tells of a decision: a column on each line, under its Dutch heading."""
    cells = ((name, text(getattr(decision, name))) for name in NOTED)
    return "\n".join(f"{_HEADINGS[name]}: {cell}" for name, cell in cells if cell)


def _highlight(
    page: pdfium.PdfPage, boxes: Sequence[Box], colour: tuple[int, int, int], words: str
) -> None:
    """Put a highlight with a note over some boxes of a page."""
    frame = Frame.of(page)
    corners = [_corners(box, frame) for box in boxes]
    across, up = zip(*(corner for four in corners for corner in four), strict=True)
    made = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    raw.FPDFAnnot_SetColor(made, raw.FPDFANNOT_COLORTYPE_Color, *colour, 255)
    raw.FPDFAnnot_SetFlags(made, raw.FPDF_ANNOT_FLAG_PRINT)
    raw.FPDFAnnot_SetRect(made, raw.FS_RECTF(min(across), max(up), max(across), min(up)))
    for four in corners:
        quad = raw.FS_QUADPOINTSF(*(side for corner in four for side in corner))
        raw.FPDFAnnot_AppendAttachmentPoints(made, quad)
    for key, value in ((b"Contents", words), (b"T", _AUTHOR)):
        raw.FPDFAnnot_SetStringValue(made, key, _wide(value))
    raw.FPDFPage_CloseAnnot(made)


def _corners(box: Box, frame: Frame) -> list[tuple[float, float]]:
    """Return the corners of a box in the page's own space: first the upper two, then the lower."""
    return [frame.back(x, y) for y in (box.top, box.bottom) for x in (box.x0, box.x1)]


def _wide(words: str) -> "ctypes.Array[ctypes.c_ushort]":
    """Return words as the library takes them: UTF-16, closed with a zero."""
    data = f"{words}\0".encode("utf-16-le", "replace")
    return (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
