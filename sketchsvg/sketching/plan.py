"""Which areas are hatched and which are washed, before anything is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import sqrt

import numpy as np
from msgspec import Struct

from sketchsvg.readers.svg.affine import placed_point
from sketchsvg.readers.svg.colours import brightness
from sketchsvg.readers.svg.items import Item, Lettering, Patterned, Shape, Solid
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
#: What lies beneath a point is looked for in cells of so many mm; what covers more than a few is kept apart. Of either
#: so many are looked at, from the top.
_CELL, _FEW, _LOOKS = 12.0, 40, 24
#: From this opacity on nothing is seen through a fill.
_COVERS = 0.85
#: Pairs of areas of one colour that are compared.
_COMPARED = 20_000_000


class Planned(Struct, eq=False, gc=False):
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
    under = _Under(planned)
    for number, one in enumerate(planned):
        light = _lightness(one)
        words = isinstance(one.item, Lettering)
        if light is None or not ((words and not fill) or light > _PALE):
            continue
        for below in under.beneath(number, *_middle(one)):
            below_light = _lightness(below)
            if words or (below_light is not None and below_light < light - 0.15):
                below.style = "wash"
    _find_companions(planned)
    return planned


class _Under:
    """The areas of a page by where they lie, to find what lies beneath a point."""

    def __init__(self, planned: Sequence[Planned]) -> None:
        self._planned = planned
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._broad: list[int] = []
        for number, one in enumerate(planned):
            if one.area is not None:
                left, top, right, bottom = (int(side // _CELL) for side in one.area.box)
                if (right - left + 1) * (bottom - top + 1) > _FEW:
                    self._broad.append(number)
                    continue
                for column in range(left, right + 1):
                    for row in range(top, bottom + 1):
                        self._cells.setdefault((column, row), []).append(number)

    def beneath(self, number: int, x: float, y: float) -> Iterator[Planned]:
        """The areas beneath a point of what is drawn as the ``number``-th, down to the first that covers."""
        near = self._cells.get((int(x // _CELL), int(y // _CELL)), [])
        before = [some[: bisect_left(some, number)][-_LOOKS:] for some in (near, self._broad)]
        for at in sorted(before[0] + before[1], reverse=True):
            one = self._planned[at]
            if one.area is not None and one.area.holds(x, y):
                yield one
                if not isinstance(one.item, Shape) or not isinstance(one.item.fill, (Solid, Patterned)):
                    return
                if isinstance(one.item.fill, Solid) and one.item.fill.opacity > _COVERS:
                    return


def _find_companions(planned: Sequence[Planned]) -> None:
    """Note which hatched areas without a line meet another of their colour."""
    colours: dict[str, list[Planned]] = {}
    for one in planned:
        item = one.item
        if one.area is not None and isinstance(item, Shape) and isinstance(item.fill, Solid) and item.line is None:
            colours.setdefault(item.fill.colour, []).append(one)
    for alike in colours.values():
        hatched = [one for one in alike if one.style != "wash"]
        if not hatched:
            continue
        boxes = np.array([one.area.box for one in alike if one.area is not None])
        left, top, right, bottom = boxes.T
        for number, one in enumerate(hatched):
            if one.area is None or number * len(alike) > _COMPARED:
                one.alone = False
                continue
            low, high, far, deep = one.area.box
            meets = (left <= far) & (right >= low) & (top <= deep) & (bottom >= high)
            one.alone = int(np.count_nonzero(meets)) == 1


def _style(item: Item, area: Area | None, fill: str, coarse: float) -> str:
    if not isinstance(item, Shape) or area is None:
        return ""
    paint = item.fill
    if isinstance(paint, Patterned):
        return "hachure" if fill in ("", "wash", "solid", "none") else fill
    if not isinstance(paint, Solid):
        return fill or "wash"
    if item.small:
        return "wash"
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
        return placed_point(item.matrix, half, -0.3)
    left, top, right, bottom = item.curves.bounds() if one.area is None else one.area.box
    return (left + right) / 2, (top + bottom) / 2
