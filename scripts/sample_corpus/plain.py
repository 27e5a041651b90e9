"""Writes a source as Markdown, plain text or HTML."""

import html
import re
import textwrap
from collections.abc import Iterable
from itertools import groupby

from sample_corpus.blocks import Block, Heading, ListItem, PageBreak, Paragraph, Table, blocks
from sample_corpus.markup import Source

_GREY = re.compile(r"\[\[(.*?)\]\]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_SOFT = "\N{SOFT HYPHEN}"


def markdown(source: Source) -> bytes:
    """Return the document as Markdown."""
    parts = [_markdown(block, source.item_form) for block in blocks(source.text)]
    return _joined(blocks(source.text), parts).encode()


def _markdown(block: Block, form: str) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.printed(form)}"
        case ListItem():
            return f"{'  ' * block.depth}{block.marker} {_open(block.text)}"
        case Table():
            return _markdown_table(block)
        case Paragraph():
            return _open(block.text).replace("\n", "  \n")
        case PageBreak():
            return "---"


def _markdown_table(block: Table) -> str:
    rows = [f"| {' | '.join(row)} |" for row in block.rows]
    if not block.head:
        rows.insert(0, "|" + "  |" * len(block.rows[0]))
    rows.insert(1, "|" + " --- |" * len(block.rows[0]))
    return "\n".join(rows)


def text(source: Source) -> bytes:
    """Return the document as plain text, in the encoding that its settings name.

    With ``marked = true`` it keeps the signs of Markdown, as notes that were never rendered.
    """
    if source.settings.get("marked"):
        return markdown(source)
    width = int(source.settings.get("wrap", 0))
    parts = [_text(block, source.item_form, width) for block in blocks(source.text)]
    whole = _joined(blocks(source.text), parts)
    newline = str(source.settings.get("newline", "\n"))
    return whole.replace("\n", newline).encode(source.settings.get("encoding", "utf-8"))


def _text(block: Block, form: str, width: int) -> str:
    match block:
        case Heading():
            return _text_heading(block, form)
        case ListItem():
            lead = f"{'  ' * block.depth}{block.marker} "
            return _wrapped(lead + _bare(block.text), width, " " * len(lead))
        case Table():
            return "\n".join("\t".join(map(_bare, row)).rstrip() for row in block.rows)
        case Paragraph():
            lines = _bare(block.text).split("\n")
            return "\n".join(_wrapped(line, width, "") for line in lines)
        case PageBreak():
            return "\f"


def _text_heading(block: Heading, form: str) -> str:
    words = block.printed(form)
    return f"{words.upper()}\n{'=' * len(words)}" if block.role == "title" else words


def _wrapped(line: str, width: int, indent: str) -> str:
    if not width:
        return line
    return textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False)


def _joined(parsed: Iterable[Block], parts: list[str]) -> str:
    """Join blocks with an empty line between them, but items of one list without."""
    whole = ""
    for listed, group in groupby(
        zip(parsed, parts, strict=True), key=lambda pair: isinstance(pair[0], ListItem)
    ):
        whole += ("\n" if listed else "\n\n").join(part for _, part in group) + "\n\n"
    return whole.rstrip("\n") + "\n"


def _open(words: str) -> str:
    return _GREY.sub(r"\1", words).replace(_SOFT, "")


def _bare(words: str) -> str:
    return _LINK.sub(r"\1", _open(words).replace("**", ""))


_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="{charset}"><title>{title}</title></head>
<body>
<header><nav><ul>{menu}</ul></nav></header>
<main>
{main}
</main>
<footer><p>{footer}</p></footer>
</body>
</html>
"""


def page(source: Source) -> bytes:
    """Return the document as an HTML page with the menu and footer of a site around it."""
    settings = source.settings
    parsed = list(blocks(source.text))
    titles = [block.title for block in parsed if isinstance(block, Heading)]
    charset = settings.get("encoding", "utf-8")
    whole = _PAGE.format(
        charset=charset,
        title=html.escape(titles[0]),
        menu="".join(f'<li><a href="#">{html.escape(name)}</a></li>' for name in settings["menu"]),
        main="\n".join(_html_groups(parsed, source.item_form)),
        footer=html.escape(settings["footer"]),
    )
    return whole.encode(charset)


def _html_groups(parsed: list[Block], form: str) -> Iterable[str]:
    for listed, group in groupby(parsed, key=lambda block: isinstance(block, ListItem)):
        if listed:
            yield _html_list([block for block in group if isinstance(block, ListItem)])
        else:
            yield from (_html(block, form) for block in group)


def _html_list(items: list[ListItem]) -> str:
    """Nest items by their depth; numbers are given as values, so that they print alike."""
    tag = "ul" if items[0].marker in "-*" else "ol"
    whole, at = f"<{tag}>", 0
    while at < len(items):
        deeper = at + 1
        while deeper < len(items) and items[deeper].depth > items[at].depth:
            deeper += 1
        number = re.sub(r"\D", "", items[at].marker)
        value = f' value="{number}"' if number else ""
        inner = _html_list(items[at + 1 : deeper]) if deeper > at + 1 else ""
        whole += f"\n<li{value}>{_inline(items[at].text)}{inner}</li>"
        at = deeper
    return f"{whole}\n</{tag}>"


def _html(block: Block, form: str) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_inline(block.printed(form))}</h{block.level}>"
        case Table():
            return _html_table(block)
        case Paragraph():
            return f"<p>{_inline(block.text)}</p>"
        case _:
            return "<hr>"


def _html_table(block: Table) -> str:
    lines = ["<table>"]
    for number, row in enumerate(block.rows):
        tag = "th" if block.head and number == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in row) + "</tr>")
    return "\n".join([*lines, "</table>"])


def _inline(words: str) -> str:
    marked = _BOLD.sub(r"<strong>\1</strong>", html.escape(_open(words), quote=False))
    return _LINK.sub(r'<a href="\2">\1</a>', marked).replace("\n", "<br>\n")
