"""Painter's order: what is drawn later lies over what it meets, in as few layers as that takes.

Within one layer the engine draws all fills before all lines, and everything of one colour together: few elements, small
files. So a shape rises to a new layer only where that would show.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats
from sketchsvg.scene import Fill, Mark

#: The page is looked at in cells about as large as the shapes are, between these mm: what shares none is not compared.
SMALLEST_CELL, LARGEST_CELL = 4.0, 80.0
#: Boxes that meet by less than this, in mm, lie side by side.
TOUCH = 0.05
#: So many cells are looked at on a page; from then on what covers more than a few lies over everything before it.
_LOOKS, _FEW = 400_000, 64
#: So many boxes of one ink are kept in a cell; more are taken for one box around them.
MOST_BOXES = 12

#: From so many shapes on, all at once are looked at first, each with so many beside it in a cell.
_MANY, _CROWD = 64, 24
#: More cells than a page has from top to bottom.
_STRIDE = 1 << 20

#: Left, top, right and bottom in mm.
Box: TypeAlias = tuple[float, float, float, float]
#: A colour and an opacity.
_Paint: TypeAlias = tuple[str, float | None]
#: A box and the highest layer of what lies there.
_Patch: TypeAlias = tuple[float, float, float, float, int]


class Painted(Protocol):
    """What it hangs on whether a shape shows that lies over or under others: a mark has it, and so has a style."""

    @property
    def colour(self) -> str:
        """The colour of its line."""

    @property
    def opacity(self) -> float | None:
        """The opacity of its line."""

    @property
    def width(self) -> float | None:
        """Its nib in mm."""

    @property
    def fill(self) -> Fill | None:
        """How it is filled."""


def stacked(marks: Sequence[Mark], boxes: Sequence[Box], lowest: int) -> tuple[Mark, ...]:
    """The marks with layers from ``lowest`` up that keep the order in which they were drawn.

    ``boxes`` are the left, top, right and bottom of each mark's curves, in mm.
    """
    level = layers(marks, np.array(boxes).reshape(-1, 4), lowest)
    pairs = zip(marks, level, strict=True)
    return tuple(mark if mark.layer == layer else replace(mark, layer=layer) for mark, layer in pairs)


def layers(drawn: Sequence[Painted], boxes: Floats, lowest: int) -> list[int]:
    """For each shape a layer from ``lowest`` up, so that the order in which they were drawn is kept.

    ``boxes`` (n, 4) are the left, top, right and bottom of each shape's curves, in mm.
    """
    kinds = dict(zip(map(id, drawn), drawn, strict=True)).values()
    filled = any(one.fill is not None for one in kinds)
    if (len({(one.colour, one.opacity) for one in kinds}) <= 1 and not filled) or _apart(drawn, boxes):
        return [lowest] * len(drawn)
    return _layers(drawn, list(map(tuple, boxes.tolist())), lowest)


def _apart(drawn: Sequence[Painted], boxes: Floats) -> bool:
    """Whether it is plain that no shape meets another: each is compared with those in the cells of its corners.

    Cells are as large as the largest shape; where they are crowded nothing is plain.
    """
    if len(drawn) < _MANY:
        return False
    kinds = dict(zip(map(id, drawn), drawn, strict=True))
    halves = {kind: max((one.width or 0.0) / 2, TOUCH) if one.fill is None else 0.0 for kind, one in kinds.items()}
    half = np.array(list(map(halves.__getitem__, map(id, drawn))))
    left, top, right, bottom = boxes.T
    left, top, right, bottom = left - half, top - half, right + half, bottom + half
    side = max(float((right - left).max()), float((bottom - top).max()), SMALLEST_CELL)
    first, last, upper, lower = (np.floor(edge / side).astype(np.int64) for edge in (left, right, top, bottom))
    wide, high = last > first, lower > upper
    both = wide & high
    first *= _STRIDE
    last *= _STRIDE
    cell = np.concatenate((first + upper, (last + upper)[wide], (first + lower)[high], (last + lower)[both]))
    order = np.argsort(cell)
    shape = np.concatenate((np.arange(len(drawn)), np.flatnonzero(wide), np.flatnonzero(high), np.flatnonzero(both)))
    cell, shape = cell[order], shape[order]
    for off in range(1, _CROWD):
        same = np.flatnonzero(cell[off:] == cell[:-off])
        if not len(same):
            return True
        a, b = shape[same], shape[same + off]
        meet = (left[a] < right[b] - TOUCH) & (left[b] < right[a] - TOUCH)
        meet &= (top[a] < bottom[b] - TOUCH) & (top[b] < bottom[a] - TOUCH)
        if meet.any():
            return False
    return False


def _layers(drawn: Sequence[Painted], boxes: Sequence[Box], lowest: int) -> list[int]:
    """As ``layers``, one shape after another."""
    cell_side = _cell_side(boxes)
    cells: dict[tuple[int, int], dict[_Paint, list[_Patch]]] = {}
    # What spreads over so much of the page that looking at each of its cells takes too long.
    broad: dict[_Paint, list[_Patch]] = {}
    highest, looks = lowest, _LOOKS
    made: list[int] = []
    for shape, clean in zip(drawn, boxes, strict=True):
        box = _inked(shape, clean)
        ink = (shape.colour, shape.opacity)
        filled = shape.fill is not None
        places = _cells(box, cell_side) if _cell_count(box, cell_side) <= max(looks, _FEW) else []
        looks -= len(places)
        layer = lowest
        if not places:
            layer = highest + 1 if made else lowest
            _add(broad, ink, (*box, layer))
        for known in (broad, *(cells.get(place, {}) for place in places)):
            for paint, patches in known.items():
                # A line over lines of its own ink looks the same either way; a fill would slip under them.
                rise = filled or paint != ink
                for patch in patches:
                    if patch[4] + rise > layer and _meet(box, patch):
                        layer = patch[4] + rise
        for place in places:
            _add(cells.setdefault(place, {}), ink, (*box, layer))
        highest = max(highest, layer)
        made.append(layer)
    return made


def _add(known: dict[_Paint, list[_Patch]], ink: _Paint, patch: _Patch) -> None:
    patches = known.setdefault(ink, [])
    patches.append(patch)
    if len(patches) > MOST_BOXES:
        patches[:] = [_around(patches)]


def _inked(shape: Painted, box: Box) -> Box:
    """Where the shape lies: a line to the edge of its ink, a filled shape to the middle of its line."""
    if shape.fill is not None:
        return box
    half = max((shape.width or 0.0) / 2, TOUCH)
    return box[0] - half, box[1] - half, box[2] + half, box[3] + half


def _cell_side(boxes: Sequence[Box]) -> float:
    """The mean side of the shapes in mm."""
    total = 0.0
    for left, top, right, bottom in boxes:
        total += right - left + bottom - top
    return min(LARGEST_CELL, max(SMALLEST_CELL, total / (2 * len(boxes))))


def _cell_count(box: Box, side: float) -> int:
    return (int(box[2] // side) - int(box[0] // side) + 1) * (int(box[3] // side) - int(box[1] // side) + 1)


def _cells(box: Box, side: float) -> list[tuple[int, int]]:
    columns = range(int(box[0] // side), int(box[2] // side) + 1)
    rows = range(int(box[1] // side), int(box[3] // side) + 1)
    return [(column, row) for column in columns for row in rows]


def _meet(box: Box, patch: _Patch) -> bool:
    return (
        box[0] < patch[2] - TOUCH
        and patch[0] < box[2] - TOUCH
        and box[1] < patch[3] - TOUCH
        and patch[1] < box[3] - TOUCH
    )


def _around(patches: list[_Patch]) -> _Patch:
    left, top, right, bottom, layers = zip(*patches, strict=True)
    return min(left), min(top), max(right), max(bottom), max(layers)
