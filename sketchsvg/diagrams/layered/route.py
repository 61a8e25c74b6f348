"""Eighth pass: edges as centrelines: straight past the nodes of a rank, smooth between the ranks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.ports import Ports
from sketchsvg.diagrams.layered.position import Positioned
from sketchsvg.diagrams.layered.rows import Rows

Point = tuple[float, float]

#: The handles of a piece that leaves or arrives straight along the ranks, as a part of its length along them.
HANDLE = 0.46
#: White between an edge and its own words, mm.
CLEAR = 0.9


class Routed(Struct, frozen=True):
    """For every link its pieces as cubics (node, handle, handle, node, …) from its first node to its last.

    There are two pieces where words stand on the edge, none for self-loops.
    """

    pieces: tuple[tuple[tuple[Point, ...], ...], ...]


def routed(
    chained: Chained, positioned: Positioned, rows: Rows, ports: Ports, lengths: Sequence[float]
) -> Routed:
    """Every edge from its first node to its last; ``lengths`` are those of vertices along the ranks."""
    found = []
    for index, chain in enumerate(chained.chains):
        found.append(_pieces(index, chain, chained, positioned, rows, ports, lengths) if chain else ())
    return Routed(tuple(found))


def _pieces(
    index: int, chain: Sequence[int], chained: Chained, positioned: Positioned, rows: Rows, ports: Ports,
    lengths: Sequence[float],
) -> tuple[tuple[Point, ...], ...]:  # fmt: skip
    first, last = chain[0], chain[-1]
    points = [(ports.first[index], _middle(rows, chained.rank[first]) + lengths[first] / 2)]
    points.append((ports.first[index], rows.bottoms[chained.rank[first]]))
    pieces = []
    for vertex in chain[1:-1]:
        at, x = chained.rank[vertex], positioned.x[vertex]
        top, bottom = rows.tops[at], rows.bottoms[at]
        if vertex == chained.labels[index]:
            middle, half = (top + bottom) / 2, lengths[vertex] / 2 + CLEAR
            points += [(x, min(top, middle - half)), (x, middle - half)]
            pieces.append(smoothed(points))
            points = [(x, middle + half), (x, max(bottom, middle + half))]
        else:
            points += [(x, top), (x, bottom)]
    points.append((ports.last[index], rows.tops[chained.rank[last]]))
    points.append((ports.last[index], _middle(rows, chained.rank[last]) - lengths[last] / 2))
    pieces.append(smoothed(points))
    return tuple(pieces)


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
