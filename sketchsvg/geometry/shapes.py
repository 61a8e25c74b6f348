"""Clean shapes as curves: what the pen will follow."""

from __future__ import annotations

from collections.abc import Sequence

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
    nodes = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    if len(nodes) < 3:
        return polyline_stroke(nodes)
    if closed:
        nodes = np.concatenate((nodes[-1:], nodes, nodes[:2]))
    chord = nodes[1:] - nodes[:-1]
    length = np.sqrt(chord[:, 0] ** 2 + chord[:, 1] ** 2)
    length = np.where(length > 0, length, 1e-12)
    unit = chord / length[:, None]
    inner = unit[:-1] * length[1:, None] + unit[1:] * length[:-1, None]
    tangents = np.empty_like(nodes)
    tangents[1:-1] = inner / np.maximum(np.sqrt(inner[:, 0] ** 2 + inner[:, 1] ** 2), 1e-12)[:, None]
    # An end takes its neighbour's tangent mirrored in the chord: the same circle goes on.
    for end, near, u in ((0, 1, unit[0]), (-1, -2, unit[-1])):
        t = tangents[near]
        tangents[end] = 2 * (t[0] * u[0] + t[1] * u[1]) * u - t
    cosine = np.clip(tangents[:-1, 0] * unit[:, 0] + tangents[:-1, 1] * unit[:, 1], 0.2, 1.0)
    cosine_end = np.clip(tangents[1:, 0] * unit[:, 0] + tangents[1:, 1] * unit[:, 1], 0.2, 1.0)
    # A circle's handle over its chord is 2 / (3 (1 + cos)) for a tangent at that angle to the chord.
    stroke = np.empty((3 * len(nodes) - 2, 2))
    stroke[0::3] = nodes
    stroke[1::3] = nodes[:-1] + tangents[:-1] * (length * 2 / (3 * (1 + cosine)))[:, None]
    stroke[2::3] = nodes[1:] - tangents[1:] * (length * 2 / (3 * (1 + cosine_end)))[:, None]
    return stroke[3:-3] if closed else stroke


def smooth(points: Sequence[Point] | Floats, closed: bool = False) -> Curves:
    """One smooth stroke through ``points``."""
    return Curves.of([smooth_stroke(points, closed)])
