"""Writes a layout for LaTeX."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from layouts.source import (
    MARK,
    Block,
    ColumnBreak,
    Heading,
    ListItem,
    Note,
    PageBreak,
    Table,
    paragraphs,
)

_PAGE = r"""\documentclass[a4paper,11pt]{{article}}
\usepackage[dutch]{{babel}}
\usepackage{{longtable}}\usepackage{{array}}\usepackage{{multicol}}
\usepackage[margin=27mm]{{geometry}}
\pagestyle{{headings}}\setlength{{\parindent}}{{0pt}}\setlength{{\parskip}}{{5pt}}
\begin{{document}}
{body}
\end{{document}}
"""
_SPECIAL = re.compile(r"([&%$#_{}])")
_WIDTHS = {3: (0.3, 0.36, 0.2), 4: (0.07, 0.45, 0.22, 0.15)}


def latex(blocks: Iterable[Block]) -> str:
    """Return a document; its tables have no rules."""
    held = list(blocks)
    notes = {block.number: block.text for block in held if isinstance(block, Note)}
    body = "\n\n".join(_groups([block for block in held if not isinstance(block, Note)], notes))
    columns = any(isinstance(block, ColumnBreak) for block in held)
    return _PAGE.format(body=body + "\n\\end{multicols}" * columns)


def _groups(blocks: list[Block], notes: dict[str, str]) -> Iterator[str]:
    opened = False
    for kind, group in groupby(blocks, key=type):
        if kind is ListItem:
            items = "\n".join(rf"\item {_words(getattr(b, 'text', ''), notes)}" for b in group)
            yield f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}"
        elif kind is ColumnBreak:
            yield r"\columnbreak" if opened else r"\begin{multicols}{2}"
            opened = True
        else:
            yield from (_block(block, notes) for block in group)


def _block(block: Block, notes: dict[str, str]) -> str:
    match block:
        case Heading():
            title = _words(block.title, notes)
            number = rf"{block.number}\quad " if block.number else ""
            return rf"\section*{{{number}{title}}}"
        case Table():
            return _table(block)
        case PageBreak():
            return r"\newpage"
        case _:
            return _words(getattr(block, "text", ""), notes)


def _table(table: Table) -> str:
    widths = _WIDTHS[len(table.rows[0])]
    columns = "".join(rf">{{\raggedright\arraybackslash}}p{{{w}\textwidth}}" for w in widths)
    rows = "\n".join(" & ".join(map(_cell, row)) + r" \\" for row in table.rows)
    return f"\\begin{{longtable}}{{{columns}}}\n{rows}\n\\end{{longtable}}"


def _cell(words: str) -> str:
    return r"\par ".join(_words(part, {}) for part in paragraphs(words))


def _words(text: str, notes: dict[str, str]) -> str:
    escaped = _SPECIAL.sub(r"\\\1", MARK.sub(r"@@\1@@", text))
    return re.sub("@@(\\d+)@@", lambda m: rf"\footnote{{{notes[m[1]]}}}", escaped)
