"""The marks of a page as columns: what the engine asks about each mark, an array a question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Flags
from sketchsvg.ink.keys import Seeds
from sketchsvg.ink.pen import Pen
from sketchsvg.scene import Mark


class Columns(Struct, frozen=True, eq=False):
    """All marks of a page, one entry a mark.

    ``curves`` are the strokes of all of them; those of mark ``i`` are numbers ``first[i]`` to ``first[i + 1]``. ``pen``
    is each mark's place in ``pens``, ``width`` its nib in mm, ``em`` that of its writing in mm (0: it is none).
    """

    marks: Sequence[Mark]
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


def columns(marks: Sequence[Mark], curves: Curves, pens: Sequence[Pen], seeds: Seeds) -> Columns:
    """The marks as columns. ``curves`` are all their strokes; ``pens`` and ``seeds`` are one a mark."""
    kinds: dict[str, int] = {}
    pen = [kinds.setdefault(mark.pen, len(kinds)) for mark in marks]
    known = dict(zip([mark.pen for mark in marks], pens, strict=True))
    first = np.zeros(len(marks) + 1, dtype=np.int64)
    np.cumsum([len(mark.curves.starts) - 1 for mark in marks], out=first[1:])
    return Columns(
        marks=marks,
        curves=curves,
        first=first,
        seeds=seeds,
        pens=tuple(known[name] for name in kinds),
        pen=np.array(pen, dtype=np.int64),
        width=np.array([mark.width for mark in marks], dtype=np.float64),
        opacity=np.array([mark.opacity for mark in marks], dtype=np.float64),
        passes=np.array([mark.passes for mark in marks], dtype=np.int64),
        em=np.array([mark.writing.em if mark.writing is not None else 0.0 for mark in marks], dtype=np.float64),
        filled=np.array([mark.fill is not None for mark in marks], dtype=np.bool_),
        dashed=np.array([bool(mark.dash) for mark in marks], dtype=np.bool_),
    )
