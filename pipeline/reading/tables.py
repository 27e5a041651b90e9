"""The tables of a document as data frames of pandas."""

from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.types import Block, BlockKind, Document

if TYPE_CHECKING:
    from pandas import DataFrame


def tables(document: Document) -> "list[DataFrame]":
    """Return the tables of a document in reading order, one frame for each.

    Rows and columns are those of the table; a cell that is merged with another leaves its other
    places empty. A first row that is all bold (or marked as the head of the table) names the
    columns; without one they are numbered from 0. ``frame.attrs`` holds the `page` on which the
    table begins (None in formats without pages), and its number as `table`.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from pipeline.reading import read
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "verslag.md")
    ...     _ = path.write_text("| Actie | Wie |\\n|---|---|\\n| Nota sturen | Anna |\\n")
    ...     print(tables(read(path))[0].to_string(index=False))
          Actie  Wie
    Nota sturen Anna
    """
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    return [_frame(list(group), document) for _, group in groupby(rows, key=lambda row: row.table)]


def _frame(rows: list[Block], document: Document) -> "DataFrame":
    import pandas as pd  # takes longer to load than most documents to read

    width = max(len(row.cells) for row in rows)
    words = [[cell.text for cell in row.cells] + [""] * (width - len(row.cells)) for row in rows]
    with_head = len(rows) > 1 and _is_bold(rows[0]) and not _is_bold(rows[1])
    frame = pd.DataFrame(words[with_head:], columns=words[0] if with_head else None, dtype=str)
    page = document.page_of(rows[0].start)
    frame.attrs = {"page": page.number if page else None, "table": rows[0].table}
    return frame


def _is_bold(row: Block) -> bool:
    return row.emphasis >= len(row.text)
