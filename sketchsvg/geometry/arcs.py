"""Parts of ellipses: arcs and sectors."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, radians, sin, tan

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import Point

#: An arc that misses a full turn by less than so many degrees is closed.
FULL_TURN = 2e-5


def arc(cx: float, cy: float, rx: float, ry: float, start: float, stop: float) -> Curves:
    """Part of an ellipse from the angle ``start`` to ``stop`` in degrees, one stroke.

    0 is at the right; angles grow anticlockwise, so an arc whose ``stop`` is the smaller one is drawn clockwise.
    """
    return _one(_arc_stroke(cx, cy, rx, ry, start, stop))


def sector(cx: float, cy: float, rx: float, ry: float, start: float, stop: float) -> Curves:
    """A slice of an ellipse: from the middle out, along the arc, and back. Angles as in ``arc``."""
    rim = _arc_stroke(cx, cy, rx, ry, start, stop)
    middle = (cx, cy)
    there, back = _thirds(middle, tuple(rim[0])), _thirds(tuple(rim[-1]), middle)
    return _one(np.concatenate((np.array([middle, *there]), rim, np.array([*back, middle]))))


def _one(stroke: Floats) -> Curves:
    return Curves(stroke, np.array([0, len(stroke)], dtype=np.int64))


def _thirds(begin: Point, end: Point) -> tuple[Point, Point]:
    """The handles of a straight piece."""
    dx, dy = (end[0] - begin[0]) / 3, (end[1] - begin[1]) / 3
    return (begin[0] + dx, begin[1] + dy), (end[0] - dx, end[1] - dy)


def _arc_stroke(cx: float, cy: float, rx: float, ry: float, start: float, stop: float) -> Floats:
    return np.array([(cx + rx * c, cy - ry * s) for c, s in rim(start, stop)])


@lru_cache(maxsize=1024)
def rim(start: float, stop: float) -> tuple[Point, ...]:
    """Part of the unit circle, y up, in cubics of at most 90 degrees each: off by at most 0.03 % of the radius.

    A piece of angle a has handles of length 4/3 tan(a/4). Sines are rounded to 12 digits, so that the last digit of a
    platform's own never reaches the page.
    """
    count = quarters(start, stop)
    step = radians((stop - start) / count)
    handle = round(4 / 3 * tan(step / 4), 12)
    angles = [radians(start) + step * number for number in range(count + 1)]
    unit = [(round(cos(angle), 12), round(sin(angle), 12)) for angle in angles]
    chain = [unit[0]]
    for (ca, sa), (cb, sb) in pairwise(unit):
        chain += [(ca - handle * sa, sa + handle * ca), (cb + handle * sb, sb - handle * cb), (cb, sb)]
    if abs(abs(stop - start) - 360) < FULL_TURN:
        chain[-1] = chain[0]
    return tuple(chain)


def quarters(start: float, stop: float) -> int:
    """How many cubics draw an arc."""
    return max(1, ceil(abs(stop - start) / 90 - 1e-6))
