"""Reads RTF: its text and tables; the looks of the letters are not kept."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from pipeline.reading.builder import DocumentBuilder, Piece, row_piece
from pipeline.reading.clean import fold, split_marker
from pipeline.types import BlockKind, Document

_ROW, _CELL, _END = "\x1d", "\x1f", "\x1e"
_MARKS = (
    (re.compile(r"\\trowd(?![a-z])"), r"\\trowd\\'1d "),
    (re.compile(r"\\cell(?![a-z])"), r"\\'1f "),
    (re.compile(r"\\row(?![a-z])"), r"\\'1e "),
)
_TABLE = re.compile(f"{_ROW}([^{_END}]*){_END}")
_GAP = re.compile(r"\S")


def read_rtf(data: bytes, source: str) -> Document:
    """Read RTF."""
    rtf = data.decode("latin-1")
    for mark, shown in _MARKS:
        rtf = mark.sub(shown, rtf)
    builder = DocumentBuilder(source, "rtf")
    for piece in _pieces(rtf_to_text(rtf, errors="replace")):
        builder.add(piece)
    return builder.build()


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of text in which rows and cells are marked."""
    table = last = 0
    for row in _TABLE.finditer(text):
        before = text[last : row.start()]
        yield from _paragraphs(before)
        table += bool(_GAP.search(before.replace(_ROW, ""))) or not table
        cells = row[1].replace(_ROW, "").rstrip(" \n").removesuffix(_CELL).split(_CELL)
        yield row_piece([(fold(cell), False) for cell in cells], table)
        last = row.end()
    yield from _paragraphs(text[last:])


def _paragraphs(text: str) -> Iterator[Piece]:
    for line in text.replace(_CELL, " ").splitlines():
        marker, rest = split_marker(fold(line))
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        yield Piece(kind, rest, level=int(bool(marker)), marker=marker)
