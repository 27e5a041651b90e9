"""Draws the boundaries of records around the candidates that are left."""

from pipeline.extraction.records.component import RecordsComponent

__all__ = ["RecordsComponent"]
