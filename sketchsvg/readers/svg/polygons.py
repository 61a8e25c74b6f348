"""Curves as polygons, and questions about polygons: what is inside, which way round, cut by what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.items import Clip

#: Straight pieces that a cubic becomes.
FLAT = 8
#: Pairs of points and edges compared at a time: keeps arrays within some megabytes.
_PAIRS = 2_000_000

#: The most rings whose nesting is looked into: every pair is compared.
_MOST_NESTED = 64

Flags = npt.NDArray[np.bool_]


def rings_of(curves: Curves) -> list[Floats]:
    """Each stroke as a ring of points (n, 2), the first not repeated at the end; straight pieces stay one edge."""
    return [ring for stroke in curves.strokes() if len(ring := _flat(stroke)) >= 3]


def _flat(stroke: Floats) -> Floats:
    points = flattened(stroke)
    same = (points[1:] == points[:-1]).all(axis=1)
    points = points[np.concatenate(([True], ~same))]
    return points[:-1] if len(points) > 1 and (points[0] == points[-1]).all() else points


def flattened(stroke: Floats, pieces: int = FLAT) -> Floats:
    """The nodes of a stroke with points between the ends of its bent segments."""
    a, b, c, d = stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    if not len(a):
        return stroke[:1]
    bent = ~straight(a, b, c, d)
    if not bent.any():
        return stroke[0::3]
    counts = np.where(bent, pieces, 1)
    owner = np.repeat(np.arange(len(a)), counts)
    first = np.cumsum(counts) - counts
    t = ((np.arange(len(owner)) - first[owner] + 1) / counts[owner])[:, None]
    u = 1.0 - t
    points = a[owner] * (u * u * u) + b[owner] * (3 * u * u * t) + c[owner] * (3 * u * t * t) + d[owner] * (t * t * t)
    ends = np.flatnonzero(t[:, 0] == 1.0)
    points[ends] = d
    return np.concatenate((a[:1], points))


def straight(a: Floats, b: Floats, c: Floats, d: Floats) -> Flags:
    """Which cubics have their handles on their chord (to a micrometre a millimetre)."""
    chord = d - a
    reach = np.abs(chord[:, 0]) + np.abs(chord[:, 1])
    off = np.maximum(np.abs(_cross(chord, b - a)), np.abs(_cross(chord, c - a)))
    return np.asarray(off <= 1e-3 * reach * reach) & (reach > 0)


def _cross(p: Floats, q: Floats) -> Floats:
    return p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]


def area(ring: Floats) -> float:
    """Twice the signed area: positive for a ring that runs clockwise on the page (y down)."""
    after = np.concatenate((ring[1:], ring[:1]))
    # One after the other, never np.sum: its order of additions differs between machines.
    return float(np.cumsum(_cross(ring, after))[-1])


def circumference(ring: Floats) -> float:
    """The length of a ring."""
    step = np.concatenate((ring[1:], ring[:1])) - ring
    return float(np.cumsum(np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1]))[-1])


def is_convex(ring: Floats) -> bool:
    """Whether a ring turns one way only, and but once around."""
    step = np.concatenate((ring[1:], ring[:1])) - ring
    turn = _cross(step, np.concatenate((step[1:], step[:1])))
    if not ((turn >= -1e-9).all() or (turn <= 1e-9).all()):
        return False
    # A convex ring runs right and left once each: a star or a spiral does it more often.
    rightwards = step[:, 0][step[:, 0] != 0] > 0
    return int((rightwards != np.roll(rightwards, 1)).astype(np.int64).cumsum()[-1]) <= 2 if len(rightwards) else True


def inside(points: Floats, rings: Sequence[Floats], rule: str) -> Flags:
    """Which of the points (n, 2) lie in the region that the rings enclose by ``rule``."""
    if not rings:
        return np.zeros(len(points), dtype=np.bool_)
    a = np.concatenate(list(rings))
    b = np.concatenate([np.concatenate((ring[1:], ring[:1])) for ring in rings])
    step = max(1, _PAIRS // len(a))
    found = np.zeros(len(points), dtype=np.bool_)
    for start in range(0, len(points), step):
        x, y = points[start : start + step, 0:1], points[start : start + step, 1:2]
        down = (a[:, 1] <= y) & (b[:, 1] > y)
        up = (a[:, 1] > y) & (b[:, 1] <= y)
        side = (b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (x - a[:, 0]) * (b[:, 1] - a[:, 1])
        winding = (down & (side > 0)).astype(np.int64) - (up & (side < 0)).astype(np.int64)
        total = winding.sum(axis=1)
        found[start : start + step] = (total % 2 != 0) if rule == "evenodd" else (total != 0)
    return found


def oriented(rings: Sequence[Floats]) -> list[Floats]:
    """Rings filled by the even-odd rule turned so that the nonzero rule fills the same: holes run the other way.

    Exact for rings that do not cross each other or themselves. Very many rings are left as they are.
    """
    if len(rings) > _MOST_NESTED:
        return list(rings)
    turned: list[Floats] = []
    for number, ring in enumerate(rings):
        depth = 0
        point = _inner_point(ring)
        for other_number, other in enumerate(rings):
            if other_number != number and inside(point, [other], "evenodd")[0]:
                depth += 1
        clockwise = area(ring) > 0
        turned.append(ring if clockwise == (depth % 2 == 0) else ring[::-1].copy())
    return turned


def _inner_point(ring: Floats) -> Floats:
    """A point (1, 2) just beside the middle of the ring's longest edge, inside of it."""
    step = np.concatenate((ring[1:], ring[:1])) - ring
    longest = int(np.argmax(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1]))
    way = step[longest] * (1e-4 if area(ring) > 0 else -1e-4)
    return np.asarray((ring[longest] + step[longest] / 2 + np.array((-way[1], way[0])))[None, :])


