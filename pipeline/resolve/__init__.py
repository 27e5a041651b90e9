"""From records to rows: item, organisations, identifiers and ids."""

from pipeline.resolve.parties import PartyResolver
from pipeline.resolve.rows import confident, decisions_of

__all__ = ["PartyResolver", "confident", "decisions_of"]
