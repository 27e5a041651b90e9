"""Ruled tables: the cells between rules, and the words in them.

The cells are found by the table functions of pdfplumber, which are fed with the rules as
pypdfium2 reads them: its own reading of a page takes some sixty times as long.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from pipeline.reading.pdf.shapes import Area, Rule

_SNAP = 3.0
_SHORTEST = 4.0
_LEAST_RULES = 3
_MOST_RULES = 4_000


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A ruled table: its rows of cells, None where a wider or higher cell takes the place."""

    rows: tuple[tuple[Area | None, ...], ...]
    area: Area

    def cells(self) -> Iterator[tuple[tuple[int, int], Area]]:
        """Yield row, column and area of each cell."""
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    yield ((number, column), cell)


def find_grids(rules: Iterable[Rule]) -> list[Grid]:
    """Return the ruled tables of a page with at least two columns, the smallest first."""
    edges = [_edge(rule) for rule in rules]
    flat = sum(edge["orientation"] == "h" for edge in edges)
    if flat < _LEAST_RULES - 1 or len(edges) - flat < _LEAST_RULES or len(edges) > _MOST_RULES:
        return []
    merged = [edge for edge in merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP) if _is_long(edge)]
    crossings = edges_to_intersections(merged, _SNAP, _SNAP)
    grids = []
    for cells in cells_to_tables(intersections_to_cells(crossings)):
        rows = _rows(cells)
        if len(rows[0]) > 1:
            grids.append(Grid(rows, _around(cells)))
    return sorted(grids, key=_surface)


def _rows(cells: list[Area]) -> tuple[tuple[Area | None, ...], ...]:
    """Put cells in rows and columns by their upper left corners."""
    corners = {(cell[1], cell[0]): cell for cell in cells}
    tops, lefts = sorted({cell[1] for cell in cells}), sorted({cell[0] for cell in cells})
    return tuple(tuple(corners.get((top, left)) for left in lefts) for top in tops)


def _around(cells: list[Area]) -> Area:
    left, top, right, bottom = zip(*cells, strict=True)
    return (min(left), min(top), max(right), max(bottom))


def _edge(rule: Rule) -> dict[str, Any]:
    """Return a rule as pdfplumber describes it: its thickness is left out."""
    middle = rule.middle
    x0, x1 = (rule.x0, rule.x1) if rule.flat else (middle, middle)
    top, bottom = (middle, middle) if rule.flat else (rule.top, rule.bottom)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if rule.flat else "v",
    }


def _is_long(edge: dict[str, Any]) -> bool:
    return bool(edge["x1"] - edge["x0"] + edge["bottom"] - edge["top"] >= _SHORTEST)


def _surface(grid: Grid) -> float:
    left, top, right, bottom = grid.area
    return (right - left) * (bottom - top)
