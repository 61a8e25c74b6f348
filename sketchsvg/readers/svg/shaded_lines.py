"""Lines whose paint is a gradient: in pieces, each in the colour that the gradient has there."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.affine import inverse, placed_point
from sketchsvg.readers.svg.clipping import cut_at
from sketchsvg.readers.svg.items import Gradient, Shape
from sketchsvg.readers.svg.paints import colour_at

#: About how many pieces a line falls into, at most, and all lines that are read at once.
_PIECES, _ALL = 32, 5_000


def shaded(shape: Shape, gradient: Gradient, lines: int) -> list[Shape]:
    """A shape and its line, which ``gradient`` paints, as shapes with lines of one colour each.

    ``lines`` is how many there are. Dashed and translucent lines stay in one piece, or their joints would show.
    """
    line = shape.line
    most = min(_PIECES, _ALL // max(1, lines))
    if most < 2 or line is None or line.dashes or gradient.clear or not len(shape.curves):
        return [shape]
    made = [] if shape.fill is None else [replace(shape, line=None)]
    for number, piece in enumerate(_pieces(shape.curves, most)):
        colour = colour_at(gradient.stops, _place(gradient, piece))[0]
        own = Curves(piece, np.array([0, len(piece)]))
        bit = replace(line, colour=colour, butt=False)
        made.append(replace(shape, key=f"{shape.key}/shade{number}", curves=own, fill=None, line=bit))
    return made


def _pieces(curves: Curves, most: int) -> Iterator[Floats]:
    strokes = [stroke for stroke in curves.strokes() if len(stroke) > 1]
    segments = sum((len(stroke) - 1) // 3 for stroke in strokes)
    parts = max(1, most // max(1, segments))
    together = max(1, segments // most)
    for stroke in strokes:
        count = (len(stroke) - 1) // 3
        if parts > 1:
            segment = np.repeat(np.arange(count), parts)
            place = np.tile(np.arange(parts) / parts, count)
            inner = (segment > 0) | (place > 0)
            yield from cut_at(stroke, segment[inner], place[inner])
        else:
            for first in range(0, count, together):
                yield stroke[3 * first : 3 * min(count, first + together) + 1]


def _place(gradient: Gradient, piece: Floats) -> float:
    """Where on the gradient the middle of a piece lies."""
    undone = inverse(gradient.matrix)
    if undone is None:
        return 1.0
    (x0, y0), (x1, y1) = piece[0].tolist(), piece[-1].tolist()
    x, y = placed_point(undone, (x0 + x1) / 2, (y0 + y1) / 2)
    return gradient.place_of(x, y)


__all__ = ["shaded"]
