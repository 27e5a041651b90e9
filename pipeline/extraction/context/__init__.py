"""Takes away candidates that are no record: negated, supposed, reported, asked, hedged."""

from pipeline.extraction.context.component import ContextComponent, ContextRule, read_contexts

__all__ = ["ContextComponent", "ContextRule", "read_contexts"]
