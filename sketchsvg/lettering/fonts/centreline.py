"""The line in the middle of an outline: what a pen would have followed to write the letter that a font fills in."""

from __future__ import annotations

from math import ceil

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.lettering.fonts.raster import filled, thinned
from sketchsvg.lettering.fonts.smoothing import stroke_through
from sketchsvg.lettering.fonts.tracing import strokes

#: Cells in an em: a stem of an ordinary font is about a dozen wide, a dense Hanja keeps its whites.
CELLS = 192
#: Thicker than this (em), what is filled is a shape and no stroke; its outline is drawn.
THICK = 0.2
#: How far a stroke may stay from the middle of its outline, and over what length a turn makes a corner, em.
TOLERANCE, REACH = 0.0075, 0.045


def centreline(contours: tuple[Floats, ...]) -> Curves:
    """The strokes of a glyph from its closed contours, in the same units (em, y down).

    A glyph that is more shape than stroke (a square, a picture) comes back as its outline.
    """
    if not contours:
        return Curves.empty()
    points = np.concatenate(contours)
    low, high = points.min(axis=0), points.max(axis=0)
    cell = 1.0 / CELLS
    left, top = float(low[0]) - 2 * cell, float(low[1]) - 2 * cell
    columns, rows = (ceil(float(size) / cell) + 4 for size in high - low)
    bits = filled(contours, left, top, cell, columns, rows)
    line = thinned(bits)
    count = int(line.sum())
    if not count:
        return Curves.of(list(contours))
    width = int(bits.sum()) / count
    if width * cell > THICK:
        return Curves.of(list(contours))
    drawn = [
        stroke_through(one, REACH * CELLS, TOLERANCE * CELLS) * cell + np.array((left + cell / 2, top + cell / 2))
        for one in strokes(line, width)
    ]
    return Curves.of(sorted((_forwards(one) for one in drawn), key=_turn_of))


def _forwards(stroke: Floats) -> Floats:
    """A stroke as a hand goes: from the left or from above."""
    (x0, y0), (x1, y1) = stroke[0], stroke[-1]
    return stroke if float(x0 + y0) <= float(x1 + y1) else stroke[::-1].copy()


def _turn_of(stroke: Floats) -> tuple[float, float]:
    """When a stroke is written: from the top down, from left to right."""
    x, y = stroke[0]
    return round(float(y + 0.5 * x), 4), round(float(x), 4)


__all__ = ["centreline"]
