"""Curves as polygons, and questions about polygons: what is inside, which way round, cut by what."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.readers.svg.items import Clip

#: Straight pieces that a cubic becomes.
FLAT = 8
#: Pairs of points and edges compared at a time: keeps arrays within some megabytes.
_PAIRS = 2_000_000

#: The most rings whose nesting is looked into: every pair is compared.
_MOST_NESTED = 64

Flags = npt.NDArray[np.bool_]


def rings_of(curves: Curves, pieces: int = FLAT) -> list[Floats]:
    """Each stroke as a ring of points (n, 2), the first not repeated at the end; straight pieces stay one edge."""
    return [ring for stroke in curves.strokes() if len(ring := _flat(stroke, pieces)) >= 3]


def _flat(stroke: Floats, pieces: int) -> Floats:
    points = flattened(stroke, pieces)
    same = (points[1:] == points[:-1]).all(axis=1)
    points = points[np.concatenate(([True], ~same))]
    return points[:-1] if len(points) > 1 and (points[0] == points[-1]).all() else points


def rings_of_all(curves: Curves, bends: int = FLAT) -> tuple[Floats, Ints]:
    """The strokes as rings: all points (n, 2), ring after ring, and how many each stroke has (below 3: no ring)."""
    if not len(curves):
        return np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
    counts = curves.starts[1:] - curves.starts[:-1]
    pieces = (counts - 1) // 3
    of_piece = np.repeat(np.arange(len(counts)), pieces)
    at = curves.starts[:-1][of_piece] + 3 * (np.arange(len(of_piece)) - (np.cumsum(pieces) - pieces)[of_piece])
    a, b, c, d = (curves.points[at + k] for k in range(4))
    bent = ~straight(a, b, c, d)
    times = np.where(bent, bends, 1)
    owner = np.repeat(np.arange(len(at)), times)
    t = (np.arange(len(owner)) - (np.cumsum(times) - times)[owner] + 1) / times[owner]
    along = d[owner]
    inner = np.flatnonzero(t < 1.0)
    if len(inner):
        along[inner] = _on(t[inner, None], *(corner[owner[inner]] for corner in (a, b, c, d)))
    # Each stroke's first point, then those of its pieces.
    stroke = of_piece[owner]
    points = np.empty((len(counts) + len(along), 2))
    starts = np.cumsum(np.bincount(stroke, minlength=len(counts)) + 1)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), starts))
    points[starts[:-1]] = curves.points[curves.starts[:-1]]
    points[np.arange(len(along)) + stroke + 1] = along
    kept = np.ones(len(points), dtype=np.bool_)
    kept[1:] = (points[1:] != points[:-1]).any(axis=1)
    kept[starts[:-1]] = True
    # A ring that has come back does not say its first point again.
    where = np.repeat(np.arange(len(counts)), np.diff(starts))
    left = np.bincount(where[kept], minlength=len(counts))
    last = starts[1:] - 1
    back = (points[last] == points[starts[:-1]]).all(axis=1) & (left > 1)
    kept[_last_kept(kept, last[back])] = False
    return points[kept], left - back


def _last_kept(kept: Flags, last: Ints) -> Ints:
    """The last places up to each of these that are kept."""
    places = np.flatnonzero(kept)
    return np.asarray(places[np.searchsorted(places, last, side="right") - 1])


def _on(t: Floats, a: Floats, b: Floats, c: Floats, d: Floats) -> Floats:
    u = 1.0 - t
    return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t)


def measured_rings(points: Floats, starts: Ints) -> tuple[Floats, Floats]:
    """Twice the signed area (see ``area``) and the length of each ring, ring after ring in ``points``."""
    if len(starts) < 2:
        return np.zeros(0), np.zeros(0)
    after = np.arange(1, len(points) + 1)
    after[starts[1:] - 1] = starts[:-1]
    following = points[after]
    step = following - points
    lengths = np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1])
    return _totals(_cross(points, following), starts), _totals(lengths, starts)


def _totals(values: Floats, starts: Ints) -> Floats:
    """The sum of each run of values, added one after the other, so that it depends on nothing but the run."""
    counts = starts[1:] - starts[:-1]
    if len(counts) == 1:
        return np.cumsum(values)[-1:]
    totals = np.zeros(len(counts))
    size = 1
    while size < 2 * counts.max():
        some = np.flatnonzero((counts <= size) & (counts > size // 2))
        if len(some):
            # Runs of about one length, filled up with zeros: those change no sum.
            at = starts[some, None] + np.arange(size)
            inside = np.arange(size) < counts[some, None]
            rows = np.where(inside, values[np.minimum(at, len(values) - 1)], 0.0)
            totals[some] = np.cumsum(rows, axis=1)[:, -1]
        size *= 2
    return totals


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
    return [
        ring if shell == (area(ring) > 0) else np.ascontiguousarray(ring[::-1])
        for ring, shell in zip(rings, shells(rings), strict=True)
    ]


def shells(rings: Sequence[Floats]) -> list[bool]:
    """Which rings lie in an even number of others, and so are no holes; of very many, those that run clockwise."""
    if len(rings) == 1:
        return [True]
    if len(rings) > _MOST_NESTED:
        return [area(ring) > 0 for ring in rings]
    points = np.concatenate([_inner_point(ring) for ring in rings])
    a = np.concatenate(list(rings))
    b = np.concatenate([np.concatenate((ring[1:], ring[:1])) for ring in rings])
    counts = [len(ring) for ring in rings]
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    depth = np.zeros(len(rings), dtype=np.int64)
    step = max(1, _PAIRS // len(a))
    for first in range(0, len(points), step):
        x, y = points[first : first + step, 0:1], points[first : first + step, 1:2]
        spans = (a[:, 1] <= y) != (b[:, 1] <= y)
        rise = np.where(a[:, 1] == b[:, 1], 1.0, b[:, 1] - a[:, 1])
        right = a[:, 0] + (y - a[:, 1]) / rise * (b[:, 0] - a[:, 0]) > x
        crossed = np.add.reduceat((spans & right).astype(np.int64), starts, axis=1) % 2
        rows = np.arange(len(x))
        crossed[rows, first + rows] = 0
        depth[first : first + step] = np.add.reduce(crossed, axis=1)
    return [number % 2 == 0 for number in depth.tolist()]


def _inner_point(ring: Floats) -> Floats:
    """A point (1, 2) just beside the middle of the ring's longest edge, inside of it."""
    step = np.concatenate((ring[1:], ring[:1])) - ring
    longest = int(np.argmax(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1]))
    way = step[longest] * (1e-4 if area(ring) > 0 else -1e-4)
    return np.asarray((ring[longest] + step[longest] / 2 + np.array((-way[1], way[0])))[None, :])


def curves_of(rings: Sequence[Floats]) -> Curves:
    """Rings as closed strokes of straight pieces."""
    rings = [ring for ring in rings if len(ring) >= 3]
    if not rings:
        return Curves.empty()
    return Curves(*closed_chains(np.concatenate(rings), np.cumsum([0, *[len(ring) for ring in rings]])))


def closed_chains(points: Floats, starts: Ints) -> tuple[Floats, Ints]:
    """Points and starts of closed strokes of straight pieces through rings, ring after ring in ``points``."""
    after = np.arange(1, len(points) + 1)
    after[starts[1:] - 1] = starts[:-1]
    following = points[after]
    step = (following - points) / 3
    ring = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    at = 3 * np.arange(len(points)) + ring
    begins = 3 * starts + np.arange(len(starts))
    chains = np.empty((int(begins[-1]), 2))
    chains[at], chains[at + 1], chains[at + 2] = points, points + step, following - step
    chains[begins[1:] - 1] = points[starts[:-1]]
    return chains, begins


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
