"""A picture of pixels: the one thing on a page that no pen draws."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.geometry.rect import Rect

MM_PER_INCH = 25.4
#: How the stored unit square (right, down) is turned to be seen, by the orientation of Exif (2.32, 4.6.4): a, b, c, d,
#: e, f of x = a u + c v + e and y = b u + d v + f.
TURNS = {
    1: (1, 0, 0, 1, 0, 0), 2: (-1, 0, 0, 1, 1, 0), 3: (-1, 0, 0, -1, 1, 1), 4: (1, 0, 0, -1, 0, 1),
    5: (0, 1, 1, 0, 0, 0), 6: (0, 1, -1, 0, 1, 0), 7: (0, -1, -1, 0, 1, 1), 8: (0, -1, 1, 0, 0, 1),
}  # fmt: skip


class Bitmap(Struct, frozen=True):
    """The pixels of a file: ``data`` is a whole PNG or JPEG without what says more than its pixels.

    ``format`` is "png" or "jpeg", ``columns`` and ``rows`` are the pixels that are stored, ``turn`` is how they are
    turned to be seen (``TURNS``), ``channels`` how many colours a pixel has (1: grey, 3: sRGB; alpha not counted).
    """

    data: bytes
    format: str
    columns: int
    rows: int
    channels: int = 3
    turn: int = 1

    @property
    def width(self) -> int:
        """How many pixels it is wide as it is seen."""
        return self.columns if self.turn < 5 else self.rows

    @property
    def height(self) -> int:
        """How many pixels it is high as it is seen."""
        return self.rows if self.turn < 5 else self.columns

    def __repr__(self) -> str:
        """Without the data, which would fill the screen."""
        return f"Bitmap({self.format}, {self.columns} x {self.rows}, turn={self.turn})"


class Raster(Struct, frozen=True):
    """A bitmap in its place on a page: ``rect`` in mm, and what it shows in words (``said``)."""

    bitmap: Bitmap
    rect: Rect
    said: str = ""

    @property
    def ppi(self) -> float:
        """How many pixels of it make an inch of the page."""
        return self.bitmap.width * MM_PER_INCH / self.rect.width

    def matrix(self, units: float = 1.0) -> tuple[float, float, float, float, float, float]:
        """a, b, c, d, e, f that take the stored unit square (right, down) to the page, ``units`` in a mm, y down."""
        a, b, c, d, e, f = TURNS[self.bitmap.turn]
        rect = self.rect
        return (
            a * rect.width * units, b * rect.height * units, c * rect.width * units, d * rect.height * units,
            (rect.x + e * rect.width) * units, (rect.y + f * rect.height) * units,
        )  # fmt: skip
