"""Ruled tables of a page."""

from dataclasses import dataclass

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.clean import fold, join_lines

_LEAST_RULES = 6
_LONGEST_TABLE_WALK = 4_000


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page: its rows of cell texts, and its place in points from the top left."""

    rows: tuple[tuple[str, ...], ...]
    x0: float
    top: float
    x1: float
    bottom: float


def has_rules(page: pdfium.PdfPage) -> bool:
    """Tell whether a page has so many lines or boxes that it may hold a ruled table."""
    found = 0
    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        left, bottom, right, top = item.get_bounds()
        wide, high = right - left, top - bottom
        found += (wide > 30 and high < 3) or (high > 8 and wide < 3) or (wide > 30 and high > 8)
        if found >= _LEAST_RULES:
            return True
        if count > _LONGEST_TABLE_WALK:
            return True
    return False


def ruled_tables(page: pdfplumber.page.Page) -> list[RuledTable]:
    """Return the ruled tables of a page with at least two rows and two columns."""
    found = []
    for table in page.find_tables():
        rows = [[_cell(cell) for cell in row] for row in table.extract()]
        rows = _without_empty_columns([row for row in rows if any(row)])
        if len(rows) > 1 and len(rows[0]) > 1 and _is_table(rows):
            x0, top, x1, bottom = table.bbox
            found.append(RuledTable(tuple(tuple(row) for row in rows), x0, top, x1, bottom))
    return found


def _cell(text: str | None) -> str:
    joined = ""
    for line in (text or "").split("\n"):
        joined = join_lines(joined, line)
    return fold(joined)


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """Leave out the columns that are empty in every row: artefacts of double rules."""
    kept = (
        [place for place in range(len(rows[0])) if any(row[place] for row in rows)] if rows else []
    )
    return [[row[place] for place in kept] for row in rows]


def _is_table(rows: list[list[str]]) -> bool:
    """Tell a table from a frame around running text: it has rows with more than one cell."""
    return sum(sum(bool(cell) for cell in row) > 1 for row in rows) >= len(rows) / 3
