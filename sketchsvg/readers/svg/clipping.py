"""Cutting lines and areas by clip regions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.limits import MOST_CROSSINGS, exceeded
from sketchsvg.readers.svg.polygons import Flags, area, cut_convex, flattened, inside, is_convex
from sketchsvg.readers.svg.sides import sides

#: Pairs of edges compared at a time.
_PAIRS = 1_000_000
_SIMPLER = "Clip it by a simpler shape."
#: Ends of pieces within so many mm of each other are one place.
_JOINT = 1e-3
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
    return bool(_inside_convex(points, clip.rings[0]).all())


def _inside_convex(points: Floats, ring: Floats) -> Flags:
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
        return clip.convex and bool(_inside_convex(points, clip.rings[0]).all())
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
    return _inside_convex(points, clip.rings[0])


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
    edge, share = crossings(begin, end, clip.rings)
    segment = edge // pieces
    place = (edge % pieces + share) / pieces
    order = np.lexsort((place, segment))
    return segment[order], place[order]


def crossings(begin: Floats, end: Floats, rings: Sequence[Floats]) -> tuple[Ints, Floats]:
    """Where straight edges cross the rings: the number of the edge and the place on it (0 to 1)."""
    c = np.concatenate(list(rings))
    d = np.concatenate([np.concatenate((ring[1:], ring[:1])) for ring in rings])
    found: list[Ints] = []
    places: list[Floats] = []
    count = 0
    step = max(1, _PAIRS // len(c))
    for start in range(0, len(begin), step):
        a, r = begin[start : start + step, None, :], (end - begin)[start : start + step, None, :]
        s, ac = d - c, c - a
        both = r[..., 0] * s[:, 1] - r[..., 1] * s[:, 0]
        safe = np.where(both == 0, 1.0, both)
        t = (ac[..., 0] * s[:, 1] - ac[..., 1] * s[:, 0]) / safe
        v = (ac[..., 0] * r[..., 1] - ac[..., 1] * r[..., 0]) / safe
        number, _ = hit = np.nonzero((both != 0) & (t >= 0) & (t < 1) & (v >= 0) & (v < 1))
        found.append(number + start)
        places.append(t[hit])
        count += len(number)
        if count > MOST_CROSSINGS:
            raise exceeded("a clip or mask cuts an outline at too many places", MOST_CROSSINGS, None, _SIMPLER)
    return np.concatenate(found), np.concatenate(places)


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


def cut_area(rings: Sequence[Floats], rule: str, clip: Clip) -> tuple[list[Floats], str]:
    """The part of a region within a clip, and the rule that fills it."""
    if not rings or not clip.rings:
        return ([*rings] if clip.outside else []), rule
    points = np.concatenate(list(rings))
    if lies_outside(points, clip):
        return [], rule
    if clip.outside and lies_within(points, clip):
        return [*rings], rule
    if clip.convex and not clip.outside:
        return ([*rings] if lies_within(points, clip) else _cut_by_convex(rings, clip.rings[0])), rule
    # Shifted by next to nothing, so that edges never lie on each other.
    clipping = [ring + np.array((1.3e-6, 0.7e-6)) for ring in clip.rings]
    pieces = _kept(rings, clipping, clip.rule, not clip.outside) + _kept(clipping, list(rings), rule, True)
    return _rings_from(pieces), "evenodd"


def _cut_by_convex(rings: Sequence[Floats], ring: Floats) -> list[Floats]:
    """The part of a region within a convex polygon; of two convex polygons, the one with more corners is cut."""
    if len(rings) == 1 and len(rings[0]) < len(ring) and is_convex(rings[0]):
        own = rings[0] if area(rings[0]) > 0 else rings[0][::-1]
        return [ring] if _inside_convex(ring, own).all() else cut_convex([ring], own)
    return cut_convex(rings, ring)


def _kept(rings: Sequence[Floats], others: Sequence[Floats], rule: str, within: bool) -> list[Floats]:
    """The parts of rings that lie ``within`` other rings (or not), as polylines: closed ones for rings never cut."""
    kept: list[Floats] = []
    for ring in rings:
        begin, end = ring, np.concatenate((ring[1:], ring[:1]))
        edge, place = crossings(begin, end, others)
        if not len(edge):
            if bool(inside(ring[:1], others, rule)[0]) == within:
                kept.append(np.concatenate((ring, ring[:1])))
            continue
        order = np.lexsort((place, edge))
        edge, place = edge[order], place[order]
        on = begin[edge] + (end[edge] - begin[edge]) * place[:, None]
        cuts = len(edge)
        pieces = []
        for number in range(cuts):
            a, b = int(edge[number]), int(edge[(number + 1) % cuts])
            same = a == b and number + 1 < cuts
            count = 0 if same else (b - a) % len(ring) or len(ring)
            between = np.arange(a + 1, a + 1 + count) % len(ring)
            pieces.append(np.concatenate((on[number : number + 1], ring[between], on[[(number + 1) % cuts]])))
        longest = [int(np.argmax(np.abs(piece[1:] - piece[:-1]).max(axis=1))) for piece in pieces]
        middles = np.array([(piece[k] + piece[k + 1]) / 2 for piece, k in zip(pieces, longest, strict=True)])
        stays = (inside(middles, others, rule) == within).tolist()
        kept += [piece for piece, some in zip(pieces, stays, strict=True) if some]
    return kept


def _rings_from(pieces: list[Floats]) -> list[Floats]:
    """Rings from open pieces that meet end to end, whichever way round each of them runs."""
    rings = [piece[:-1] for piece in pieces if len(piece) > 3 and (piece[0] == piece[-1]).all()]
    loose = _Loose([piece for piece in pieces if not (piece[0] == piece[-1]).all()])
    while (ring := loose.any()) is not None:
        parts = [ring]
        first, last = ring[0], ring[-1]
        while np.abs(first - last).max() > 1e-5 and (piece := loose.at(last)) is not None:
            parts.append(piece[1:])
            last = piece[-1]
        ring = np.concatenate(parts)
        rings.append(ring[:-1] if np.abs(first - last).max() <= 1e-5 else ring)
    return [ring for ring in rings if len(ring) >= 3]


class _Loose:
    """Pieces that wait to be joined, found by the places of their ends."""

    def __init__(self, pieces: list[Floats]) -> None:
        self._pieces: dict[int, Floats] = dict(enumerate(pieces))
        self._ends: dict[tuple[int, int], list[tuple[int, bool]]] = {}
        for number, piece in self._pieces.items():
            self._ends.setdefault(self._cell(piece[0]), []).append((number, True))
            self._ends.setdefault(self._cell(piece[-1]), []).append((number, False))

    @staticmethod
    def _cell(point: Floats) -> tuple[int, int]:
        return int(point[0] // _JOINT), int(point[1] // _JOINT)

    def any(self) -> Floats | None:
        """One of the pieces, which then waits no more."""
        return self._pieces.popitem()[1] if self._pieces else None

    def at(self, end: Floats) -> Floats | None:
        """The piece with the end nearest to this one, turned so that it begins there."""
        column, row = self._cell(end)
        best: tuple[float, int, bool] | None = None
        for cell in [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]:
            for number, begins in self._ends.get(cell, ()):
                piece = self._pieces.get(number)
                if piece is not None:
                    far = float(np.abs((piece[0] if begins else piece[-1]) - end).max())
                    best = min(best or (far, number, begins), (far, number, begins))
        if best is None:
            return None
        piece = self._pieces.pop(best[1])
        return piece if best[2] else piece[::-1]


__all__ = ["crossings", "cut_area", "cut_at", "cut_lines", "cut_strokes", "flattened", "lies_outside", "lies_within"]
