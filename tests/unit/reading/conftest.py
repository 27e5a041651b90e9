"""Makes the PDFs that the tests of the PDF reader draw."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import read
from pipeline.types import Document

HEIGHT = A4[1]
LEADING = 14.0


class Sheet:
    """A PDF under construction; places in points from the top left corner."""

    def __init__(self, path: Path, **options: Any) -> None:
        self._path = path
        self._buffer = BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, **options)

    def write(self, text: str, x: float, top: float, bold: bool = False, size: float = 10) -> None:
        """Write one line of text."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, HEIGHT - top - size, text)

    def lines(self, lines: list[str], x: float = 72, top: float = 120) -> float:
        """Write lines under each other; return where the next one would stand."""
        for line in lines:
            self.write(line, x, top)
            top += LEADING
        return top

    def grid(self, lefts: list[float], tops: list[float]) -> None:
        """Rule a table."""
        self.canvas.grid(lefts, [HEIGHT - top for top in tops])

    def box(self, x: float, top: float, wide: float, high: float) -> None:
        """Fill a black box."""
        self.canvas.rect(x, HEIGHT - top - high, wide, high, stroke=0, fill=1)

    def turn(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()

    def read(self, change: Callable[[pdfium.PdfPage], None] | None = None) -> Document:
        """Write the file, `change` its first page if asked, and read it."""
        self.canvas.save()
        self._path.write_bytes(self._buffer.getvalue())
        if change is not None:
            with pdfium.PdfDocument(self._buffer.getvalue()) as pdf:
                change(pdf[0])
                pdf.save(self._path)
        return read(self._path)


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Return an empty PDF."""
    return Sheet(tmp_path / "verslag.pdf")
