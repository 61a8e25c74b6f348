"""The outlines of all shapes of a drawing at once: a few array operations for all shapes of a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.shapes import QUARTER
from sketchsvg.geometry.svgpath import PathDataError
from sketchsvg.readers.svg.affine import Matrix
from sketchsvg.readers.svg.errors import SvgError
from sketchsvg.readers.svg.limits import FARTHEST, Budget, exceeded
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.pathdata import least_points, path_points
from sketchsvg.readers.svg.polygons import Flags
from sketchsvg.readers.svg.shapes import SHAPES, Viewport, outline
from sketchsvg.readers.svg.units import LARGEST, length

_PLAIN = re.compile(r"[0-9.eE+\- ]*+")
_DIGITS = r"[+-]?(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?"
_NUMBER = re.compile(_DIGITS)
_LIST = re.compile(rf"[ \t\r\n,]*+(?:{_DIGITS}(?:[ \t\r\n,]++|\Z|(?=[+-])))*+")
#: From how many characters on a text is looked at for how many points it holds, before they are read.
_LONG = 2_000_000
#: An ellipse about the origin as ``geometry.shapes`` draws it, in radii.
_OVAL = np.array([
    (0, -1), (-QUARTER, -1), (-1, -QUARTER), (-1, 0), (-1, QUARTER), (-QUARTER, 1), (0, 1), (QUARTER, 1), (1, QUARTER),
    (1, 0), (1, -QUARTER), (QUARTER, -1), (0, -1),
])  # fmt: skip


class Outlined(Struct, frozen=True, gc=False):
    """A shape whose outline is wanted: its element, what percentages in it are of, and its type size in px."""

    node: Node
    view: Viewport
    em: float


def read_outlines(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    """The outlines of shapes in their own units, as ``shapes.outline`` gives them one by one. ``SvgError``."""
    kinds: dict[str, list[int]] = {}
    for number, shape in enumerate(shapes):
        tag = shape.node.tag
        if tag == "rect" and ("rx" in shape.node.attributes or "ry" in shape.node.attributes):
            tag = "round"
        kinds.setdefault(tag, []).append(number)
    found: list[Curves] = [Curves.empty()] * len(shapes)
    for kind, numbers in kinds.items():
        read = _KINDS.get(kind, _one_by_one)
        for number, curves in zip(numbers, read([shapes[number] for number in numbers], budget), strict=True):
            found[number] = curves
    return found


def placed_outlines(curves: Sequence[Curves], matrices: Sequence[Matrix], where: Sequence[Node]) -> list[Curves]:
    """Outlines on the page, each under its matrix; ``LimitError`` for what leaves all measure."""
    if not curves:
        return []
    counts = np.array([len(one.points) for one in curves], dtype=np.int64)
    ends = np.cumsum(counts)
    owner = np.repeat(np.arange(len(curves)), counts)
    points = np.concatenate([one.points for one in curves])
    a, b, c, d, e, f = np.array(matrices, dtype=np.float64).T[:, owner]
    x, y = points[:, 0], points[:, 1]
    placed = np.empty_like(points)
    placed[:, 0], placed[:, 1] = a * x + c * y + e, b * x + d * y + f
    lost = ~((np.abs(placed) <= FARTHEST).all(axis=1))
    if lost.any():
        node = where[int(owner[int(np.argmax(lost))])]
        raise exceeded("it has a point too many mm away", FARTHEST, node.where, "Check its transforms.")
    begin = 0
    made = []
    for one, end in zip(curves, ends.tolist(), strict=True):
        made.append(Curves(placed[begin:end], one.starts))
        begin = end
    return made


def _one_by_one(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    found = []
    for shape in shapes:
        curves = outline(shape.node, shape.view, shape.em)
        budget.points(len(curves.points), shape.node)
        found.append(curves)
    return found


def _rectangles(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    x, y, width, height = _columns(shapes, ("x", "y", "width", "height"), "xyxy")
    corners = np.stack((x, y, x + width, y, x + width, y + height, x, y + height), axis=1).reshape(-1, 4, 2)
    return _closed(corners, (width > 0) & (height > 0), shapes, budget)


def _ellipses(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    if shapes[0].node.tag == "circle":
        cx, cy, rx = _columns(shapes, ("cx", "cy", "r"), "xyd")
        ry = rx
    else:
        cx, cy, rx, ry = _columns(shapes, ("cx", "cy", "rx", "ry"), "xyxy", (0.0, 0.0, -1.0, -1.0))
        # One missing radius takes the other's value.
        rx, ry = np.where(rx == -1.0, ry, rx), np.where(ry == -1.0, rx, ry)
    middle = np.stack((cx, cy), axis=1)[:, None, :]
    return _all_of(middle + np.stack((rx, ry), axis=1)[:, None, :] * _OVAL, (rx > 0) & (ry > 0), shapes, budget)


def _lines(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    x0, y0, x1, y1 = _columns(shapes, ("x1", "y1", "x2", "y2"), "xyxy")
    ends = np.stack((x0, y0, x1, y1), axis=1).reshape(-1, 2, 2)
    return _all_of(_through(ends), np.ones(len(ends), dtype=np.bool_), shapes, budget)


def _chains(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    """Polylines and polygons."""
    found = []
    for shape in shapes:
        node = shape.node
        text = node.attributes.get("points", "")
        _spare(text, budget, node)
        if not _LIST.fullmatch(text):
            found += _one_by_one([shape], budget)
            continue
        values = list(map(float, _NUMBER.findall(text)))
        if values and not -LARGEST <= min(values) <= max(values) <= LARGEST:
            found += _one_by_one([shape], budget)
            continue
        # "If an odd number of coordinates is provided": the last one is left out (SVG 2, 9.6.1).
        if len(values) % 2:
            values.pop()
        if values and node.tag == "polygon":
            values += values[:2]
        nodes = np.array(values, dtype=np.float64).reshape(1, -1, 2)
        curves = Curves(_through(nodes)[0], _one_stroke(3 * len(nodes[0]) - 2)) if values else Curves.empty()
        budget.points(len(curves.points), node)
        found.append(curves)
    return found


def _paths(shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    found = []
    for shape in shapes:
        node = shape.node
        text = node.attributes.get("d", "")
        _spare(text, budget, node)
        if text.strip() in ("", "none"):
            found.append(Curves.empty())
            continue
        try:
            numbers, counts = path_points(text)
        except PathDataError as error:
            raise SvgError(error.what, where=node.where, mend=error.mend) from None
        points = np.array(numbers, dtype=np.float64).reshape(-1, 2)
        budget.points(len(points), node)
        if len(counts) == 1:
            starts = _one_stroke(counts[0])
        else:
            starts = np.zeros(len(counts) + 1, dtype=np.int64)
            np.cumsum(np.array(counts, dtype=np.int64), out=starts[1:])
        found.append(Curves(points, starts))
    return found


def _spare(text: str, budget: Budget, node: Node) -> None:
    """Refuse a text with too many points before they are worked out."""
    if len(text) > _LONG:
        budget.room_for_points(least_points((text,)), node)


_KINDS: dict[str, Callable[[Sequence[Outlined], Budget], list[Curves]]] = {
    "path": _paths, "rect": _rectangles, "circle": _ellipses, "ellipse": _ellipses, "line": _lines,
    "polyline": _chains, "polygon": _chains,
}  # fmt: skip


def _columns(
    shapes: Sequence[Outlined], names: Sequence[str], axes: str, defaults: Sequence[float] = (0.0, 0.0, 0.0, 0.0)
) -> list[Floats]:
    """The values of length attributes, one array a name; ``axes`` tell what percentages are of."""
    return [
        _column(shapes, name, axis, default) for name, axis, default in zip(names, axes, defaults, strict=False)
    ]  # fmt: skip


def _column(shapes: Sequence[Outlined], name: str, axis: str, default: float) -> Floats:
    missing = repr(default)
    texts = [shape.node.attributes.get(name) or missing for shape in shapes]
    # Plain numbers are all that most drawings have.
    if _PLAIN.fullmatch(" ".join(texts)):
        try:
            values = list(map(float, texts))
        except ValueError:
            values = []
        if values and -LARGEST <= min(values) <= max(values) <= LARGEST:
            return np.array(values, dtype=np.float64)
    wholes = [{"x": shape.view.width, "y": shape.view.height, "d": shape.view.diagonal}[axis] for shape in shapes]
    return np.array([
        length(shape.node, name, default, whole, shape.em) for shape, whole in zip(shapes, wholes, strict=True)
    ])  # fmt: skip


def _closed(corners: Floats, seen: Flags, shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    """Closed chains of straight pieces through corners (n, k, 2)."""
    return _all_of(_through(np.concatenate((corners, corners[:, :1]), axis=1)), seen, shapes, budget)


def _through(nodes: Floats) -> Floats:
    """Chains of straight pieces through nodes (n, k, 2), handles at the thirds: (n, 3 k − 2, 2)."""
    points = np.empty((len(nodes), 3 * nodes.shape[1] - 2, 2))
    points[:, 0::3] = nodes
    step = (nodes[:, 1:] - nodes[:, :-1]) / 3
    points[:, 1::3] = nodes[:, :-1] + step
    points[:, 2::3] = nodes[:, 1:] - step
    return points


def _all_of(points: Floats, seen: Flags, shapes: Sequence[Outlined], budget: Budget) -> list[Curves]:
    """Curves of one stroke each; empty ones where SVG draws nothing."""
    starts, empty = _one_stroke(points.shape[1]), Curves.empty()
    budget.points(points.shape[0] * points.shape[1], shapes[-1].node)
    return [Curves(one, starts) if drawn else empty for one, drawn in zip(points, seen.tolist(), strict=True)]


_STARTS: dict[int, Ints] = {}


def _one_stroke(count: int) -> Ints:
    """The starts of a single stroke of so many points; the same array for all that are short."""
    if count > 64:
        return np.array([0, count], dtype=np.int64)
    return _STARTS.setdefault(count, np.array([0, count], dtype=np.int64))


__all__ = ["SHAPES", "Outlined", "placed_outlines", "read_outlines"]
