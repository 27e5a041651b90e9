"""Writes a layout as Markdown."""

from collections.abc import Iterable
from itertools import groupby

from layouts.source import ABOVE, LEFT, Block, Heading, ListItem, Table, paragraphs


def markdown(blocks: Iterable[Block]) -> str:
    """Return a document; a merged cell leaves its other places empty."""
    parts = []
    for kind, group in groupby(blocks, key=type):
        between = "\n" if kind is ListItem else "\n\n"
        parts.append(between.join(map(_block, group)))
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.printed('{number}. {title}')}"
        case ListItem():
            return f"{block.marker} {block.text}"
        case Table():
            return _table(block)
        case _:
            return str(getattr(block, "text", ""))


def _table(table: Table) -> str:
    rows = [f"| {' | '.join(map(_cell, row))} |" for row in table.rows]
    return "\n".join([rows[0], "|" + "---|" * len(table.rows[0]), *rows[1:]])


def _cell(cell: str) -> str:
    return "" if cell in (LEFT, ABOVE) else "<br>".join(paragraphs(cell))
