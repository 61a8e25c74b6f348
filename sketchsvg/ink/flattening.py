"""Outlines as short straight edges: what lines of a fill are clipped to."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints

#: How far the edges may lie off the outline in mm, and into how many a cubic goes at most.
FLAT, _PIECES = 0.006, 400


class Edges(Struct, frozen=True, eq=False):
    """Straight edges: x and y of both ends, mm, and the outline each belongs to."""

    begin: tuple[Floats, Floats]
    end: tuple[Floats, Floats]
    outline: Ints

    def __len__(self) -> int:
        return len(self.outline)


def edges_of(outlines: Curves) -> Edges:
    """The edges of outlines, none further than ``FLAT`` from its cubic.

    The distance of a cubic from its chord is at most 3/4 of the larger second difference of its control points, and a
    quarter of that for every halving (Wang's bound).
    """
    owner = np.repeat(np.arange(len(outlines)), (outlines.starts[1:] - outlines.starts[:-1] - 1) // 3)
    # The first point of every cubic: three of each before it, and one more of every outline.
    at = owner + 3 * np.arange(len(owner))
    axes = np.ascontiguousarray(outlines.points.T)
    cubic = [(axis.take(at), axis.take(at + 1), axis.take(at + 2), axis.take(at + 3)) for axis in axes]
    bends = [np.maximum(np.abs(a - 2 * b + c), np.abs(b - 2 * c + d)) for a, b, c, d in cubic]
    most = np.sqrt(bends[0] * bends[0] + bends[1] * bends[1])
    pieces = np.minimum(np.ceil(np.sqrt(most * (0.75 / FLAT)) + 1e-9), _PIECES).astype(np.int64)
    of = np.repeat(np.arange(len(at)), pieces)
    last = np.cumsum(pieces) - 1
    t = (np.arange(len(of)) - (last - pieces + 1)[of]) / pieces[of]
    u = 1.0 - t
    uuu, uut, utt, ttt = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    begins, ends = [], []
    for a, b, c, d in cubic:
        begin = a[of] * uuu + b[of] * uut + c[of] * utt + d[of] * ttt
        end = np.empty_like(begin)
        end[:-1] = begin[1:]
        end[last] = d
        begins.append(begin)
        ends.append(end)
    return Edges((begins[0], begins[1]), (ends[0], ends[1]), owner.take(of))
