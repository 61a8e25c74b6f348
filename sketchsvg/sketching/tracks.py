"""Curves as tracks to walk along: where one is after so many millimetres, and which way one looks."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.polygons import flattened

#: Straight pieces a bent segment is walked in.
_PIECES = 24


class Track(Struct, frozen=True, eq=False):
    """The points (n, 2) of a track and the way walked up to each (n,), in mm."""

    points: Floats
    along: Floats

    @classmethod
    def of(cls, curves: Curves) -> Track | None:
        """The first stroke as a track; None when it leads nowhere."""
        points = flattened(curves.strokes()[0], _PIECES)
        step = points[1:] - points[:-1]
        lengths = np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1])
        points = points[np.concatenate(([True], lengths > 0))]
        along = np.zeros(len(points))
        np.cumsum(lengths[lengths > 0], out=along[1:])
        return cls(points, along) if len(points) > 1 else None

    @property
    def length(self) -> float:
        """How long it is."""
        return float(self.along[-1])

    def at(self, lengths: Floats) -> tuple[Floats, Floats]:
        """Places and directions (unit vectors) after so many mm; beyond its ends the track goes straight on."""
        number = np.clip(np.searchsorted(self.along, lengths, side="right"), 1, len(self.along) - 1)
        begin, end = self.points[number - 1], self.points[number]
        whole = self.along[number] - self.along[number - 1]
        ways = (end - begin) / whole[:, None]
        return begin + ways * (lengths - self.along[number - 1])[:, None], ways


__all__ = ["Track"]
