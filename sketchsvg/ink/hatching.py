"""Parallel lines clipped to shapes, all shapes at once.

A line is drawn where it is inside by the nonzero rule and further than half its ink's width from every edge of the
shape: so its round ends touch the edge and the ink stays within, along slanting edges and past corners too.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Flags
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.keys import Channel, uniform

#: How far the straight pieces of a flattened outline may lie off it in mm, and how many there are of a cubic at most.
_FLAT, _PIECES = 0.004, 10
#: How far a line may lie off its even place and how far it leans, both as shares of the gap.
_UNEVEN, _LEAN = 0.13, 0.1
#: How far a line bends, as a share of its length, and at most in mm.
_BEND, _BEND_MOST = 0.006, 0.04
#: How early a line may stop, as a share of the gap.
_EARLY = 0.12
#: The index stride between the layers of a cross-hatch.
_LAYER = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Hatch lines: their shape, number in it, place across, lean (mm across per mm along) and half the ink's width."""

    shape: Ints
    number: Ints
    place: Floats
    lean: Floats
    half: Floats


def hatched(filled: Filled, angle: Floats, layer: int) -> FillInk:
    """The hatch lines of all shapes at ``angle`` (degrees, one a shape); ``layer`` numbers the set of lines."""
    begin, end, shape = _flattened(filled)
    if not len(shape):
        return FillInk(Curves.empty(), np.zeros(0, dtype=np.int64), np.zeros(0))
    # Rounded, so that the last digit of a platform's sine can never reach the page.
    c = np.array([round(cos(radians(value)), 12) for value in angle.tolist()])
    s = np.array([round(sin(radians(value)), 12) for value in angle.tolist()])
    along = np.stack((c, -s), axis=1)
    across = np.stack((s, c), axis=1)

    def turned(points: Floats) -> Floats:
        u = points[:, 0] * along[shape, 0] + points[:, 1] * along[shape, 1]
        v = points[:, 0] * across[shape, 0] + points[:, 1] * across[shape, 1]
        return np.stack((u, v), axis=1)

    a, b = turned(begin), turned(end)
    count = len(filled.gap)
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    for points in (a, b):
        np.minimum.at(low, shape, points)
        np.maximum.at(high, shape, points)
    middle = (low[:, 0] + high[:, 0]) * 0.5
    lines, first = _placed(filled, low, high, layer)
    a[:, 0] -= middle[shape]
    b[:, 0] -= middle[shape]
    line, left, right = _clipped(a, b, shape, lines, first, filled, low, high)

    seeds, number = filled.seeds[lines.shape[line]], lines.number[line] + layer * _LAYER
    loose = filled.loose[lines.shape[line]]
    gap = filled.gap[lines.shape[line]]
    # A hand stops a little early, now and then.
    left = left + uniform(seeds, number, Channel.HATCH_END) * _EARLY * gap * loose
    right = right - uniform(seeds, number, Channel.HATCH_END + 1) * _EARLY * gap * loose
    keep = np.flatnonzero(right > left)
    line, left, right = line[keep], left[keep], right[keep]
    bend = (uniform(seeds, number, Channel.HATCH_BOW)[keep] * 2.0 - 1.0) * loose[keep]
    bend = bend * np.minimum((right - left) * _BEND, _bend_most(filled)[lines.shape[line]])

    stroke = np.empty((len(line), 4, 2))
    of = lines.shape[line]
    for point, share in enumerate((0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0)):
        u = left + (right - left) * share
        v = lines.place[line] + lines.lean[line] * u
        if point in (1, 2):
            v = v + bend * (4.0 / 3.0)
        u = u + middle[of]
        stroke[:, point] = along[of] * u[:, None] + across[of] * v[:, None]
    curves = Curves(stroke.reshape(-1, 2), np.arange(0, 4 * len(line) + 1, 4))
    return FillInk(curves, of, filled.weight[of])


