"""Tells a table row from a row that only places running text on the page."""

import re
from collections.abc import Sequence

from pipeline.reading.clean import is_marker

_LEAST_PARAGRAPHS = 4
_LEAST_LETTERS = 150
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z](?:\.\d{1,2})?|[a-z]")


def is_layout_row(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row frames running text.

    It does when all of it stands in one cell, or when a cell of several paragraphs stands beside
    nothing but the number of an agenda item.

    Parameters
    ----------
    cells
        The paragraphs of each cell.

    Examples
    --------
    >>> is_layout_row([["3"], ["Voortgang", *["Het project ligt op koers voor de zomer."] * 6]])
    True
    >>> is_layout_row([["3"], ["Stuk rondsturen"], ["Anna"]])
    False
    """
    filled = [[text for text in cell if text.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) == 1:
        return len(filled[0]) > 1
    if len(filled) != 2 or not _is_number(filled[0]):
        return False
    letters = sum(len(text) for text in filled[1])
    return len(filled[1]) >= _LEAST_PARAGRAPHS and letters >= _LEAST_LETTERS


def _is_number(cell: Sequence[str]) -> bool:
    text = cell[0].strip()
    return len(cell) == 1 and (is_marker(text) or bool(_NUMBER.fullmatch(text)))
