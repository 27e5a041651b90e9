"""Reads plain text."""

import re
from collections.abc import Iterator
from statistics import quantiles

from pipeline.reading.builder import DocumentBuilder, Piece, row_piece
from pipeline.reading.clean import fold, split_marker
from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.markdown import read_markdown
from pipeline.types import BlockKind, Document

_MARKDOWN = re.compile(r"^(#{1,6}\s|\|.+\|\s*$|\s*[-*]\s+\*\*|\*\*[^*]+\*\*)", re.MULTILINE)
_FULL = 0.75
_SHORTEST_WRAP = 45


def decode(data: bytes) -> str:
    """Decode UTF-8 or UTF-16 by its byte order mark, UTF-8 without one, or else Windows-1252.

    Examples
    --------
    >>> decode("besluit één".encode("cp1252"))
    'besluit één'
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) * wide + ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def read_text(text: str, source: str) -> Document:
    """Read plain text; one with the marks of Markdown is read as such."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_MARKDOWN.findall(text)) > 1:
        return read_markdown(text, source, "txt")
    builder = DocumentBuilder(source, "txt")
    for piece in text_pieces(text):
        builder.add(piece)
    return builder.build()


def text_pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of plain text; lines with tabs are the rows of a table.

    Examples
    --------
    >>> [(piece.marker, piece.text) for piece in text_pieces("Opening\\n\\n- eerste punt")]
    [('', 'Opening'), ('-', 'eerste punt')]
    """
    table = 0
    joiner = LineJoiner(text.split())
    for paragraph in _paragraphs(text, joiner):
        if "\t" in paragraph.strip():
            table += 1
            cells = [(fold(cell), False) for cell in re.split(r"\t+", paragraph.strip())]
            yield row_piece(cells, table)
            continue
        marker, rest = split_marker(fold(paragraph))
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        yield Piece(kind, rest, level=int(bool(marker)), marker=marker)


def _paragraphs(text: str, joiner: LineJoiner) -> Iterator[str]:
    """Join hard-wrapped lines; a short line, a blank one or a bullet ends a paragraph."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    held = ""
    for line in [*lines, ""]:
        last = held.rsplit("\n", 1)[-1]
        if held and _continues(last, line, width):
            held = f"{held}\n{line.strip()}"
            continue
        if held:
            yield _join(held, joiner)
        held = line.strip("\f ") if "\t" not in line else line.strip("\f\n")
    if held.strip():
        yield _join(held, joiner)


def _join(held: str, joiner: LineJoiner) -> str:
    lines = held.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        joined = joiner.join(joined, line)
    return joined


def _wrap_width(lines: list[str]) -> float:
    """Return the width at which the text is wrapped: that of its longer lines."""
    lengths = [len(line) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else float(_SHORTEST_WRAP)


def _continues(last: str, line: str, width: float) -> bool:
    if not line.strip() or "\t" in line or "\t" in last or split_marker(line.strip())[0]:
        return False
    if line.strip()[0].islower() and not last.rstrip().endswith((".", ":", "?", "!")):
        return True
    return width >= _SHORTEST_WRAP and len(last) >= _FULL * width
