"""Reads HTML."""

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from pipeline.reading.builder import DocumentBuilder, Piece
from pipeline.reading.clean import fold, split_marker
from pipeline.types import BlockKind, Document

_DROPPED = ("script", "style", "nav", "noscript", "template", "svg", "head")
_BLOCKS = {
    *("p", "div", "section", "article", "main", "body", "ul", "ol", "li", "table", "tr", "dl"),
    *("dt", "dd", "blockquote", "pre", "header", "footer", "address", "figure", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "tbody", "thead", "tfoot", "html", "center"),
}
_STRUCK = ("s", "del", "strike")


def read_html(data: bytes, source: str) -> Document:
    """Read HTML; the encoding is that which the page states, or is told from its bytes."""
    soup = BeautifulSoup(data, "html.parser")
    title = fold(soup.title.get_text()) if soup.title else ""
    for tag in soup(list(_DROPPED)):
        tag.decompose()
    builder = DocumentBuilder(source, "html", title=title)
    _Walker(builder).walk(soup.body or soup, depth=0)
    return builder.build()


class _Walker:
    """Walks the tree and adds the pieces of its leaves."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._table = 0

    def walk(self, node: Tag, depth: int, marker: str = "") -> None:
        """Add the pieces below `node`; runs of inline content are one piece."""
        run: list[NavigableString | Tag] = []
        for child in node.children:
            if isinstance(child, Tag) and (child.name in _BLOCKS or child.name == "br"):
                self._flush(run, depth, marker if depth else "")
                marker = "" if run else marker
                run = []
                if child.name != "br":
                    self._block(child, depth, marker)
            elif isinstance(child, Tag) or type(child) is NavigableString:
                run.append(child)
        self._flush(run, depth, marker)

    def _block(self, tag: Tag, depth: int, marker: str) -> None:
        if tag.name == "table":
            self._rows(tag)
        elif tag.name in ("ul", "ol"):
            self._items(tag, depth + 1)
        elif tag.name[0] == "h" and tag.name[1:].isdigit():
            text = fold(tag.get_text(" ", strip=False))
            rest_marker, rest = split_marker(text)
            piece = Piece(BlockKind.HEADING, rest, level=int(tag.name[1]), marker=rest_marker)
            self._builder.add(piece)
        else:
            self.walk(tag, depth, marker)

    def _items(self, tag: Tag, depth: int) -> None:
        start = str(tag.get("start") or "1")
        number = int(start) if start.isdigit() else 1
        for item in tag.find_all("li", recursive=False):
            self.walk(item, depth, str(number) if tag.name == "ol" else "-")
            number += 1

    def _rows(self, table: Tag) -> None:
        self._table += 1
        for row in table.find_all("tr"):
            if row.find_parent("table") is not table:
                continue
            cells = [
                (fold(cell.get_text(" ")), _is_struck([cell]))
                for cell in row.find_all(["td", "th"], recursive=False)
            ]
            if cells:
                self._builder.add_row(cells, self._table)

    def _flush(self, run: list[NavigableString | Tag], depth: int, marker: str) -> None:
        text = fold("".join(n.get_text() if isinstance(n, Tag) else str(n) for n in run))
        if not text:
            return
        rest = text
        if not depth:
            marker, rest = split_marker(text)
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        self._builder.add(
            Piece(
                kind,
                rest,
                level=max(depth, 1) if marker else depth,
                marker=marker,
                emphasis=max(_bold_length(run) - (len(text) - len(rest)), 0),
                struck=_is_struck(run),
            )
        )


def _bold_length(run: list[NavigableString | Tag]) -> int:
    """Return the length of the bold words with which a run begins."""
    bold = ""
    for node in run:
        if isinstance(node, Tag) and (node.name in ("b", "strong") or node.find(["b", "strong"])):
            bold += node.get_text()
        elif node.get_text().strip() if isinstance(node, Tag) else str(node).strip():
            break
    return len(fold(bold))


def _is_struck(run: list[NavigableString | Tag] | list[Tag]) -> bool:
    """Tell whether all words of a run are struck through."""
    whole = "".join(n.get_text() if isinstance(n, Tag) else str(n) for n in run).split()
    struck: list[str] = []
    for node in run:
        if isinstance(node, Tag):
            marked = [node] if node.name in _STRUCK else node.find_all(list(_STRUCK))
            struck += [word for tag in marked for word in tag.get_text().split()]
    return bool(whole) and len(struck) >= len(whole)
