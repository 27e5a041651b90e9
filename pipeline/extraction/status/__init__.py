"""Reads off what became of a ruling or a task."""

from pipeline.extraction.status.component import StatusComponent
from pipeline.extraction.status.words import row_status, ruling_status, stated_ruling

__all__ = ["StatusComponent", "row_status", "ruling_status", "stated_ruling"]
