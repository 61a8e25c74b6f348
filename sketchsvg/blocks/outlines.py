"""Outlines of what stands on a line: only the upper corners are round."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import QUARTER, polyline_stroke


def standing(rect: Rect, radius: float) -> Curves:
    """The left, upper and right side of ``rect`` in one open stroke with round corners. Lengths in mm."""
    return Curves.of([_three_sides(rect, radius)])


def rounded_top(rect: Rect, radius: float) -> Curves:
    """A closed box with round upper and square lower corners, drawn clockwise from its lower left corner."""
    base = polyline_stroke([(rect.right, rect.bottom), (rect.x, rect.bottom)])
    return Curves.of([np.concatenate((_three_sides(rect, radius), base[1:]))])


def _three_sides(rect: Rect, radius: float) -> Floats:
    r = max(0.0, min(radius, rect.width / 2, rect.height))
    h = r * (1 - QUARTER)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    up = polyline_stroke([(x, bottom), (x, y + r)])
    along = polyline_stroke([(x + r, y), (right - r, y)])
    down = polyline_stroke([(right, y + r), (right, bottom)])
    to_top = np.array([(x, y + h), (x + h, y)])
    to_side = np.array([(right - h, y), (right, y + h)])
    return np.concatenate((up, to_top, along, to_side, down))
