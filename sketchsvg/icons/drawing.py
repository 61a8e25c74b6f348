"""SVG drawings read as centrelines: the outline of every shape, in the units of the drawing."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import cos, isfinite, radians, sin, tan
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.svgpath import parse_path

#: (a, b, c, d, e, f) of SVG: x' = a x + c y + e, y' = b x + d y + f.
Matrix = tuple[float, float, float, float, float, float]

_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_TRANSFORM = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)\s*")

#: Elements that hold other elements, and elements that leave no ink.
_GROUPS = frozenset({"svg", "g", "a", "switch"})
_SILENT = frozenset(
    {"title", "desc", "metadata", "defs", "style", "symbol", "clipPath", "mask", "pattern", "namedview"}
)

#: More points than a pen would ever be asked to follow in an icon.
_MOST_POINTS = 60_000
#: Beyond this (or where a transform has left no number at all) there is nothing that could be scaled back.
_FARTHEST = 1e12


class _NoDoctype(TreeBuilder):
    """Builds the tree, and stops at a document type, before an entity can be declared."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise SheetError("A <!DOCTYPE> is not read.", mend="Delete the <!DOCTYPE …> declaration from the file.")


def read_drawing(svg: bytes) -> Curves:
    """The strokes of an SVG drawing, transforms applied, in the units of its viewBox.

    Every ``path``, ``circle``, ``ellipse``, ``rect``, ``line``, ``polyline`` and ``polygon`` gives its
    outline, whether it is stroked or filled. Raises ``SheetError`` for what is no SVG, for a document type,
    and for an element that a pen cannot follow (text, pictures, scripts): nothing of a drawing is left out in
    silence.
    """
    parser = XMLParser(target=_NoDoctype())
    try:
        parser.feed(svg)
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise SheetError(f"It is not well-formed XML: {error}.") from None
    if _local(root) != "svg":
        raise SheetError(f"Its root is <{_local(root)}>, not <svg>.")
    parts: list[Curves] = []
    count = 0
    waiting: list[tuple[Element, Matrix]] = [(root, _SAME)]
    while waiting:
        element, matrix = waiting.pop()
        tag = _local(element)
        if tag in _SILENT or element.get("display") == "none":
            continue
        matrix = _times(matrix, _transform(element.get("transform", "")))
        if tag in _GROUPS:
            waiting += [(child, matrix) for child in reversed(element) if isinstance(child.tag, str)]
        elif tag in _SHAPES:
            curves = _SHAPES[tag](element)
            parts.append(curves if matrix == _SAME else _moved(curves, matrix))
            count += len(curves.points)
        else:
            raise SheetError(f"A pen cannot follow <{tag}>.", mend="Turn it into paths, or take it out.")
        if count > _MOST_POINTS:
            raise SheetError("It has too many points for an icon.", mend="Simplify its paths.")
    drawing = Curves.joined(parts)
    if np.abs(drawing.points).max(initial=0.0) < _FARTHEST:
        return drawing
    raise SheetError("Its transforms lead beyond all measure.")


def _local(element: Element) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _number(element: Element, name: str, default: float = 0.0) -> float:
    """A length attribute in user units; ``px`` is the same."""
    text = element.get(name)
    if text is None:
        return default
    return _finite(text.strip().removesuffix("px"), f'{name}="{text}" of <{_local(element)}>')


def _finite(text: str, what: str) -> float:
    """A plain number, or an error that names ``what``."""
    value = float(text) if _NUMBER.fullmatch(text) else float("nan")
    if not isfinite(value) or abs(value) > 1e9:
        raise SheetError(f"Cannot read {what} as a number.")
    return value


def _points(element: Element) -> list[tuple[float, float]]:
    """The points of a polyline or polygon."""
    text = element.get("points", "")
    values = [_finite(number, f'points="{text[:40]}"') for number in text.replace(",", " ").split()]
    if len(values) % 2:
        raise SheetError(f"The points of <{_local(element)}> are not in pairs.")
    return list(zip(values[0::2], values[1::2], strict=True))


