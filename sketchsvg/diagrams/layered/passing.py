"""How far edges may stray from the points on their way, and where they pass between two heights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.order import Ordered
from sketchsvg.diagrams.layered.ports import Ports
from sketchsvg.diagrams.layered.position import Extents

Point: TypeAlias = tuple[float, float]
#: For points of edges: the lowest and the highest x at which the edge may pass their rank.
Free: TypeAlias = Mapping[int, tuple[float, float]]

#: White between an edge and what stands beside its way, mm; halvings until it is known where it passes.
BESIDE, HALVINGS = 1.5, 20


def free_places(
    chained: Chained, ordered: Ordered, x: Sequence[float], extents: Extents, ports: Ports
) -> Free:
    """The room of every point of an edge, up to its neighbours on the rank; half of it beside other edges.

    A point beside which another edge runs along has none: of two edges that swing differently one might overtake the
    other.
    """
    found: dict[int, tuple[float, float]] = {}
    points, labels = chained.points, set(chained.labels)
    accompanied = _accompanied(chained, x, ports)
    for row in ordered.rows:
        for place, vertex in enumerate(row):
            if vertex not in points or vertex in labels or vertex in accompanied:
                continue
            low, high = float("-inf"), float("inf")
            if place:
                before = row[place - 1]
                solid = before not in points or before in labels
                low = x[before] + extents.right[before] + BESIDE if solid else (x[before] + x[vertex]) / 2
            if place + 1 < len(row):
                after = row[place + 1]
                solid = after not in points or after in labels
                high = x[after] - extents.left[after] - BESIDE if solid else (x[after] + x[vertex]) / 2
            found[vertex] = low, high
    return found


def _accompanied(chained: Chained, x: Sequence[float], ports: Ports) -> set[int]:
    """The points before or behind which another edge leads the same way over the same ground."""
    between: dict[int, list[tuple[float, float, float, float, int, int]]] = {}
    for index, chain in enumerate(chained.chains):
        last = len(chain) - 1
        for at, (a, b) in enumerate(pairwise(chain)):
            start = ports.first[index] if at == 0 else x[a]
            end = ports.last[index] if at + 1 == last else x[b]
            way = (min(start, end), max(start, end), start, end, a, b)
            between.setdefault(chained.rank[a], []).append(way)
    found: set[int] = set()
    for ways in between.values():
        ways.sort()
        for number, (_, high, start, end, a, b) in enumerate(ways):
            for low, _, other_start, other_end, c, d in ways[number + 1 :]:
                if low > high:
                    break
                # Edges that cross anyway may cross where they like.
                if (other_start - start) * (other_end - end) > 0:
                    found.update((a, b, c, d))
    return found


def places_between(pieces: Sequence[Sequence[Point]], top: float, bottom: float) -> list[float]:
    """The x of an edge at two heights and at its nodes between them. Its y grows all the way, its x turns at nodes."""
    found: list[float] = []
    for piece in pieces:
        for start in range(0, len(piece) - 1, 3):
            cubic = piece[start : start + 4]
            first, last = cubic[0][1], cubic[3][1]
            if first <= bottom and last >= top:
                found += [_place(cubic, max(first, top)), _place(cubic, min(last, bottom))]
    return found


def _place(cubic: Sequence[Point], y: float) -> float:
    """The x of a cubic at a height that it passes."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at(cubic, middle, 1) < y else (low, middle)
    return _at(cubic, high, 0)


def _at(cubic: Sequence[Point], t: float, axis: int) -> float:
    s = 1 - t
    a, b, c, d = (point[axis] for point in cubic)
    return a * s * s * s + 3 * b * s * s * t + 3 * c * s * t * t + d * t * t * t
