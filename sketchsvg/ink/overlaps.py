"""Where a flat nib goes over its own ink: the exact areas that its bands cover twice, thrice and so on.

What is covered again is a shape of its own, painted once more in the same colour; nothing hangs on how a format mixes.
The rims of a band turn the same way round everywhere. So an area is covered k times where the winding number is k, and
its edge are the parts of rims that have a winding number of k - 1 on their outer side.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints

#: Into how many straight steps a cubic of a rim goes.
_STEPS = 8
#: How many times over a band can get darker.
_LAYERS = 4
#: Rims that meet within so many widths along the stroke do so because it bends: that is no going over again.
_APART = 2.0
#: Areas smaller than this, in square mm, are nothing to see.
_SPECK = 0.02
#: How far beside a rim its winding number is looked up, mm.
_ASIDE = 1e-5
#: Rims of more steps than this are left as they are: millions of pairs would have to be looked at.
_MOST = 6000


class Rims(Struct, frozen=True, eq=False):
    """Straight steps around the bands of one mark, ring after ring.

    ``points`` (n, 2) are where each begins, ``following`` the number of the next step of its ring, ``stroke`` the
    stroke of the hand it belongs to and ``along`` how far on it, mm.
    """

    points: Floats
    following: Ints
    stroke: Ints
    along: Floats


def rims(outlines: Curves, stroke: Ints, along: list[Floats]) -> Rims:
    """The outlines of one mark as rims; ``stroke`` is that of each, ``along`` how far on it each of its nodes lies."""
    points, following, of, far, start = [], [], [], [], 0
    t = (np.arange(_STEPS) / _STEPS)[:, None]
    u = 1.0 - t
    for number, (outline, place) in enumerate(zip(outlines.strokes(), along, strict=True)):
        a, b, c, d = (outline[at : len(outline) - 3 + at : 3][:, None] for at in range(4))
        ring = (a * (u * u * u) + b * (3.0 * t * u * u) + c * (3.0 * t * t * u) + d * (t * t * t)).reshape(-1, 2)
        # Down one side, around the end, back up the other side, around the start.
        nodes = np.concatenate((place, place[::-1], place[:1]))[: len(outline) // 3 + 1]
        steps = nodes[:-1, None] + (nodes[1:] - nodes[:-1])[:, None] * t[:, 0]
        # Where the start is cut the outline is left open.
        if (outline[-1] != outline[0]).any():
            ring, steps = np.concatenate((ring, outline[-1:])), np.append(steps, nodes[-1])
        count = len(ring)
        points.append(ring)
        far.append(steps.ravel())
        following.append(start + np.append(np.arange(1, count), 0))
        of.append(np.full(count, stroke[number]))
        start += count
    return Rims(np.concatenate(points), np.concatenate(following), np.concatenate(of), np.concatenate(far))


def covered_again(rims: Rims, width: float) -> list[list[Floats]]:
    """The areas (k, 2) that a band of about this ``width`` (mm) covers twice, those it covers thrice, and so on."""
    begin, end = rims.points, rims.points[rims.following]
    if len(begin) > _MOST:
        return []
    first, second, place, other = _crossings(begin, end, rims.following)
    if not len(first):
        return []
    apart = np.abs(rims.along[first] - rims.along[second]) > _APART * width
    apart |= rims.stroke[first] != rims.stroke[second]
    if not apart.any():
        return []
    # Every step cut where others cross it: pieces with the number of the node at both ends.
    count = len(begin)
    step = np.concatenate((np.arange(count), first, second))
    at = np.concatenate((np.zeros(count), place, other))
    node = np.concatenate((np.arange(count), count + np.arange(len(first)), count + np.arange(len(first))))
    order = np.lexsort((at, step))
    step, at, node = step[order], at[order], node[order]
    last = np.append(step[1:] != step[:-1], True)
    till = np.where(last, 1.0, np.append(at[1:], 1.0))
    foot = np.where(last, rims.following[step], np.append(node[1:], 0))
    way = (end - begin)[step]
    middle = begin[step] + way * ((at + till) * 0.5)[:, None]
    length = np.sqrt(way[:, 0] * way[:, 0] + way[:, 1] * way[:, 1])
    outer = middle + np.stack((way[:, 1], -way[:, 0]), axis=1) * (_ASIDE / np.maximum(length, 1e-9))[:, None]
    around = _windings(outer, begin, end)
    where = np.concatenate((begin, begin[first] + (end - begin)[first] * place[:, None]))
    real = np.concatenate((np.zeros(count, dtype=np.bool_), apart))
    found = []
    for layer in range(1, _LAYERS):
        edge = np.flatnonzero(around == layer)
        areas = [where[ring] for ring in _rings(node[edge], foot[edge]) if real[ring].any()]
        areas = [area for area in areas if abs(_area(area)) > _SPECK]
        if not areas:
            break
        found.append(areas)
    return found


def _crossings(begin: Floats, end: Floats, following: Ints) -> tuple[Ints, Ints, Floats, Floats]:
    """The pairs of steps that cross, and where on the one and on the other (0 to 1)."""
    low, high = np.minimum(begin, end), np.maximum(begin, end)
    found = []
    for number in range(len(begin) - 1):
        later = slice(number + 1, None)
        near = (low[later] <= high[number]) & (high[later] >= low[number])
        rivals = np.flatnonzero(near[:, 0] & near[:, 1]) + number + 1
        rivals = rivals[(rivals != following[number]) & (following[rivals] != number)]
        if len(rivals):
            found.append((np.full(len(rivals), number), rivals))
    if not found:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, np.zeros(0), np.zeros(0)
    first, second = (np.concatenate(part) for part in zip(*found, strict=True))
    one, two, gap = (end - begin)[first], (end - begin)[second], begin[second] - begin[first]
    turn = one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]
    level = turn == 0
    turn[level] = 1.0
    place = (gap[:, 0] * two[:, 1] - gap[:, 1] * two[:, 0]) / turn
    other = (gap[:, 0] * one[:, 1] - gap[:, 1] * one[:, 0]) / turn
    meets = np.flatnonzero((place > 0) & (place < 1) & (other > 0) & (other < 1) & ~level)
    return first[meets], second[meets], place[meets], other[meets]


def _windings(points: Floats, begin: Floats, end: Floats) -> Ints:
    """How often the rims turn round each point."""
    around = np.zeros(len(points), dtype=np.int64)
    share = max(1, 4_000_000 // len(begin))
    for start in range(0, len(points), share):
        x, y = points[start : start + share, 0, None], points[start : start + share, 1, None]
        up, down = (begin[:, 1] <= y) & (end[:, 1] > y), (begin[:, 1] > y) & (end[:, 1] <= y)
        side = (end[:, 0] - begin[:, 0]) * (y - begin[:, 1]) - (x - begin[:, 0]) * (end[:, 1] - begin[:, 1])
        around[start : start + share] = (up & (side > 0)).sum(axis=1) - (down & (side < 0)).sum(axis=1)
    return around


def _rings(head: Ints, foot: Ints) -> list[Ints]:
    """Closed ways through edges from node to node; what does not close is left out."""
    following: dict[int, int] = dict(zip(head.tolist(), foot.tolist(), strict=True))
    rings = []
    while following:
        begin, node = following.popitem()
        ring = [begin]
        while node != begin and node in following:
            ring.append(node)
            node = following.pop(node)
        if node == begin:
            rings.append(np.array(ring, dtype=np.int64))
    return rings


def _area(ring: Floats) -> float:
    x, y = ring[:, 0].tolist(), ring[:, 1].tolist()
    doubled: float = sum(x[at - 1] * y[at] - x[at] * y[at - 1] for at in range(len(x)))
    return doubled * 0.5


def polygons(areas: list[Floats]) -> Curves:
    """Areas as closed outlines of straight steps."""
    made = []
    for area in areas:
        ring = np.concatenate((area, area[:1]))
        way = (ring[1:] - ring[:-1]) / 3.0
        points = np.empty((3 * len(area) + 1, 2))
        points[0::3], points[1::3], points[2::3] = ring, ring[:-1] + way, ring[1:] - way
        made.append(points)
    return Curves.of(made)
