"""Plain shapes by the thousand: checked when they are asked for, made together when they are drawn.

What comes out is what ``marks`` makes of them one by one, to the last bit, at a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.hashing import blake2b
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.kinds import Alike, Kind
from sketchsvg.ink.many import Herd
from sketchsvg.ink.marks import drawn_with, styled
from sketchsvg.ink.order import Box, layers
from sketchsvg.ink.style import Style
from sketchsvg.scene import Layer, Mark

#: From so many on, shapes that differ only in where they lie are drawn as one mark.
TOGETHER = 32


class Plain(NamedTuple):
    """A shape still to be made: its numbers in the unit of its sketch; an empty ``key`` is made from them."""

    kind: Kind
    numbers: tuple[float, ...]
    style: Style
    key: str


class Rows(NamedTuple):
    """Many shapes of one style; their keys are ``key/0``, ``key/1`` and so on, if there is one."""

    herd: Herd
    style: Style
    key: str


class Ready(NamedTuple):
    """A mark that has been made, and the left, top, right and bottom of its curves in mm."""

    mark: Mark
    box: Box


Shape: TypeAlias = Plain | Rows | Ready


class Made(Struct, frozen=True, eq=False):
    """Shapes in the order in which they were drawn: keys, boxes (n, 4) in mm, and how each is painted.

    ``alike`` are their strokes, with the numbers of the shapes that they belong to as rows; ``ready`` the other marks.
    """

    keys: list[str]
    boxes: Floats
    paints: list[Style | Mark]
    alike: list[Alike]
    ready: dict[int, Mark]


def made(shapes: Sequence[Shape], mm: float) -> Made:
    """The strokes of ``shapes``; their unit has ``mm`` mm."""
    keys: list[str] = []
    paints: list[Style | Mark] = []
    ready: dict[int, Mark] = {}
    boxes: list[tuple[int, Box]] = []
    single: dict[tuple[Kind, int], tuple[list[int], list[tuple[float, ...]]]] = {}
    alike: list[tuple[str, Alike]] = []
    last, size = None, 0
    places: list[int] = []
    rows: list[tuple[float, ...]] = []
    for shape in shapes:
        if type(shape) is Plain:
            kind, numbers, style, key = shape
            if kind is not last or len(numbers) != size:
                last, size = kind, len(numbers)
                places, rows = single.setdefault((kind, size), ([], []))
            places.append(len(keys))
            rows.append(numbers)
            keys.append(key)
            paints.append(style)
        elif type(shape) is Rows:
            herd, first = shape.herd, len(keys)
            alike += [(herd.name, Alike(a.rows + first, a.points, a.starts, a.hashed)) for a in herd.alike]
            keys += [f"{shape.key}/{place}" if shape.key else "" for place in range(herd.count)]
            paints += [shape.style] * herd.count
        elif type(shape) is Ready:
            ready[len(keys)] = shape.mark
            boxes.append((len(keys), shape.box))
            keys.append(shape.mark.key)
            paints.append(shape.mark)
    for (kind, size), (places, rows) in single.items():
        of = np.array(places)
        table = np.fromiter(chain.from_iterable(rows), np.float64, size * len(rows))
        parts = kind.shaped(table.reshape(len(rows), size), mm)
        alike += [(kind.name, Alike(of[part.rows], part.points, part.starts, part.hashed)) for part in parts]
    around = np.empty((len(keys), 4))
    for place, box in boxes:
        around[place] = box
    for name, own in alike:
        around[own.rows, :2], around[own.rows, 2:] = _corners(own.points)
        _name(keys, name, own)
    return Made(keys, around, paints, [own for _, own in alike], ready)


def _corners(points: Floats) -> tuple[Floats, Floats]:
    """The top left and the bottom right of shapes (n, k, 2)."""
    low, high = points[:, 0].copy(), points[:, 0].copy()
    for at in range(1, points.shape[1]):
        np.minimum(low, points[:, at], out=low)
        np.maximum(high, points[:, at], out=high)
    return low, high


def _name(keys: list[str], kind: str, alike: Alike) -> None:
    """Keys for shapes that have none, from what they are and where they lie."""
    count, width = alike.hashed.shape
    rows = alike.hashed.astype("<f8").view(f"V{8 * width}").ravel().tolist() if width else [b""] * count
    numbers = alike.rows.tolist()
    begin = f"{kind}-"
    made = [begin + blake2b(row, digest_size=6).hexdigest() for row in rows]
    for number, key in zip(numbers, made, strict=True):
        keys[number] = keys[number] or key


def marks_of(shapes: Sequence[Shape], mm: float, taken: Sequence[str], together: bool) -> tuple[Mark, ...]:
    """The marks of ``shapes``, with layers that keep their order and keys that no other has, those ``taken`` included.

    Where ``together``, shapes that differ only in where they lie are one mark: as quick to draw as they look the same.
    """
    drawn = made(shapes, mm)
    keys = _counted(drawn.keys, taken)
    level = layers(drawn.paints, drawn.boxes, Layer.LINE)
    found: list[tuple[int, Mark]] = []
    for number, mark in drawn.ready.items():
        found.append((number, replace(mark, key=keys[number], layer=level[number])))
    for alike in drawn.alike:
        rest = alike
        if together and len(alike.rows) >= TOGETHER and len(alike.starts) == 2:
            rest, joint = _joint(alike, keys, level, drawn.paints)
            found += joint
        for row, number in enumerate(rest.rows.tolist()):
            style = drawn.paints[number]
            assert isinstance(style, Style)
            curves = Curves(rest.points[row], rest.starts)
            found.append((number, drawn_with(style, curves, keys[number], level[number])))
    found.sort(key=lambda entry: entry[0])
    return tuple([mark for _, mark in found])


def _joint(
    alike: Alike, keys: list[str], level: list[int], paints: Sequence[Style | Mark]
) -> tuple[Alike, list[tuple[int, Mark]]]:
    """Marks of shapes that share style and layer, each with the number of its first; and the shapes that share none."""
    numbers = alike.rows.tolist()
    found: list[tuple[int, Mark]] = []
    left: list[Ints] = []
    size = alike.points.shape[1]
    for rows in _equal(list(map(id, map(paints.__getitem__, numbers))), list(map(level.__getitem__, numbers))):
        first = numbers[rows[0]]
        style = paints[first]
        assert isinstance(style, Style)
        # A swipe is darker where it goes over another; holes of one shape must not be cut into another.
        apart = pen_of(style.pen).swipe is not None or (style.fill is not None and style.fill.rule == "evenodd")
        if apart or len(rows) < TOGETHER:
            left.append(rows)
            continue
        whole = len(rows) == len(numbers)
        points = alike.points if whole else alike.points.take(rows, axis=0)
        own = tuple(map(keys.__getitem__, numbers if whole else alike.rows[rows].tolist()))
        curves = Curves(points.reshape(-1, 2), np.arange(len(rows) + 1) * size)
        found.append((first, drawn_with(style, curves, keys[first], level[first], own)))
    some = np.concatenate(left) if left else np.zeros(0, dtype=np.int64)
    return Alike(alike.rows[some], alike.points[some], alike.starts, alike.hashed), found


def _equal(*columns: list[int]) -> list[Ints]:
    """The places at which the same numbers stand in all columns, in their order."""
    table = np.array(columns)
    order = np.lexsort(table)
    ranked = table[:, order]
    cuts = np.flatnonzero((ranked[:, 1:] != ranked[:, :-1]).any(axis=0)) + 1
    return np.split(order, cuts)


def _counted(keys: list[str], taken: Sequence[str]) -> list[str]:
    """Keys that no other shape has: "roof", "roof-2" and so on; ``taken`` are those of others."""
    if len({*keys, *taken}) == len(keys) + len(taken):
        return keys
    times = dict.fromkeys(taken, 1)
    counted: list[str] = []
    for key in keys:
        own = key
        while own in times:
            times[key] += 1
            own = f"{key}-{times[key]}"
        times[own] = 1
        counted.append(own)
    return counted


def one_mark(herd: Herd, style: Style, key: str) -> Mark:
    """One mark of many shapes, which is not filled."""
    return styled(herd.curves(), style, key or f"{herd.name}s-{blake2b(herd.hashed(), digest_size=6).hexdigest()}")
