"""Writes a layout as HTML, for a browser, a word processor, or as it is."""

import html
from collections.abc import Iterable, Iterator
from itertools import groupby

from layouts.source import (
    MARK,
    Aside,
    Block,
    ColumnBreak,
    Heading,
    ListItem,
    Note,
    PageBreak,
    Table,
    paragraphs,
    spans,
)

_PAGE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head>
<body>
{body}
</body></html>
"""


def page(blocks: Iterable[Block], style: str = "") -> str:
    """Return a page with its own style sheet."""
    held = list(blocks)
    title = next(block.title for block in held if isinstance(block, Heading))
    body = "\n".join(_groups(_columns(held)))
    return _PAGE.format(title=html.escape(title), style=style, body=body)


def _columns(blocks: Iterable[Block]) -> Iterator[Block | str]:
    """Set what stands between column breaks in boxes."""
    opened = False
    for block in blocks:
        if isinstance(block, ColumnBreak):
            yield "</section><section>" if opened else "<main><section>"
            opened = True
        else:
            yield block
    if opened:
        yield "</section></main>"


def _groups(blocks: Iterable[Block | str]) -> Iterator[str]:
    """Yield blocks, those of one list or one contact block together."""
    around = {ListItem: "<ul>{}</ul>", Aside: "<aside>{}</aside>"}
    for kind, group in groupby(blocks, key=type):
        yield around.get(kind, "{}").format("\n".join(map(_block, group)))


def _block(block: Block | str) -> str:
    match block:
        case str():
            return block
        case Heading():
            return f"<h{block.level}>{_words(block.printed('{number}. {title}'))}</h{block.level}>"
        case Table():
            return _table(block)
        case Note():
            return f'<p class="note">{block.number} {_words(block.text)}</p>'
        case PageBreak():
            return '<div style="break-after: page"></div>'
        case ListItem():
            return f"<li>{_words(block.text)}</li>"
        case _:
            return f"<p>{_words(block.text)}</p>"


def _table(table: Table) -> str:
    rows = [
        "".join(_cell("th" if table.head and not number else "td", *cell) for cell in row)
        for number, row in enumerate(spans(table))
    ]
    shown = [f"<tr>{row}</tr>" for row in rows]
    head = f"<thead>{shown.pop(0)}</thead>" if table.head else ""
    return f"<table>{head}<tbody>\n{chr(10).join(shown)}\n</tbody></table>"


def _cell(tag: str, words: str, wide: int, high: int) -> str:
    spanned = f' colspan="{wide}"' * (wide > 1) + f' rowspan="{high}"' * (high > 1)
    first, *rest = paragraphs(words)
    return f"<{tag}{spanned}>{_words(first)}{_list(rest)}</{tag}>"


def _list(lines: list[str]) -> str:
    if not lines:
        return ""
    tag = "ol" if lines[0][0].isdigit() else "ul"
    items = (f"<li>{_words(line.partition(' ')[2])}</li>" for line in lines)
    return f"<{tag}>{''.join(items)}</{tag}>"


def _words(text: str) -> str:
    return MARK.sub(r"<sup>\1</sup>", html.escape(text, quote=False))
