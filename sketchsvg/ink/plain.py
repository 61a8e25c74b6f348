"""Plain shapes by the thousand: checked when they are asked for, made together when they are drawn.

What comes out is what ``marks`` makes of them one by one, to the last bit, at a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import QUARTER
from sketchsvg.hashing import blake2b
from sketchsvg.ink.marks import drawn_with, key_of, styled
from sketchsvg.ink.style import Style
from sketchsvg.scene import Layer, Mark

#: How many numbers make a shape.
COLUMNS = {"line": 4, "rectangle": 4, "ellipse": 4, "circle": 3}

_NUMBERS = frozenset((int, float))
#: Numbers are kept to the nanometre, as ``arguments.number`` keeps them.
_A_MM = 1e6


class Plain(NamedTuple):
    """A shape still to be made: its numbers in the unit of its sketch; an empty ``key`` is made from them."""

    kind: str
    numbers: tuple[float, ...]
    style: Style
    key: str


def is_plain(kind: str, numbers: tuple[float, ...], style: Style, near: float, far: float) -> bool:
    """Whether nothing here needs a closer look: ordinary numbers, sizes over 0, no line to be filled.

    ``near`` and ``far`` are the bounds of coordinates, in the unit of the numbers.
    """
    if not (_NUMBERS.issuperset(map(type, numbers)) and isfinite(sum(numbers))):
        return False
    if kind in ("line", "polyline", "polygon"):
        return (kind == "polygon" or style.fill is None) and min(numbers) >= near and max(numbers) <= far
    size = max(numbers[2:])
    return min(numbers[2:]) > 1e-5 and min(numbers[:2]) - size >= near and max(numbers[:2]) + size <= far


def flat(points: object, least: int) -> tuple[float, ...]:
    """The coordinates of at least so many points, one after another; nothing where that is not what they are."""
    if not isinstance(points, list | tuple) or len(points) < least:
        return ()
    try:
        return tuple(value for x, y in points for value in (x, y))
    except (TypeError, ValueError):
        return ()


def made(shapes: Sequence[Plain], scale: float) -> tuple[list[Mark], Floats]:
    """The marks of ``shapes``, and the box (left, top, right, bottom) of each, in mm; ``scale`` is mm in a unit."""
    marks: list[Mark | None] = [None] * len(shapes)
    boxes = np.empty((len(shapes), 4))
    alike: dict[tuple[str, int], list[int]] = {}
    for index, shape in enumerate(shapes):
        alike.setdefault((shape.kind, len(shape.numbers)), []).append(index)
    for (kind, _), members in alike.items():
        numbers = snapped(np.array([shapes[index].numbers for index in members], dtype=np.float64) * scale)
        points = OUTLINES[kind](numbers)
        boxes[members, :2], boxes[members, 2:] = points.min(axis=1), points.max(axis=1)
        starts = np.array([0, points.shape[1]], dtype=np.int64)
        data, size = numbers.astype("<f8").tobytes(), 8 * numbers.shape[1]
        for place, index in enumerate(members):
            shape = shapes[index]
            hashed = data[place * size : (place + 1) * size]
            key = shape.key or f"{kind}-{blake2b(hashed, digest_size=6).hexdigest()}"
            marks[index] = drawn_with(shape.style, Curves(points[place], starts), key, Layer.LINE)
    return [mark for mark in marks if mark is not None], boxes


def many(kind: str, table: Floats, style: Style, key: str) -> Mark:
    """One mark of as many shapes as ``table`` has rows, each row the numbers of a shape in mm."""
    points = OUTLINES[kind](table)
    count, size = points.shape[:2]
    curves = Curves(points.reshape(-1, 2), np.arange(count + 1, dtype=np.int64) * size)
    return styled(curves, style, key or key_of(f"{kind}s", table.ravel().tolist()))


def snapped(lengths: Floats) -> Floats:
    """Lengths in mm, to the nanometre."""
    return np.rint(lengths * _A_MM) / _A_MM + 0.0


def _chain(nodes: Floats) -> Floats:
    """Straight strokes through nodes (n, k, 2): handles at the thirds."""
    points = np.empty((len(nodes), 3 * nodes.shape[1] - 2, 2))
    points[:, 0::3] = nodes
    step = (nodes[:, 1:] - nodes[:, :-1]) / 3
    points[:, 1::3] = nodes[:, :-1] + step
    points[:, 2::3] = nodes[:, 1:] - step
    return points


def _polylines(numbers: Floats) -> Floats:
    return _chain(numbers.reshape(len(numbers), -1, 2))


def _polygons(numbers: Floats) -> Floats:
    return _polylines(np.concatenate((numbers, numbers[:, :2]), axis=1))


def _rectangles(numbers: Floats) -> Floats:
    x, y = numbers[:, 0], numbers[:, 1]
    right, bottom = x + numbers[:, 2], y + numbers[:, 3]
    corners = np.stack((x, y, right, y, right, bottom, x, bottom, x, y), axis=1)
    return _chain(corners.reshape(-1, 5, 2))


def _ellipses(numbers: Floats) -> Floats:
    cx, cy, rx, ry = numbers.T
    hx, hy = rx * QUARTER, ry * QUARTER
    left, right, top, bottom = cx - rx, cx + rx, cy - ry, cy + ry
    around = (
        cx, top, cx - hx, top, left, cy - hy, left, cy, left, cy + hy, cx - hx, bottom, cx, bottom,
        cx + hx, bottom, right, cy + hy, right, cy, right, cy - hy, cx + hx, top, cx, top,
    )  # fmt: skip
    return np.stack(around, axis=1).reshape(-1, 13, 2)


def _circles(numbers: Floats) -> Floats:
    return _ellipses(numbers[:, (0, 1, 2, 2)])


#: The strokes (n, k, 2) of n shapes from their numbers, by kind.
OUTLINES = {
    "line": _polylines, "polyline": _polylines, "polygon": _polygons,
    "rectangle": _rectangles, "ellipse": _ellipses, "circle": _circles,
}  # fmt: skip
