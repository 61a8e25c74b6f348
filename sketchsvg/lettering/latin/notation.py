"""Strokes written down as text: the notation in which the tables of letters and signs are kept.

A glyph is its strokes parted by ``;``, a stroke is its nodes parted by spaces, a node is ``x,y`` in
thousandths of an em with y growing UP from the baseline. A mark before a node says how the pen passes it:

``h``  level                         ``v``  upright
``s``  smoothly, on the circle through its neighbours
``<``  straight on from the node before     ``>``  straight towards the node after
``d30:``  travelling at 30 degrees, 0 to the right and 90 upwards
(none)  a corner, or a free end
``H`` ``V``  a corner that is left level or upright
``o``  all by itself: a pressed dot, a little larger than the pen

Between two corners the pen goes straight. A stroke of one node is a dot. A stroke that comes back to its
first node is closed, and smooth there when that node is marked.
"""

from __future__ import annotations

import re
from math import cos, radians, sin, sqrt

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import ellipse

#: How much squarer than an ellipse a quarter turn is drawn: a bowl of a pen letter is a little fuller than
#: an oval.
FULLNESS = 0.035
#: Radius of the tiny round that the pen makes for a pressed dot, em.
PRESSED = 0.014

Vector = tuple[float, float]

_NODE = re.compile(r"([hvsHV<>]|d-?\d+:)?(-?\d+),(-?\d+)")


def read(text: str) -> Curves:
    """The strokes of ``text`` as curves: em units, y down, the page's convention."""
    return Curves.of([_stroke(part) for part in text.split(";")]) if text else Curves.empty()


def _stroke(text: str) -> Floats:
    if text.lstrip().startswith("o"):
        x, y = text.strip()[1:].split(",")
        return ellipse(float(x) / 1000, -float(y) / 1000, PRESSED, PRESSED).points
    marks, nodes = [], []
    for token in text.split():
        mark, x, y = _NODE.fullmatch(token).groups()  # type: ignore[union-attr]
        marks.append(mark or "")
        nodes.append((float(x) / 1000, -float(y) / 1000))
    arriving = [None if mark in ("H", "V") else _tangent(mark, i, nodes) for i, mark in enumerate(marks)]
    leaving = [_tangent(mark.lower(), i, nodes) for i, mark in enumerate(marks)]
    chain = [nodes[0]]
    for i in range(len(nodes) - 1):
        chain += _segment(nodes[i], leaving[i], nodes[i + 1], arriving[i + 1])
    return np.array(chain)


def _unit(a: Vector, b: Vector) -> Vector:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = sqrt(dx * dx + dy * dy)
    return dx / length, dy / length


def _tangent(mark: str, i: int, nodes: list[Vector]) -> Vector | None:
    """The direction in which the pen passes node ``i``; None at a corner."""
    last = len(nodes) - 1
    if not mark or last == 0:
        return None
    closed = nodes[0] == nodes[last]
    before = nodes[i - 1] if i else nodes[last - 1] if closed else nodes[0]
    after = nodes[i + 1] if i < last else nodes[1] if closed else nodes[last]
    here = nodes[i]
    if mark == "h":
        return (1.0 if after[0] > before[0] else -1.0), 0.0
    if mark == "v":
        return 0.0, (1.0 if after[1] > before[1] else -1.0)
    if mark[0] == "d":
        angle = radians(float(mark[1:-1]))
        return round(cos(angle), 12), -round(sin(angle), 12)
    if mark == "<":
        return _unit(before, here)
    if mark == ">":
        return _unit(here, after)
    if before == here or after == here:
        return None
    # Smooth: the tangent of the circle through three points weights each chord by the length of the other.
    u, w = _unit(before, here), _unit(here, after)
    near = sqrt((here[0] - before[0]) ** 2 + (here[1] - before[1]) ** 2)
    far = sqrt((after[0] - here[0]) ** 2 + (after[1] - here[1]) ** 2)
    return _unit((0.0, 0.0), (u[0] * far + w[0] * near, u[1] * far + w[1] * near))


def _segment(a: Vector, leave: Vector | None, b: Vector, arrive: Vector | None) -> list[Vector]:
    """Handle, handle and end of one cubic from ``a`` to ``b``."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    if leave is None and arrive is None:
        return [(a[0] + dx / 3, a[1] + dy / 3), (b[0] - dx / 3, b[1] - dy / 3), b]
    unit = _unit(a, b)
    # A free end mirrors the other end's tangent in the chord: one circle from end to end.
    p = leave or _mirrored(arrive or unit, unit)
    q = arrive or _mirrored(leave or unit, unit)
    first, second = _handles(p, q, dx, dy)
    return [(a[0] + p[0] * first, a[1] + p[1] * first), (b[0] - q[0] * second, b[1] - q[1] * second), b]


def _mirrored(tangent: Vector, unit: Vector) -> Vector:
    along = 2 * (tangent[0] * unit[0] + tangent[1] * unit[1])
    return along * unit[0] - tangent[0], along * unit[1] - tangent[1]


def _handles(p: Vector, q: Vector, dx: float, dy: float) -> tuple[float, float]:
    """Handle lengths for a piece that leaves along ``p``, arrives along ``q`` and moves by (dx, dy).

    Where the two tangents meet ahead, the handles are that share of the way to the meeting point which gives
    a circle its arc: 4/3 tan(t/4) / tan(t/2) for a turn of t. Elsewhere (an S, a half turn) each end takes
    the handle of the circle it lies on, 2/3 chord / (1 + cos).
    """
    cross = p[0] * q[1] - p[1] * q[0]
    cosine = max(-1.0, min(1.0, p[0] * q[0] + p[1] * q[1]))
    if abs(cross) > 1e-6:
        first = (dx * q[1] - dy * q[0]) / cross
        second = (p[0] * dy - p[1] * dx) / cross
        if first > 0 and second > 0:
            half = sqrt((1 + cosine) / 2)
            ratio = sqrt((1 - half) / (1 + half)) / sqrt((1 - cosine) / (1 + cosine))
            share = 4 / 3 * ratio * (1 + FULLNESS * (1 - cosine))
            return first * share, second * share
    length = sqrt(dx * dx + dy * dy)
    at_a = max(-0.4, (p[0] * dx + p[1] * dy) / length)
    at_b = max(-0.4, (q[0] * dx + q[1] * dy) / length)
    return length * 2 / (3 * (1 + at_a)), length * 2 / (3 * (1 + at_b))
