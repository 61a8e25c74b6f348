"""Rectangles, curves and clean shapes: everything that is placed, in millimetres, x right and y down."""

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect

__all__ = ["Curves", "Rect"]
