"""Transforms: matrices of SVG, and the ``transform`` and ``viewBox`` attributes that make them."""

from __future__ import annotations

import re
from math import atan2, cos, degrees, isfinite, radians, sin, sqrt, tan

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.units import numbers, parse_length, unreadable

#: (a, b, c, d, e, f) of SVG: x' = a x + c y + e, y' = b x + d y + f.
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FUNCTION = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)[\s,]*")
_ALIGN = re.compile(r"x(Min|Mid|Max)Y(Min|Mid|Max)")
_PLACES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)


def moving(x: float, y: float) -> Matrix:
    """The matrix that moves by (x, y)."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def turning(angle: float) -> Matrix:
    """The matrix that turns by ``angle`` degrees about the origin. Rounded: see ``Curves.turned``."""
    c, s = round(cos(radians(angle)), 12), round(sin(radians(angle)), 12)
    return (c, s, -s, c, 0.0, 0.0)


def inverse(matrix: Matrix) -> Matrix | None:
    """The matrix that undoes ``matrix``, or None for one that flattens the plane."""
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    if not isfinite(whole) or abs(whole) < 1e-18:
        return None
    return (d / whole, -b / whole, -c / whole, a / whole, (c * f - d * e) / whole, (b * e - a * f) / whole)


def scale_of(matrix: Matrix) -> float:
    """By how much lengths grow, on the average of all directions."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def angle_of(matrix: Matrix) -> float:
    """The clockwise turn of the x axis on the page, in degrees."""
    return round(degrees(atan2(matrix[1], matrix[0])), 6)


def placed(points: Floats, matrix: Matrix) -> Floats:
    """Points (n, 2) under a matrix."""
    a, b, c, d, e, f = matrix
    x, y = points[:, 0], points[:, 1]
    made = np.empty(points.shape)
    made[:, 0] = a * x + c * y + e
    made[:, 1] = b * x + d * y + f
    return made


def placed_point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A single point under a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def placed_curves(curves: Curves, matrix: Matrix) -> Curves:
    """Curves under a matrix."""
    return Curves(placed(curves.points, matrix), curves.starts)


def transform_of(node: Node, text: str, name: str = "transform") -> Matrix:
    """The matrix of a ``transform`` attribute; ``SvgError`` with its place for what is none."""
    matrix, position = SAME, 0
    text = text.strip()
    if text in ("", "none"):
        return SAME
    while position < len(text):
        match = _FUNCTION.match(text, position)
        single = None if match is None else _single(match[1], match[2])
        if match is None or single is None:
            raise unreadable(node, name)
        matrix = times(matrix, single)
        position = match.end()
    return matrix


def _single(kind: str, text: str) -> Matrix | None:
    """The matrix of one transform function; CSS may write px and deg."""
    values = [parse_length(part.removesuffix("deg")) for part in text.replace(",", " ").split()]
    n = [value for value in values if value is not None]
    if len(n) < len(values):
        return None
    if kind == "matrix" and len(n) == 6:
        return (n[0], n[1], n[2], n[3], n[4], n[5])
    if kind == "translate" and len(n) in (1, 2):
        return moving(n[0], n[1] if len(n) == 2 else 0.0)
    if kind == "scale" and len(n) in (1, 2):
        return (n[0], 0.0, 0.0, n[-1], 0.0, 0.0)
    if kind == "rotate" and len(n) in (1, 3):
        x, y = (n[1], n[2]) if len(n) == 3 else (0.0, 0.0)
        return times(times(moving(x, y), turning(n[0])), moving(-x, -y))
    if kind in ("skewX", "skewY") and len(n) == 1:
        slope = round(tan(radians(n[0])), 12)
        return (1.0, 0.0, slope, 1.0, 0.0, 0.0) if kind == "skewX" else (1.0, slope, 0.0, 1.0, 0.0, 0.0)
    if kind in ("translateX", "translateY") and len(n) == 1:
        return moving(n[0], 0.0) if kind == "translateX" else moving(0.0, n[0])
    return None


def view_box(node: Node) -> tuple[float, float, float, float] | None:
    """(x, y, width, height) of a ``viewBox``, or None without one; a negative size is an ``SvgError``."""
    values = numbers(node, "viewBox")
    if not values:
        return None
    if len(values) != 4 or values[2] < 0 or values[3] < 0:
        raise unreadable(node, "viewBox")
    return values[0], values[1], values[2], values[3]


def fitting(box: tuple[float, float, float, float], width: float, height: float, aspect: str) -> Matrix:
    """The matrix that shows ``box`` in a viewport at the origin, as ``preserveAspectRatio`` says (SVG 2, 8.2)."""
    x, y, w, h = box
    across, down = width / w, height / h
    words = aspect.replace("defer", " ").split()
    match = _ALIGN.fullmatch(words[0]) if words else None
    if words[:1] == ["none"]:
        return (across, 0.0, 0.0, down, -x * across, -y * down)
    scale = max(across, down) if words[1:2] == ["slice"] else min(across, down)
    left, top = (_PLACES[match[1]], _PLACES[match[2]]) if match else (0.5, 0.5)
    return (
        scale, 0.0, 0.0, scale, (width - w * scale) * left - x * scale, (height - h * scale) * top - y * scale
    )  # fmt: skip
