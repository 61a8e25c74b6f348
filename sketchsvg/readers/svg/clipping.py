"""Cutting lines by clip regions, and what clips leave without any cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.limits import MOST_CROSSINGS, exceeded
from sketchsvg.readers.svg.polygons import Flags, inside
from sketchsvg.readers.svg.sides import sides

#: Pairs of edges compared at a time.
_PAIRS = 1_000_000
_SIMPLER = "Clip it by a simpler shape."
#: From so many strokes on it is worth while to look first which of them are cut at all.
_FEW = 6
#: How far outside of a clip in mm a line still counts as lying on its edge.
_EDGE = 1e-4


def lies_within(points: Floats, clip: Clip) -> bool:
    """Whether a clip leaves all the points (n, 2) as they are, as far as is easily told: nothing is to be cut."""
    if clip.outside:
        return _clear_of(points, clip)
    if not clip.convex:
        return False
    if clip.box is not None:
        (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        left, top, right, bottom = clip.box
        return bool(x0 >= left - _EDGE and y0 >= top - _EDGE and x1 <= right + _EDGE and y1 <= bottom + _EDGE)
    return bool(inside_convex(points, clip.rings[0]).all())


def inside_convex(points: Floats, ring: Floats) -> Flags:
    """Which points lie in a convex polygon that runs clockwise, or as good as on its edge."""
    step = np.concatenate((ring[1:], ring[:1])) - ring
    reach = _EDGE * (np.abs(step[:, 0]) + np.abs(step[:, 1]))
    found = np.ones(len(points), dtype=np.bool_)
    chunk = max(1, _PAIRS // len(ring))
    for first in range(0, len(points), chunk):
        x, y = points[first : first + chunk, 0:1], points[first : first + chunk, 1:2]
        side = (y - ring[:, 1]) * step[:, 0] - (x - ring[:, 0]) * step[:, 1]
        found[first : first + chunk] = (side >= -reach).all(axis=1)
    return found


def lies_outside(points: Floats, clip: Clip) -> bool:
    """Whether a clip leaves none of the points, as far as is easily told."""
    if clip.outside:
        return clip.convex and bool(inside_convex(points, clip.rings[0]).all())
    return _clear_of(points, clip)


def _clear_of(points: Floats, clip: Clip) -> bool:
    """Whether the box around the points is clear of the box around the region of a clip."""
    if not clip.rings or not len(points):
        return True
    if clip.box is not None:
        (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        return bool(x1 < clip.box[0] - _EDGE or x0 > clip.box[2] + _EDGE or y1 < clip.box[1] - _EDGE
                    or y0 > clip.box[3] + _EDGE)
    rings = np.concatenate(clip.rings)
    low, high = points.min(axis=0) - _EDGE, points.max(axis=0) + _EDGE
    return bool((high < rings.min(axis=0)).any() or (low > rings.max(axis=0)).any())


def cut_lines(curves: Curves, clip: Clip) -> Curves:
    """The parts of lines within a clip, in order; a closed line that is cut falls into open parts."""
    return cut_strokes(curves, clip)[0]


def cut_strokes(curves: Curves, clip: Clip) -> tuple[Curves, Ints]:
    """The parts of strokes within a clip, and of which stroke each of them is a part."""
    kept: list[Floats] = []
    source: list[int] = []
    lie = [0] * len(curves)
    if len(curves) > _FEW:
        starts = curves.starts[:-1]
        low, high = np.minimum.reduceat(curves.points, starts), np.maximum.reduceat(curves.points, starts)
        lie = (sides(np.concatenate((low, high), axis=1), clip) * (-1 if clip.outside else 1)).tolist()
    for number, stroke in enumerate(curves.strokes()):
        parts = _cut_stroke(stroke, clip) if lie[number] == 0 else [stroke] if lie[number] > 0 else []
        kept += parts
        source += [number] * len(parts)
    return Curves.of(kept), np.array(source, dtype=np.int64)


def _cut_stroke(stroke: Floats, clip: Clip) -> list[Floats]:
    if lies_outside(stroke, clip):
        return []
    if lies_within(stroke, clip):
        return [stroke]
    if len(stroke) == 1:
        return [stroke] if _in(stroke, clip)[0] else []
    segment, place = _crossings(stroke, clip)
    pieces = cut_at(stroke, segment, place)
    middles = np.array([_middle(piece) for piece in pieces])
    within = _in(middles, clip).tolist()
    kept: list[Floats] = []
    joined = False
    for piece, stays in zip(pieces, within, strict=True):
        if stays and joined:
            kept[-1] = np.concatenate((kept[-1], piece[1:]))
        elif stays:
            kept.append(piece)
        joined = stays
    # A loop that begins inside goes on where it ended.
    if len(kept) > 1 and within[0] and within[-1] and (stroke[0] == stroke[-1]).all():
        kept[0] = np.concatenate((kept.pop(), kept[0][1:]))
    return kept


def _in(points: Floats, clip: Clip) -> Flags:
    """Which points a clip leaves; those as good as on the edge of a convex one are left."""
    if clip.outside or not clip.convex:
        return np.asarray(inside(points, clip.rings, clip.rule) != clip.outside)
    return inside_convex(points, clip.rings[0])


def _middle(piece: Floats) -> Floats:
    """The middle of the middle segment of a piece."""
    at = 3 * ((len(piece) - 1) // 6)
    a, b, c, d = piece[at : at + 4]
    return np.asarray((a + 3 * b + 3 * c + d) / 8)


def _crossings(stroke: Floats, clip: Clip) -> tuple[Ints, Floats]:
    """Where a stroke crosses the edges of a clip: the segment and the place on it (0 to 1), in order."""
    pieces = 12
    count = (len(stroke) - 1) // 3
    t = np.arange(pieces + 1) / pieces
    u = 1.0 - t
    a, b, c, d = (stroke[k::3][:count, None, :] for k in range(4))
    w = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    sampled = a * w[0][:, None] + b * w[1][:, None] + c * w[2][:, None] + d * w[3][:, None]
    begin, end = sampled[:, :-1].reshape(-1, 2), sampled[:, 1:].reshape(-1, 2)
    edge, share, _, _ = crossings(begin, end, clip.rings)
    segment = edge // pieces
    place = (edge % pieces + share) / pieces
    order = np.lexsort((place, segment))
    return segment[order], place[order]


def crossings(begin: Floats, end: Floats, rings: Sequence[Floats]) -> tuple[Ints, Floats, Ints, Floats]:
    """Where straight edges cross the rings: number of the edge, place on it, number of the rings' edge, place on that.

    Places are shares (0 to 1) of an edge.
    """
    c = np.concatenate(list(rings))
    d = np.concatenate([np.concatenate((ring[1:], ring[:1])) for ring in rings])
    found: list[tuple[Ints, Floats, Ints, Floats]] = []
    count = 0
    step = max(1, _PAIRS // len(c))
    for start in range(0, max(1, len(begin)), step):
        a, r = begin[start : start + step, None, :], (end - begin)[start : start + step, None, :]
        s, ac = d - c, c - a
        both = r[..., 0] * s[:, 1] - r[..., 1] * s[:, 0]
        safe = np.where(both == 0, 1.0, both)
        t = (ac[..., 0] * s[:, 1] - ac[..., 1] * s[:, 0]) / safe
        v = (ac[..., 0] * r[..., 1] - ac[..., 1] * r[..., 0]) / safe
        number, other = hit = np.nonzero((both != 0) & (t >= 0) & (t < 1) & (v >= 0) & (v < 1))
        found.append((number + start, t[hit], other, v[hit]))
        count += len(number)
        if count > MOST_CROSSINGS:
            raise exceeded("a clip or mask cuts an outline at too many places", MOST_CROSSINGS, None, _SIMPLER)
    edges, shares, others, places = zip(*found, strict=True)
    return np.concatenate(edges), np.concatenate(shares), np.concatenate(others), np.concatenate(places)


def cut_at(stroke: Floats, segment: Ints, place: Floats) -> list[Floats]:
    """A stroke cut at places of its segments (both in order), without pieces of no length."""
    pieces: list[Floats] = []
    head: list[Floats] = []
    rest_from = 0.0
    now = 0
    for number, t in zip(segment.tolist(), place.tolist(), strict=True):
        if number > now:
            head.append(_part(stroke, now, rest_from, 1.0))
            if number > now + 1:
                head.append(stroke[3 * now + 3 : 3 * number + 1])
            now, rest_from = number, 0.0
        if t - rest_from > 1e-9:
            head.append(_part(stroke, now, rest_from, t))
            rest_from = t
        if head:
            pieces.append(_chain(head))
            head = []
    head.append(_part(stroke, now, rest_from, 1.0))
    head.append(stroke[3 * now + 3 :])
    pieces.append(_chain(head))
    for before, after in pairwise(pieces):
        after[0] = before[-1]
    return pieces


def _chain(parts: list[Floats]) -> Floats:
    """Parts that follow each other as one stroke."""
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _part(stroke: Floats, number: int, low: float, high: float) -> Floats:
    """The part of a segment between two places (de Casteljau), as four points."""

    def split(part: list[Floats], t: float) -> tuple[list[Floats], list[Floats]]:
        a, b, c, d = part
        ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
        abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
        on = abc + (bcd - abc) * t
        return [a, ab, abc, on], [on, bcd, cd, d]

    part = [*stroke[3 * number : 3 * number + 4]]
    if high < 1:
        part = split(part, high)[0]
    if low > 0:
        part = split(part, low / high)[1]
    return np.array(part)


__all__ = ["crossings", "cut_at", "cut_lines", "cut_strokes", "inside_convex", "lies_outside", "lies_within"]
