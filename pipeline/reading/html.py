"""Reads HTML."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, Tag

from pipeline.reading.builder import DocumentBuilder, Piece, line_piece
from pipeline.reading.clean import fold, split_heading_marker, split_marker
from pipeline.reading.layout_rows import ReadCell, table_pieces
from pipeline.reading.limits import LimitError
from pipeline.types import BlockKind, Document, Limits

_DROPPED = ("script", "style", "nav", "noscript", "template", "svg", "head", "button", "iframe")
_BLOCKS = {
    *("p", "div", "section", "article", "main", "body", "ul", "ol", "li", "table", "tr", "dl"),
    *("dt", "dd", "blockquote", "pre", "header", "footer", "address", "figure", "form", "aside"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "tbody", "thead", "tfoot", "html", "center", "details"),
    *("td", "th", "caption", "figcaption", "fieldset", "hr", "summary"),
}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_USUAL_ENCODING = "windows-1252"
_STRUCK = ("s", "del", "strike")
_WIDEST = 100
_BOLD = ("b", "strong")

Node = NavigableString | Tag


def read_html(data: bytes, source: str, limits: Limits | None = None) -> Document:
    """Read HTML.

    Raises
    ------
    LimitError
        If its elements nest too deeply.
    """
    soup = _parsed(data)
    title = fold(soup.title.get_text()) if soup.title else ""
    _prepare(soup, limits)
    builder = DocumentBuilder(source, "html", title=title)
    for piece in _Walker().walk(soup.body or soup):
        builder.add(piece)
    return builder.build()


def _parsed(data: bytes) -> BeautifulSoup:
    """Parse a page: in UTF-8 if it is that, else in the encoding that it states, or the usual."""
    try:
        return BeautifulSoup(data.decode("utf-8-sig"), "html.parser")
    except UnicodeDecodeError:
        wide = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else None
        stated = wide or EncodingDetector.find_declared_encoding(data, is_html=True)
        return BeautifulSoup(data, "html.parser", from_encoding=stated or _USUAL_ENCODING)


def html_pieces(html: str, limits: Limits | None = None, first_table: int = 1) -> list[Piece]:
    """Return the pieces of HTML; its tables are counted from `first_table`.

    Examples
    --------
    >>> [piece.text for piece in html_pieces("<p>Opening</p><ul><li>Welkom</li></ul>")]
    ['Opening', 'Welkom']
    """
    soup = BeautifulSoup(html, "html.parser")
    _prepare(soup, limits)
    return list(_Walker(first_table - 1).walk(soup.body or soup))


def _prepare(soup: BeautifulSoup, limits: Limits | None) -> None:
    """Hold a page to its bounds, and leave out what holds no words of it."""
    deepest = (limits or Limits()).max_depth
    depths = {id(soup): 0}
    for tag in soup.descendants:
        if isinstance(tag, Tag):
            depth = depths[id(tag)] = depths[id(tag.parent)] + 1
            if depth > deepest:
                raise LimitError(f"its elements nest more than {deepest} deep", "max_depth")
    for tag in soup(list(_DROPPED)):
        tag.decompose()


class _Walker:
    """Walks the tree and hands out the pieces of its leaves."""

    def __init__(self, tables: int = 0) -> None:
        self._table = tables

    def walk(self, node: Tag, depth: int = 0, marker: str = "") -> Iterator[Piece]:
        """Yield the pieces below `node`; runs of inline content are one piece.

        `depth` is the depth of lists around it, `marker` the bullet or number that is due.
        """
        run: list[Node] = []
        for child in _children(node):
            if not isinstance(child, Tag) or not (_is_block(child) or child.name == "br"):
                run.append(child)
                continue
            pieces = list(_inline(run, depth, marker))
            marker = "" if pieces else marker
            yield from pieces
            run = []
            if child.name != "br":
                yield from self._block(child, depth, marker)
                marker = ""
        yield from _inline(run, depth, marker)

    def _block(self, tag: Tag, depth: int, marker: str) -> Iterator[Piece]:
        if tag.name == "table":
            yield from self._rows(tag)
        elif tag.name in ("ul", "ol"):
            yield from self._items(tag, depth + 1)
        elif tag.name in _HEADINGS:
            number, rest = split_heading_marker(_words([tag]))
            yield Piece(BlockKind.HEADING, rest, level=int(tag.name[1]), marker=number or marker)
        else:
            yield from self.walk(tag, depth, marker)

    def _items(self, tag: Tag, depth: int) -> Iterator[Piece]:
        start = str(tag.get("start") or "1")
        number = int(start) if start.isdigit() else 1
        for item in tag.find_all("li", recursive=False):
            yield from self.walk(item, depth, _item_marker(tag, number))
            number += 1

    def _rows(self, table: Tag) -> Iterator[Piece]:
        self._table += 1
        number = self._table
        taken: dict[int, int] = {}
        rows = [
            list(self._cells(row, taken))
            for row in table.find_all("tr")
            if row.find_parent("table") is table
        ]
        yield from table_pieces([row for row in rows if row], number)

    def _cells(self, row: Tag, taken: dict[int, int]) -> Iterator[ReadCell]:
        """Yield the cells of a row, and those that wider and higher ones take the place of.

        `taken` counts, for each column, the rows that a cell above still takes.
        """
        column = 0
        for tag in row.find_all(["td", "th"], recursive=False):
            while taken.get(column):
                taken[column] -= 1
                column += 1
                yield ReadCell()
            pieces = tuple(self.walk(tag))
            yield ReadCell(tuple(map(_as_bold, pieces)) if tag.name == "th" else pieces)
            wide, high = _span(tag, "colspan"), _span(tag, "rowspan")
            yield from (ReadCell(filler=True) for _ in range(wide - 1))
            taken.update(dict.fromkeys(range(column, column + wide), high - 1))
            column += wide
        while taken.get(column):
            taken[column] -= 1
            column += 1
            yield ReadCell()


def _as_bold(piece: Piece) -> Piece:
    return replace(piece, emphasis=len(piece.text))


def _span(tag: Tag, name: str) -> int:
    """Return over how many columns or rows a cell runs."""
    span = str(tag.get(name) or "1")
    return min(max(int(span), 1), _WIDEST) if span.isdecimal() else 1


def _children(node: Tag) -> Iterator[Node]:
    """Yield tags and texts, without comments and declarations."""
    for child in node.children:
        if isinstance(child, Tag) or type(child) is NavigableString:
            yield child


def _is_block(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.find(list(_BLOCKS)) is not None


def _item_marker(tag: Tag, number: int) -> str:
    if tag.name != "ol":
        return "-"
    letter = str(tag.get("type") or "1")
    if letter in ("a", "A") and number <= 26:
        return chr(ord(letter) + number - 1)
    return str(number)


def _inline(run: list[Node], depth: int, marker: str) -> Iterator[Piece]:
    """Yield the piece of a run of inline content, if it has words."""
    text = rest = _words(run)
    if not text:
        return
    if not depth:
        marker, rest = split_marker(text)
    bold, struck = _bold_length(run), _is_struck(run)
    yield line_piece(text, rest, marker=marker, depth=depth, bold=bold, struck=struck)


def _words(run: list[Node]) -> str:
    return fold("".join(_raw_words(node) for node in run))


def _raw_words(node: Node) -> str:
    """Return the words of a node, with a space for a line break within it."""
    if not isinstance(node, Tag):
        return str(node)
    if node.name == "br":
        return " "
    return "".join(_raw_words(child) for child in _children(node))


def _bold_length(run: list[Node]) -> int:
    """Return the length of the bold words with which a run begins."""
    bold = ""
    for node in run:
        words = _raw_words(node)
        if words.strip() and not (
            isinstance(node, Tag) and (node.name in _BOLD or node.find(list(_BOLD)))
        ):
            break
        bold += words
    return len(fold(bold))


def _is_struck(run: list[Node]) -> bool:
    """Tell whether all words of a run are struck through."""
    struck: list[str] = []
    for node in run:
        if isinstance(node, Tag):
            marked = [node] if node.name in _STRUCK else node.find_all(list(_STRUCK))
            struck += [word for tag in marked for word in tag.get_text().split()]
    words = _words(run).split()
    return bool(words) and len(struck) >= len(words)
