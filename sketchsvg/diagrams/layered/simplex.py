"""Whole numbers that keep their distances at the least weighted total: the network simplex.

After Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (1993), sections 2.3 and 2.4.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TypeAlias

#: From, to, least distance, weight.
Bound: TypeAlias = tuple[int, int, int, int]

#: Work that the search may cost, counted in visits of a bound: beyond it, the best so far is good enough.
BUDGET = 1_000_000


def shortest(count: int, bounds: Sequence[Bound]) -> list[int]:
    """Ranks from 0 for ``count`` nodes, each connected part beginning at 0; ``bounds`` hold no cycle."""
    ranks = _longest(count, bounds)
    for nodes, own in _parts(count, bounds):
        if own:
            number = {node: index for index, node in enumerate(nodes)}
            local = [(number[a], number[b], least, weight) for a, b, least, weight in own]
            solved = _Tree(len(nodes), local, [ranks[node] for node in nodes]).solved()
            first = min(solved)
            for node, rank in zip(nodes, solved, strict=True):
                ranks[node] = rank - first
    return ranks


def _longest(count: int, bounds: Sequence[Bound]) -> list[int]:
    """The least ranks that keep all distances."""
    out: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    waiting = [0] * count
    for start, end, least, _ in bounds:
        out[start].append((end, least))
        waiting[end] += 1
    ranks = [0] * count
    free = deque(node for node in range(count) if not waiting[node])
    while free:
        node = free.popleft()
        for end, least in out[node]:
            ranks[end] = max(ranks[end], ranks[node] + least)
            waiting[end] -= 1
            if not waiting[end]:
                free.append(end)
    return ranks


def _parts(count: int, bounds: Sequence[Bound]) -> list[tuple[list[int], list[Bound]]]:
    """The connected parts: their nodes and their bounds."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for start, end, _, _ in bounds:
        a, b = find(start), find(end)
        root[max(a, b)] = min(a, b)
    parts: dict[int, tuple[list[int], list[Bound]]] = {}
    for node in range(count):
        parts.setdefault(find(node), ([], []))[0].append(node)
    for bound in bounds:
        parts[find(bound[0])][1].append(bound)
    return list(parts.values())


class _Tree:
    """A spanning tree of tight bounds, and the search that exchanges its bounds."""

    def __init__(self, count: int, bounds: list[Bound], ranks: list[int]) -> None:
        self.count, self.bounds, self.ranks = count, bounds, ranks
        self.touching: list[list[int]] = [[] for _ in range(count)]
        for index, (start, end, _, _) in enumerate(bounds):
            self.touching[start].append(index)
            self.touching[end].append(index)
        self.tree: set[int] = set()
        self.up = [-1] * count
        self.low = [0] * count
        self.lim = [0] * count
        self.order: list[int] = []
        self.cuts: dict[int, int] = {}

    def solved(self) -> list[int]:
        """The ranks of least weighted length."""
        self._grow()
        self._number()
        self._weigh()
        cost = len(self.bounds) + self.count
        for _ in range(BUDGET // (4 * cost) + 8):
            leaving = self._leaving()
            if leaving < 0:
                break
            self._exchange(leaving)
        return self.ranks

    def _slack(self, index: int) -> int:
        start, end, least, _ = self.bounds[index]
        return self.ranks[end] - self.ranks[start] - least

    def _grow(self) -> None:
        """A spanning tree of bounds without slack; what is grown so far moves until the next bound is tight."""
        inside = bytearray(self.count)
        inside[0] = 1
        grown, fresh = [0], [0]
        edge: set[int] = set()
        while len(grown) < self.count:
            while fresh:
                node = fresh.pop()
                for index in self.touching[node]:
                    start, end, _, _ = self.bounds[index]
                    other = end if start == node else start
                    if inside[other]:
                        edge.discard(index)
                    elif self._slack(index) == 0:
                        inside[other] = 1
                        self.tree.add(index)
                        edge.discard(index)
                        grown.append(other)
                        fresh.append(other)
                    else:
                        edge.add(index)
            if len(grown) == self.count:
                break
            for index in [one for one in edge if inside[self.bounds[one][0]] and inside[self.bounds[one][1]]]:
                edge.discard(index)
            nearest = min(edge, key=lambda one: (self._slack(one), one))
            start = self.bounds[nearest][0]
            move = self._slack(nearest) if inside[start] else -self._slack(nearest)
            for node in grown:
                self.ranks[node] += move
            fresh = [start if inside[start] else self.bounds[nearest][1]]

    def _number(self) -> None:
        """Postorder numbers of the tree: ``low`` to ``lim`` are the nodes below a node."""
        up, low, lim = self.up, self.low, self.lim
        self.order = []
        branches: list[list[int]] = [[] for _ in range(self.count)]
        for index in sorted(self.tree):
            start, end, _, _ = self.bounds[index]
            branches[start].append(index)
            branches[end].append(index)
        up[0] = -1
        stack = [(0, iter(branches[0]))]
        low[0] = 0
        number = 0
        while stack:
            node, ways = stack[-1]
            for index in ways:
                if index == up[node]:
                    continue
                start, end, _, _ = self.bounds[index]
                other = end if start == node else start
                up[other] = index
                low[other] = number
                stack.append((other, iter(branches[other])))
                break
            else:
                lim[node] = number
                number += 1
                self.order.append(node)
                stack.pop()

    def _weigh(self) -> None:
        """The cut value of every bound of the tree, from the leaves up."""
        self.cuts = {}
        for node in self.order[:-1]:
            own = self.up[node]
            tail = self.bounds[own][0] == node
            value = self.bounds[own][3]
            for index in self.touching[node]:
                if index == own:
                    continue
                start, end, _, weight = self.bounds[index]
                same = (start == node) == tail
                value += weight if same else -weight
                other = end if start == node else start
                if self.up[other] == index:
                    value += -self.cuts[index] if same else self.cuts[index]
            self.cuts[own] = value

    def _leaving(self) -> int:
        worst, chosen = 0, -1
        for node in self.order[:-1]:
            cut = self.cuts[self.up[node]]
            if cut < worst:
                worst, chosen = cut, self.up[node]
        return chosen

    def _exchange(self, leaving: int) -> None:
        start, end, _, _ = self.bounds[leaving]
        below = start if self.up[start] == leaving else end
        low, lim, numbers = self.low[below], self.lim[below], self.lim
        # What enters leads from the part with the head into the part with the tail.
        tail_below = below == start
        best, entering = -1, -1
        for index, (a, b, _, _) in enumerate(self.bounds):
            from_below, to_below = low <= numbers[a] <= lim, low <= numbers[b] <= lim
            if from_below != to_below and to_below == tail_below:
                slack = self._slack(index)
                if entering < 0 or slack < best:
                    best, entering = slack, index
        assert entering >= 0
        move = -best if tail_below else best
        for node in range(self.count):
            if low <= numbers[node] <= lim:
                self.ranks[node] += move
        self.tree.remove(leaving)
        self.tree.add(entering)
        self._number()
        self._weigh()
