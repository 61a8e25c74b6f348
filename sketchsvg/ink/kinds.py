"""Kinds of shapes as the strokes of many at once: what ``marks`` makes of them one by one, to the last bit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.arcs import quarters, rim
from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.shapes import QUARTER
from sketchsvg.ink.marks import FULL_TURN_SLACK

#: Numbers are kept to the nanometre, as ``arguments.number`` keeps them.
_A_MM = 1e6

_NUMBERS = frozenset((int, float))
#: A sum that no shape's numbers come to.
_MOST = 1e15


class Alike(Struct, frozen=True, eq=False):
    """Shapes that differ only in their numbers: ``points`` (n, k, 2) in mm, cut into strokes at ``starts``.

    ``rows`` tells which of the shapes asked for they are, ``hashed`` (n, c) are the numbers that their keys hang on.
    """

    rows: Ints
    points: Floats
    starts: Ints
    hashed: Floats


#: Whether the numbers of a shape need no closer look, given how far out its coordinates may lie, in their own unit.
Fits: TypeAlias = Callable[[Sequence[float], float, float], bool]


class Kind(Struct, frozen=True, eq=False):
    """A kind of shape: what its keys begin with, which numbers need no closer look, and whether it is closed."""

    name: str
    fits: Fits
    closed: bool

    def shaped(self, numbers: Floats, mm: float) -> list[Alike]:
        """The shapes of rows of numbers in a unit of ``mm``."""
        raise NotImplementedError


class Numbered(Kind, frozen=True, eq=False):
    """A kind whose strokes follow from a row of numbers: lengths, and at its end as many degrees as ``angles``."""

    strokes: Callable[[Floats], Floats]
    angles: int = 0

    def shaped(self, numbers: Floats, mm: float) -> list[Alike]:
        """The shapes of rows of numbers in a unit of ``mm``."""
        scaled = numbers * mm
        if self.angles:
            scaled[:, -self.angles :] = numbers[:, -self.angles :]
        exact = snapped(scaled)
        points = self.strokes(exact)
        return [Alike(np.arange(len(points)), points, np.array([0, points.shape[1]]), exact)]


class Given(Kind, frozen=True, eq=False):
    """A single shape whose strokes are known already, in mm."""

    curves: Curves

    def shaped(self, numbers: Floats, mm: float) -> list[Alike]:
        """The shape, whatever its numbers."""
        points = self.curves.points[None]
        return [Alike(np.zeros(1, dtype=np.int64), points, self.curves.starts, points.reshape(1, -1))]


def snapped(numbers: Floats) -> Floats:
    """Numbers to the millionth; lengths in mm so to the nanometre."""
    exact = numbers * _A_MM
    np.rint(exact, out=exact)
    exact /= _A_MM
    exact += 0.0
    return exact


def flat(points: object, least: int) -> tuple[float, ...]:
    """The coordinates of at least so many points, one after another; nothing where that is not what they are."""
    if not isinstance(points, list | tuple) or len(points) < least:
        return ()
    try:
        return tuple([value for x, y in points for value in (x, y)])
    except (TypeError, ValueError):
        return ()


def ordinary(numbers: Sequence[float]) -> bool:
    """Whether all are whole numbers or floats, and finite."""
    return _NUMBERS.issuperset(map(type, numbers)) and -_MOST < sum(numbers) < _MOST


def never(numbers: Sequence[float], near: float, far: float) -> bool:
    """For what has been looked at more closely already."""
    return False


def _spread(numbers: Sequence[float], near: float, far: float) -> bool:
    """Points: all of them within the bounds."""
    # As ``ordinary`` asks, without the call: there are many lines.
    plain = _NUMBERS.issuperset(map(type, numbers)) and -_MOST < sum(numbers) < _MOST
    return plain and min(numbers) >= near and max(numbers) <= far


def _bent(numbers: Sequence[float], near: float, far: float) -> bool:
    """Points of a smooth line: its handles may lie off them by less than they lie apart."""
    if not ordinary(numbers):
        return False
    x, y = numbers[::2], numbers[1::2]
    left, right, top, bottom = min(x), max(x), min(y), max(y)
    room = right - left + bottom - top
    return min(left, top) - room >= near and max(right, bottom) + room <= far


def _sized(numbers: Sequence[float], near: float, far: float) -> bool:
    """A place and sizes: all of these over 0."""
    if not (_NUMBERS.issuperset(map(type, numbers)) and -_MOST < sum(numbers) < _MOST):
        return False
    x, y, *sizes = numbers
    size = max(sizes)
    low, high = (x, y) if x < y else (y, x)
    return min(sizes) > 1e-5 and low - size >= near and high + size <= far


def _turned(numbers: Sequence[float], near: float, far: float) -> bool:
    """A place, two sizes and two angles, which ``arc_kind`` has looked at."""
    return ordinary(numbers[4:]) and _sized(numbers[:4], near, far)


def _chain(nodes: Floats) -> Floats:
    """Straight strokes through nodes (n, k, 2): handles at the thirds."""
    points = np.empty((len(nodes), 3 * nodes.shape[1] - 2, 2))
    points[:, 0::3] = nodes
    step = nodes[:, 1:] - nodes[:, :-1]
    step /= 3
    np.add(nodes[:, :-1], step, out=points[:, 1::3])
    np.subtract(nodes[:, 1:], step, out=points[:, 2::3])
    return points


def _polylines(numbers: Floats) -> Floats:
    return _chain(numbers.reshape(len(numbers), -1, 2))


def _polygons(numbers: Floats) -> Floats:
    return _polylines(np.concatenate((numbers, numbers[:, :2]), axis=1))


def _beziers(numbers: Floats) -> Floats:
    return numbers.reshape(len(numbers), -1, 2)


def _rectangles(numbers: Floats) -> Floats:
    x, y = numbers[:, 0], numbers[:, 1]
    right, bottom = x + numbers[:, 2], y + numbers[:, 3]
    return _chain(_points((x, y, right, y, right, bottom, x, bottom, x, y)))


def _rounded(numbers: Floats) -> Floats:
    """Rectangles with round corners, begun behind the top left one."""
    x, y, wide, high, radius = numbers.T
    right, bottom = x + wide, y + high
    radius = np.maximum(0.0, np.minimum(np.minimum(radius, wide / 2), high / 2))
    h = radius * (1 - QUARTER)
    begin = (x + radius, y)
    sides = (
        (right - radius, y, right - h, y, right, y + h, right, y + radius),
        (right, bottom - radius, right, bottom - h, right - h, bottom, right - radius, bottom),
        (x + radius, bottom, x + h, bottom, x, bottom - h, x, bottom - radius),
        (x, y + radius, x, y + h, x + h, y, x + radius, y),
    )
    around: list[Floats] = [*begin]
    for side in sides:
        x0, y0, (x1, y1) = around[-2], around[-1], side[:2]
        dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
        around += [x0 + dx, y0 + dy, x1 - dx, y1 - dy, *side]
    return _points(around)


def _ellipses(numbers: Floats) -> Floats:
    cx, cy, rx, ry = numbers.T
    hx, hy = rx * QUARTER, ry * QUARTER
    left, right, top, bottom = cx - rx, cx + rx, cy - ry, cy + ry
    return _points((
        cx, top, cx - hx, top, left, cy - hy, left, cy, left, cy + hy, cx - hx, bottom, cx, bottom,
        cx + hx, bottom, right, cy + hy, right, cy, right, cy - hy, cx + hx, top, cx, top,
    ))  # fmt: skip


def _circles(numbers: Floats) -> Floats:
    return _ellipses(numbers[:, (0, 1, 2, 2)])


def _points(around: Sequence[Floats]) -> Floats:
    """Points (n, k, 2) from their coordinates in turn, each (n,)."""
    points = np.empty((len(around[0]), len(around)))
    for place, values in enumerate(around):
        points[:, place] = values
    return points.reshape(len(points), -1, 2)


def _arcs(numbers: Floats) -> Floats:
    cx, cy, rx, ry = numbers[:, :4].T
    pairs, of = np.unique(numbers[:, 4:], axis=0, return_inverse=True)
    rims = np.array([rim(start, stop) for start, stop in pairs.tolist()]).take(of.ravel(), axis=0)
    points = np.empty(rims.shape)
    points[:, :, 0] = cx[:, None] + rx[:, None] * rims[:, :, 0]
    points[:, :, 1] = cy[:, None] - ry[:, None] * rims[:, :, 1]
    return points


def _sectors(numbers: Floats) -> Floats:
    rims, middle = _arcs(numbers), numbers[:, :2]
    count = rims.shape[1]
    points = np.empty((len(rims), count + 6, 2))
    points[:, 0] = points[:, -1] = middle
    points[:, 3 : count + 3] = rims
    out, home = (rims[:, 0] - middle) / 3, (middle - rims[:, -1]) / 3
    points[:, 1], points[:, 2] = middle + out, rims[:, 0] - out
    points[:, -3], points[:, -2] = rims[:, -1] + home, middle - home
    return points


def _smooth(numbers: Floats, closed: bool) -> Floats:
    """Smooth lines through points, as ``shapes.smooth_stroke`` draws one."""
    if numbers.shape[1] < 6:
        return _polylines(numbers)
    nodes = np.ascontiguousarray(numbers.T).reshape(-1, 2, len(numbers))
    if closed:
        nodes = np.concatenate((nodes[-1:], nodes, nodes[:2]))
    x, y = nodes[:, 0], nodes[:, 1]
    dx, dy = x[1:] - x[:-1], y[1:] - y[:-1]
    length = np.sqrt(dx * dx + dy * dy)
    length[length == 0] = 1e-12
    ux, uy = dx / length, dy / length
    tx, ty = np.empty_like(x), np.empty_like(y)
    tx[1:-1] = ux[:-1] * length[1:] + ux[1:] * length[:-1]
    ty[1:-1] = uy[:-1] * length[1:] + uy[1:] * length[:-1]
    size = np.maximum(np.sqrt(tx[1:-1] * tx[1:-1] + ty[1:-1] * ty[1:-1]), 1e-12)
    tx[1:-1] /= size
    ty[1:-1] /= size
    for end, inner, chord in ((0, 1, 0), (-1, -2, -1)):
        twice = 2 * (tx[inner] * ux[chord] + ty[inner] * uy[chord])
        tx[end], ty[end] = twice * ux[chord] - tx[inner], twice * uy[chord] - ty[inner]

    def handle(at: slice) -> Floats:
        cosine = np.minimum(1.0, np.maximum(0.2, tx[at] * ux + ty[at] * uy))
        reach: Floats = length * 2 / (3 * (1 + cosine))
        return reach

    out, back = handle(slice(None, -1)), handle(slice(1, None))
    points = np.empty((numbers.shape[0], 3 * len(length) + 1, 2))
    for axis, (at, way) in enumerate(((x, tx), (y, ty))):
        points[:, 0::3, axis] = at.T
        points[:, 1::3, axis] = (at[:-1] + way[:-1] * out).T
        points[:, 2::3, axis] = (at[1:] - way[1:] * back).T
    return np.ascontiguousarray(points[:, 3:-3]) if closed else points


LINE = Numbered("line", _spread, False, _polylines)
POLYLINE = Numbered("polyline", _spread, False, _polylines)
POLYGON = Numbered("polygon", _spread, True, _polygons)
RECTANGLE = Numbered("rectangle", _sized, True, _rectangles)
ROUNDED = Numbered("rectangle", _sized, True, _rounded)
ELLIPSE = Numbered("ellipse", _sized, True, _ellipses)
CIRCLE = Numbered("circle", _sized, True, _circles)
BEZIER = Numbered("bezier", _spread, False, _beziers)
CURVE = Numbered("curve", _bent, False, partial(_smooth, closed=False))
LOOP = Numbered("loop", _bent, True, partial(_smooth, closed=True))


def arc_kind(name: str, start: float, stop: float) -> Kind | None:
    """The kind of "arc" or "sector" that has as many pieces as the turn needs; None where it is no turn."""
    return _turn_kind(name, start, stop) if ordinary((start, stop)) else None


@lru_cache(maxsize=1024)
def _turn_kind(name: str, start: float, stop: float) -> Kind | None:
    start, stop = (round(angle * _A_MM) / _A_MM + 0.0 for angle in (start, stop))
    return _turns(name, quarters(start, stop)) if 0 < abs(stop - start) <= 360 + FULL_TURN_SLACK else None


@lru_cache(maxsize=16)
def _turns(name: str, pieces: int) -> Numbered:
    """Arcs or sectors of so many pieces."""
    return Numbered(name, _turned, name == "sector", _sectors if name == "sector" else _arcs, 2)
