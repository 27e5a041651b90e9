"""Writes a layout for Typst, and sets it."""

from collections.abc import Iterable

import typst

from layouts.source import Block, Heading, ListItem, PageBreak, Table

_PAGE = """#set page(margin: 25mm)
#set text(font: "Libertinus Serif", size: 11pt, lang: "nl", hyphenate: true)
#set par(justify: true)
"""
_WIDTHS = {3: "5cm, 6cm, 4cm", 4: "1cm, 7cm, 4cm, 3cm"}


def typeset(blocks: Iterable[Block]) -> bytes:
    """Return a PDF; its tables have no rules."""
    text = _PAGE + "\n\n".join(map(_block, blocks))
    return bytes(typst.compile(text.encode()))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'=' * block.level} {block.printed('{number}. {title}')}"
        case ListItem():
            return f"- {block.text}"
        case Table():
            return _table(block)
        case PageBreak():
            return "#pagebreak()"
        case _:
            return str(getattr(block, "text", ""))


def _table(table: Table) -> str:
    cells = "\n".join("".join(f"[{cell}]," for cell in row) for row in table.rows)
    columns = _WIDTHS[len(table.rows[0])]
    return f"#set par(justify: false)\n#table(stroke: none, columns: ({columns}),\n{cells})"
