"""The shape of a nib: an ellipse held at one angle, so that the direction of a line shows in its width.

In the space of a nib, turned to its edge and squeezed by its two half-axes, the nib is round. A line is outlined there
as with a round pen and mapped back; what comes out is what the held nib sweeps over.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi, radians, sin, sqrt

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, pick, put
from sketchsvg.ink.pen import Pen
from sketchsvg.ink.strokes import Strokes

#: At so many directions the mean width of a nib is measured.
_DIRECTIONS = 64


class Nibs(Struct, frozen=True, eq=False):
    """The nibs of some strokes: rows of the maps into the space of each and back, (4, m) as xx, xy, yx, yy.

    ``thin`` is the lesser half-axis of each (m,), as a share of half the nominal width.
    """

    into: Floats
    back: Floats
    thin: Floats
    #: Where all but the round ones are alike: the one map into their space and the one back, and which are round.
    alike: tuple[Floats, Floats, Flags] | None

    @classmethod
    def of(cls, strokes: Strokes, source: Ints, turned: Flags) -> Nibs | None:
        """The nibs of strokes drawn as ``source``, round where they are not ``turned``; nothing if all are round."""
        if not strokes.of_profile("chisel").any():
            return None
        table = np.array([*(_maps(pen) for pen in strokes.pens), _maps(None)]).T
        kind = np.where(turned, strokes.pen.take(source), len(strokes.pens))
        rows = table.take(kind, axis=1)
        held = np.flatnonzero(np.bincount(kind[turned]))  # np.unique would load masked arrays
        one = table[:, held]
        alike = (one[:4], one[4:8], ~turned) if len(held) == 1 else None
        return cls(rows[:4], rows[4:8], rows[8], alike)

    def flattened(self, chains: Chains) -> Chains:
        """The strokes in the space of their nibs."""
        if self.alike:
            rows, round_ones = self.alike[0], self.alike[2]
        else:
            rows, round_ones = self.into.take(chains.owner, axis=1), None
        nodes, before, after = (_mapped(rows, vectors) for vectors in (chains.nodes, chains.before, chains.after))
        if round_ones is not None:
            # Those are dots.
            dots = chains.first[round_ones]
            put(nodes, dots, pick(chains.nodes, dots))
        made = Chains(nodes, before, after, chains.starts)
        made.__dict__["owner"] = chains.owner
        return made

    def page_of(self, points: Floats, stroke: Ints, counts: Ints) -> Floats:
        """Points (n, 2) from the space of nibs back on the page: as many of each ``stroke`` as ``counts`` says."""
        made = np.empty_like(points)
        if self.alike is None:
            _map(self.back.take(np.repeat(stroke, counts), axis=1), points.T, made.T)
            return made
        _map(self.alike[1], points.T, made.T)
        if self.alike[2].any():
            dots = np.flatnonzero(np.repeat(self.alike[2].take(stroke), counts))
            made[dots] = points[dots]
        return made


def _mapped(rows: Floats, vectors: Floats) -> Floats:
    made = np.empty_like(vectors)
    _map(rows, vectors, made)
    return made


def _map(rows: Floats, vectors: Floats, made: Floats) -> None:
    x, y = vectors
    for row in (0, 1):
        np.multiply(rows[2 * row], x, out=made[row])
        made[row] += rows[2 * row + 1] * y


@cache
def _maps(pen: Pen | None) -> tuple[float, ...]:
    """The map into a pen's nib space, the map back and the lesser half-axis."""
    profile = pen.profile if pen else None
    if profile is None or profile.chisel == 0:
        return (1.0, 0.0, 0.0, 1.0) * 2 + (1.0,)
    angle = radians(profile.nib)
    # The edge runs upwards to the right, and y grows downwards. The mean width over all directions is the nib's own.
    x, y, broad, thin = cos(angle), -sin(angle), 1.0 + profile.chisel, 1.0 - profile.chisel
    turns = [pi * number / _DIRECTIONS for number in range(_DIRECTIONS)]
    mean = sum(sqrt((broad * cos(turn)) ** 2 + (thin * sin(turn)) ** 2) for turn in turns) / _DIRECTIONS
    broad, thin = broad / mean, thin / mean
    into = (x * x / broad + y * y / thin, x * y / broad - x * y / thin, y * y / broad + x * x / thin)
    back = (x * x * broad + y * y * thin, x * y * broad - x * y * thin, y * y * broad + x * x * thin)
    # Rounded, so that the last digit of a platform's sine can never reach the page.
    return tuple(round(value, 12) for value in (*into[:2], *into[1:], *back[:2], *back[1:], thin))
