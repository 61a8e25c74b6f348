"""Outlines that go round in puffs and spikes: clouds and bangs."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import cos, pi, sin, sqrt

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import Point, polygon

#: Corners of the polygon along which an ellipse is measured.
CORNERS = 96
#: How wide a puff and a spike are at their foot, as a part of the lesser side; and how many there are at least.
PUFF, SPIKE, FEWEST_PUFFS, FEWEST_SPIKES = 0.52, 0.34, 7, 10
#: How far the puffs of a cloud bulge, as a part of their width, in turn; and how wide they are beside each other.
BULGES, WIDTHS = (0.42, 0.5, 0.4, 0.47, 0.44), (1.0, 1.25, 0.85, 1.15, 0.95)
#: Where the valleys between spikes lie, as a part of the radius; and how far spikes reach, in turn.
VALLEY, REACHES = 0.79, (1.0, 0.93, 1.0, 0.9, 0.97)


def cloud(rect: Rect) -> Curves:
    """A cloud: puffs of unequal width all round."""
    count = _count(rect, PUFF, FEWEST_PUFFS)
    feet = _feet(rect, [WIDTHS[index % len(WIDTHS)] for index in range(count)])
    chain: list[Point] = [feet[0]]
    for index in range(count):
        (x0, y0), (x1, y1) = feet[index], feet[(index + 1) % count]
        dx, dy = x1 - x0, y1 - y0
        # A cubic bulges by three quarters of its handles' height.
        high = BULGES[index % len(BULGES)] * 4 / 3
        ox, oy = dy * high, -dx * high
        chain += [(x0 + ox - dx * 0.06, y0 + oy - dy * 0.06), (x1 + ox + dx * 0.06, y1 + oy + dy * 0.06), (x1, y1)]
    return _filling(np.array(chain), rect)


def bang(rect: Rect) -> Curves:
    """A bang: spikes of unequal length all round."""
    count = _count(rect, SPIKE, FEWEST_SPIKES)
    x, y = rect.centre
    corners: list[Point] = []
    for index, (px, py) in enumerate(_feet(rect, [1.0] * (2 * count))):
        part = VALLEY if index % 2 else REACHES[index // 2 % len(REACHES)]
        corners.append((x + (px - x) * part, y + (py - y) * part))
    stroke = polygon(corners).strokes()[0]
    return _filling(stroke, rect)


def _count(rect: Rect, wide: float, fewest: int) -> int:
    """How many parts of about ``wide`` times the lesser side go round."""
    around = 2 * (rect.width + rect.height) * 0.8
    return max(fewest, round(around / (wide * min(rect.width, rect.height))))


def _feet(rect: Rect, widths: list[float]) -> list[Point]:
    """Points round the ellipse in ``rect``, clockwise from its left, so far apart along it as ``widths`` are."""
    (cx, cy), rx, ry = rect.centre, rect.width / 2, rect.height / 2
    corners = [(cx - rx * c, cy - ry * s) for c, s in _circle()]
    corners.append(corners[0])
    runs = [0.0]
    for (x0, y0), (x1, y1) in pairwise(corners):
        runs.append(runs[-1] + sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)))
    feet, at, corner = [], 0.0, 0
    total = sum(widths)
    for width in widths:
        goal = at / total * runs[-1]
        while runs[corner + 1] < goal:
            corner += 1
        part = (goal - runs[corner]) / (runs[corner + 1] - runs[corner])
        (x0, y0), (x1, y1) = corners[corner], corners[corner + 1]
        feet.append((x0 + (x1 - x0) * part, y0 + (y1 - y0) * part))
        at += width
    return feet


@lru_cache(maxsize=1)
def _circle() -> tuple[Point, ...]:
    """Corners on the unit circle, alike on every machine."""
    turns = (2 * pi * index / CORNERS for index in range(CORNERS))
    return tuple((round(cos(turn), 12), round(sin(turn), 12)) for turn in turns)


def _filling(stroke: Floats, rect: Rect) -> Curves:
    """A closed stroke stretched so that it just fills ``rect``."""
    a, b, c, d = stroke[:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    seen = [stroke[::3]]
    for t in (0.2, 0.35, 0.5, 0.65, 0.8):
        s = 1 - t
        seen.append(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
    points = np.concatenate(seen)
    low, high = points.min(axis=0), points.max(axis=0)
    corner, size = np.array((rect.x, rect.y)), np.array((rect.width, rect.height))
    return Curves.of([(stroke - low) / (high - low) * size + corner])
