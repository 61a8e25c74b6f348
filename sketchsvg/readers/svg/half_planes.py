"""Cutting many polygons at once, each by a straight line or a convex polygon of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Floats


def cut_by_half_planes(rings: Sequence[Floats], points: Floats, normals: Floats) -> list[Floats]:
    """The part of each ring where (p − point) · normal ≥ 0 (Sutherland and Hodgman 1974, one edge).

    ``points`` and ``normals`` are (n, 2), one of each for each ring; nothing may be left of it.
    """
    sizes = np.array([len(ring) for ring in rings], dtype=np.int64)
    some = np.flatnonzero(sizes)
    if not len(some):
        return list(rings)
    corners = np.concatenate(list(rings))
    counts = sizes[some]
    owner = np.repeat(some, counts)
    away = (corners[:, 0] - points[:, 0][owner]) * normals[:, 0][owner]
    away += (corners[:, 1] - points[:, 1][owner]) * normals[:, 1][owner]
    # Most rings may lie wholly on the side that is kept.
    crossed = np.minimum.reduceat(away, np.cumsum(counts) - counts) < 0
    if not crossed.any():
        return list(rings)
    reached = np.repeat(crossed, counts)
    corners, away, some, counts = corners[reached], away[reached], some[crossed], counts[crossed]
    ends = np.cumsum(counts)
    after = np.arange(1, len(corners) + 1)
    after[ends - 1] = ends - counts
    kept = away >= 0
    crosses = kept != kept[after]
    rise = np.where(crosses, away - away[after], 1.0)
    crossing = corners + (corners[after] - corners) * (away / rise)[:, None]
    # Each point gives itself, then the crossing on the edge that leaves it.
    both = np.stack((corners, crossing), axis=1).reshape(-1, 2)
    left = np.stack((kept, crosses), axis=1).reshape(-1)
    parts = np.split(both[left], np.cumsum(left)[2 * ends[:-1] - 1])
    cut = list(rings)
    for number, part in zip(some.tolist(), parts, strict=True):
        cut[number] = part
    return cut


def cut_convex(asked: Sequence[tuple[Sequence[Floats], Floats]]) -> list[list[Floats]]:
    """For each pair of rings and a convex polygon that runs clockwise, the parts of the rings within it.

    Windings stay as they are. All are cut by the first edge of their polygon, then by the second, and so on.
    """
    rings = [ring for own, _ in asked for ring in own]
    owner = np.array([number for number, (own, _) in enumerate(asked) for _ in own], dtype=np.int64)
    if not rings:
        return [[] for _ in asked]
    sizes = np.array([len(convex) for _, convex in asked])
    corners = np.concatenate([convex for _, convex in asked])
    after = np.concatenate([np.concatenate((convex[1:], convex[:1])) for _, convex in asked])
    step = after - corners
    normals = np.stack((-step[:, 1], step[:, 0]), axis=1)
    starts = np.cumsum(sizes) - sizes
    for edge in range(int(sizes.max())):
        some = np.flatnonzero(sizes[owner] > edge).tolist()
        at = starts[owner[some]] + edge
        cut = cut_by_half_planes([rings[number] for number in some], corners[at], normals[at])
        for number, ring in zip(some, cut, strict=True):
            rings[number] = ring if len(ring) >= 3 else ring[:0]
    kept: list[list[Floats]] = [[] for _ in asked]
    for number, ring in zip(owner.tolist(), rings, strict=True):
        if len(ring):
            kept[number].append(ring)
    return kept
