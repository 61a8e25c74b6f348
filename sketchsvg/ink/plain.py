"""Plain shapes by the thousand: checked when they are asked for, made together when they are drawn.

What comes out is what ``marks`` makes of them one by one, to the last bit, at a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
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
    for shape in shapes:
        if type(shape) is Plain:
            kind, numbers, style, key = shape
            places, rows = single.setdefault((kind, len(numbers)), ([], []))
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
    for (kind, _), (places, rows) in single.items():
        of = np.array(places)
        parts = kind.shaped(np.array(rows, dtype=np.float64), mm)
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
    data, size = alike.hashed.astype("<f8").tobytes(), 8 * alike.hashed.shape[1]
    for place, number in enumerate(alike.rows.tolist()):
        if not keys[number]:
            hashed = data[place * size : (place + 1) * size]
            keys[number] = _key(kind, hashed)


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
    members: dict[tuple[int, int], list[int]] = {}
    numbers = alike.rows.tolist()
    for row, number in enumerate(numbers):
        members.setdefault((id(paints[number]), level[number]), []).append(row)
    found: list[tuple[int, Mark]] = []
    left: list[int] = []
    size = alike.points.shape[1]
    for rows in members.values():
        style = paints[numbers[rows[0]]]
        assert isinstance(style, Style)
        # A swipe is darker where it goes over another; holes of one shape must not be cut into another.
        apart = pen_of(style.pen).swipe is not None or (style.fill is not None and style.fill.rule == "evenodd")
        if apart or len(rows) < TOGETHER:
            left += rows
            continue
        points = alike.points if len(rows) == len(numbers) else alike.points.take(rows, axis=0)
        first = numbers[rows[0]]
        mark = drawn_with(
            style, Curves(points.reshape(-1, 2), np.arange(len(rows) + 1) * size), keys[first], level[first],
            tuple([keys[numbers[row]] for row in rows]),
        )  # fmt: skip
        found.append((first, mark))
    some = np.array(left, dtype=np.int64)
    return Alike(alike.rows[some], alike.points[some], alike.starts, alike.hashed), found


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
    return styled(herd.curves(), style, key or _key(f"{herd.name}s", herd.hashed()))


def _key(kind: str, data: bytes) -> str:
    """As ``marks.key_of``, for numbers that are bytes already."""
    return f"{kind}-{blake2b(data, digest_size=6).hexdigest()}"
