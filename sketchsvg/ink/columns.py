"""The marks of a page as columns: what the engine asks about each mark, an array a question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Flags, running
from sketchsvg.ink.keys import Seeds, mark_seeds
from sketchsvg.ink.pen import Pen
from sketchsvg.scene import Looseness, Mark


class Columns(Struct, frozen=True, eq=False):
    """All marks of a page, one entry a mark, or one a stroke of those that are many shapes.

    ``whole`` is the number of each in the scene. ``curves`` are the strokes of all of them; those of entry ``i`` are
    numbers ``first[i]`` to ``first[i + 1]``. ``pen`` is each mark's place in ``pens``, ``width`` its nib in mm, ``em``
    that of its writing in mm (0: it is none).
    """

    marks: Sequence[Mark]
    whole: Ints
    curves: Curves
    first: Ints
    seeds: Seeds
    pens: tuple[Pen, ...]
    pen: Ints
    width: Floats
    opacity: Floats
    passes: Ints
    em: Floats
    filled: Flags
    dashed: Flags

    @property
    def points(self) -> Ints:
        """How many points each mark has."""
        places: Ints = self.curves.starts.take(self.first)
        return places[1:] - places[:-1]

    def of_pen(self, asked: Sequence[float]) -> Floats:
        """A number for each mark from one for each pen."""
        return np.array(asked, dtype=np.float64).take(self.pen)


def columns(marks: Sequence[Mark], curves: Curves, pens: Sequence[Pen], seed: int) -> Columns:
    """The marks of a scene with this ``seed`` as columns. ``curves`` are all their strokes; ``pens`` are one a mark."""
    names = [mark.pen if mark.loose is None else (mark.pen, mark.loose) for mark in marks]
    kinds: dict[str | tuple[str, Looseness], int] = {}
    pen = [kinds.setdefault(name, len(kinds)) for name in names]
    known = dict(zip(names, pens, strict=True))
    whole = np.arange(len(marks))
    strokes = np.array([len(mark.curves.starts) - 1 for mark in marks], dtype=np.int64)
    keys: list[str] = []
    for mark in marks:
        keys += mark.keys or (mark.key,)
    if len(keys) > len(marks):
        shapes = np.array([len(mark.keys) for mark in marks], dtype=np.int64)
        whole = np.repeat(whole, np.maximum(shapes, 1))
        strokes = np.where(shapes.take(whole) > 0, 1, strokes.take(whole))
    return Columns(
        marks=marks if len(keys) == len(marks) else [marks[number] for number in whole.tolist()],
        whole=whole,
        curves=curves,
        first=running(strokes),
        seeds=mark_seeds(seed, keys),
        pens=tuple(known[name] for name in kinds),
        pen=np.array(pen, dtype=np.int64).take(whole),
        width=np.array([mark.width for mark in marks], dtype=np.float64).take(whole),
        opacity=np.array([mark.opacity for mark in marks], dtype=np.float64).take(whole),
        passes=np.array([mark.passes for mark in marks], dtype=np.int64).take(whole),
        em=np.array([mark.writing.em if mark.writing else 0.0 for mark in marks], dtype=np.float64).take(whole),
        filled=np.array([mark.fill is not None for mark in marks], dtype=np.bool_).take(whole),
        dashed=np.array([bool(mark.dash) for mark in marks], dtype=np.bool_).take(whole),
    )


def firsts_of(values: Ints) -> tuple[Ints, Ints]:
    """Of equal numbers that lie side by side where the first lies, and for each number which of these is its own."""
    fresh = np.ones(len(values), dtype=np.bool_)
    fresh[1:] = values[1:] != values[:-1]
    return np.flatnonzero(fresh), np.cumsum(fresh) - 1
