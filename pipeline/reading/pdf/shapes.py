"""Shapes on a page, in points from the top left corner."""

from dataclasses import dataclass

Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule, or the side of a box."""

    x0: float
    top: float
    x1: float
    bottom: float
    flat: bool

    @property
    def middle(self) -> float:
        """Height of a flat rule, distance from the left of an upright one."""
        return (self.top + self.bottom) / 2 if self.flat else (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled box through which nothing shows.

    `order` is its place in the order in which the page is painted, `shade` its lightness from
    0 (black) to 255.
    """

    area: Area
    order: float
    shade: int
