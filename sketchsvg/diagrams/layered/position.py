"""Fifth pass: where vertices stand across the ranks: straight long edges, nodes in the middle of their neighbours.

Brandes and Köpf, "Fast and Simple Horizontal Coordinate Assignment" (2001): four ways to stack vertices into
straight blocks, each packed as tightly as it goes, and between them the mean of the middle two. Every one of
the four keeps all distances, and so does their mean.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.order import Ordered


class Extents(Struct, frozen=True):
    """How far each vertex reaches to its ``left`` and ``right``, and the white behind it (``after``), all in mm.

    ``after[v]`` is the white to the next vertex of its row.
    """

    left: tuple[float, ...]
    right: tuple[float, ...]
    after: tuple[float, ...]


class Positioned(Struct, frozen=True):
    """The x of every vertex in mm."""

    x: tuple[float, ...]


def positioned(chained: Chained, ordered: Ordered, extents: Extents) -> Positioned:
    """The mean of the middle two of four ways to place the vertices."""
    count = len(chained.rank)
    if not count:
        return Positioned(())
    up: list[list[int]] = [[] for _ in range(count)]
    down: list[list[int]] = [[] for _ in range(count)]
    segments = _segments(chained)
    place = [0] * count
    for row in ordered.rows:
        for index, vertex in enumerate(row):
            place[vertex] = index
    for a, b, _ in segments:
        down[a].append(b)
        up[b].append(a)
    for near in (up, down):
        for vertices in near:
            vertices.sort(key=place.__getitem__)
    crossed = _crossed(chained, segments, place)
    found: list[list[float]] = []
    for mirrored in (False, True):
        for upwards in (False, True):
            rows = [list(row) for row in (reversed(ordered.rows) if upwards else ordered.rows)]
            if mirrored:
                rows = [row[::-1] for row in rows]
            root = _blocks(rows, down if upwards else up, crossed, count, mirrored)
            left, right = (extents.right, extents.left) if mirrored else (extents.left, extents.right)
            x = _packed(rows, root, left, right, extents.after, count, mirrored)
            found.append([-value for value in x] if mirrored else x)
    return Positioned(tuple(_balanced(found, extents)))


def _segments(chained: Chained) -> list[tuple[int, int, int]]:
    """Upper and lower vertex of every piece, and how straight it wants to be: walls 2, long edges 1, others 0."""
    points = chained.points
    found = [
        (a, b, 1 if a in points and b in points else 0)
        for chain in chained.chains
        for a, b in pairwise(chain)
    ]
    for sides in chained.walls:
        for wall in sides:
            found += [(a, b, 2) for a, b in pairwise(wall)]
    return found


def _crossed(chained: Chained, segments: Sequence[tuple[int, int, int]], place: Sequence[int]) -> set[tuple[int, int]]:
    """The pieces that give way because they cross one that wants to be straighter."""
    by_rank: dict[int, list[tuple[int, int, int]]] = {}
    for segment in segments:
        by_rank.setdefault(chained.rank[segment[0]], []).append(segment)
    crossed: set[tuple[int, int]] = set()
    for own in by_rank.values():
        for level in (2, 1):
            straight = sorted((place[a], place[b]) for a, b, kind in own if kind == level and (a, b) not in crossed)
            if not straight:
                continue
            uppers = [a for a, _ in straight]
            most, least = [-1], [1 << 30]
            for _, b in straight:
                most.append(max(most[-1], b))
            for _, b in reversed(straight):
                least.append(min(least[-1], b))
            least.reverse()
            for a, b, kind in own:
                if kind < level and (
                    most[bisect_left(uppers, place[a])] > place[b]
                    or least[bisect_right(uppers, place[a])] < place[b]
                ):
                    crossed.add((a, b))
    return crossed


def _blocks(
    rows: Sequence[Sequence[int]], near: Sequence[Sequence[int]], crossed: set[tuple[int, int]], count: int,
    mirrored: bool,
) -> list[int]:  # fmt: skip
    """For every vertex the first one of its block: each joins the middle one of its neighbours if it can."""
    root, taken = list(range(count)), bytearray(count)
    place = [0] * count
    for row in rows:
        for index, vertex in enumerate(row):
            place[vertex] = index
    for row in rows[1:]:
        last = -1
        for vertex in row:
            around = near[vertex]
            size = len(around)
            if not size:
                continue
            low, high = (size - 1) // 2, size // 2
            middles = (around[low],) if low == high else (around[low], around[high])
            for other in reversed(middles) if mirrored else middles:
                if taken[other] or place[other] <= last:
                    continue
                if (other, vertex) in crossed or (vertex, other) in crossed:
                    continue
                taken[other] = 1
                root[vertex] = root[other]
                last = place[other]
                break
    return root


def _packed(
    rows: Sequence[Sequence[int]], root: Sequence[int], left: Sequence[float], right: Sequence[float],
    after: Sequence[float], count: int, mirrored: bool,
) -> list[float]:  # fmt: skip
    """The blocks as far to the left as they go, then back towards what stands right of them."""
    behind: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    waiting = [0] * count
    for row in rows:
        for a, b in pairwise(row):
            distance = right[a] + (after[b] if mirrored else after[a]) + left[b]
            behind[root[a]].append((root[b], distance))
            waiting[root[b]] += 1
    order = [v for v in range(count) if root[v] == v and not waiting[v]]
    x = [0.0] * count
    for block in order:
        at = x[block]
        for other, distance in behind[block]:
            if at + distance > x[other]:
                x[other] = at + distance
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    for block in reversed(order):
        if behind[block]:
            x[block] = max(x[block], min(x[other] - distance for other, distance in behind[block]))
    return [x[root[v]] for v in range(count)]


def _balanced(found: Sequence[Sequence[float]], extents: Extents) -> list[float]:
    """All four laid upon the narrowest, then the mean of the middle two of every vertex."""
    bounds = [
        (min(x - w for x, w in zip(one, extents.left, strict=True)),
         max(x + w for x, w in zip(one, extents.right, strict=True)))
        for one in found
    ]  # fmt: skip
    narrow = min(range(4), key=lambda index: bounds[index][1] - bounds[index][0])
    low, high = bounds[narrow]
    moved = [
        # The first two lean to the left, the others to the right.
        [x + (low - bounds[index][0] if index < 2 else high - bounds[index][1]) for x in one]
        for index, one in enumerate(found)
    ]
    balanced = []
    for values in zip(*moved, strict=True):
        four = sorted(values)
        balanced.append((four[1] + four[2]) / 2)
    return balanced
