"""The shapes that a mind map's nodes can have: the room that words need in them, and where branches touch them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType

from msgspec import Struct

from sketchsvg.diagrams import bursts, outlines
from sketchsvg.diagrams.heads import flattened, met
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import Point, rectangle

#: A circle around words is no wider than this, in em: around longer ones it becomes an oval.
LARGEST_CIRCLE = 5.5
#: How far outside a node a branch begins to look for its outline, in mm.
BEFORE = 0.5


class MapShape(Struct, frozen=True):
    """Around words of w x h mm: ``wide`` w + ``add_x`` em + ``lean`` h by ``high`` h + ``add_y`` em.

    ``inside`` is how far in branches of the root begin that the outline covers, as a part of its half size.
    """

    outline: Callable[[Rect], Curves]
    wide: float = 1.0
    high: float = 1.0
    add_x: float = 1.24
    add_y: float = 0.45
    lean: float = 0.0
    inside: float = 0.0


#: An ellipse around a rectangle touches its corners when (1 / 1.28)^2 + (1 / 1.6)^2 = 1.
SHAPES: Mapping[str, MapShape] = MappingProxyType({
    "square": MapShape(lambda rect: rectangle(rect, min(0.5, rect.height / 6))),
    "rounded": MapShape(lambda rect: rectangle(rect, rect.height / 2.4)),
    "circle": MapShape(outlines.oval, 1.28, 1.6, 0.3, 0.3),
    "cloud": MapShape(bursts.cloud, 1.22, 1.6, 1.1, 0.9, inside=0.3),
    "bang": MapShape(bursts.bang, 1.45, 1.9, 1.4, 0.9, inside=0.4),
    "hexagon": MapShape(outlines.hexagon, add_x=0.9, lean=0.56, inside=0.1),
})  # fmt: skip


def around(shape: str, width: float, height: float, em: float) -> tuple[float, float]:
    """Width and height in mm of a shape around words; ``em`` is the size of their type in mm."""
    form = SHAPES[shape]
    if shape == "circle":
        side = sqrt(width * width + height * height) + 0.7 * em
        if side <= LARGEST_CIRCLE * em:
            return side, side
    high = form.high * height + form.add_y * em
    return form.wide * width + form.add_x * em + form.lean * high, high


def touched(shape: str, rect: Rect, point: Point, way: Point) -> Point:
    """Where a branch that comes along the unit vector ``way`` to ``point``, a point of ``rect``, meets the outline."""
    outline = flattened(SHAPES[shape].outline(rect))
    return met((point[0] - way[0] * BEFORE, point[1] - way[1] * BEFORE), way, outline)
