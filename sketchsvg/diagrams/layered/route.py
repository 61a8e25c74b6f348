"""Eighth pass: edges as centrelines: straight past the nodes of a rank, smooth between the ranks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.passing import Free, Point, places_between
from sketchsvg.diagrams.layered.ports import Ports
from sketchsvg.diagrams.layered.position import Positioned
from sketchsvg.diagrams.layered.rows import Rows

#: The handles of a piece that leaves or arrives straight along the ranks, as a part of its length along them.
HANDLE = 0.46
#: White between an edge and its own words, mm.
CLEAR = 0.9
#: What an edge does at a point on its way: it runs straight through its rank, bends in the middle of it, or passes.
STRAIGHT, BENDS, PASSES = 0, 1, 2
#: How far edges are straight beside ranks of nodes, for their heads, in mm; at most as a part of the white there. It is
#: the same for all, so that neighbours do not cross.
LEAD, LEAD_PART = 2.4, 0.25


class Routed(Struct, frozen=True):
    """For every link its pieces as cubics (node, handle, handle, node, …) from its first node to its last.

    There are two pieces where words stand on the edge, none for self-loops.
    """

    pieces: tuple[tuple[tuple[Point, ...], ...], ...]


class _Ground(Struct, frozen=True):
    """What edges run over: the frames that begin at a rank and those that end there, as left, right and outer side."""

    x: tuple[float, ...]
    rows: Rows
    opening: dict[int, list[tuple[float, float, float]]]
    closing: dict[int, list[tuple[float, float, float]]]
    free: Free
    step: int

    def is_clear(self, vertex: int, rank: int, pieces: Sequence[Sequence[Point]]) -> bool:
        """Whether an edge that does not bend for a point on its way stays clear of what stands beside that point."""
        low, high = self.free[vertex]
        # Frames that begin or end at the rank reach over it.
        top = min([self.rows.tops[rank], *(side for _, _, side in self.opening.get(rank, ()))])
        bottom = max([self.rows.bottoms[rank], *(side for _, _, side in self.closing.get(rank, ()))])
        return all(low <= x <= high for x in places_between(pieces, top, bottom))

    def leaves(self, rank: int, start: float, end: float) -> float:
        """How far behind a rank an edge that moves from ``start`` to ``end`` may begin to."""
        lead = 0.0 if rank % self.step or start == end else _lead(self.rows, rank)
        return max([self.rows.bottoms[rank] + lead, *_outside(self.closing.get(rank, ()), start, end)])

    def arrives(self, rank: int, start: float, end: float) -> float:
        """Where before a rank such an edge has to be in its place."""
        lead = 0.0 if rank % self.step or start == end else _lead(self.rows, rank - 1)
        return min([self.rows.tops[rank] - lead, *_outside(self.opening.get(rank, ()), start, end)])


def _outside(frames: Sequence[tuple[float, float, float]], start: float, end: float) -> list[float]:
    """The sides of the frames that an edge would come into, or out of, elsewhere than straight."""
    low, high = min(start, end), max(start, end)
    return [
        side for left, right, side in frames
        if low < high and low < right and high > left
    ]  # fmt: skip


def routed(
    chained: Chained, positioned: Positioned, rows: Rows, ports: Ports, lengths: Sequence[float], free: Free,
    step: int,
) -> Routed:  # fmt: skip
    """Every edge from its first node to its last; ``lengths`` are those of vertices along the ranks.

    ``free`` is what ``free_places`` gives: edges need not bend for the points that stand there. On all but every
    ``step``-th rank there are only words.
    """
    x = positioned.x
    opening: dict[int, list[tuple[float, float, float]]] = {}
    closing: dict[int, list[tuple[float, float, float]]] = {}
    for (left, right), (start, end) in zip(chained.walls, rows.frames, strict=True):
        opening.setdefault(chained.rank[left[0]], []).append((x[left[0]], x[right[0]], start))
        closing.setdefault(chained.rank[left[-1]], []).append((x[left[-1]], x[right[-1]], end))
    ground = _Ground(x, rows, opening, closing, free, step)
    found = []
    for index, chain in enumerate(chained.chains):
        found.append(_pieces(index, chain, chained, ground, ports, lengths) if chain else ())
    return Routed(tuple(found))


def _pieces(
    index: int, chain: Sequence[int], chained: Chained, ground: _Ground, ports: Ports, lengths: Sequence[float]
) -> tuple[tuple[Point, ...], ...]:
    """The pieces of an edge, without bends where nothing stands beside its way."""
    across = [ports.first[index], *(ground.x[vertex] for vertex in chain[1:-1]), ports.last[index]]
    # Straight through the rank of a point, bent only at the point, not at all: each as long as nothing is in the way.
    bends = {
        at: PASSES if chained.rank[chain[at]] % ground.step else BENDS
        for at in range(1, len(chain) - 1)
        if chain[at] in ground.free and chain[at] != chained.labels[index]
        and not across[at - 1] == across[at] == across[at + 1]
    }  # fmt: skip
    while True:
        kept = [at for at in range(len(chain)) if bends.get(at) != PASSES]
        loose = [bends.get(at) == BENDS for at in kept]
        way, places = [chain[at] for at in kept], [across[at] for at in kept]
        pieces = _smooth_pieces(way, places, loose, index, chained, ground, lengths)
        near = [
            at for at, bend in bends.items()
            if bend != STRAIGHT and not ground.is_clear(chain[at], chained.rank[chain[at]], pieces)
        ]  # fmt: skip
        if not near:
            return pieces
        for at in near:
            bends[at] = BENDS if bends[at] == PASSES else STRAIGHT


def _smooth_pieces(
    chain: Sequence[int], across: Sequence[float], loose: Sequence[bool], index: int, chained: Chained,
    ground: _Ground, lengths: Sequence[float],
) -> tuple[tuple[Point, ...], ...]:  # fmt: skip
    rows, rank = ground.rows, chained.rank
    points = [(across[0], _middle(rows, rank[chain[0]]) + lengths[chain[0]] / 2)]
    pieces = []
    for at, vertex in enumerate(chain):
        x, last = across[at], at == len(chain) - 1
        arrives = ground.arrives(rank[vertex], across[at - 1], x) if at else points[0][1]
        leaves = points[-1][1] if last else ground.leaves(rank[vertex], x, across[at + 1])
        if vertex == chained.labels[index]:
            middle, half = _middle(rows, rank[vertex]), lengths[vertex] / 2 + CLEAR
            points += [(x, min(arrives, middle - half)), (x, middle - half)]
            pieces.append(smoothed(points))
            points = [(x, middle + half), (x, max(leaves, middle + half))]
            continue
        if loose[at]:
            points.append((x, _middle(rows, rank[vertex])))
        else:
            points += [(x, arrives)] if last else [(x, arrives), (x, leaves)]
    points.append((across[-1], _middle(rows, rank[chain[-1]]) - lengths[chain[-1]] / 2))
    pieces.append(smoothed(points))
    return tuple(pieces)


def _lead(rows: Rows, rank: int) -> float:
    """How far an edge is straight at a node that stands before or behind the white after a rank."""
    return min(LEAD, LEAD_PART * (rows.tops[rank + 1] - rows.bottoms[rank]))


def _middle(rows: Rows, rank: int) -> float:
    return (rows.tops[rank] + rows.bottoms[rank]) / 2


def smoothed(points: Sequence[Point]) -> tuple[Point, ...]:
    """Cubics through ``points``, of which each lies further along y than the one before; x never overshoots.

    Slopes after Fritsch and Carlson (1980): the harmonic mean of the slopes on both sides, level where they turn.
    """
    nodes = [points[0]]
    for point in points[1:]:
        if point[1] - nodes[-1][1] > 1e-9:
            nodes.append(point)
        else:
            nodes[-1] = (nodes[-1][0], nodes[-1][1])
    nodes = _unbent(nodes)
    if len(nodes) < 2:
        nodes.append((nodes[0][0], nodes[0][1] + 1e-6))
    slopes = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(nodes)]
    at = [0.0]
    for before, after in pairwise(slopes):
        at.append(2 * before * after / (before + after) if before * after > 0 else 0.0)
    at.append(0.0)
    chain = [nodes[0]]
    for index, (a, b) in enumerate(pairwise(nodes)):
        along = b[1] - a[1]
        out = along * (HANDLE if not at[index] else 1 / 3)
        back = along * (HANDLE if not at[index + 1] else 1 / 3)
        if a[0] == b[0]:
            out = back = along / 3
        chain += [(a[0] + at[index] * out, a[1] + out), (b[0] - at[index + 1] * back, b[1] - back), b]
    return tuple(chain)


def _unbent(nodes: Sequence[Point]) -> list[Point]:
    """Without the nodes in the middle of straight runs."""
    kept: list[Point] = []
    for index, node in enumerate(nodes):
        inner = 0 < index < len(nodes) - 1
        if inner and nodes[index - 1][0] == node[0] == nodes[index + 1][0]:
            continue
        kept.append(node)
    return kept
