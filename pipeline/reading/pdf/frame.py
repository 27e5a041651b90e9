"""From the coordinates of a PDF to points from the top left corner of the page as shown."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

_T = TypeVar("_T", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and the quarter turns by which it is shown.

    Attributes
    ----------
    left, bottom, right, top
        The visible part, in points of the page's own space (upwards).
    turn
        Rotation clockwise, in degrees: 0, 90, 180 or 270.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> "Frame":
        """Take the frame of a page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turn in (90, 270) else (wide, high)

    def place(self, left: _T, bottom: _T, right: _T, top: _T) -> tuple[_T, _T, _T, _T]:
        """Return left, top, right and bottom of a box, or of many, as shown.

        Examples
        --------
        >>> Frame(0, 0, 600, 800).place(10, 700, 50, 712)
        (10, 88, 50, 100)
        >>> Frame(0, 0, 600, 800, turn=90).place(10, 700, 20, 750)
        (700, 10, 750, 20)
        """
        if self.turn == 90:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turn == 180:
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.turn == 270:
            return (self.top - top, self.right - right, self.top - bottom, self.right - left)
        return (left - self.left, self.top - top, right - self.left, self.top - bottom)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in the page's own space of a point as shown.

        Examples
        --------
        >>> Frame(0, 0, 600, 800).back(10, 88), Frame(0, 0, 600, 800, turn=90).back(700, 10)
        ((10, 712), (10, 700))
        """
        if self.turn == 90:
            return (self.left + y, self.bottom + x)
        if self.turn == 180:
            return (self.right - x, self.bottom + y)
        if self.turn == 270:
            return (self.right - y, self.top - x)
        return (self.left + x, self.top - y)

    def is_upright(self, across: NDArray[np.float64], up: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which directions of writing run from left to right as shown.

        Examples
        --------
        >>> across, up = np.array([1.0, 0.0]), np.array([0.0, 1.0])
        >>> Frame(0, 0, 600, 800).is_upright(across, up).tolist()
        [True, False]
        >>> Frame(0, 0, 600, 800, turn=90).is_upright(across, up).tolist()
        [False, True]
        """
        turned = {90: (up, -across), 180: (-across, -up), 270: (-up, across)}
        right, rise = turned.get(self.turn, (across, up))
        upright: NDArray[np.bool_] = (right > 0) & (np.abs(rise) < 0.3 * right)
        return upright
