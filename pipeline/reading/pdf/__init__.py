"""Reads PDF: pypdfium2 for the text, pdfplumber for pages with ruled tables."""

from pipeline.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
