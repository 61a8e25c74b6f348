"""Painter's order: what is drawn later lies over what it meets, in as few layers as that takes.

Within one layer the engine draws all fills before all lines, and everything of one colour together: few elements, small
files. So a shape rises to a new layer only where that would show.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.scene import Fill, Mark

#: The page is looked at in cells about as large as the shapes are, between these mm: what shares none is not compared.
SMALLEST_CELL, LARGEST_CELL = 4.0, 80.0
#: Boxes that meet by less than this, in mm, lie side by side.
TOUCH = 0.05
#: So many cells are looked at on a page; from then on what covers more than a few lies over everything before it.
_LOOKS, _FEW = 400_000, 64
#: So many boxes of one ink are kept in a cell; more are taken for one box around them.
MOST_BOXES = 12

#: From so many boxes on, those of a cell are compared all at once; more than the second are taken for one box.
_CROWDED, _MOST_CROWDED = 48, 2000

#: From so many shapes on, all at once are looked at first, each with so many beside it in a cell.
_MANY, _CROWD = 64, 24
#: More cells than a page has from top to bottom.
_STRIDE = 1 << 20

#: Stands for several inks, and for the layer above nothing.
_ANY, _NOWHERE = -1, -(1 << 40)

#: Left, top, right and bottom in mm.
Box: TypeAlias = tuple[float, float, float, float]
#: A box and the highest layer of what lies there; its right and its bottom less ``TOUCH``.
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
    return _layers(drawn, boxes, lowest)


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


def _layers(drawn: Sequence[Painted], boxes: Floats, lowest: int) -> list[int]:
    """As ``layers``, one shape after another."""
    filled = [shape.fill is not None for shape in drawn]
    inks = _inks(drawn)
    inked = _inked(drawn, boxes)
    places = np.floor_divide(inked, _cell_side(boxes)).astype(np.int64)
    tight = (inked - (0.0, 0.0, TOUCH, TOUCH)).tolist()
    cells: dict[int, _Cell] = {}
    # What spreads over so much of the page that looking at each of its cells takes too long.
    broad = _Cell()
    highest, looks = lowest, _LOOKS
    made: list[int] = []
    for solid, ink, box, (first, upper, last, lower) in zip(filled, inks, tight, places.tolist(), strict=True):
        left, top, right, bottom = box
        count = (last - first + 1) * (lower - upper + 1)
        near = [broad] if broad.count else []
        layer = lowest
        if count <= looks or count <= _FEW:
            looks -= count
            own = []
            for column in range(first * _STRIDE, last * _STRIDE + 1, _STRIDE):
                for place in range(column + upper, column + lower + 1):
                    cell = cells.get(place)
                    if cell is None:
                        cell = cells[place] = _Cell()
                    own.append(cell)
            near += own
        else:
            own = [broad]
            layer = highest + 1 if made else lowest
        for cell in near:
            if cell.crowd is not None:
                layer = max(layer, cell.crowd.above(box, ink, solid))
                continue
            for paint, patches in cell.inks.items():
                # A line over lines of its own ink looks the same either way; a fill would slip under them.
                rise = solid or paint != ink
                for x0, y0, x1, y1, level in patches:
                    if level + rise > layer and left < x1 and x0 < right and top < y1 and y0 < bottom:
                        layer = level + rise
        for cell in own:
            cell.add(ink, (left, top, right, bottom, layer))
        if layer > highest:
            highest = layer
        made.append(layer)
    return made


class _Cell:
    """What lies in a part of the page, ink by ink; in a ``crowd`` from so many boxes on."""

    __slots__ = ("count", "crowd", "inks")

    def __init__(self) -> None:
        self.inks: dict[int, list[_Patch]] = {}
        self.count = 0
        self.crowd: _Crowd | None = None

    def add(self, ink: int, patch: _Patch) -> None:
        """One more box with an ink."""
        if self.crowd is not None:
            self.crowd.add(ink, patch)
            return
        patches = self.inks.get(ink)
        if patches is None:
            patches = self.inks[ink] = []
        patches.append(patch)
        self.count += 1
        if len(patches) > MOST_BOXES:
            self.count -= len(patches) - 1
            patches[:] = [_around(patches)]
        elif self.count > _CROWDED:
            self.crowd = _Crowd(self.inks)
            self.inks = {}


class _Crowd:
    """The boxes of a crowded cell in arrays: left, top, right, bottom, layer and ink of each."""

    __slots__ = ("_count", "_inks", "_layers", "_of_ink", "_sides")

    def __init__(self, inks: dict[int, list[_Patch]]) -> None:
        self._count = 0
        self._sides = np.empty((4, 4 * _CROWDED))
        self._layers, self._inks = np.empty((2, 4 * _CROWDED), dtype=np.int64)
        self._of_ink: dict[int, int] = {}
        for ink, patches in inks.items():
            for patch in patches:
                self.add(ink, patch)

    def above(self, box: Sequence[float], ink: int, filled: bool) -> int:
        """The lowest layer on which a shape with this box lies over all that it meets."""
        count = self._count
        left, top, right, bottom = self._sides
        meet = left[:count] < box[2]
        meet &= top[:count] < box[3]
        meet &= right[:count] > box[0]
        meet &= bottom[:count] > box[1]
        levels = self._layers[:count][meet]
        if not len(levels):
            return _NOWHERE
        return int(levels.max()) + 1 if filled else int((levels + (self._inks[:count][meet] != ink)).max())

    def add(self, ink: int, patch: _Patch) -> None:
        """One more box with an ink."""
        if self._count == len(self._layers):
            self._sides = np.concatenate((self._sides, self._sides), axis=1)
            self._layers, self._inks = np.tile((self._layers, self._inks), 2)
        self._put(ink, patch)
        if self._of_ink[ink] > MOST_BOXES:
            self._join(np.flatnonzero(self._inks[: self._count] == ink), ink)
        elif self._count > _MOST_CROWDED:
            self._of_ink.clear()
            self._join(np.arange(self._count), _ANY)

    def _put(self, ink: int, patch: _Patch) -> None:
        at = self._count
        self._sides[:, at] = patch[:4]
        self._layers[at], self._inks[at] = patch[4], ink
        self._of_ink[ink] = self._of_ink.get(ink, 0) + 1
        self._count += 1

    def _join(self, some: Ints, ink: int) -> None:
        """Takes some of the boxes for one box around them."""
        sides = self._sides[:, some]
        (left, top), (right, bottom) = sides[:2].min(axis=1).tolist(), sides[2:].max(axis=1).tolist()
        layer = int(self._layers[some].max())
        kept = np.delete(np.arange(self._count), some)
        self._count = len(kept)
        for values in (*self._sides, self._layers, self._inks):
            values[: len(kept)] = values[kept]
        self._of_ink[ink] = 0
        self._put(ink, (left, top, right, bottom, layer))


def _inks(drawn: Sequence[Painted]) -> list[int]:
    """A number for the colour and opacity of each shape."""
    numbers: dict[tuple[str, float | None], int] = {}
    return [numbers.setdefault((shape.colour, shape.opacity), len(numbers)) for shape in drawn]


def _inked(drawn: Sequence[Painted], boxes: Floats) -> Floats:
    """Where the shapes lie: a line to the edge of its ink, a filled shape to the middle of its line."""
    half = [0.0 if shape.fill is not None else max((shape.width or 0.0) / 2, TOUCH) for shape in drawn]
    return boxes + np.array(half)[:, None] * (-1.0, -1.0, 1.0, 1.0)


def _cell_side(boxes: Floats) -> float:
    """The mean side of the shapes in mm."""
    left, top, right, bottom = boxes.T
    # One after the other: the order of additions of np.sum differs between machines.
    total = float(np.cumsum(right - left + bottom - top)[-1])
    return min(LARGEST_CELL, max(SMALLEST_CELL, total / (2 * len(boxes))))


def _around(patches: list[_Patch]) -> _Patch:
    left, top, right, bottom, layers = zip(*patches, strict=True)
    return min(left), min(top), max(right), max(bottom), max(layers)
