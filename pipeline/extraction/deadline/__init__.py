"""Reads off by when a record must be done."""

from pipeline.extraction.deadline.component import DeadlineComponent

__all__ = ["DeadlineComponent"]
