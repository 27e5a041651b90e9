"""Writes a source as a PDF in one of the layouts of ``layouts.toml``."""

import html
import re
import tomllib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    LongTable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    TableStyle,
)
from reportlab.platypus import PageBreak as NewPage

from sample_corpus import blocks as b
from sample_corpus.layout import Layout, Styles
from sample_corpus.markup import Source

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_GREY = re.compile(r"\[\[(.*?)\]\]")
_LAYOUTS = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8"))


def pdf(source: Source) -> bytes:
    """Return the document as PDF; it is built twice, as each page tells how many there are."""
    layout = Layout(**_LAYOUTS[source.settings["layout"]])
    return _build(source, layout, _build(source, layout, None)[1])[0]


def _build(source: Source, layout: Layout, pages: int | None) -> tuple[bytes, int]:
    whole = BytesIO()
    document = BaseDocTemplate(
        whole,
        pagesize=landscape(A4) if layout.landscape else A4,
        invariant=1,
        author="",
        title=source.settings.get("title", ""),
    )
    draw = partial(_draw, source.settings, layout, pages)
    document.addPageTemplates(
        [
            PageTemplate(name, _frames(document.pagesize, layout), onPage=draw)
            for name in ("first", "later")
        ]
    )
    document.build([NextPageTemplate("later"), *_flowables(source, layout, document.pagesize)])
    return whole.getvalue(), document.page


def _frames(size: tuple[float, float], layout: Layout) -> list[Frame]:
    left, right, top, bottom = layout.margins
    gutter = 18.0
    width = (size[0] - left - right - gutter * (layout.columns - 1)) / layout.columns
    return [
        Frame(
            left + number * (width + gutter),
            bottom,
            width,
            size[1] - top - bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        for number in range(layout.columns)
    ]


def _draw(
    settings: dict[str, Any], layout: Layout, pages: int | None, canvas: Canvas, document: Any
) -> None:
    """Draw what stands outside the text: letterhead, running head, footer, particulars."""
    width, height = document.pagesize
    left, right, *_ = layout.margins
    first = document.page == 1
    canvas.saveState()
    _lines(
        canvas, layout.bold, 11, left, height - 36, settings.get("letterhead", ()) if first else ()
    )
    if first:
        _lines(
            canvas, layout.font, 7.5, width - right + 16, height - 110, settings.get("aside", ())
        )
    else:
        _lines(canvas, layout.font, 8, left, height - 40, [settings.get("running", "")])
    footer = settings.get("footer", "").format(page=document.page, pages=pages)
    canvas.setFont(layout.font, 8)
    canvas.drawCentredString(width / 2, 30, footer)
    canvas.restoreState()


def _lines(canvas: Canvas, font: str, size: float, x: float, y: float, lines: Any) -> None:
    canvas.setFont(font, size)
    for number, line in enumerate(lines):
        canvas.drawString(x, y - number * size * 1.3, line)


def _flowables(source: Source, layout: Layout, size: tuple[float, float]) -> Iterator[Flowable]:
    styles = Styles(layout)
    left, right, *_ = layout.margins
    width = (size[0] - left - right) / layout.columns - 9 * (layout.columns - 1)
    for block in b.blocks(source.text):
        match block:
            case b.Heading():
                yield _heading(block, source.item_form, layout, styles)
            case b.ListItem():
                marker = "•" if block.marker in "-*" else block.marker
                yield Paragraph(_inline(block.text), styles.item(block.depth), bulletText=marker)
            case b.Table():
                yield from _table(block, layout, styles, width)
            case b.PageBreak():
                yield NewPage()
            case _:
                yield Paragraph(_inline(block.text), styles.body)


def _heading(block: b.Heading, form: str, layout: Layout, styles: Styles) -> Paragraph:
    style = styles.heading(block.role, block.level)
    if layout.numbers == "margin" and block.number:
        return Paragraph(_inline(block.printed("{title}")), style, bulletText=block.number)
    words = _inline(block.printed(form))
    if layout.heading == "caps":
        words = words.upper()
    return Paragraph(f"<u>{words}</u>" if layout.heading == "underlined" else words, style)


def _table(block: b.Table, layout: Layout, styles: Styles, width: float) -> Iterator[Flowable]:
    rows = [
        [Paragraph(_inline(cell), styles.cell(block.head and number == 0)) for cell in row]
        for number, row in enumerate(block.rows)
    ]
    lines: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    if block.head and layout.grid:
        lines.append(("GRID", (0, 0), (-1, -1), 0.5, "#444444"))
    elif block.head:
        lines.append(("LINEBELOW", (0, 0), (-1, -1), 0.4, "#888888"))
    repeat = 1 if block.head and layout.repeat else 0
    yield LongTable(
        rows,
        _widths(block, width, layout),
        style=TableStyle(lines),
        repeatRows=repeat,
        splitInRow=1,
        spaceBefore=4,
        spaceAfter=8,
        hAlign="LEFT",
    )


def _widths(block: b.Table, width: float, layout: Layout) -> list[float]:
    """Give each column room for its longest word, and share the rest by its longest cell."""
    least = [
        max(map(partial(_word_width, layout), column)) for column in zip(*block.rows, strict=True)
    ]
    longest = [min(max(map(len, column)), 90) for column in zip(*block.rows, strict=True)]
    rest = max(width - sum(least), 0)
    return [room + rest * share / sum(longest) for room, share in zip(least, longest, strict=True)]


def _word_width(layout: Layout, cell: str) -> float:
    words = cell.replace("**", "").split() or [""]
    return float(max(stringWidth(word, layout.bold, layout.size) for word in words)) + 14


def _inline(words: str) -> str:
    """Turn bold, redactions and line breaks into the mark-up of ReportLab."""
    marked = _BOLD.sub(r"<b>\1</b>", html.escape(words, quote=False))
    grey = _GREY.sub(r'<font backColor="#bbbbbb">\1</font>', marked)
    return grey.replace("\n", "<br/>")
