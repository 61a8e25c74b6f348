"""What a fill is given and what it returns: the outlines of many marks at once, and ink that stays inside them."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Flags
from sketchsvg.ink.keys import Seeds


class Filled(Struct, frozen=True, eq=False):
    """Closed outlines to be filled alike.

    ``outlines`` are closed cubics, ``shape`` (one a stroke, non-decreasing) says which shape each belongs to: a shape
    may have several, filled together by its rule. The rest is one entry a shape: ``gap``, ``weight`` (mm) and ``angle``
    (degrees, anticlockwise) as in ``Fill``, ``evenodd`` whether the rule is that one or nonzero, ``loose`` how unevenly
    the lines lie (0 for a ruler, 1 for a hand), ``seeds``. ``dash`` and ``dash_gap`` are the lengths of dashes and of
    what is between them, ``tooth`` is the width of teeth, in mm: 0 where the gap decides.
    """

    outlines: Curves
    shape: Ints
    gap: Floats
    weight: Floats
    angle: Floats
    evenodd: Flags
    loose: Floats
    seeds: Seeds
    dash: Floats
    dash_gap: Floats
    tooth: Floats


class FillInk(Struct, frozen=True, eq=False):
    """The ink of a fill: strokes, the shape of each and its width in mm (0: a filled outline)."""

    curves: Curves
    shape: Ints
    width: Floats

    @classmethod
    def none(cls) -> FillInk:
        """No ink at all."""
        return cls(Curves.empty(), np.zeros(0, dtype=np.int64), np.zeros(0))

    @classmethod
    def joined(cls, *parts: FillInk) -> FillInk:
        """The ink of all parts, one over another."""
        return cls(
            Curves.joined([part.curves for part in parts]),
            np.concatenate([part.shape for part in parts]),
            np.concatenate([part.width for part in parts]),
        )


def closed_outlines(curves: Curves) -> Curves:
    """The same outlines with a straight piece from the last point to the first of each."""
    counts = np.diff(curves.starts)
    starts = curves.starts + 3 * np.arange(len(curves.starts))
    points = np.empty((len(curves.points) + 3 * len(counts), 2))
    owner = np.repeat(np.arange(len(counts)), counts)
    points[np.arange(len(owner)) + 3 * owner] = curves.points
    first, last = curves.points[curves.starts[:-1]], curves.points[curves.starts[1:] - 1]
    at = starts[1:] - 3
    points[at], points[at + 1], points[at + 2] = last + (first - last) / 3, first - (first - last) / 3, first
    return Curves(points, starts)
