"""A source of a layout: the blocks of `sample_corpus.blocks`, and what only layouts have.

========================  =================================================================
``@ words``               line of the contact block beside the text
``words[^1]``, ``^1 ...`` mark of a footnote, and the footnote
``===``                   the next column begins
``a // - b``              paragraphs and list items within a cell
``<``, ``^``              cell that is merged with the one on its left, or above it
========================  =================================================================
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sample_corpus.blocks import Block as PlainBlock
from sample_corpus.blocks import Heading, ListItem, PageBreak, Paragraph, Table, blocks

LEFT, ABOVE = "<", "^"
_NOTE = re.compile(r"\^(\d+) (.+)", re.DOTALL)
MARK = re.compile(r"\[\^(\d+)\]")


@dataclass(frozen=True, slots=True)
class Aside:
    """A line of the contact block beside the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its number."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class ColumnBreak:
    """The next block begins a new column."""


Block = PlainBlock | Aside | Note | ColumnBreak

__all__ = [
    "Aside",
    "Block",
    "ColumnBreak",
    "Heading",
    "ListItem",
    "Note",
    "PageBreak",
    "Paragraph",
    "Table",
    "paragraphs",
    "parsed",
    "spans",
]


def parsed(path: Path) -> list[Block]:
    """Return the blocks of a source."""
    return [_own(block) for block in blocks(path.read_text(encoding="utf-8"))]


def _own(block: PlainBlock) -> Block:
    if not isinstance(block, Paragraph):
        return block
    if block.text == "===":
        return ColumnBreak()
    if block.text.startswith("@ "):
        return Aside(block.text[2:])
    note = _NOTE.fullmatch(block.text)
    return Note(note[1], note[2]) if note else block


def paragraphs(cell: str) -> list[str]:
    """Return the paragraphs of a cell.

    >>> paragraphs("Varianten: // - hoog; // - laag.")
    ['Varianten:', '- hoog;', '- laag.']
    """
    return [part.strip() for part in cell.split("//")]


def spans(table: Table) -> Iterator[list[tuple[str, int, int]]]:
    """Yield the cells of each row that are printed: words, columns and rows that they take.

    >>> list(spans(Table((("a", "b"), ("^", "c")), False)))
    [[('a', 1, 2), ('b', 1, 1)], [('c', 1, 1)]]
    """
    for number, row in enumerate(table.rows):
        below = table.rows[number + 1 :]
        yield [
            (cell, 1 + _run([*row[place + 1 :]], LEFT), 1 + _run([r[place] for r in below], ABOVE))
            for place, cell in enumerate(row)
            if cell not in (LEFT, ABOVE)
        ]


def _run(cells: list[str], sign: str) -> int:
    """Return with how many of a sign a run of cells begins."""
    return next((number for number, cell in enumerate(cells) if cell != sign), len(cells))