def _bend_most(filled: Filled) -> Floats:
    return np.minimum(_BEND_MOST, filled.gap * 0.15) * filled.loose


def _flattened(filled: Filled) -> tuple[Floats, Floats, Ints]:
    """The outlines as straight edges: where each begins and ends, and the shape it belongs to."""
    curves = filled.outlines
    inner = np.ones(len(curves.points), dtype=np.bool_)
    inner[curves.starts[1:] - 1] = False
    at = np.flatnonzero(inner)
    owner = np.repeat(np.arange(len(curves)), np.diff(curves.starts))
    at = at[(at - curves.starts[owner[at]]) % 3 == 0]
    p = curves.points
    a, b, c, d = p[at], p[at + 1], p[at + 2], p[at + 3]
    chord = d - a
    length = np.sqrt(chord[:, 0] * chord[:, 0] + chord[:, 1] * chord[:, 1])
    # The handles' distance from the chord (or, where that is a point, from the point) bounds the bulge.
    bulge = np.zeros(len(at))
    for arm in (b - a, c - a):
        off = np.abs(arm[:, 0] * chord[:, 1] - arm[:, 1] * chord[:, 0]) / np.where(length > 0, length, 1.0)
        away = np.sqrt(arm[:, 0] * arm[:, 0] + arm[:, 1] * arm[:, 1])
        beyond = np.maximum(away - length, 0.0)
        bulge = np.maximum(bulge, np.maximum(off, beyond))
    pieces = np.minimum(np.maximum(np.ceil(np.sqrt(bulge / _FLAT)), 1.0), _PIECES).astype(np.int64)
    of = np.repeat(np.arange(len(at)), pieces)
    number = np.arange(len(of)) - (np.cumsum(pieces) - pieces)[of]
    t = (number / pieces[of])[:, None]
    u = 1.0 - t
    begin = a[of] * (u * u * u) + b[of] * (3 * u * u * t) + c[of] * (3 * u * t * t) + d[of] * (t * t * t)
    end = np.concatenate((begin[1:], begin[:1]))
    lasts = np.cumsum(pieces) - 1
    end[lasts] = d
    return begin, end, filled.shape[owner[at]][of]


def _placed(filled: Filled, low: Floats, high: Floats, layer: int) -> tuple[_Lines, Ints]:
    """Where the lines of each shape lie: as many as its depth holds gaps, spread evenly but for a little."""
    depth = np.where(high[:, 1] >= low[:, 1], high[:, 1] - low[:, 1], 0.0)
    counts = np.maximum(np.rint(depth / filled.gap), 1.0).astype(np.int64)
    counts = np.where(np.isfinite(depth), counts, 0)
    first = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=first[1:])
    shape = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(shape)) - first[shape]
    pitch = (depth / np.maximum(counts, 1))[shape]
    seeds, keyed, loose = filled.seeds[shape], number + layer * _LAYER, filled.loose[shape]
    off = (uniform(seeds, keyed, Channel.HATCH_PLACE) * 2.0 - 1.0) * _UNEVEN * loose
    width = np.maximum(high[:, 0] - low[:, 0], 1e-6)[shape]
    lean = (uniform(seeds, keyed, Channel.HATCH_TILT) * 2.0 - 1.0) * loose * _LEAN * pitch / np.maximum(width, pitch)
    half = (filled.weight * 0.5 + _bend_most(filled))[shape]
    return _Lines(shape, number, low[shape, 1] + (number + 0.5 + off) * pitch, lean, half), first


