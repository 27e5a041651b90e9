"""Marks every mention of a party: people, organisations, roles, redactions."""

from pipeline.extraction.names.component import Mention, NamesComponent

__all__ = ["Mention", "NamesComponent"]
