"""Cutting areas by clip regions, exactly, whatever the shape of either."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.readers.svg.clipping import crossings, inside_convex, lies_outside, lies_within
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import area, cut_convex, inside, is_convex

#: Slivers narrower than this (mm) are taken off, in so many passes at most.
_SLIVER, _PASSES = 2e-5, 12


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
    after = np.concatenate([np.concatenate((ring[1:], ring[:1])) for ring in rings])
    edge, place, other, share = crossings(points, after, clipping)
    on = points[edge] + (after[edge] - points[edge]) * place[:, None]
    pieces, whole = _kept(rings, _Cuts(edge, place, on), clipping, clip.rule, not clip.outside)
    others, more = _kept(clipping, _Cuts(other, share, on), list(rings), rule, True)
    joined = [*whole, *more, *_rings_from(pieces + others)]
    return [ring for one in joined if len(ring := _without_spikes(one)) >= 3], "evenodd"


class _Cuts(Struct, frozen=True, eq=False):
    """Where rings are cut: the number of each cut's edge, the place on it (0 to 1), and the point on the page."""

    edge: Ints
    place: Floats
    on: Floats


class _Piece(Struct, frozen=True, eq=False):
    """A part of a ring from one cut to another, by their numbers."""

    first: int
    last: int
    points: Floats


def _without_spikes(ring: Floats) -> Floats:
    """A ring without the slivers of no width that stay where two edges lay on each other."""
    for _ in range(_PASSES):
        before = ring - np.roll(ring, 1, axis=0)
        after = np.roll(ring, -1, axis=0) - ring
        reach = np.abs(before[:, 0]) + np.abs(before[:, 1]) + np.abs(after[:, 0]) + np.abs(after[:, 1])
        off = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0])
        back = before[:, 0] * after[:, 0] + before[:, 1] * after[:, 1] < 0
        near = np.abs(before).max(axis=1) < _SLIVER
        useless = near | (back & (off <= _SLIVER * reach) & ~np.roll(near, -1))
        # Of neighbours only one goes at a time.
        useless &= ~np.roll(useless, 1)
        if not useless.any() or len(ring) < 4:
            break
        ring = ring[~useless]
    return ring


def _cut_by_convex(rings: Sequence[Floats], ring: Floats) -> list[Floats]:
    """The part of a region within a convex polygon; of two convex polygons, the one with more corners is cut."""
    if len(rings) == 1 and len(rings[0]) < len(ring) and is_convex(rings[0]):
        own = rings[0] if area(rings[0]) > 0 else rings[0][::-1]
        return [ring] if inside_convex(ring, own).all() else cut_convex([ring], own)
    return cut_convex(rings, ring)


def _kept(
    rings: Sequence[Floats], cuts: _Cuts, others: Sequence[Floats], rule: str, within: bool
) -> tuple[list[_Piece], list[Floats]]:
    """The parts of rings that lie ``within`` other rings (or not), and the rings that are never cut and do."""
    pieces: list[_Piece] = []
    whole: list[Floats] = []
    order = np.lexsort((cuts.place, cuts.edge))
    ranked = cuts.edge[order]
    begin = 0
    for ring in rings:
        low, high = np.searchsorted(ranked, (begin, begin + len(ring))).tolist()
        if low < high:
            pieces += _pieces(ring, order[low:high], cuts, begin)
        elif bool(inside(ring[:1], others, rule)[0]) == within:
            whole.append(ring)
        begin += len(ring)
    if not pieces:
        return [], whole
    longest = [int(np.argmax(np.abs(one.points[1:] - one.points[:-1]).max(axis=1))) for one in pieces]
    middles = np.array([(one.points[k] + one.points[k + 1]) / 2 for one, k in zip(pieces, longest, strict=True)])
    stays = (inside(middles, others, rule) == within).tolist()
    return [piece for piece, some in zip(pieces, stays, strict=True) if some], whole


def _pieces(ring: Floats, numbers: Ints, cuts: _Cuts, begin: int) -> list[_Piece]:
    """A ring in the pieces between its cuts, whose numbers come in order; its first edge has the number ``begin``."""
    count = len(numbers)
    edges = (cuts.edge[numbers] - begin).tolist()
    pieces = []
    for at, number in enumerate(numbers.tolist()):
        following = int(numbers[(at + 1) % count])
        a, b = edges[at], edges[(at + 1) % count]
        same = a == b and at + 1 < count
        steps = 0 if same else (b - a) % len(ring) or len(ring)
        between = np.arange(a + 1, a + 1 + steps) % len(ring)
        points = np.concatenate((cuts.on[number : number + 1], ring[between], cuts.on[following : following + 1]))
        pieces.append(_Piece(number, following, points))
    return pieces


def _rings_from(pieces: list[_Piece]) -> list[Floats]:
    """Rings from pieces that meet at cuts, whichever way round each of them runs."""
    ends: dict[int, list[int]] = {}
    for number, piece in enumerate(pieces):
        ends.setdefault(piece.first, []).append(number)
        ends.setdefault(piece.last, []).append(number)
    used = [False] * len(pieces)
    rings: list[Floats] = []
    for number, piece in enumerate(pieces):
        if used[number]:
            continue
        used[number] = True
        parts, first, last = [piece.points], piece.first, piece.last
        while last != first:
            following = next((at for at in ends[last] if not used[at]), None)
            if following is None:
                break
            used[following] = True
            further = pieces[following]
            way = further.points if further.first == last else further.points[::-1]
            parts.append(way[1:])
            last = further.last if further.first == last else further.first
        ring = np.concatenate(parts)
        rings.append(ring[:-1] if last == first else ring)
    return [ring for ring in rings if len(ring) >= 3]


__all__ = ["cut_area"]