def curves_of(rings: Sequence[Floats]) -> Curves:
    """Rings as closed strokes of straight pieces."""
    from sketchsvg.geometry.shapes import polyline_stroke

    return Curves.of([polyline_stroke(np.concatenate((ring, ring[:1]))) for ring in rings if len(ring) >= 3])


def cut_by_half_plane(ring: Floats, point: tuple[float, float], normal: tuple[float, float]) -> Floats:
    """The part of a ring where (p − point) · normal ≥ 0 (Sutherland and Hodgman 1974, one edge)."""
    away = (ring[:, 0] - point[0]) * normal[0] + (ring[:, 1] - point[1]) * normal[1]
    kept = away >= 0
    if kept.all():
        return ring
    if not kept.any():
        return ring[:0]
    after, next_away = np.concatenate((ring[1:], ring[:1])), np.concatenate((away[1:], away[:1]))
    crosses = kept != np.concatenate((kept[1:], kept[:1]))
    rise = np.where(crosses, away - next_away, 1.0)
    share = (away / rise)[:, None]
    crossing = ring + (after - ring) * share
    # Each point gives itself, then the crossing on the edge that leaves it.
    both = np.stack((ring, crossing), axis=1).reshape(-1, 2)
    return np.asarray(both[np.stack((kept, crosses), axis=1).reshape(-1)])


def cut_convex(rings: Sequence[Floats], convex: Floats) -> list[Floats]:
    """The parts of rings within a convex polygon that runs clockwise; windings stay as they are."""
    corners = [(float(x), float(y)) for x, y in convex]
    kept = list(rings)
    for (x0, y0), (x1, y1) in pairwise([*corners, corners[0]]):
        normal = (-(y1 - y0), x1 - x0)
        kept = [ring for ring in (cut_by_half_plane(ring, (x0, y0), normal) for ring in kept) if len(ring) >= 3]
    return kept


def clip_of(rings: Sequence[Floats], rule: str) -> Clip:
    """A region as a clip, told apart whether it is convex."""
    if len(rings) == 1 and is_convex(rings[0]):
        ring = rings[0]
        return Clip((ring if area(ring) > 0 else ring[::-1].copy(),), convex=True, box=_upright(ring))
    return Clip(tuple(rings), rule)


def _upright(ring: Floats) -> tuple[float, float, float, float] | None:
    """The edges of a ring that is an upright rectangle."""
    (left, top), (right, bottom) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
    corners = {(left, top), (right, top), (right, bottom), (left, bottom)}
    found = {(x, y) for x, y in ring.tolist()}
    return (left, top, right, bottom) if len(ring) == 4 and found == corners else None
