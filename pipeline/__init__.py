"""Besluitvinder: from Dutch minutes to a register of decisions."""

from importlib.metadata import version

__version__ = version("besluitvinder")