def _clipped(
    a: Floats, b: Floats, shape: Ints, lines: _Lines, first: Ints, filled: Filled, low: Floats, high: Floats
) -> tuple[Ints, Floats, Floats]:
    """The parts of lines whose ink is inside: the line of each, where it begins and where it ends along the line."""
    counts = np.diff(first)
    depth = high[:, 1] - low[:, 1]
    pitch = np.where(counts > 0, depth, 1.0) / np.maximum(counts, 1)
    pitch = np.where(pitch > 0, pitch, 1.0)[shape]
    slack = 1.0 + (filled.weight[shape] * 0.5 + _BEND_MOST) / pitch
    under = np.minimum(a[:, 1], b[:, 1]) - low[shape, 1]
    over = np.maximum(a[:, 1], b[:, 1]) - low[shape, 1]
    top = np.maximum(np.floor(under / pitch - slack), 0.0).astype(np.int64)
    bottom = np.minimum(np.ceil(over / pitch + slack), counts[shape] - 1.0).astype(np.int64)
    spans = np.maximum(bottom - top + 1, 0)
    edge = np.repeat(np.arange(len(shape)), spans)
    line = first[shape[edge]] + top[edge] + np.arange(len(edge)) - (np.cumsum(spans) - spans)[edge]

    # Signed distances of both ends of the edge from the line; equal points get equal ones, so no crossing is lost.
    fa = a[edge, 1] - (lines.place[line] + lines.lean[line] * a[edge, 0])
    fb = b[edge, 1] - (lines.place[line] + lines.lean[line] * b[edge, 0])
    ua, ub = a[edge, 0], b[edge, 0]
    crossing = np.flatnonzero((fa < 0) != (fb < 0))
    share = fa[crossing] / (fa[crossing] - fb[crossing])
    cross_at = ua[crossing] + (ub[crossing] - ua[crossing]) * share
    turn = np.where(fa[crossing] < 0, 1, -1)

    half = lines.half[line]
    near = np.flatnonzero((np.minimum(fa, fb) < half) & (np.maximum(fa, fb) > -half))
    begin, end = _too_near(ua[near], fa[near], ub[near], fb[near], half[near])

    of = np.concatenate((line[crossing], line[near], line[near]))
    at = np.concatenate((cross_at, begin, end))
    winds = np.concatenate((turn, np.zeros(2 * len(near), dtype=np.int64)))
    blocks = np.concatenate((np.zeros(len(turn), dtype=np.int64), np.repeat([1, -1], len(near))))
    order = np.lexsort((-blocks, at, of))
    of, at = of[order], at[order]
    inside = (np.cumsum(winds[order]) != 0) & (np.cumsum(blocks[order]) == 0)
    before = np.concatenate((np.zeros(1, dtype=np.bool_), inside[:-1]))
    opens, shuts = np.flatnonzero(inside & ~before), np.flatnonzero(before & ~inside)
    return of[opens], at[opens], at[shuts]


def _too_near(ua: Floats, fa: Floats, ub: Floats, fb: Floats, radius: Floats) -> tuple[Floats, Floats]:
    """Between which places along a line an edge is nearer to it than ``radius``.

    The edge runs from ``ua`` to ``ub`` along the line and from ``fa`` to ``fb`` across it; some of it is that near.
    The points nearer than ``radius`` to an edge are a convex stadium: two straight sides and two round ends.
    """
    begin, end = np.full(len(ua), np.inf), np.full(len(ua), -np.inf)

    def widen(at: Floats, valid: Flags) -> None:
        np.minimum(begin, at, out=begin, where=valid)
        np.maximum(end, at, out=end, where=valid)

    for u, f in ((ua, fa), (ub, fb)):
        reach = np.sqrt(np.maximum(radius * radius - f * f, 0.0))
        for side in (-1.0, 1.0):
            widen(u + reach * side, np.abs(f) < radius)
    du, df = ub - ua, fb - fa
    length = np.sqrt(du * du + df * df)
    scale = radius / np.where(length > 0, length, 1.0)
    for side in (-1.0, 1.0):
        shift_u, shift_f = -df * scale * side, du * scale * side
        low, high = fa + shift_f, fb + shift_f
        crosses = (low < 0) != (high < 0)
        share = low / np.where(crosses, low - high, 1.0)
        widen(ua + shift_u + du * share, crosses)
    return begin, end
