"""Shapes as marks: plain functions from millimetres and a style to something that a pen does.

Each mark gets a key of its own: its kind and a hash of where it lies. What is drawn once on a page keeps its key, and
so its wobble, whatever is drawn before it; a shape that is drawn twice needs a ``key`` (``Sketch`` counts).
"""

from __future__ import annotations

from functools import cache
from struct import pack
from typing import TYPE_CHECKING

import numpy as np

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.geometry import arcs, shapes
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.rect import Rect
from sketchsvg.hashing import blake2b
from sketchsvg.ink.arguments import number, points_of, positive, share, within
from sketchsvg.ink.style import Style
from sketchsvg.scene import Layer, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sketchsvg.geometry.shapes import Point

#: By how many degrees a full turn may be missed.
FULL_TURN_SLACK = 1e-5


@cache
def plain() -> Style:
    """How a shape is drawn when nobody says: with a fineliner of 0.4 mm."""
    return Style()


def line(x0: float, y0: float, x1: float, y1: float, style: Style | None = None, key: str = "") -> Mark:
    """A straight line."""
    ends = [number(value, name) for value, name in ((x0, "x0"), (y0, "y0"), (x1, "x1"), (y1, "y1"))]
    return _mark("line", ends, shapes.line(*ends), style, key)


def polyline(points: Iterable[Point], style: Style | None = None, key: str = "", *, simplify: float = 0.0) -> Mark:
    """Straight pieces from point to point; closed, and so ready to be filled, when it ends where it begins.

    ``simplify`` leaves out the points that are not needed to stay within so many mm of all of them.
    """
    nodes = _fewer(points_of(points, 2, "A polyline"), simplify)
    return _mark("polyline", _flat(nodes), shapes.polyline(nodes), style, key)


def polygon(points: Iterable[Point], style: Style | None = None, key: str = "", *, simplify: float = 0.0) -> Mark:
    """A closed chain of straight pieces; ``simplify`` as in ``polyline``."""
    nodes = _fewer(points_of(points, 3, "A polygon"), simplify)
    return _mark("polygon", _flat(nodes), shapes.polygon(nodes), style, key)


def rectangle(
    x: float, y: float, wide: float, high: float, radius: float = 0.0, style: Style | None = None, key: str = ""
) -> Mark:
    """An upright rectangle from its top left corner; ``radius`` rounds the corners."""
    place = [number(x, "x"), number(y, "y"), positive(wide, "The rectangle's width"), positive(high, "Its height")]
    bend = within(radius, "radius", 0, 1e4)
    return _mark("rectangle", [*place, bend] if bend else place, shapes.rectangle(Rect(*place), bend), style, key)


def ellipse(cx: float, cy: float, rx: float, ry: float, style: Style | None = None, key: str = "") -> Mark:
    """An ellipse by its middle and its two radii."""
    place = _oval(cx, cy, rx, ry)
    return _mark("ellipse", place, shapes.ellipse(*place), style, key)


def circle(cx: float, cy: float, radius: float, style: Style | None = None, key: str = "") -> Mark:
    """A circle by its middle and its radius."""
    place = _oval(cx, cy, radius, radius)
    return _mark("circle", place[:3], shapes.ellipse(*place), style, key)


def arc(
    cx: float, cy: float, rx: float, ry: float, start: float, stop: float, style: Style | None = None, key: str = ""
) -> Mark:
    """Part of an ellipse from the angle ``start`` to ``stop``: degrees, 0 at the right, growing anticlockwise."""
    place = [*_oval(cx, cy, rx, ry), *_turn(start, stop)]
    return _mark("arc", place, arcs.arc(*place), style, key)


def sector(
    cx: float, cy: float, rx: float, ry: float, start: float, stop: float, style: Style | None = None, key: str = ""
) -> Mark:
    """A slice of an ellipse, closed through its middle. Angles as in ``arc``."""
    place = [*_oval(cx, cy, rx, ry), *_turn(start, stop)]
    return _mark("sector", place, arcs.sector(*place), style, key)


def curve(
    points: Iterable[Point], closed: bool = False, style: Style | None = None, key: str = "", *,
    tightness: float = 0.0, simplify: float = 0.0,
) -> Mark:  # fmt: skip
    """A smooth line through points; ``closed`` brings it back to the first one smoothly.

    ``tightness`` draws it towards the straight lines between its points: 0 is as round as a circle, 1 is straight.
    ``simplify`` as in ``polyline``.
    """
    nodes = _fewer(points_of(points, 3 if closed else 2, "A curve"), simplify)
    stroke, tight = shapes.smooth_stroke(nodes, closed), share(tightness, "tightness")
    numbers = [*_flat(nodes), tight] if tight else _flat(nodes)
    drawn = _one(shapes.tightened(stroke, tight) if tight else stroke)
    return _mark("loop" if closed else "curve", numbers, drawn, style, key)


