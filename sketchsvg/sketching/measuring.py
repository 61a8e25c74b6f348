"""Strokes measured: how long they are, and where on them a length is reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints

#: Left, top, right and bottom in mm.
Box: TypeAlias = tuple[float, float, float, float]

#: Points at which each segment is measured.
_MEASURED = 16


def measured(stroke: Floats) -> tuple[Floats, Ints, Floats]:
    """Lengths along a stroke at sample points, and for each point its segment and place (0 to 1) there."""
    a, b, c, d = stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    t = (np.arange(_MEASURED) + 1) / _MEASURED
    u = 1.0 - t
    w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    sampled = np.zeros((len(a), _MEASURED, 2))
    for corner, weight in zip((a, b, c, d), w, strict=True):
        sampled += corner[:, None, :] * weight[None, :, None]
    points = np.concatenate((stroke[:1], sampled.reshape(-1, 2)))
    step = points[1:] - points[:-1]
    along = np.zeros(len(points))
    np.cumsum(np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1]), out=along[1:])
    segment = np.concatenate(([0], np.repeat(np.arange(len(a)), _MEASURED)))
    place = np.concatenate((np.zeros(1), np.tile(t, len(a))))
    return along, segment, place


def places_at(lengths: Floats, along: Floats, segment: Ints, place: Floats) -> tuple[Ints, Floats]:
    """The segment and the place on it at each length."""
    at = np.clip(np.searchsorted(along, lengths, side="left"), 1, len(along) - 1)
    low, high = along[at - 1], along[at]
    share = np.where(high > low, (lengths - low) / np.where(high > low, high - low, 1.0), 0.0)
    start = np.where(segment[at] == segment[at - 1], place[at - 1], 0.0)
    start = np.where(at == 1, 0.0, start)
    return segment[at], start + (place[at] - start) * share


def boxes_of(curves: Sequence[Curves]) -> list[Box]:
    """The boxes around nodes and handles of curves, none of them empty."""
    if not curves:
        return []
    points = np.concatenate([one.points for one in curves])
    starts = np.cumsum([0, *[len(one.points) for one in curves[:-1]]])
    low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    return [(a, b, c, d) for (a, b), (c, d) in zip(low.tolist(), high.tolist(), strict=True)]
