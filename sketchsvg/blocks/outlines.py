"""Outlines that stand on a line: boxes whose upper corners only are round."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import QUARTER, polyline_stroke


def rounded_top(rect: Rect, radius: float) -> Curves:
    """A closed box with round upper and square lower corners, drawn clockwise from its top. Lengths in mm."""
    r = max(0.0, min(radius, rect.width / 2, rect.height))
    h = r * (1 - QUARTER)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    top = polyline_stroke([(x + r, y), (right - r, y)])
    sides = polyline_stroke([(right, y + r), (right, bottom), (x, bottom), (x, y + r)])
    to_side = np.array([(right - h, y), (right, y + h)])
    to_top = np.array([(x, y + h), (x + h, y), (x + r, y)])
    return Curves.of([np.concatenate((top, to_side, sides, to_top))])
