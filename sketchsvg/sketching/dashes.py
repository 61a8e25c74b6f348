"""Dashed lines: curves cut into the dashes that a pen draws one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.readers.svg.clipping import cut_at
from sketchsvg.readers.svg.limits import Budget

#: Points at which each segment is measured.
_MEASURED = 16
#: A dash and its gap shorter than this together (mm) look like an even line, and are drawn as one.
_FINEST = 0.3


def dashed(curves: Curves, dashes: Sequence[float], offset: float, width: float, butt: bool, budget: Budget) -> Curves:
    """The dashes of ``curves``; lengths in mm.

    A pen's ends are round: where the drawing asks for ``butt`` ends each dash is a good third of ``width`` shorter at
    both, so that dashes and gaps look as long as they were.
    """
    period = 0.0
    for length in dashes:
        period += length
    if period / max(1, len(dashes) // 2) < _FINEST:
        return curves
    cut: list[Floats] = []
    for stroke in curves.strokes():
        cut += _dashes_of(stroke, dashes, offset % period, width * 0.38 if butt else 0.0, budget)
    return Curves.of(cut)


def _dashes_of(stroke: Floats, dashes: Sequence[float], offset: float, short: float, budget: Budget) -> list[Floats]:
    if len(stroke) < 4:
        return [stroke]
    along, segment, place = measured(stroke)
    whole = float(along[-1])
    begins, ends = _stretches(whole, dashes, offset, budget)
    # Never shorter than a dot.
    room = np.minimum(short, (ends - begins) * 0.45)
    at_edge_begin, at_edge_end = begins <= 0.0, ends >= whole
    begins = np.where(at_edge_begin, 0.0, begins + room)
    ends = np.where(at_edge_end, whole, ends - room)
    cuts = np.stack((begins, ends), axis=1).reshape(-1)
    inner = (cuts > 0) & (cuts < whole)
    number, share = places_at(cuts[inner], along, segment, place)
    pieces = cut_at(stroke, number, share)
    # Pieces lie dash, gap, dash, … or gap, dash, …; degenerate ones have been left out, so each is asked itself.
    kept: list[Floats] = []
    walked = 0.0
    for piece in pieces:
        length = float(measured(piece)[0][-1])
        middle = walked + length / 2
        at = int(np.searchsorted(begins, middle, side="right")) - 1
        if at >= 0 and middle < ends[at]:
            kept.append(piece)
        walked += length
    return kept


def _stretches(whole: float, dashes: Sequence[float], offset: float, budget: Budget) -> tuple[Floats, Floats]:
    """Where dashes begin and end along a line of this length."""
    period = 0.0
    for length in dashes:
        period += length
    rounds = int((whole + offset) / period) + 1
    budget.dashes(rounds * (len(dashes) // 2))
    edges = np.zeros(len(dashes) + 1)
    np.cumsum(np.array(dashes), out=edges[1:])
    base = np.arange(rounds)[:, None] * period - offset
    begins = (base + edges[0:-1:2]).reshape(-1)
    ends = (base + edges[1::2]).reshape(-1)
    seen = (ends > 0) & (begins < whole)
    return np.maximum(begins[seen], 0.0), np.minimum(ends[seen], whole)


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
