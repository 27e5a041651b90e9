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
_BREAKS = re.compile(r"(?<!\\)(?=\{|\\f\d)")
"""Where a line break, which RTF passes over, holds the patterns of the library to one group."""
_GAP = re.compile(r"\S")


def read_rtf(data: bytes, source: str) -> Document:
    """Read RTF."""
    rtf = _BREAKS.sub("\n", data.decode("latin-1"))
    for mark, shown in _MARKS:
        rtf = mark.sub(shown, rtf)
    builder = DocumentBuilder(source, "rtf")
    for piece in _pieces(rtf_to_text(rtf, errors="replace")):
        builder.add(piece)
    return builder.build()


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of text in which rows and cells are marked."""
    table = 0
    *rows, rest = text.split(_END)
    for part in rows:
        before, begun, row = part.partition(_ROW)
        yield from _paragraphs(before)
        if begun:
            table += bool(_GAP.search(before)) or not table
            cells = row.replace(_ROW, "").rstrip(" \n").removesuffix(_CELL).split(_CELL)
            yield row_piece([(fold(cell), False) for cell in cells], table)
    yield from _paragraphs(rest)


def _paragraphs(text: str) -> Iterator[Piece]:
    for line in text.replace(_CELL, " ").replace(_ROW, "").splitlines():
        marker, rest = split_marker(fold(line))
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        yield Piece(kind, rest, level=int(bool(marker)), marker=marker)
