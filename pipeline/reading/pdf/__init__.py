"""Reads PDF: pypdfium2 for the text, pdfplumber for pages with ruled tables."""

from pipeline.reading.pdf.reader import read_pdf
from pipeline.reading.pdf.recognition import Recogniser

__all__ = ["Recogniser", "read_pdf"]
