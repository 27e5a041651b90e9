"""Cuts the text of a source into blocks.

========================  =================================================================
``# Title``               title of the document
``#- Title``              heading that is no agenda item (attendance, summary, annex)
``#! Title``              heading of an action, decision or promise list (may be numbered too)
``## 3 | Title``          agenda item with its number; ``### 3.1 | Title`` lies a level below;
                          what follows ``~`` is printed but belongs to no title
``- text``, ``1. text``   list item, two spaces of indent a level
``| a | b |``             table row; ``|---|`` below makes it the head; ``|# 3 | Title |`` is
                          a row that is an agenda item itself
``<<<``                   page break
anything else             paragraph; a single line break within is kept
========================  =================================================================
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_HEADING = re.compile(r"(#{1,4})([-!]?) (?:(\S+) \| )?(.+)")
_LIST_ITEM = re.compile(r"( *)([-*]|\d+[.)]|[a-z][.)]) (.+)")
_RULE = re.compile(r"\|[-| ]+\|")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `role` is ``title``, ``plain``, ``list`` or ``item``."""

    role: str
    level: int
    number: str
    title: str
    suffix: str = ""

    def printed(self, form: str) -> str:
        """Return the heading as it stands in the document; `form` is that of agenda items."""
        known = {"number": self.number, "title": self.title}
        words = form.format(**known) if self.number else self.title
        return f"{words} {self.suffix}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are printed."""

    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item with its marker as printed, and its depth from 0."""

    text: str
    marker: str
    depth: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; with `head` the first row is the head."""

    rows: tuple[tuple[str, ...], ...]
    head: bool


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page."""


Block = Heading | Paragraph | ListItem | Table | PageBreak


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of `text` in order.

    >>> [type(block).__name__ for block in blocks("## 1 | Opening\\n\\n- een\\n- twee\\n")]
    ['Heading', 'ListItem', 'ListItem']
    """
    for kind, group in groupby(text.split("\n"), key=_kind):
        lines = list(group)
        if kind == "paragraph":
            yield Paragraph("\n".join(lines))
        elif kind == "table":
            yield table(lines)
        elif kind != "blank":
            yield from (_single(line) for line in lines)


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if line.startswith("|"):
        return "table"
    if line == "<<<" or _HEADING.fullmatch(line) or _LIST_ITEM.fullmatch(line):
        return "single"
    return "paragraph"


def _single(line: str) -> Block:
    if line == "<<<":
        return PageBreak()
    if found := heading(line):
        return found
    match = _LIST_ITEM.fullmatch(line)
    assert match is not None
    return ListItem(match[3], match[2], len(match[1]) // 2)


def heading(line: str) -> Heading | None:
    """Read a heading, or return None where the line is none.

    >>> heading("### 2.1 | Zaken ~ (wethouder)")
    Heading(role='item', level=3, number='2.1', title='Zaken', suffix='(wethouder)')
    """
    match = _HEADING.fullmatch(line)
    if match is None:
        return None
    hashes, sign, number, words = match.groups()
    title, _, suffix = words.partition(" ~ ")
    role = {"-": "plain", "!": "list"}.get(sign) or ("title" if len(hashes) == 1 else "item")
    level = 2 if sign else len(hashes)
    return Heading(role, level, number or "", title, suffix)


def cells(line: str) -> tuple[str, ...]:
    """Return the cells of a table row.

    >>> cells("|# 3 | Zaken | ja |")
    ('3', 'Zaken', 'ja')
    """
    return tuple(cell.strip() for cell in line.strip().strip("|").removeprefix("#").split("|"))


def table(lines: list[str]) -> Table:
    """Read the rows of a table."""
    head = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
    rows = [cells(line) for line in lines if not _RULE.fullmatch(line)]
    width = max(len(row) for row in rows)
    return Table(tuple(row + ("",) * (width - len(row)) for row in rows), head)
