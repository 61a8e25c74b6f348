"""The outlines of SVG's basic shapes, in their own units."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import sqrt

import numpy as np

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.svgpath import PathDataError, parse_path
from sketchsvg.readers.svg.errors import SvgError
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.units import length, numbers

#: A number of a path, roughly: none is found twice. And from how many characters on it is worth while to count.
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")
_LONG = 2_000_000


class Viewport:
    """What percentages are of: ``width`` and ``height`` in px."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height

    @property
    def diagonal(self) -> float:
        """What lengths that are neither across nor down are of (SVG 2, 8.9)."""
        return sqrt((self.width * self.width + self.height * self.height) / 2)


def outline(node: Node, view: Viewport, em: float) -> Curves:
    """The outline of a shape; empty where SVG draws nothing (a size of zero). ``SvgError`` names what is wrong."""
    return SHAPES[node.tag](node, view, em)


def least_points(node: Node) -> int:
    """No more points than the outline of a long path or polygon will have; 0 for all else. Far quicker than reading."""
    text = node.attributes.get("points" if node.tag.startswith("poly") else "d", "")
    return len(_DIGITS.findall(text)) // 2 if len(text) > _LONG else 0


def _path(node: Node, view: Viewport, em: float) -> Curves:
    text = node.attributes.get("d", "")
    if text.strip() in ("", "none"):
        return Curves.empty()
    try:
        return parse_path(text)
    except PathDataError as error:
        raise SvgError(error.what, where=node.where, mend=error.mend) from None


def _ellipse(node: Node, view: Viewport, em: float) -> Curves:
    if node.tag == "circle":
        rx = ry = length(node, "r", 0.0, view.diagonal, em)
    else:
        rx, ry = length(node, "rx", -1.0, view.width, em), length(node, "ry", -1.0, view.height, em)
        # One missing radius takes the other's value.
        rx, ry = (ry if rx == -1.0 else rx), (rx if ry == -1.0 else ry)
    if rx <= 0 or ry <= 0:
        return Curves.empty()
    return shapes.ellipse(length(node, "cx", 0.0, view.width, em), length(node, "cy", 0.0, view.height, em), rx, ry)


def _rectangle(node: Node, view: Viewport, em: float) -> Curves:
    x, y = length(node, "x", 0.0, view.width, em), length(node, "y", 0.0, view.height, em)
    width, height = length(node, "width", 0.0, view.width, em), length(node, "height", 0.0, view.height, em)
    if width <= 0 or height <= 0:
        return Curves.empty()
    rx, ry = length(node, "rx", -1.0, view.width, em), length(node, "ry", -1.0, view.height, em)
    rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return shapes.rectangle(Rect(x, y, width, height))
    if rx == ry:
        return shapes.rectangle(Rect(x, y, width, height), rx)
    round_one = shapes.rectangle(Rect(x / rx, y / ry, width / rx, height / ry), 1.0)
    return Curves(round_one.points * np.array((rx, ry)), round_one.starts)


def _line(node: Node, view: Viewport, em: float) -> Curves:
    x0, x1 = (length(node, name, 0.0, view.width, em) for name in ("x1", "x2"))
    y0, y1 = (length(node, name, 0.0, view.height, em) for name in ("y1", "y2"))
    return shapes.line(x0, y0, x1, y1)


def _polyline(node: Node, view: Viewport, em: float) -> Curves:
    values = numbers(node, "points")
    # "If an odd number of coordinates is provided": the last one is left out (SVG 2, 9.6.1).
    points = np.array(values[: len(values) // 2 * 2], dtype=np.float64).reshape(-1, 2)
    if not len(points):
        return Curves.empty()
    return shapes.polyline(points) if node.tag == "polyline" else shapes.polygon(points)


SHAPES: dict[str, Callable[[Node, Viewport, float], Curves]] = {
    "path": _path,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "rect": _rectangle,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polyline,
}
