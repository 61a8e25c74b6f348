"""Cutting areas by clip regions, exactly, whatever the shape of either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.readers.svg.clipping import crossings, inside_convex, lies_outside, lies_within
from sketchsvg.readers.svg.half_planes import cut_by_half_planes, cut_convex
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import area, inside, is_convex

#: Slivers narrower than this (mm) are taken off, in so many passes at most.
_SLIVER, _PASSES = 2e-5, 12
#: A polygon with more corners than this stands for something round.
_ROUND = 24


#: Rings and the rule that fills them.
Region: TypeAlias = tuple[Sequence[Floats], str]


def cut_area(rings: Sequence[Floats], rule: str, clip: Clip) -> tuple[list[Floats], str]:
    """The part of a region within a clip, and the rule that fills it."""
    left, rule = cut_areas([((rings, rule), clip)])[0]
    return [*left], rule


def cut_areas(asked: Sequence[tuple[Region, Clip]]) -> list[Region]:
    """The part of each region within a clip of its own; a region of which all is left stays the same object."""
    found: list[Region] = []
    convex: dict[int, tuple[Sequence[Floats], Floats]] = {}
    own: dict[int, Floats | None] = {}
    for number, (region, clip) in enumerate(asked):
        rings, rule = region
        if clip.convex and not clip.outside and rings:
            points = np.concatenate(list(rings)) if len(rings) > 1 else rings[0]
            if lies_outside(points, clip):
                region = [], rule
            elif not lies_within(points, clip):
                convex[number] = _subject(rings, clip.rings[0], own)
        else:
            region = _cut(region, clip)
        found.append(region)
    for number, cut in zip(convex, cut_convex(list(convex.values())), strict=True):
        found[number] = cut, found[number][1]
    return found


def _subject(rings: Sequence[Floats], clip: Floats, known: dict[int, Floats | None]) -> tuple[Sequence[Floats], Floats]:
    """What is to be cut, and by which convex polygon: of two convex ones, the one with more corners is cut.

    Where the clip lies within a convex ring it is what is left, and nothing cuts it. ``known`` are the rings looked at
    before: each as it runs clockwise, None for those that are not convex.
    """
    if len(rings) > 1:
        return rings, clip
    ring = rings[0]
    if id(ring) not in known:
        turned = ring if area(ring) > 0 else ring[::-1]
        known[id(ring)] = turned if is_convex(ring) else None
    own = known[id(ring)]
    if own is None:
        return rings, clip
    fewer = len(own) < len(clip)
    if (fewer or len(clip) > _ROUND) and inside_convex(clip, own).all():
        return [clip if fewer or own is ring else _turned(clip, ring)], clip[:0]
    return ([clip], own) if fewer else (rings, clip)


def _turned(clip: Floats, ring: Floats) -> Floats:
    """A convex polygon the other way round, from where a cut of ``ring`` by edge after edge of it would begin."""
    step = np.concatenate((clip[1:], clip[:1])) - clip
    edge = _first_beyond(ring[0], clip, step)
    if edge == 0:
        # What the first edge leaves begins where the ring comes back to it; a later one cuts that off.
        left = cut_by_half_planes([ring], clip[:1], np.array([(-step[0, 1], step[0, 0])]))[0]
        edge = 1 + _first_beyond(left[0], clip[1:], step[1:])
    return clip[(edge - np.arange(len(clip))) % len(clip)]


def _first_beyond(point: Floats, corners: Floats, step: Floats) -> int:
    """The first edge of a convex polygon that has a point outside of it on its outer side."""
    away = (point[0] - corners[:, 0]) * -step[:, 1] + (point[1] - corners[:, 1]) * step[:, 0]
    return int(np.argmax(away < 0))


def _cut(region: Region, clip: Clip) -> Region:
    """As ``cut_area``, for any clip."""
    rings, rule = region
    if not rings or not clip.rings:
        return region if clip.outside else ([], rule)
    points = np.concatenate(list(rings))
    if lies_outside(points, clip):
        return [], rule
    if lies_within(points, clip):
        return region
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


__all__ = ["Region", "cut_area", "cut_areas"]