def bezier(points: Iterable[Point], style: Style | None = None, key: str = "") -> Mark:
    """Cubic Bézier pieces: node, handle, handle, node, and so on; 4, 7, 10, … points."""
    nodes = points_of(points, 4, "A bezier")
    if len(nodes) % 3 != 1:
        raise SheetError(
            f"A bezier needs 4, 7, 10, … points, not {len(nodes)}.", where=caller(),
            mend="Write node, handle, handle, node; each further piece adds handle, handle, node.",
        )  # fmt: skip
    return _mark("bezier", _flat(nodes), _one(np.array(nodes)), style, key)


def path(
    d: str, x: float = 0.0, y: float = 0.0, scale: float = 1.0, style: Style | None = None, key: str = "", *,
    simplify: float = 0.0,
) -> Mark:  # fmt: skip
    """SVG path data (all of SVG 1.1), scaled about its origin and moved there to (x, y).

    ``simplify`` makes few straight pieces of it that lie within so many mm of what it was.
    """
    from sketchsvg.geometry.svgpath import parse_path

    if not isinstance(d, str):
        raise SheetError(f"Path data is text, not {type(d).__name__}.", where=caller(), mend='"M10 10 h20 v10 z"')
    try:
        curves = parse_path(d)
    except SheetError as error:
        error.where = error.where or caller()
        error.mend = error.mend or 'Path data looks like "M10 10 h20 v10 z".'
        raise
    if not len(curves):
        raise SheetError("The path is empty.", where=caller(), mend='Path data looks like "M10 10 h20 v10 z".')
    place = (number(x, "x"), number(y, "y"), positive(scale, "The scale"))
    # To the nanometre, as all that is drawn; a round trip through pixels then ends where it began.
    points = np.rint((curves.points * place[2] + np.array(place[:2])) * 1e6) / 1e6
    drawn = Curves(points, curves.starts)
    if simplify:
        from sketchsvg.ink.thinning import straightened, tolerance_of

        drawn = straightened(drawn, tolerance_of(simplify))
    return _mark("path", drawn.points.ravel().tolist(), drawn, style, key)


def is_closed(curves: Curves) -> bool:
    """Whether every stroke ends where it begins."""
    first, last = curves.points[curves.starts[:-1]], curves.points[curves.starts[1:] - 1]
    return bool((first == last).all())


def key_of(kind: str, numbers: Sequence[float], words: str = "") -> str:
    """A key for a shape of this kind with these numbers (mm): the same on every machine."""
    data = pack(f"<{len(numbers)}d", *numbers) + words.encode("utf-8", "surrogatepass")
    return f"{kind}-{blake2b(data, digest_size=6).hexdigest()}"


def styled(curves: Curves, style: Style | None, key: str, layer: int = Layer.LINE) -> Mark:
    """The mark that draws ``curves`` in this style; ``SheetError`` when they are open and to be filled."""
    style = plain() if style is None else style
    if style.fill is not None and not is_closed(curves):
        raise SheetError(
            "An open shape cannot be filled.", where=caller(),
            mend="Close it (a polygon, a sector, closed=True, or z in path data), or take the fill away.",
        )  # fmt: skip
    return drawn_with(style, curves, key, layer)


def drawn_with(style: Style, curves: Curves, key: str, layer: int, keys: tuple[str, ...] = ()) -> Mark:
    """As ``styled``, for curves that are known to be closed where they are filled; ``keys`` as in ``Mark``."""
    assert style.width is not None and style.opacity is not None
    return Mark(
        key, curves, style.pen, style.width, style.colour, layer, style.opacity, style.fill, None, style.passes,
        style.dash, style.dash_offset, keys, style.loose,
    )  # fmt: skip


def _mark(kind: str, numbers: Sequence[float], curves: Curves, style: Style | None, key: str) -> Mark:
    return styled(curves, style, key or key_of(kind, numbers))


def _fewer(nodes: list[Point], simplify: float) -> list[Point]:
    """The points that are needed to stay within ``simplify`` mm of all of them."""
    if not simplify:
        return nodes
    from sketchsvg.ink.thinning import thinned, tolerance_of

    return [(x, y) for x, y in thinned(np.array(nodes), tolerance_of(simplify)).tolist()]


def _one(stroke: Floats) -> Curves:
    """One stroke as curves."""
    return Curves(stroke, np.array([0, len(stroke)], dtype=np.int64))


def _flat(nodes: list[Point]) -> list[float]:
    return [value for node in nodes for value in node]


def _oval(cx: float, cy: float, rx: float, ry: float) -> list[float]:
    return [number(cx, "cx"), number(cy, "cy"), positive(rx, "The radius"), positive(ry, "The radius")]


def _turn(start: float, stop: float) -> list[float]:
    """Two angles that are neither equal nor more than a full turn apart."""
    begin, end = number(start, "start"), number(stop, "stop")
    # Angles are worked out with rounding: a full turn may come out a hair longer.
    if not 0 < abs(end - begin) <= 360 + FULL_TURN_SLACK:
        raise SheetError(
            f"An arc from {begin:g} to {end:g} degrees has no length, or goes round twice.", where=caller(),
            mend="Let start and stop differ by up to 360.",
        )  # fmt: skip
    return [begin, end]
