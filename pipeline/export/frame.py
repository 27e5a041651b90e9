"""Decisions as a pandas frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.types import COLUMNS, Decision

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {"int": "Int64", "float": "float64"}


def to_frame(decisions: Iterable[Decision]) -> pd.DataFrame:
    """Return a frame with a row for each decision and the columns of the table, also when empty.

    Lists stay lists; numbers are ``Int64`` (which can lack) and ``float64``.
    """
    import pandas as pd  # takes half a second: only for who asks for a frame

    rows = [decision.as_row() for decision in decisions]
    frame = pd.DataFrame(rows, columns=[column.name for column in COLUMNS])
    return frame.astype({c.name: _DTYPES[c.type] for c in COLUMNS if c.type in _DTYPES})
