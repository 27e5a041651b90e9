"""Finds the Dutch words that say by when something must be done, and reads them.

The grammar is data: ``grammar.toml``.
"""

from pipeline.deadlines.choose import first_deadline, read_cell
from pipeline.deadlines.mention import Mention, find

__all__ = ["Mention", "find", "first_deadline", "read_cell"]
