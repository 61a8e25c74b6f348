"""Clean shapes as curves: what the pen will follow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.rect import Rect

#: Handle length for a quarter circle of radius 1: 4/3 (sqrt 2 - 1), the standard cubic approximation (error 0.027 %).
QUARTER = 0.5522847498307936

Point = tuple[float, float]


def polyline_stroke(points: Sequence[Point] | Floats) -> Floats:
    """One stroke of straight pieces through ``points``: (3 k + 1, 2), handles at the thirds."""
    nodes = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    stroke = np.empty((3 * len(nodes) - 2, 2))
    stroke[0::3] = nodes
    step = (nodes[1:] - nodes[:-1]) / 3
    stroke[1::3] = nodes[:-1] + step
    stroke[2::3] = nodes[1:] - step
    return stroke


def line(x0: float, y0: float, x1: float, y1: float) -> Curves:
    """A straight line."""
    return Curves.of([polyline_stroke([(x0, y0), (x1, y1)])])


def polyline(points: Sequence[Point] | Floats) -> Curves:
    """Straight pieces through ``points``, one stroke."""
    return Curves.of([polyline_stroke(points)])


def polygon(points: Sequence[Point] | Floats) -> Curves:
    """A closed chain of straight pieces."""
    nodes = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    return polyline(np.concatenate((nodes, nodes[:1])))


def rectangle(rect: Rect, radius: float = 0.0) -> Curves:
    """A closed rectangle, begun near the top left corner and drawn clockwise; ``radius`` rounds its corners."""
    radius = max(0.0, min(radius, rect.width / 2, rect.height / 2))
    x, y, r, b = rect.x, rect.y, rect.right, rect.bottom
    if not radius:
        return polygon([(x, y), (r, y), (r, b), (x, b)])
    h = radius * (1 - QUARTER)
    corners = [
        [(x + radius, y), (r - radius, y), (r - h, y), (r, y + h), (r, y + radius)],
        [(r, b - radius), (r, b - h), (r - h, b), (r - radius, b)],
        [(x + radius, b), (x + h, b), (x, b - h), (x, b - radius)],
        [(x, y + radius), (x, y + h), (x + h, y), (x + radius, y)],
    ]
    chain: list[Point] = [corners[0][0]]
    for index, corner in enumerate(corners):
        edge = corner[1:] if index == 0 else corner
        start, end = chain[-1], edge[0]
        third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
        chain += [(start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end]
        chain += edge[1:]
    return Curves.of([np.array(chain)])


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Curves:
    """A closed ellipse, begun at the top and drawn anticlockwise, as a hand draws an o."""
    hx, hy = rx * QUARTER, ry * QUARTER
    return Curves.of([np.array([
        (cx, cy - ry), (cx - hx, cy - ry), (cx - rx, cy - hy),
        (cx - rx, cy), (cx - rx, cy + hy), (cx - hx, cy + ry),
        (cx, cy + ry), (cx + hx, cy + ry), (cx + rx, cy + hy),
        (cx + rx, cy), (cx + rx, cy - hy), (cx + hx, cy - ry),
        (cx, cy - ry),
    ])])


def smooth_stroke(points: Sequence[Point] | Floats, closed: bool = False) -> Floats:
    """One smooth stroke through ``points``: (3 k + 1, 2).

    The tangent at a node is that of the circle through it and its neighbours, and handles are a third of the chord
    stretched to that circle's arc, so points taken from a circle give the circle back to within 0.1 %.
    With ``closed`` the stroke returns to its first point smoothly.
    """
    nodes: list[Point] = [(float(x), float(y)) for x, y in points]
    if len(nodes) < 3:
        return polyline_stroke(nodes)
    if closed:
        nodes = [nodes[-1], *nodes, *nodes[:2]]
    # Strokes have a handful of points: plain floats are ten times as fast here as arrays.
    chords = [_chord(start, end) for start, end in pairwise(nodes)]
    tangents = [_tangent(before, after) for before, after in pairwise(chords)]
    # An end takes its neighbour's tangent mirrored in the chord: the same circle goes on.
    tangents = [_mirrored(tangents[0], chords[0]), *tangents, _mirrored(tangents[-1], chords[-1])]
    chain: list[Point] = [nodes[0]]
    for index, (ux, uy, length) in enumerate(chords):
        (x0, y0), (x1, y1) = nodes[index], nodes[index + 1]
        (sx, sy), (ex, ey) = tangents[index], tangents[index + 1]
        # A circle's handle over its chord is 2 / (3 (1 + cos)) for a tangent at that angle to the chord.
        out = length * 2 / (3 * (1 + min(1.0, max(0.2, sx * ux + sy * uy))))
        back = length * 2 / (3 * (1 + min(1.0, max(0.2, ex * ux + ey * uy))))
        chain += [(x0 + sx * out, y0 + sy * out), (x1 - ex * back, y1 - ey * back), (x1, y1)]
    return np.array(chain[3:-3] if closed else chain)


def tightened(stroke: Floats, tightness: float) -> Floats:
    """The stroke with its handles drawn in towards the straight lines between its nodes: from 0 to 1, all the way."""
    made = stroke.copy()
    nodes = stroke[::3]
    step = (nodes[1:] - nodes[:-1]) / 3.0
    made[1::3] += (nodes[:-1] + step - made[1::3]) * tightness
    made[2::3] += (nodes[1:] - step - made[2::3]) * tightness
    return made


def _chord(start: Point, end: Point) -> tuple[float, float, float]:
    """Direction and length from one node to the next."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = sqrt(dx * dx + dy * dy) or 1e-12
    return dx / length, dy / length, length


def _tangent(before: tuple[float, float, float], after: tuple[float, float, float]) -> Point:
    """The tangent at a node of the circle through it and both neighbours."""
    x = before[0] * after[2] + after[0] * before[2]
    y = before[1] * after[2] + after[1] * before[2]
    length = max(sqrt(x * x + y * y), 1e-12)
    return x / length, y / length


def _mirrored(tangent: Point, chord: tuple[float, float, float]) -> Point:
    """The tangent at the other end of a chord on the same circle."""
    twice = 2 * (tangent[0] * chord[0] + tangent[1] * chord[1])
    return twice * chord[0] - tangent[0], twice * chord[1] - tangent[1]


def smooth(points: Sequence[Point] | Floats, closed: bool = False) -> Curves:
    """One smooth stroke through ``points``."""
    return Curves.of([smooth_stroke(points, closed)])
