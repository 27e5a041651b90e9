"""What a reader must find in a layout: its blocks in reading order and its agenda items."""

from collections.abc import Iterable, Iterator
from typing import Any

from layouts.source import (
    ABOVE,
    LEFT,
    MARK,
    Aside,
    Block,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Table,
    paragraphs,
)


def gold(blocks: Iterable[Block], merges: bool) -> dict[str, Any]:
    """Return the gold of a layout; `merges` tells whether its format knows merged cells."""
    held = list(blocks)
    return {
        "items": [
            {"number": block.number, "title": block.title}
            for block in held
            if isinstance(block, Heading) and block.role == "item"
        ],
        "blocks": [
            made for number, block in enumerate(held) for made in _blocks(block, number, merges)
        ],
    }


def _blocks(block: Block, number: int, merges: bool) -> Iterator[dict[str, Any]]:
    match block:
        case Heading():
            yield {"kind": "heading", "marker": block.number, "text": block.title}
        case ListItem():
            yield {"kind": "list_item", "marker": block.marker.strip(".)"), "text": block.text}
        case Table():
            yield from (_row(row, number, merges) for row in block.rows)
        case Paragraph() | Aside():
            yield {"kind": "paragraph", "text": MARK.sub("", block.text)}
        case Note():
            yield {"kind": "paragraph", "text": f"{block.number} {block.text}"}


def _row(row: tuple[str, ...], table: int, merges: bool) -> dict[str, Any]:
    """Return a row; a cell over the whole width of a table is a line above what follows it."""
    cells = ["" if cell in (LEFT, ABOVE) else " ".join(paragraphs(cell)) for cell in row]
    if merges and row[1:] == (LEFT,) * (len(row) - 1):
        return {"kind": "paragraph", "text": cells[0]}
    return {"kind": "table_row", "table": table, "cells": cells}
