"""The look of a PDF: what ``layouts.toml`` may set, and the paragraph styles it leads to."""

from dataclasses import dataclass

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle

for _family in ("Helvetica", "Times"):
    _regular = "Times-Roman" if _family == "Times" else _family
    addMapping(_regular, 0, 0, _regular)
    addMapping(_regular, 1, 0, f"{_family}-Bold")


@dataclass(frozen=True, slots=True)
class Layout:
    """The settings of a layout; sizes in points, `margins` are left, right, top, bottom."""

    font: str
    bold: str
    size: float
    margins: tuple[float, float, float, float]
    heading: str
    numbers: str
    grid: bool
    landscape: bool = False
    justified: bool = False
    repeat: bool = False
    columns: int = 1


class Styles:
    """Paragraph styles of a layout."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.body = self._style("body", spaceAfter=layout.size * 0.6)

    def _style(self, name: str, **more: object) -> ParagraphStyle:
        size = self._layout.size
        given = {
            "fontName": self._layout.font,
            "fontSize": size,
            "leading": size * 1.3,
            "alignment": TA_JUSTIFY if self._layout.justified else TA_LEFT,
            "embeddedHyphenation": 1,
            **more,
        }
        return ParagraphStyle(name, **given)

    def item(self, depth: int) -> ParagraphStyle:
        """Return the style of a list item at `depth` (from 0)."""
        indent = 14.0 * (depth + 1)
        return self._style(
            f"item{depth}", leftIndent=indent, bulletIndent=indent - 14, spaceAfter=2
        )

    def heading(self, role: str, level: int) -> ParagraphStyle:
        """Return the style of a heading of this role and level (from 1)."""
        size = self._layout.size
        large = 1.6 if role == "title" else 1.25 if self._layout.heading == "large" else 1.05
        size *= large if level < 3 else 1.0
        margin = {"bulletIndent": -26, "bulletFontName": self._layout.bold, "bulletFontSize": size}
        return self._style(
            f"{role}{level}",
            fontName=self._layout.bold,
            fontSize=size,
            leading=size * 1.3,
            alignment=TA_LEFT,
            spaceBefore=size * 0.8,
            spaceAfter=size * 0.35,
            keepWithNext=int(role != "list"),  # tables of closing lists may break over pages
            **(margin if self._layout.numbers == "margin" else {}),
        )

    def cell(self, head: bool) -> ParagraphStyle:
        """Return the style of a table cell."""
        size = self._layout.size * 0.95
        font = self._layout.bold if head else self._layout.font
        return self._style(
            f"cell{head}", fontName=font, fontSize=size, leading=size * 1.2, alignment=TA_LEFT
        )
