"""The shapes that a step of a flow can have: how much room words need in them, and their outlines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, polygon, rectangle

#: A pill's ends are round up to this radius in mm; a higher one keeps straight sides.
ROUNDEST = 6.0


class Shape(Struct, frozen=True):
    """Around words of w x h mm stands an outline of ``wide`` w + 2 ``pad_x`` by ``high`` h + 2 ``pad_y`` mm.

    Pads are multiples of the setting's padding. ``grows`` tells whether all of its kind on a row are equally high.
    ``outline`` takes the rectangle and the theme's corner radius.
    """

    wide: float
    high: float
    pad_x: float
    pad_y: float
    grows: bool
    outline: Callable[[Rect, float], Curves]


def _oval(rect: Rect, radius: float) -> Curves:
    return ellipse(*rect.centre, rect.width / 2, rect.height / 2)


def _circle(rect: Rect, radius: float) -> Curves:
    # In a place that is too narrow for a circle around its words it becomes an oval.
    return _oval(rect, radius)


def _diamond(rect: Rect, radius: float) -> Curves:
    x, y = rect.centre
    return polygon([(x, rect.y), (rect.right, y), (x, rect.bottom), (rect.x, y)])


def _pill(rect: Rect, radius: float) -> Curves:
    return rectangle(rect, min(ROUNDEST, rect.height / 2))


#: An ellipse holds a rectangle when (1 / wide)^2 + (1 / high)^2 = 1, a diamond when 1 / wide + 1 / high = 1.
SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "box": Shape(1.0, 1.0, 1.0, 0.8, True, rectangle),
        "pill": Shape(1.0, 1.0, 1.5, 0.8, True, _pill),
        "oval": Shape(1.28, 1.603, 0.3, 0.1, False, _oval),
        "circle": Shape(1.28, 1.603, 0.3, 0.1, False, _circle),
        "diamond": Shape(2.0, 2.0, 0.25, 0.1, False, _diamond),
    }
)
