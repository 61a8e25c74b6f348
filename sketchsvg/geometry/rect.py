"""Upright rectangles in millimetres."""

from __future__ import annotations

from msgspec import Struct


class Rect(Struct, frozen=True):
    """An upright rectangle in millimetres, its origin at the top left corner, y growing downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the rectangle."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, dx: float, dy: float | None = None) -> Rect:
        """The rectangle with ``dx`` taken from both sides and ``dy`` (default: ``dx``) from top and bottom."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def moved(self, dx: float, dy: float) -> Rect:
        """The same rectangle, moved."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def holds(self, other: Rect, tolerance: float = 1e-6) -> bool:
        """Whether ``other`` lies wholly inside, give or take ``tolerance`` mm."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def overlaps(self, other: Rect, tolerance: float = 1e-6) -> bool:
        """Whether the two share an area deeper than ``tolerance`` mm in both directions."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > tolerance
            and min(self.bottom, other.bottom) - max(self.y, other.y) > tolerance
        )

    def as_list(self) -> list[float]:
        """``[x, y, width, height]`` rounded to a micrometre, for JSON."""
        return [round(self.x, 3), round(self.y, 3), round(self.width, 3), round(self.height, 3)]
