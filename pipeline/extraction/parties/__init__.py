"""Reads off who has to act."""

from pipeline.extraction.parties.component import PartiesComponent
from pipeline.extraction.parties.owners import split_owners

__all__ = ["PartiesComponent", "split_owners"]
