"""From many points in a row to a stroke of few cubics: corners stay corners, all else flows."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.geometry.shapes import smooth_stroke

#: The cosine of the sharpest turn (about 55 degrees) that is still a bend.
CORNER = 0.57
Point = tuple[float, float]


def stroke_through(points: Floats, reach: float, tolerance: float) -> Floats:
    """A smooth stroke near ``points`` (n, 2): (3 k + 1, 2).

    ``reach`` is over what length a turn is looked at, ``tolerance`` how far the stroke may stay away, in their units.
    """
    if len(points) < 2:
        return points[:1]
    nodes = _evened(points, max(1, int(reach / 3)))
    corners = _corners(nodes, reach)
    parts: list[Floats] = []
    for first, last in pairwise(corners):
        piece = smooth_stroke(_few(nodes[first : last + 1], tolerance))
        parts.append(piece if not parts else piece[1:])
    return np.concatenate(parts)


def _evened(points: Floats, times: int) -> list[Point]:
    """The points with the steps of the grid evened out; the ends stay."""
    evened = points
    for _ in range(times):
        middle = (evened[:-2] + evened[1:-1] * 2 + evened[2:]) / 4
        evened = np.concatenate((evened[:1], middle, evened[-1:]))
    return [(float(x), float(y)) for x, y in evened]


def _corners(nodes: list[Point], reach: float) -> list[int]:
    """The indices of the ends and of the sharp turns between them."""
    sharp: list[tuple[float, int]] = []
    travelled = [0.0]
    for before, after in pairwise(nodes):
        travelled.append(travelled[-1] + _apart(before, after))
    back = ahead = 0
    for at in range(1, len(nodes) - 1):
        while travelled[at] - travelled[back] > reach and back < at - 1:
            back += 1
        ahead = max(ahead, at + 1)
        while ahead < len(nodes) - 1 and travelled[ahead] - travelled[at] < reach:
            ahead += 1
        cosine = _cosine(nodes[back], nodes[at], nodes[ahead])
        if cosine < CORNER:
            sharp.append((cosine, at))
    chosen: list[int] = []
    for _, at in sorted(sharp):
        if all(abs(travelled[at] - travelled[other]) > 1.5 * reach for other in [0, len(nodes) - 1, *chosen]):
            chosen.append(at)
    return [0, *sorted(chosen), len(nodes) - 1]


def _few(nodes: list[Point], tolerance: float) -> list[Point]:
    """The fewest of the points that stay within ``tolerance`` (Douglas and Peucker 1973)."""
    kept = [0, len(nodes) - 1]
    waiting = [(0, len(nodes) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, at = tolerance, -1
        for number in range(first + 1, last):
            away = _from_chord(nodes[number], nodes[first], nodes[last])
            if away > farthest:
                farthest, at = away, number
        if at > 0:
            kept.append(at)
            waiting += [(first, at), (at, last)]
    return [nodes[number] for number in sorted(set(kept))]


def _from_chord(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = sqrt(dx * dx + dy * dy)
    if length < 1e-9:
        return _apart(point, start)
    return abs((point[0] - start[0]) * dy - (point[1] - start[1]) * dx) / length


def _cosine(a: Point, b: Point, c: Point) -> float:
    first, second = _apart(a, b), _apart(b, c)
    if first < 1e-9 or second < 1e-9:
        return 1.0
    return ((b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])) / (first * second)


def _apart(a: Point, b: Point) -> float:
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))


__all__ = ["stroke_through"]
