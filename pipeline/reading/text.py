"""Reads plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.reading.builder import DocumentBuilder, Piece, row_piece
from pipeline.reading.clean import fold, split_marker
from pipeline.reading.hyphens import LineJoiner
from pipeline.reading.markdown import read_markdown
from pipeline.reading.wrapping import indent, paragraphs
from pipeline.types import BlockKind, Document

_MARKDOWN = re.compile(r"^(#{1,6}\s|\|.+\|\s*$|\s*[-*]\s+\*\*|\*\*[^*]+\*\*)", re.MULTILINE)
_STEP = 2


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
    """Yield the pieces of plain text; lines with tabs or columns are the rows of a table.

    Examples
    --------
    >>> [(piece.marker, piece.text) for piece in text_pieces("Opening\\n\\n- eerste punt")]
    [('', 'Opening'), ('-', 'eerste punt')]
    """
    table = 0
    apart = True
    depths = _Depths()
    for lines in paragraphs(text, LineJoiner(text.split())):
        if len(lines) > 1:
            table += apart
            apart = False
            yield row_piece([(fold(cell), False) for cell in lines], table)
            continue
        apart = True
        marker, rest = split_marker(fold(lines[0]))
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        level = depths.level(indent(lines[0]), bool(marker))
        yield Piece(kind, rest, level=level, marker=marker)


@dataclass(slots=True)
class _Depths:
    """Tells how deep a list item is nested from how far it is indented."""

    indents: list[int] = field(default_factory=list)

    def level(self, width: int, listed: bool) -> int:
        """Return the depth of a line from 1, or 0 for one that is no list item."""
        while self.indents and self.indents[-1] > width - _STEP:
            self.indents.pop()
        if not listed:
            return 0
        self.indents.append(width)
        return len(self.indents)
