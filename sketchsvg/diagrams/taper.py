"""Branches of a mind map: centrelines that swing from node to node, thick at the root and thin at the tip."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import QUARTER, Point, smooth_stroke

#: Points on each cubic of a tapered outline, its end included.
SAMPLES = 7
#: A branch that leads straight on sways by this part of its length, by no more than this, in mm.
SWAY, STRAYING = 0.05, 0.6


def swing(x0: float, y0: float, x1: float, y1: float, tail: float = 0.0) -> list[Point]:
    """A centreline that leaves and arrives level, then runs on level for ``tail`` mm (negative: to the left)."""
    half = (x1 - x0) / 2
    # The steeper it is, the less it needs to sway.
    sway = max(0.0, min(STRAYING, SWAY * abs(x1 - x0)) - abs(y1 - y0) / 2)
    points = [(x0, y0), (x0 + half, y0 - sway), (x1 - half, y1 + sway), (x1, y1)]
    if tail:
        points += [(x1 + tail / 3, y1), (x1 + tail * 2 / 3, y1), (x1 + tail, y1)]
    return points


def elbow(x0: float, y0: float, x1: float, y1: float, tail: float = 0.0, radius: float = 4.0) -> list[Point]:
    """A centreline that leaves straight up or down, turns in a quarter round and arrives level.

    ``tail`` as in ``swing``; the turn is as wide as ``radius`` where there is room.
    """
    side, way = (1.0 if x1 > x0 else -1.0), (1.0 if y1 > y0 else -1.0)
    radius = min(radius, abs(x1 - x0), abs(y1 - y0))
    turn, out = y1 - way * radius, x0 + side * radius
    hold = radius * (1 - QUARTER)
    sway = side * min(STRAYING, SWAY * max(0.0, abs(turn - y0) - radius))
    points = [
        (x0, y0), (x0 + sway, y0 + (turn - y0) / 3), (x0 - sway, y0 + (turn - y0) * 2 / 3),
        (x0, turn), (x0, y1 - way * hold), (x0 + side * hold, y1),
        (out, y1),
    ]  # fmt: skip
    rest = x1 + tail - out
    if abs(rest) > 1e-9:
        points += [(out + rest / 3, y1), (out + rest * 2 / 3, y1), (out + rest, y1)]
    return points


def tapered(centreline: Sequence[Point], start: float, end: float) -> Curves:
    """The closed outline of a stroke along ``centreline`` (cubics), ``start`` mm wide at first and ``end`` at last."""
    nodes, normals, along = _sampled(np.asarray(centreline, dtype=np.float64))
    half = (start + (end - start) * along)[:, None] / 2
    left = smooth_stroke(nodes + normals * half)
    right = smooth_stroke((nodes - normals * half)[::-1])
    tip, root = _across(left[-1], right[0]), _across(right[-1], left[0])
    return Curves.of([np.concatenate((left, tip, right, root, left[:1]))])


def _across(start: Floats, end: Floats) -> Floats:
    """The two handles of a straight piece."""
    step = (end - start) / 3
    return np.stack((start + step, end - step))


def _sampled(points: Floats) -> tuple[Floats, Floats, Floats]:
    """Points on the cubics (n, 2), unit normals there (n, 2), and how far along each stands (n,), 0 to 1."""
    count = (len(points) - 1) // 3
    t = (np.arange(1, SAMPLES + 1) / SAMPLES)[:, None]
    s = 1 - t
    nodes, slopes = [points[:1]], [points[1:2] - points[:1]]
    for index in range(count):
        a, b, c, d = points[3 * index : 3 * index + 4]
        nodes.append(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
        slopes.append((b - a) * (s * s) + (c - b) * (2 * s * t) + (d - c) * (t * t))
    on, slope = np.concatenate(nodes), np.concatenate(slopes)
    length = np.sqrt(slope[:, 0] ** 2 + slope[:, 1] ** 2)
    unit = slope / np.where(length > 1e-12, length, 1.0)[:, None]
    step = on[1:] - on[:-1]
    run = np.concatenate((np.zeros(1), np.cumsum(np.sqrt(step[:, 0] ** 2 + step[:, 1] ** 2))))
    return on, np.stack((-unit[:, 1], unit[:, 0]), axis=1), run / max(float(run[-1]), 1e-12)
