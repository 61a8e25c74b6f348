"""Which areas are hatched and which are washed, before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.affine import placed
from sketchsvg.readers.svg.colours import brightness
from sketchsvg.readers.svg.items import Item, Lettering, Shape, Solid
from sketchsvg.sketching.areas import Area

#: Left to itself the pen hatches what is darker than this (0 to 1) and thicker than this (mm), and washes the rest.
_LIGHT, _THIN = 0.7, 1.6
#: As light as paper: never hatched.
_PAPER = 0.93
#: As dark as ink: solid, not grey.
_INK = 0.12
#: The diagonal of a page of usual size in mm: larger ones, which are looked at from farther away, get coarser hatching.
_USUAL, _FINEST, _COARSEST = 200.0, 0.85, 2.6
#: Ink lighter than this shows on dark areas only if they are washed.
_PALE = 0.62


class Planned(Struct, eq=False):
    """An item with the area it fills, and the style of that fill ("" for none).

    ``alone`` is false for an area that meets another of its colour, with which it may be meant to be one.
    """

    item: Item
    area: Area | None = None
    style: str = ""
    alone: bool = True


def coarseness(width: float, height: float) -> float:
    """By how much hatching is coarser than usual on a page of this size (mm)."""
    return min(_COARSEST, max(_FINEST, sqrt(width * width + height * height) / _USUAL))


def plan(items: Sequence[tuple[Item, Area | None]], fill: str, coarse: float = 1.0) -> list[Planned]:
    """A style for every fill: ``fill``, or with "" whatever suits the area.

    Words on an area must stay legible, and white ink on a dark area must show: such areas are washed.
    """
    planned = [Planned(item, area, _style(item, area, fill, coarse)) for item, area in items]
    hatched = [number for number, one in enumerate(planned) if one.area is not None]
    if not hatched:
        return planned
    boxes = np.array([area.box for number in hatched if (area := planned[number].area) is not None])
    for number, one in enumerate(planned):
        light = _lightness(one)
        words = isinstance(one.item, Lettering)
        if light is None or not ((words and not fill) or light > _PALE):
            continue
        x, y = _middle(one)
        over = (boxes[:, 0] <= x) & (boxes[:, 2] >= x) & (boxes[:, 1] <= y) & (boxes[:, 3] >= y)
        for at in reversed(np.flatnonzero(over).tolist()):
            below = planned[hatched[at]]
            if hatched[at] >= number or below.area is None or not below.area.holds(x, y):
                continue
            below_light = _lightness(below)
            if words or (below_light is not None and below_light < light - 0.15):
                below.style = "wash"
            break
    _find_companions(planned, hatched, boxes)
    return planned


def _find_companions(planned: Sequence[Planned], filled: Sequence[int], boxes: Floats) -> None:
    """Note which hatched areas without a line meet another of their colour."""
    colours: dict[str, list[int]] = {}
    for place, number in enumerate(filled):
        item = planned[number].item
        if isinstance(item, Shape) and isinstance(item.fill, Solid) and item.line is None:
            colours.setdefault(item.fill.colour, []).append(place)
    for places in colours.values():
        own = boxes[places]
        for place in places:
            left, top, right, bottom = boxes[place].tolist()
            meets = (own[:, 0] <= right) & (own[:, 2] >= left) & (own[:, 1] <= bottom) & (own[:, 3] >= top)
            planned[filled[place]].alone = int(np.count_nonzero(meets)) == 1


def _style(item: Item, area: Area | None, fill: str, coarse: float) -> str:
    if not isinstance(item, Shape) or area is None:
        return ""
    paint = item.fill
    if not isinstance(paint, Solid):
        return fill or "wash"
    light = brightness(paint.colour)
    if light > (_PAPER if fill else _LIGHT) or (light < _INK and not fill):
        return "wash"
    if area.thickness < _THIN * (1 / 3 if fill else coarse):
        return "wash"
    return fill or "hachure"


def _lightness(one: Planned) -> float | None:
    """How light the ink of an item is; that of its fill where it has one."""
    item = one.item
    if isinstance(item, Lettering):
        return brightness(item.colour)
    if one.area is not None:
        return brightness(item.fill.colour) if isinstance(item.fill, Solid) else None
    if item.line is not None:
        return brightness(item.line.colour)
    return None


def _middle(one: Planned) -> tuple[float, float]:
    """The middle of what an item draws."""
    item = one.item
    if isinstance(item, Lettering):
        half = item.width * (0.5 - item.anchor)
        x, y = placed(np.array([(half, -0.3)]), item.matrix)[0].tolist()
        return x, y
    points = item.curves.points if one.area is None else np.concatenate(one.area.rings)
    low, high = points.min(axis=0), points.max(axis=0)
    x, y = ((low + high) / 2).tolist()
    return x, y
