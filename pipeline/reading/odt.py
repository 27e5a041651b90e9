"""Reads OpenDocument text (ODT); needs the extra `odt`."""

from io import BytesIO
from pathlib import Path

from pipeline.reading.builder import DocumentBuilder, Piece
from pipeline.reading.clean import fold, split_marker
from pipeline.reading.errors import ReadError
from pipeline.types import BlockKind, Document


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
    builder = DocumentBuilder(source, "odt")
    _Walker(builder).walk(load(BytesIO(data)).text, depth=0)
    return builder.build()


class _Walker:
    """Walks the elements and adds their pieces."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._table = 0

    def walk(self, node: object, depth: int) -> None:
        """Add the pieces below `node`."""
        for child in getattr(node, "childNodes", []):
            name = getattr(child, "qname", ("", ""))[1]
            if name == "h":
                level = int(child.getAttribute("outlinelevel") or 1)
                self._add(_words(child), BlockKind.HEADING, level)
            elif name == "p":
                self._add(
                    _words(child), BlockKind.LIST_ITEM if depth else BlockKind.PARAGRAPH, depth
                )
            elif name == "list":
                self.walk(child, depth + 1)
            elif name == "table":
                self._rows(child)
            else:
                self.walk(child, depth)

    def _add(self, words: str, kind: BlockKind, level: int) -> None:
        for line in words.split("\n"):
            marker, rest = split_marker(fold(line))
            listed = kind is BlockKind.PARAGRAPH and marker
            self._builder.add(
                Piece(
                    BlockKind.LIST_ITEM if listed else kind,
                    rest,
                    level=max(level, 1) if listed else level,
                    marker=marker or ("-" if kind is BlockKind.LIST_ITEM else ""),
                )
            )

    def _rows(self, table: object) -> None:
        self._table += 1
        for row in _descendants(table, "table-row"):
            cells = [(fold(_words(cell)), False) for cell in _descendants(row, "table-cell")]
            if cells:
                self._builder.add_row(cells, self._table)


def _descendants(node: object, name: str) -> list[object]:
    found: list[object] = []
    for child in getattr(node, "childNodes", []):
        if getattr(child, "qname", ("", ""))[1] == name:
            found.append(child)
        else:
            found += _descendants(child, name)
    return found


def _words(node: object) -> str:
    """Return the words of an element, with line breaks, tabs and spaces as such."""
    name = getattr(node, "qname", ("", ""))[1]
    if name in ("line-break",):
        return "\n"
    if name in ("tab", "s"):
        return " "
    children = getattr(node, "childNodes", None)
    if not children:
        return str(getattr(node, "data", ""))
    space = " " if name in ("table-cell", "list-item") else ""
    return space.join(_words(child) for child in children)
