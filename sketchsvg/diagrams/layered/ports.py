"""Seventh pass: where on the sides of nodes the edges begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.order import Ordered
from sketchsvg.diagrams.layered.position import Positioned

#: Edges on one side of a node stand so far apart, in mm, where there is room.
APART = 3.6


class Ports(Struct, frozen=True):
    """For every link the x at which it leaves its first node and the x at which it comes to its last one."""

    first: tuple[float, ...]
    last: tuple[float, ...]


def ported(
    chained: Chained, ordered: Ordered, positioned: Positioned, reach: Sequence[float], across: Sequence[float]
) -> Ports:
    """Ports in the order of what they lead to; edges that can lead straight on do.

    ``reach`` is how far from the middle of a node they may lie, ``across`` how wide the nodes are.
    """
    x = positioned.x
    turn = [0] * len(chained.rank)
    for row in ordered.rows:
        for index, vertex in enumerate(row):
            turn[vertex] = index
    sides: dict[tuple[int, bool], list[int]] = {}
    for index, chain in enumerate(chained.chains):
        if chain:
            sides.setdefault((chain[0], True), []).append(index)
            sides.setdefault((chain[-1], False), []).append(index)
    found = {True: [0.0] * len(chained.chains), False: [0.0] * len(chained.chains)}
    for (node, below), links in sides.items():

        def other(index: int, below: bool = below) -> int:
            return chained.chains[index][1 if below else -2]

        said = [index for index in links if _place(chained, index, below) is not None]
        for index in said:
            found[below][index] = x[node] + (_place(chained, index, below) or 0.0) * across[node]
        links = sorted((i for i in links if i not in said), key=lambda index: (turn[other(index)], index))
        wanted = []
        for index in links:
            place = _place(chained, index, not below) if len(chained.chains[index]) == 2 else None
            goal = None if place is None else x[other(index)] + place * across[other(index)]
            wanted.append(_straight(node, other(index), x, reach, chained.nodes, goal))
        taken = [found[below][index] for index in said]
        for index, at in zip(links, spread(wanted, x[node], reach[node]), strict=True):
            found[below][index] = _beside(at, taken, x[node], reach[node]) if taken else at
    return Ports(tuple(found[True]), tuple(found[False]))


def _place(chained: Chained, index: int, first: bool) -> float | None:
    """Where on the side of its first or of its last node a chain ends, where that is said."""
    return None if chained.places is None else chained.places[index][0 if first else 1]


def _beside(at: float, taken: Sequence[float], middle: float, reach: float) -> float:
    """``at``, or the nearest place that is far enough from all that are ``taken``."""
    steps = [at] + [one + way * APART for one in taken for way in (-1, 1)]
    free = [one for one in steps if abs(one - middle) <= reach and all(abs(one - t) >= APART - 1e-9 for t in taken)]
    return min(free, key=lambda one: (abs(one - at), one)) if free else at


def _straight(
    node: int, other: int, x: Sequence[float], reach: Sequence[float], nodes: int, goal: float | None
) -> float:
    """Where an edge can run straight between the two, or to its ``goal`` at the other; else the middle of the node."""
    low, high = x[node] - reach[node], x[node] + reach[node]
    if goal is not None or other >= nodes:
        goal = x[other] if goal is None else goal
        return goal if low <= goal <= high else x[node]
    low, high = max(low, x[other] - reach[other]), min(high, x[other] + reach[other])
    if low > high:
        return x[node]
    # The narrower of the two is met in its middle where that is possible.
    first = node if reach[node] <= reach[other] else other
    for middle in (x[first], x[node], x[other]):
        if low <= middle <= high:
            return middle
    return (low + high) / 2


def spread(wanted: Sequence[float], middle: float, reach: float) -> list[float]:
    """``wanted`` in their order, far enough apart, at most ``reach`` from ``middle``, and moved as little as possible.

    Pool adjacent violators: what would stand too close moves together to its common mean.
    """
    count = len(wanted)
    apart = min(APART, 2 * reach / (count - 1)) if count > 1 else 0.0
    pools: list[tuple[float, int]] = []
    for index, value in enumerate(wanted):
        total, size = value - index * apart, 1
        while pools and pools[-1][0] / pools[-1][1] > total / size:
            total, size = total + pools[-1][0], size + pools[-1][1]
            pools.pop()
        pools.append((total, size))
    flat = [total / size for total, size in pools for _ in range(size)]
    return [
        min(max(value + index * apart, middle - reach + index * apart), middle + reach - (count - 1 - index) * apart)
        for index, value in enumerate(flat)
    ]
