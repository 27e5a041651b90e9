"""Draws a layout word by word with ReportLab, to make what programs do wrong on purpose."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from layouts.source import Block, Heading, ListItem, Table

_SIZE, _LEADING, _MARGIN = 10.0, 14.0, 72.0
_PLAIN, _BOLD = "Helvetica", "Helvetica-Bold"
_SHARES = {3: (0.3, 0.4, 0.3), 4: (0.08, 0.5, 0.24, 0.18)}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of words at a place from the top left corner; `column` is its cell's, else 0."""

    text: str
    x: float
    top: float
    font: str = _PLAIN
    size: float = _SIZE
    column: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page shows: its lines, its rules (left, top, right, bottom), its size."""

    strokes: tuple[Stroke, ...]
    rules: tuple[tuple[float, float, float, float], ...]
    size: tuple[float, float]


def placed(blocks: Iterable[Block], size: tuple[float, float] = A4, ruled: bool = False) -> Sheet:
    """Set blocks on one page."""
    strokes: list[Stroke] = []
    rules: list[tuple[float, float, float, float]] = []
    top = _MARGIN
    width = size[0] - 2 * _MARGIN
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                begin = top
                made = list(_row(row, top, width))
                strokes += made
                top = max(stroke.top for stroke in made) + _LEADING + 3 * ruled
                rules += _sides(row, begin - 3, top - 3, width) if ruled else []
        else:
            made = list(_lines(block, top, width))
            strokes += made
            top = made[-1].top + _LEADING
        top += 6 * (not isinstance(block, ListItem))
    return Sheet(tuple(strokes), tuple(rules), size)


def _lines(block: Block, top: float, width: float) -> Iterator[Stroke]:
    match block:
        case Heading():
            size = 14.0 if block.role == "title" else 11.0
            words = block.printed("{number}. {title}")
            yield Stroke(words, _MARGIN, top + 4, _BOLD, size)
            return
        case ListItem():
            yield Stroke("•", _MARGIN + 10, top)
            indent = 22.0
        case _:
            indent = 0.0
    for line in simpleSplit(getattr(block, "text", ""), _PLAIN, _SIZE, width - indent):
        yield Stroke(line, _MARGIN + indent, top)
        top += _LEADING


def _row(row: tuple[str, ...], top: float, width: float) -> Iterator[Stroke]:
    left = _MARGIN
    for column, (cell, share) in enumerate(zip(row, _SHARES[len(row)], strict=True), 1):
        room = share * width
        for number, line in enumerate(simpleSplit(cell, _PLAIN, _SIZE, room - 10)):
            yield Stroke(line, left + 4, top + number * _LEADING, column=column)
        left += room


def _sides(
    row: tuple[str, ...], top: float, bottom: float, width: float
) -> Iterator[tuple[float, float, float, float]]:
    left = _MARGIN
    for share in _SHARES[len(row)]:
        right = left + share * width
        yield from ((left, top, right, top), (left, bottom, right, bottom))
        yield from ((left, top, left, bottom), (right, top, right, bottom))
        left = right


def turned(blocks: Iterable[Block]) -> bytes:
    """A landscape page, stored upright and shown turned by a quarter."""
    sheet = placed(blocks, (A4[1], A4[0]), ruled=True)

    def turn(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)

    return _painted(sheet, sheet.strokes, turn)


def disordered(blocks: Iterable[Block]) -> bytes:
    """Lines from the foot of the page up; the cells of a table column by column, at the end."""
    sheet = placed(blocks)
    order = sorted(sheet.strokes, key=lambda stroke: (stroke.column, -stroke.top))
    return _painted(sheet, order)


def spaced(blocks: Iterable[Block]) -> bytes:
    """Words set apart without spaces, closely; titles with a gap between their letters."""
    sheet = placed(blocks)
    strokes: list[Stroke] = []
    for stroke in sheet.strokes:
        if stroke.font == _BOLD:
            strokes.append(stroke)
            continue
        left = stroke.x
        for word in stroke.text.split():
            strokes.append(Stroke(word, left, stroke.top))
            left += stringWidth(word, stroke.font, stroke.size) + 0.19 * stroke.size
    return _painted(sheet, strokes, gap=3.0)


def _painted(
    sheet: Sheet,
    strokes: Iterable[Stroke],
    change: Callable[[Canvas], None] = lambda canvas: None,
    gap: float = 0.0,
) -> bytes:
    """Return a PDF; bold words are set with a gap between their letters."""
    whole = BytesIO()
    upright = A4 if sheet.size[0] > sheet.size[1] else sheet.size
    canvas = Canvas(whole, pagesize=upright, invariant=1)
    change(canvas)
    for left, top, right, bottom in sheet.rules:
        canvas.line(left, sheet.size[1] - top, right, sheet.size[1] - bottom)
    for stroke in strokes:
        canvas.setFont(stroke.font, stroke.size)
        space = gap if stroke.font == _BOLD else 0.0
        place = (stroke.x, sheet.size[1] - stroke.top - stroke.size)
        canvas.drawString(*place, stroke.text, charSpace=space)
    canvas.save()
    return whole.getvalue()
