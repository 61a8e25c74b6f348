"""Fourth pass: the order of the vertices in every row, with few crossings and every group in one piece.

Sweeps of barycentres and medians with exchanges of neighbours, after Gansner et al. (1993), section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.crossings import crossings, crossings_at_places, swap_gain

#: Sweeps without a better result before the search ends, and the most of all, by the size of the graph.
PATIENCE, SWEEPS = 4, 24
#: Vertices and edges that all sweeps together may touch; every start makes a few sweeps whatever the size.
BUDGET = 160_000
#: Vertices and edges from which on a graph counts as large.
LARGE = 200
#: Places on the side of one node are told apart in so many parts of its own place.
PARTS = 1000

Rows = list[list[int]]


class Ordered(Struct, frozen=True):
    """The vertices of every rank from left to right."""

    rows: tuple[tuple[int, ...], ...]
    crossings: int


def ordered(chained: Chained) -> Ordered:
    """The order with the fewest crossings that a bounded search finds."""
    search = _Search(chained)
    best, least = search.rows, -1
    # Small graphs are tried from both ends in both ways, large ones once from each.
    ways = ((True, False), (False, True), (True, True), (False, False))
    for down, median in ways if search.size <= LARGE else ways[:2]:
        rows, count = search.improved(search.walked(down=down), median)
        if least < 0 or count < least:
            best, least = rows, count
        if not least:
            break
    if search.beside:
        search.by_places(best)
    return Ordered(tuple(tuple(row) for row in best), max(least, 0))


class _Search:
    def __init__(self, chained: Chained) -> None:
        self.chained = chained
        count = len(chained.rank)
        self.rank, self.group = chained.rank, chained.group
        self.up: list[list[int]] = [[] for _ in range(count)]
        self.down: list[list[int]] = [[] for _ in range(count)]
        for chain in chained.chains:
            for a, b in pairwise(chain):
                self.down[a].append(b)
                self.up[b].append(a)
        self.wall: dict[int, int] = {}
        for sides in chained.walls:
            for side, wall in enumerate(sides):
                for vertex in wall:
                    self.wall[vertex] = side
                for a, b in pairwise(wall):
                    self.down[a].append(b)
                    self.up[b].append(a)
        self.rows: Rows = [[] for _ in range(max(chained.rank, default=-1) + 1)]
        for vertex in range(count):
            self.rows[chained.rank[vertex]].append(vertex)
        self.place = [0] * count
        self.turn = list(range(len(chained.parents)))
        self.beside = _beside(chained)
        self.pins = {vertex: pin for vertex, pin in enumerate(chained.pins) if pin and chained.group[vertex] < 0}
        edges = sum(len(below) for below in self.down)
        self.size = count + edges
        self.sweeps = max(3, min(SWEEPS, BUDGET // (4 * self.size + 1)))

    def walked(self, *, down: bool) -> Rows:
        """A first order: vertices as a walk along the edges comes by, groups put together."""
        count = len(self.rank)
        seen = bytearray(count)
        reached = 0
        key = [0.0] * count
        starts = sorted(range(count), key=lambda v: (self.rank[v] if down else -self.rank[v], v))
        for start in starts:
            stack = [start]
            while stack:
                vertex = stack.pop()
                if seen[vertex]:
                    continue
                seen[vertex] = 1
                key[vertex] = float(reached)
                reached += 1
                ahead = self.down[vertex] if down else self.up[vertex]
                behind = self.up[vertex] if down else self.down[vertex]
                stack += [v for v in reversed(behind) if not seen[v]]
                stack += [v for v in reversed(ahead) if not seen[v]]
        self._turn_groups(key)
        return [self._arranged(row, key) for row in self.rows]

    def improved(self, rows: Rows, median: bool) -> tuple[Rows, int]:
        """The best rows that sweeps up and down come by, and their crossings."""
        self._take_places(rows)
        self._exchange(rows)
        best, least = [list(row) for row in rows], self._crossings(rows)
        waited = 0
        for sweep in range(self.sweeps):
            if not least or waited >= PATIENCE:
                break
            self._sweep(rows, sweep % 2 == 0, median, sweep // 2 % 2 == 1)
            self._exchange(rows)
            count = self._crossings(rows)
            waited += 1
            if count < least:
                best, least, waited = [list(row) for row in rows], count, 0
        return best, least

    def by_places(self, rows: Rows) -> None:
        """What leads to several places of one node comes into the order of these places."""
        self._take_places(rows)
        self._exchange(rows)

    def _crossings(self, rows: Rows) -> int:
        if self.beside:
            return crossings_at_places(rows, self.down, self.place, self.beside, PARTS)
        return crossings(rows, self.down, self.place)

    def _take_places(self, rows: Rows) -> None:
        for row in rows:
            for index, vertex in enumerate(row):
                self.place[vertex] = index

    def _sweep(self, rows: Rows, down: bool, median: bool, later: bool) -> None:
        """One way through the rows: each in the order of its neighbours in the row before.

        ``later`` puts equals the other way round, so that they come out of a dead end.
        """
        place = self.place
        if self.turn:
            self._turn_groups([
                self._mean(v) if v not in self.wall else -1.0 for v in range(len(self.rank))
            ])
        for at in range(1, len(rows)) if down else range(len(rows) - 2, -1, -1):
            key: dict[int, float] = {}
            row = rows[at]
            for index, vertex in enumerate(row):
                near = self.up[vertex] if down else self.down[vertex]
                if near and vertex not in self.wall:
                    found: list[float] = [place[v] for v in near]
                    if self.beside:
                        found = [place[v] + self.beside.get((vertex, v), 0) / PARTS for v in near]
                    value = _median(sorted(found)) if median else sum(found) / len(found)
                    key[vertex] = value + (-index if later else index) * 1e-7
            rows[at] = self._arranged(row, key)
            for index, vertex in enumerate(rows[at]):
                place[vertex] = index

    def _mean(self, vertex: int) -> float:
        """Where the neighbours of a vertex are, as parts of their rows."""
        near = self.up[vertex] + self.down[vertex]
        if not near:
            return -1.0
        return sum((self.place[v] + 0.5) / len(self.rows[self.rank[v]]) for v in near) / len(near)

    def _turn_groups(self, key: Sequence[float]) -> None:
        """The order of groups beside each other: by the means of what they hold. ``key`` below 0 says nothing."""
        parents = self.chained.parents
        total, count = [0.0] * len(parents), [0] * len(parents)
        for vertex, group in enumerate(self.group):
            if group < 0 or vertex in self.wall or key[vertex] < 0:
                continue
            while group >= 0:
                total[group] += key[vertex]
                count[group] += 1
                group = parents[group]
        for index, group in enumerate(sorted(range(len(parents)), key=lambda g: (total[g] / max(count[g], 1), g))):
            self.turn[group] = index

    def _arranged(self, row: Sequence[int], key: Sequence[float] | dict[int, float]) -> list[int]:
        """``row`` by its keys; what has none keeps its place, and groups stay whole and in their order."""
        known = key if isinstance(key, dict) else {vertex: key[vertex] for vertex in row}
        arranged = self._inside(row, -1, known) if self.chained.parents else _slotted(row, known)
        if self.pins:
            arranged.sort(key=lambda vertex: self.pins.get(vertex, 0))
        return arranged

    def _inside(self, row: Sequence[int], outer: int, key: dict[int, float]) -> list[int]:
        parts: dict[int, list[int]] = {}
        entries: list[int] = []
        entry_key: dict[int, float] = {}
        for vertex in row:
            group = self.group[vertex]
            if group == outer:
                entries.append(vertex)
                if vertex in key:
                    entry_key[vertex] = key[vertex]
                continue
            while self.chained.parents[group] != outer:
                group = self.chained.parents[group]
            if group not in parts:
                parts[group] = []
                entries.append(~group)
            parts[group].append(vertex)
        for group, inside in parts.items():
            found = [key[v] for v in inside if v in key]
            if found:
                entry_key[~group] = sum(found) / len(found)
        left = [v for v in entries if self.wall.get(v) == 0]
        right = [v for v in entries if self.wall.get(v) == 1]
        entries = _slotted([v for v in entries if v not in self.wall], entry_key)
        turns = iter(sorted((v for v in entries if v < 0), key=lambda v: self.turn[~v]))
        entries = [next(turns) if v < 0 else v for v in entries]
        arranged = list(left)
        for entry in entries:
            if entry < 0:
                arranged += self._inside(parts[~entry], ~entry, key)
            else:
                arranged.append(entry)
        return arranged + right

    def _exchange(self, rows: Rows) -> None:
        """Neighbours swap while that saves crossings."""
        place, wall, group = self.place, self.wall, self.group
        better = True
        rounds = 0
        dirty = [True] * len(rows)
        while better and rounds < 8:
            better = False
            rounds += 1
            for at, row in enumerate(rows):
                if not dirty[at]:
                    continue
                dirty[at] = False
                above = [self._near(vertex, self.up[vertex]) for vertex in row]
                below = [self._near(vertex, self.down[vertex]) for vertex in row]
                for i in range(len(row) - 1):
                    left, right, low, high = above[i], above[i + 1], below[i], below[i + 1]
                    # Where nothing crosses, nothing is gained.
                    if not (left and right and left[-1] > right[0]) and not (low and high and low[-1] > high[0]):
                        continue
                    a, b = row[i], row[i + 1]
                    if group[a] != group[b] or a in wall or b in wall or a in self.pins or b in self.pins:
                        continue
                    gain = swap_gain(left, right) + swap_gain(low, high)
                    if gain > 0:
                        row[i], row[i + 1] = b, a
                        above[i], above[i + 1] = above[i + 1], above[i]
                        below[i], below[i + 1] = below[i + 1], below[i]
                        place[a], place[b] = i + 1, i
                        better = True
                        for near in (at - 1, at, at + 1):
                            if 0 <= near < len(rows):
                                dirty[near] = True

    def _near(self, vertex: int, vertices: Sequence[int]) -> list[int]:
        """The places of ``vertices``, which are neighbours of ``vertex``, sorted."""
        place = self.place
        if self.beside:
            return sorted(PARTS * place[other] + self.beside.get((vertex, other), 0) for other in vertices)
        if len(vertices) == 1:
            return [place[vertices[0]]]
        return sorted([place[vertex] for vertex in vertices])


def _beside(chained: Chained) -> dict[tuple[int, int], int]:
    """For neighbours of nodes that are met elsewhere than in their middle: where, in parts of a place."""
    found: dict[tuple[int, int], int] = {}
    for chain, (first, last) in zip(chained.chains, chained.places or (), strict=chained.places is not None):
        if chain and first is not None:
            found[chain[1], chain[0]] = round(first * (PARTS - 1))
        if chain and last is not None:
            found[chain[-2], chain[-1]] = round(last * (PARTS - 1))
    return found


def _median(places: Sequence[float]) -> float:
    """The weighted median of sorted places: between the middle two, nearer to the denser side."""
    count = len(places)
    middle = count // 2
    if count % 2:
        return float(places[middle])
    if count == 2:
        return (places[0] + places[1]) / 2
    left, right = places[middle - 1] - places[0], places[-1] - places[middle]
    if not left + right:
        return (places[middle - 1] + places[middle]) / 2
    return (places[middle - 1] * right + places[middle] * left) / (left + right)


def _slotted(row: Sequence[int], key: dict[int, float]) -> list[int]:
    """The vertices with keys sorted into the places that they hold together."""
    moving = iter(sorted((v for v in row if v in key), key=key.__getitem__))
    return [next(moving) if v in key else v for v in row]