def _path(element: Element) -> Curves:
    return parse_path(element.get("d", ""))


def _ellipse(element: Element) -> Curves:
    radius = _number(element, "r")
    rx, ry = _number(element, "rx", radius), _number(element, "ry", radius)
    if rx <= 0 or ry <= 0:  # "a value of zero disables rendering of the element"
        return Curves.empty()
    return shapes.ellipse(_number(element, "cx"), _number(element, "cy"), rx, ry)


def _rectangle(element: Element) -> Curves:
    x, y, width, height = (_number(element, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return Curves.empty()
    # One missing radius takes the other's value, and neither is larger than half its side (SVG 1.1, 9.2).
    rx = min(_number(element, "rx", _number(element, "ry")), width / 2)
    ry = min(_number(element, "ry", _number(element, "rx")), height / 2)
    if rx <= 0 or ry <= 0 or rx == ry:
        return shapes.rectangle(Rect(x, y, width, height), min(rx, ry))
    round_one = shapes.rectangle(Rect(x / rx, y / ry, width / rx, height / ry), 1.0)
    return Curves(round_one.points * np.array((rx, ry)), round_one.starts)


def _line(element: Element) -> Curves:
    return shapes.line(*(_number(element, name) for name in ("x1", "y1", "x2", "y2")))


def _polyline(element: Element) -> Curves:
    points = _points(element)
    return shapes.polyline(points) if points else Curves.empty()


def _polygon(element: Element) -> Curves:
    points = _points(element)
    return shapes.polygon(points) if points else Curves.empty()


_SHAPES: dict[str, Callable[[Element], Curves]] = {
    "path": _path,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "rect": _rectangle,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}


def _transform(text: str) -> Matrix:
    """The matrix of a ``transform`` attribute."""
    matrix, position = _SAME, 0
    while position < len(text.rstrip()):
        match = _TRANSFORM.match(text, position)
        if match is None:
            raise SheetError(f'Cannot read transform="{text[:60]}".')
        numbers = [_finite(number, f'transform="{text[:60]}"') for number in match[2].replace(",", " ").split()]
        matrix = _times(matrix, _single_transform(match[1], numbers))
        position = match.end()
    return matrix


def _single_transform(kind: str, n: list[float]) -> Matrix:
    """The matrix of one transform function with its numbers."""
    if kind == "matrix" and len(n) == 6:
        return (n[0], n[1], n[2], n[3], n[4], n[5])
    if kind == "translate" and len(n) in (1, 2):
        return (1.0, 0.0, 0.0, 1.0, n[0], n[-1] if len(n) == 2 else 0.0)
    if kind == "scale" and len(n) in (1, 2):
        return (n[0], 0.0, 0.0, n[-1], 0.0, 0.0)
    if kind == "rotate" and len(n) in (1, 3):
        c, s = round(cos(radians(n[0])), 12), round(sin(radians(n[0])), 12)
        cx, cy = (n[1], n[2]) if len(n) == 3 else (0.0, 0.0)
        return (c, s, -s, c, cx - c * cx + s * cy, cy - s * cx - c * cy)
    if kind in ("skewX", "skewY") and len(n) == 1:
        slope = round(tan(radians(n[0])), 12)
        return (1.0, 0.0, slope, 1.0, 0.0, 0.0) if kind == "skewX" else (1.0, slope, 0.0, 1.0, 0.0, 0.0)
    raise SheetError(f"Cannot read the transform {kind} with {len(n)} numbers.")


def _times(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)


def _moved(curves: Curves, matrix: Matrix) -> Curves:
    """The curves with a matrix applied to every point."""
    a, b, c, d, e, f = matrix
    x, y = curves.points[:, 0], curves.points[:, 1]
    return Curves(np.stack((a * x + c * y + e, b * x + d * y + f), axis=1), curves.starts)


__all__ = ["read_drawing"]
