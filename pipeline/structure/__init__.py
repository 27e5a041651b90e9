"""Understands a document as minutes: meeting, attendance, agenda items and lists."""

from pipeline.structure.parse import parse

__all__ = ["parse"]
