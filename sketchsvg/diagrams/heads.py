"""The ends of edges: open arrow heads, circles and crosses, all in strokes of the pen."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import Point, ellipse, line, polyline

#: The length of a head, the radius of a circle, half of a cross, in mm.
HEAD, CIRCLE, CROSS = 2.3, 0.95, 1.0


def direction(start: Point, end: Point) -> Point:
    """The unit vector from one point to another."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = sqrt(dx * dx + dy * dy) or 1.0
    return dx / length, dy / length


def head_at(end: str, tip: Point, way: Point, size: float = 1.0) -> Curves:
    """What stands at ``tip`` of an edge that comes along the unit vector ``way``, ``size`` times as large as usual."""
    (x, y), (ux, uy) = tip, way
    if end == "point":
        back, side = HEAD * size * 0.84, HEAD * size * 0.5
        return polyline([
            (x - ux * back - uy * side, y - uy * back + ux * side), (x, y),
            (x - ux * back + uy * side, y - uy * back - ux * side),
        ])  # fmt: skip
    if end == "circle":
        radius = CIRCLE * size
        return ellipse(x - ux * radius, y - uy * radius, radius, radius)
    if end == "cross":
        arm = CROSS * size
        cx, cy = x - ux * arm * 1.6, y - uy * arm * 1.6
        a, b = (ux + uy) * arm * 0.75, (uy - ux) * arm * 0.75
        return Curves.joined([line(cx - a, cy - b, cx + a, cy + b), line(cx + b, cy - a, cx - b, cy + a)])
    return Curves.empty()


def met(point: Point, way: Point, outline: Floats) -> Point:
    """Where a line from ``point`` along ``way`` first meets the closed polygon ``outline`` (n, 2); else the point."""
    ux, uy = way
    best = None
    ax, ay = outline[:-1, 0] - point[0], outline[:-1, 1] - point[1]
    bx, by = outline[1:, 0] - point[0], outline[1:, 1] - point[1]
    a_across, b_across = ax * uy - ay * ux, bx * uy - by * ux
    hit = np.flatnonzero((a_across <= 0) != (b_across <= 0))
    for index in hit:
        part = float(a_across[index] / (a_across[index] - b_across[index]))
        x, y = ax[index] + (bx[index] - ax[index]) * part, ay[index] + (by[index] - ay[index]) * part
        along = float(x * ux + y * uy)
        if along > -0.2 and (best is None or along < best):
            best = along
    if best is None:
        return point
    return point[0] + ux * best, point[1] + uy * best


def flattened(curves: Curves, steps: int = 8) -> Floats:
    """The first stroke as a polygon (n, 2)."""
    stroke = curves.strokes()[0]
    nodes = [stroke[:1]]
    t = (np.arange(1, steps + 1) / steps)[:, None]
    s = 1 - t
    for start in range(0, len(stroke) - 1, 3):
        a, b, c, d = stroke[start : start + 4]
        nodes.append(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
    return np.concatenate(nodes)


def lengthened(piece: Sequence[Point], start: Point | None, end: Point | None) -> Floats:
    """A piece of an edge that begins at ``start`` and ends at ``end``, straight before and behind what was there."""
    chain = list(piece)
    if start is not None:
        chain = _led_to(chain[::-1], start)[::-1]
    if end is not None:
        chain = _led_to(chain, end)
    return np.array(chain)


def _led_to(chain: list[Point], end: Point) -> list[Point]:
    """Cubics led straight on to ``end``, or drawn in where ``end`` lies before their own."""
    (x, y), (hx, hy) = chain[-1], chain[-2]
    dx, dy = end[0] - x, end[1] - y
    if dx * (x - hx) + dy * (y - hy) < 0:
        return [*chain[:-2], (hx + dx, hy + dy), end]
    return [*chain, *_thirds((x, y), end), end] if dx or dy else chain


def _thirds(a: Point, b: Point) -> list[Point]:
    dx, dy = (b[0] - a[0]) / 3, (b[1] - a[1]) / 3
    return [(a[0] + dx, a[1] + dy), (b[0] - dx, b[1] - dy)]
