"""Markers: where on an outline they stand and which way they look."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.affine import SAME, Matrix, fitting, moving, times, turning, view_box
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.units import length, parse_length

#: The shapes that markers stand on (SVG 2, 13.7.1).
MARKED = frozenset({"path", "line", "polyline", "polygon"})
#: A vertex with the way the outline takes there, as a unit vector.
Vertex = tuple[float, float, float, float]
#: (x, y, width, height) of a viewport.
_View = tuple[float, float, float, float]
_NEAR = 1e-12


def vertices(curves: Curves) -> Iterator[tuple[str, Vertex]]:
    """Every vertex of an outline and which marker property is meant for it."""
    strokes = [stroke for stroke in curves.strokes() if len(stroke)]
    for number, stroke in enumerate(strokes):
        ways = _ways(stroke)
        nodes = stroke[0::3]
        for place, ((x, y), (dx, dy)) in enumerate(zip(nodes.tolist(), ways.tolist(), strict=True)):
            first = number == 0 and place == 0
            last = number == len(strokes) - 1 and place == len(nodes) - 1
            if first:
                yield "marker-start", (x, y, dx, dy)
            if not first and not last:
                yield "marker-mid", (x, y, dx, dy)
            if last:
                yield "marker-end", (x, y, dx, dy)


def _ways(stroke: Floats) -> Floats:
    """The direction at each node: the mean of the ways into it and out of it."""
    if len(stroke) < 4:
        return np.array([(1.0, 0.0)])
    a, b, c, d = stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    out = _unit(_first_long(b - a, c - a, d - a))
    into = _unit(_first_long(d - c, d - b, d - a))
    closed = bool((stroke[0] == stroke[-1]).all())
    before = np.concatenate((into[-1:] if closed else out[:1], into))
    after = np.concatenate((out, out[:1] if closed else into[-1:]))
    both = before + after
    opposite = (np.abs(both[:, 0]) + np.abs(both[:, 1])) < 1e-9
    both[opposite] = after[opposite]
    return _unit(both)


def _first_long(*ways: Floats) -> Floats:
    """For each row the first of the vectors that has a length."""
    chosen = ways[-1].copy()
    for way in reversed(ways[:-1]):
        long = (np.abs(way[:, 0]) + np.abs(way[:, 1])) > _NEAR
        chosen[long] = way[long]
    return chosen


def _unit(ways: Floats) -> Floats:
    reach = np.sqrt(ways[:, 0] * ways[:, 0] + ways[:, 1] * ways[:, 1])
    none = reach == 0
    unit = ways / np.where(none, 1.0, reach)[:, None]
    unit[none] = (1.0, 0.0)
    return unit


def marker_place(node: Node, vertex: Vertex, pen: float, kind: str, em: float) -> tuple[Matrix, _View] | None:
    """Where a marker's content goes: its matrix and its viewport in content units; None where it has no size.

    ``pen`` is the stroke width in the units of the outline.
    """
    x, y, dx, dy = vertex
    orient = node.get("orient", "0")
    if orient in ("auto", "auto-start-reverse"):
        flip = -1.0 if orient == "auto-start-reverse" and kind == "marker-start" else 1.0
        turn: Matrix = (dx * flip, dy * flip, -dy * flip, dx * flip, 0.0, 0.0)
    else:
        turn = turning(parse_length(orient.removesuffix("deg")) or 0.0)
    width, height = length(node, "markerWidth", 3.0, em=em), length(node, "markerHeight", 3.0, em=em)
    if width <= 0 or height <= 0:
        return None
    box = view_box(node)
    if box is not None and (box[2] <= 0 or box[3] <= 0):
        return None
    fit = SAME if box is None else fitting(box, width, height, node.get("preserveAspectRatio"))
    across, down = width if box is None else box[2], height if box is None else box[3]
    rx, ry = _reference(node, "refX", across, box, 0, em), _reference(node, "refY", down, box, 1, em)
    shift = moving(-(fit[0] * rx + fit[4]), -(fit[3] * ry + fit[5]))
    grow = 1.0 if node.get("markerUnits") == "userSpaceOnUse" else pen
    scale: Matrix = (grow, 0.0, 0.0, grow, 0.0, 0.0)
    matrix = times(times(times(times(moving(x, y), turn), scale), shift), fit)
    return matrix, box or (0.0, 0.0, width, height)


def _reference(node: Node, name: str, whole: float, box: _View | None, axis: int, em: float) -> float:
    words = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
    text = node.get(name)
    if text in words:
        return (box[axis] if box else 0.0) + words[text] * whole
    return length(node, name, 0.0, whole, em)


