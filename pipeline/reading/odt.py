"""Reads OpenDocument text (ODT); needs the extra `odt`."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pipeline.reading.builder import DocumentBuilder, Piece, line_piece
from pipeline.reading.clean import fold, split_heading_marker, split_marker
from pipeline.reading.errors import ReadError
from pipeline.reading.layout_rows import ReadCell, table_pieces
from pipeline.types import BlockKind, Document

Node = Any  # an element or text of the document

_MOST_REPEATED = 100


def read_odt(data: bytes, source: str, path: Path) -> Document:
    """Read an ODT file: headings, paragraphs, lists and tables in order.

    Raises
    ------
    ReadError
        If the library for the format is not installed.
    """
    try:
        from odf.opendocument import load
    except ImportError as error:
        raise ReadError(
            path,
            "reading ODT needs a library that is not installed",
            "install it with: pip install 'besluitvinder[odt]'",
        ) from error
    document = load(BytesIO(data))
    builder = DocumentBuilder(source, "odt")
    for piece in _Walker(_Styles(document)).walk(document.text):
        builder.add(piece)
    return builder.build()


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    struck: bool = False
    parent: str = ""


class _Styles:
    """The styles of a document, and which of its lists are numbered."""

    def __init__(self, document: Node) -> None:
        self._styles: dict[str, _Style] = {}
        self._numbered: set[str] = set()
        for group in (document.styles, document.automaticstyles):
            for node in group.childNodes:
                name = _attribute(node, "name")
                if _name(node) == "list-style":
                    if any(_name(child) == "list-level-style-number" for child in node.childNodes):
                        self._numbered.add(name)
                elif name:
                    self._styles[name] = _style(node)

    def of(self, node: Node) -> _Style:
        """Return what the style of an element says, with those it is based on."""
        bold = struck = False
        name = _attribute(node, "style-name")
        for _ in range(8):
            style = self._styles.get(name)
            if style is None:
                break
            bold, struck = bold or style.bold, struck or style.struck
            name = style.parent
        return _Style(bold, struck)

    def is_numbered(self, node: Node) -> bool:
        """Tell whether a list is numbered."""
        return _attribute(node, "style-name") in self._numbered


def _style(node: Node) -> _Style:
    for child in node.childNodes:
        if _name(child) == "text-properties":
            return _Style(
                bold=_attribute(child, "font-weight") == "bold",
                struck=_attribute(child, "text-line-through-style") not in ("", "none"),
                parent=_attribute(node, "parent-style-name"),
            )
    return _Style(parent=_attribute(node, "parent-style-name"))


def _name(node: Node) -> str:
    return str(getattr(node, "qname", ("", ""))[1])


def _attribute(node: Node, name: str) -> str:
    """Return an attribute by its local name, empty where there is none."""
    attributes = getattr(node, "attributes", None) or {}
    return next((str(value) for (_, key), value in attributes.items() if key == name), "")


class _Walker:
    """Walks the elements and hands out their pieces."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._table = 0

    def walk(self, node: Node, depth: int = 0, marker: str = "") -> Iterator[Piece]:
        """Yield the pieces below `node`; `marker` is due for the first one."""
        for child in getattr(node, "childNodes", []):
            name = _name(child)
            if name == "h":
                yield from self._heading(child)
            elif name == "p":
                yield from self._paragraph(child, depth, marker)
                marker = ""
            elif name == "list":
                yield from self._list(child, depth + 1)
            elif name == "table":
                yield from self._rows(child)
            elif name not in ("tracked-changes", "annotation", "sequence-decls"):
                yield from self.walk(child, depth, marker)

    def _heading(self, node: Node) -> Iterator[Piece]:
        level = _attribute(node, "outline-level")
        marker, rest = split_heading_marker(fold(_words(node)))
        yield Piece(
            BlockKind.HEADING, rest, level=int(level) if level.isdigit() else 1, marker=marker
        )

    def _paragraph(self, node: Node, depth: int, marker: str) -> Iterator[Piece]:
        bold, struck = self._emphasis(node)
        for line in _words(node).split("\n"):
            text = rest = fold(line)
            if not marker:
                marker, rest = split_marker(text)
            yield line_piece(text, rest, marker=marker, depth=depth, bold=bold, struck=struck)
            marker = ""

    def _emphasis(self, node: Node) -> tuple[int, bool]:
        """Return the length of the bold start of a paragraph, and whether all is struck."""
        whole = self._styles.of(node)
        text, bold, leading, struck = "", 0, True, True
        for child in node.childNodes:
            words = _words(child)
            style = self._styles.of(child)
            text += words
            leading = leading and (style.bold or whole.bold or not words.strip())
            bold = len(fold(text)) if leading else bold
            struck = struck and (style.struck or whole.struck or not words.strip())
        return (bold, struck and bool(text.strip()))

    def _list(self, node: Node, depth: int) -> Iterator[Piece]:
        numbered = self._styles.is_numbered(node)
        items = (child for child in node.childNodes if _name(child) == "list-item")
        for number, item in enumerate(items, 1):
            yield from self.walk(item, depth, str(number) if numbered else "-")

    def _rows(self, table: Node) -> Iterator[Piece]:
        self._table += 1
        number = self._table
        rows = [list(self._cells(row)) for row in _descendants(table, "table-row")]
        yield from table_pieces([row for row in rows if row], number)

    def _cells(self, row: Node) -> Iterator[ReadCell]:
        for cell in row.childNodes:
            if _name(cell) == "covered-table-cell":
                yield ReadCell(filler=True)
            elif _name(cell) == "table-cell":
                read = ReadCell(tuple(self.walk(cell)))
                repeated = _attribute(cell, "number-columns-repeated")
                times = min(int(repeated), _MOST_REPEATED) if repeated.isdigit() else 1
                yield from [read] * times


def _descendants(node: Node, name: str) -> list[Node]:
    found: list[Node] = []
    for child in getattr(node, "childNodes", []):
        if _name(child) == name:
            found.append(child)
        else:
            found += _descendants(child, name)
    return found


def _words(node: Node) -> str:
    """Return the words of an element, with line breaks, tabs and spaces as such."""
    name = _name(node)
    if name == "line-break":
        return "\n"
    if name in ("tab", "s"):
        return " "
    if name in ("annotation", "note", "tracked-changes"):
        return ""
    children = getattr(node, "childNodes", None)
    if not children:
        return str(getattr(node, "data", ""))
    return "".join(_words(child) for child in children)
