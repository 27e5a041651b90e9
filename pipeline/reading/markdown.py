"""Reads Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.reading.builder import DocumentBuilder, Piece, row_piece
from pipeline.reading.clean import fold, split_marker
from pipeline.reading.html import html_pieces
from pipeline.reading.site_marks import without_site_marks
from pipeline.types import BlockKind, Document

# A bullet that Word left in the text, with a tab behind it.
_TABBED_BULLET = re.compile(r"\t*[-*o•·▪§\ue000-\uf8ff]\t")
_SHORTEST_WRAPPED = 50
_LONGEST_UNDERLINED = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of inline text with the length of its bold start and whether all is struck."""

    text: str
    bold: int
    struck: bool
    tabs: bool = False
    last_width: int = 0


def read_markdown(text: str, source: str, format_name: str = "md") -> Document:
    """Read Markdown with tables and strike-through; marks of site generators are cleared away."""
    text, title = without_site_marks(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    builder = DocumentBuilder(source, format_name, title=title)
    _Walker(builder).walk(parser.parse(text))
    return builder.build()


@dataclass(slots=True)
class _Walker:
    """Walks the tokens and adds their pieces; keeps the open lists and tables."""

    builder: DocumentBuilder
    depth: int = 0
    marker: str = ""
    heading: int = 0
    underlined: bool = False
    table: int = 0
    cells: list[tuple[str, bool]] | None = None
    bold_cells: bool = True
    head: bool = False
    in_cell: bool = False
    fresh: bool = False

    def walk(self, tokens: list[Token]) -> None:
        """Add the pieces of all tokens."""
        for token in tokens:
            handler = getattr(self, f"_on_{token.type}", None)
            if handler is not None:
                handler(token)

    def _on_heading_open(self, token: Token) -> None:
        self.heading = int(token.tag[1])
        self.underlined = token.markup in ("-", "=")

    def _on_heading_close(self, token: Token) -> None:
        self.heading, self.underlined = 0, False

    def _on_bullet_list_open(self, token: Token) -> None:
        self.depth += 1

    _on_ordered_list_open = _on_bullet_list_open

    def _on_bullet_list_close(self, token: Token) -> None:
        self.depth -= 1

    _on_ordered_list_close = _on_bullet_list_close

    def _on_list_item_open(self, token: Token) -> None:
        self.marker = token.info or token.markup
        self.fresh = True

    def _on_table_open(self, token: Token) -> None:
        self.table += 1

    def _on_thead_open(self, token: Token) -> None:
        self.head = True

    def _on_thead_close(self, token: Token) -> None:
        self.head = False

    def _on_tr_open(self, token: Token) -> None:
        self.cells, self.bold_cells = [], True

    def _on_tr_close(self, token: Token) -> None:
        if self.cells:
            self.builder.add(row_piece(self.cells, self.table, self.head or self.bold_cells))
        self.cells = None

    def _on_html_block(self, token: Token) -> None:
        for piece in html_pieces(token.content, first_table=self.table + 1):
            self.table = max(self.table, piece.table or 0)
            self.builder.add(piece)

    def _on_fence(self, token: Token) -> None:
        for line in token.content.splitlines():
            self.builder.add(Piece(BlockKind.PARAGRAPH, fold(line)))

    def _on_inline(self, token: Token) -> None:
        lines = list(inline_lines(token.children or []))
        if self.underlined and sum(len(line.text) for line in lines) > _LONGEST_UNDERLINED:
            self.heading = 0  # a paragraph with a rule under it
        if self.cells is not None:
            text = fold(" ".join(line.text for line in lines))
            self.cells.append((text, bool(lines) and all(line.struck for line in lines)))
            self.bold_cells &= all(line.bold == len(line.text) for line in lines)
            return
        for line in joined(lines):
            self._add_line(line)

    def _add_line(self, line: Line) -> None:
        if line.tabs and not (self.heading or self.depth or _TABBED_BULLET.match(line.text)):
            self.table += 1
            cells = [(fold(cell), False) for cell in line.text.split("\t")]
            self.builder.add(row_piece(cells, self.table))
            return
        text = fold(line.text)
        marker, rest = split_marker(text)
        kind = BlockKind.LIST_ITEM if self.depth else BlockKind.PARAGRAPH
        level = self.depth
        if self.heading:
            kind, level = BlockKind.HEADING, self.heading
        elif self.depth and self.fresh:
            marker, rest = self.marker, text
            self.fresh = False
        elif marker and not self.depth:
            kind, level = BlockKind.LIST_ITEM, 1
        elif self.depth:
            kind = BlockKind.PARAGRAPH if not marker else BlockKind.LIST_ITEM
        cut = len(text) - len(rest)
        self.builder.add(
            Piece(
                kind,
                rest,
                level=level,
                marker=marker,
                emphasis=max(line.bold - cut, 0),
                struck=line.struck,
            )
        )


def inline_lines(children: list[Token]) -> Iterator[Line]:
    """Cut inline tokens into lines at every break, with bold and strike-through read off."""
    text, bold, all_bold, struck_size = "", 0, True, 0
    strong = struck = 0
    for child in [*children, None]:
        if child is None or child.type in ("softbreak", "hardbreak"):
            clean = text.strip(" ")
            if clean:
                struck_all = struck_size >= len(clean.replace(" ", "")) > 0
                yield Line(clean, bold, struck_all, "\t" in text, len(clean))
            text, bold, all_bold, struck_size = "", 0, True, 0
            continue
        strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        struck += {"s_open": 1, "s_close": -1}.get(child.type, 0)
        words = _words(child)
        if words == "\n":
            words = " / "
        if words:
            text += words
            all_bold = all_bold and (strong > 0 or not words.strip())
            bold = len(text.strip()) if all_bold else bold
            struck_size += len(words.replace(" ", "")) if struck else 0


def _words(child: Token) -> str:
    if child.type in ("text", "code_inline"):
        return child.content
    if child.type == "html_inline" and child.content.lower().startswith("<br"):
        return "\n"
    if child.type == "html_inline" and not child.content.startswith("</"):
        name = child.content.strip("<>/ ").split(" ")[0].lower()
        return "" if name in _TAGS else child.content
    return ""


_TAGS = {
    *("b", "i", "u", "a", "em", "strong", "span", "div", "p", "font", "sup", "sub", "ul", "ol"),
    *("li", "img", "s", "del", "strike", "small", "mark", "code", "details", "summary", "center"),
}


def joined(lines: list[Line]) -> Iterator[Line]:
    """Join the lines of wrapped text; a short line stands by itself."""
    held: Line | None = None
    for line in lines:
        if held is not None and _wraps(held, line):
            bold = len(held.text) + 1 + line.bold if held.bold == len(held.text) else held.bold
            text, struck = f"{held.text} {line.text}", held.struck and line.struck
            held = Line(text, bold, struck, last_width=line.last_width)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _wraps(held: Line, line: Line) -> bool:
    if held.tabs or line.tabs or split_marker(line.text)[0] or line.text.startswith("|"):
        return False
    return held.last_width >= _SHORTEST_WRAPPED or line.text[:1].islower()
