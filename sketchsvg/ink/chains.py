"""Strokes as nodes with two handles each: the form in which the engine bends, cuts and extends them.

Vectors are kept as (2, n), all x before all y: passes over a whole page then run over plain rows.
"""

from __future__ import annotations

from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints

Flags: TypeAlias = npt.NDArray[np.bool_]

#: Arc lengths are added up as whole nanometres: exact, so that a sum never depends on what was summed before it.
_PER_MM = 1e6
#: Strokes of so many segments are gone through all at once, a node at a time.
_FEW = 8


class Chains(Struct, frozen=True, eq=False, dict=True):
    """Many strokes: ``nodes`` (2, n) and the vectors from each node to its handle ``before`` and ``after`` it.

    Stroke ``i`` owns nodes ``starts[i]`` to ``starts[i + 1]``; ``before`` of its first and ``after`` of its last are 0.
    """

    nodes: Floats
    before: Floats
    after: Floats
    starts: Ints

    @classmethod
    def of(cls, curves: Curves, strokes: Ints | None = None) -> Chains:
        """The same strokes, or some of them, as nodes and handles."""
        starts, begins = curves.starts, curves.starts[:-1]
        counts = (starts[1:] - begins + 2) // 3
        if strokes is not None:
            counts, begins = counts.take(strokes), begins.take(strokes)
        starts = running(counts)
        owner = np.repeat(np.arange(len(counts)), counts)
        at = (begins - 3 * starts[:-1]).take(owner) + 3 * np.arange(len(owner))
        # A point at a time, which is one number of 16 bytes.
        points = np.ascontiguousarray(curves.points).view(np.complex128).ravel()
        nodes = points.take(at)
        after = points.take(at + 1, mode="clip") - nodes
        before = points.take(at - 1, mode="clip") - nodes
        after[starts[1:] - 1] = 0.0
        before[starts[:-1]] = 0.0
        made = cls(_columns(nodes), _columns(before), _columns(after), starts)
        made.__dict__["owner"] = owner
        return made

    @classmethod
    def joined(cls, parts: list[Chains]) -> Chains:
        """The strokes of some parts, one after another."""
        parts = [part for part in parts if len(part)] or parts[:1]
        if len(parts) == 1:
            return parts[0]
        counts = np.concatenate([np.diff(part.starts) for part in parts])
        nodes, before, after = (
            np.concatenate([getattr(part, name) for part in parts], axis=1) for name in ("nodes", "before", "after")
        )
        return cls(nodes, before, after, running(counts))

    def curves(self) -> Curves:
        """The same strokes as cubic points."""
        starts = 3 * self.starts - 2 * np.arange(len(self.starts))
        # Handle, node, handle for every node; the handle before the first and behind the last of a stroke are left out.
        all_points = np.empty((self.nodes.shape[1], 3, 2))
        for axis in (0, 1):
            nodes = self.nodes[axis]
            all_points[:, 1, axis] = nodes
            np.add(nodes, self.before[axis], out=all_points[:, 0, axis])
            np.add(nodes, self.after[axis], out=all_points[:, 2, axis])
        at = np.arange(1, int(starts[-1]) + 1)
        at += 2 * np.repeat(np.arange(len(self)), starts[1:] - starts[:-1])
        points = all_points.view(np.complex128).ravel().take(at)
        return Curves(points.view(np.float64).reshape(-1, 2), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def owner(self) -> Ints:
        """The stroke of each node."""
        return np.repeat(np.arange(len(self)), self.starts[1:] - self.starts[:-1])

    @cached_property
    def steps(self) -> Floats:
        """The length of the segment that begins at each node (n,), mm; 0 at the last node of a stroke.

        It is the mean of chord and control polygon, which is within 1 % for gentle segments.
        """
        chord = self.nodes[:, 1:] - self.nodes[:, :-1]
        before, after = self.reaches
        steps = np.zeros(self.nodes.shape[1])
        middle = norm(chord + self.before[:, 1:] - self.after[:, :-1])
        steps[:-1] = (norm(chord) + after[:-1] + before[1:] + middle) * 0.5
        steps[self.last] = 0.0
        return steps

    @cached_property
    def reaches(self) -> tuple[Floats, Floats]:
        """The lengths of the handles before and after each node (n,), mm."""
        return norm(self.before), norm(self.after)

    @cached_property
    def segments(self) -> Ints:
        """The node at the start of each segment; its end is the next node."""
        return _but_last(self.starts)

    @cached_property
    def closed(self) -> Flags:
        """Which strokes end where they began, having been somewhere else."""
        first, last = self.first, self.last
        x, y = self.nodes
        found = np.asarray((x.take(first) == x.take(last)) & (y.take(first) == y.take(last)) & (last > first))
        found.setflags(write=False)
        return found

    @property
    def first(self) -> Ints:
        """The first node of each stroke."""
        return self.starts[:-1]

    @property
    def last(self) -> Ints:
        """The last node of each stroke."""
        return self.starts[1:] - 1

    def extents(self) -> Floats:
        """The diagonal of the box around each stroke's nodes, mm: (m,)."""
        if not len(self):
            return np.zeros(0)
        low, high = pick(self.nodes, self.first), pick(self.nodes, self.last)
        low, high = np.minimum(low, high), np.maximum(low, high)
        # All strokes at once, one node after another; those of many nodes by themselves.
        most = self.last - self.first
        for number in range(1, min(int(most.max()), _FEW)):
            more = pick(self.nodes, self.first + np.minimum(most, number))
            np.minimum(low, more, out=low)
            np.maximum(high, more, out=high)
        long = np.flatnonzero(most > _FEW)
        if len(long):
            rest = self.take(long)
            put(low, long, np.minimum.reduceat(rest.nodes, rest.first, axis=1))
            put(high, long, np.maximum.reduceat(rest.nodes, rest.first, axis=1))
        return norm(high - low)

    def along(self) -> tuple[Floats, Floats]:
        """The arc length at each node (n,) and the length of each stroke (m,), mm."""
        total = self._run()
        begin = total.take(self.first)
        place = (total[:-1] - begin.take(self.owner)) / _PER_MM
        return place, (total.take(self.last) - begin) / _PER_MM

    def lengths(self) -> Floats:
        """The length of each stroke (m,), mm."""
        total = self._run()
        return (total.take(self.last) - total.take(self.first)) / _PER_MM

    def _run(self) -> Floats:
        """How far it is to each node from the first of all (n + 1,), in whole nanometres."""
        # Whole numbers add up exactly as floats, too.
        total = np.zeros(len(self.steps) + 1)
        np.cumsum(np.rint(self.steps * _PER_MM), out=total[1:])
        return total

    def parted(self, count: int) -> tuple[Chains, Chains]:
        """The first ``count`` strokes and the others."""
        at = int(self.starts[count])
        head = Chains(self.nodes[:, :at], self.before[:, :at], self.after[:, :at], self.starts[: count + 1])
        tail = Chains(self.nodes[:, at:], self.before[:, at:], self.after[:, at:], self.starts[count:] - at)
        return head, tail

    def take(self, strokes: Ints) -> Chains:
        """Some of the strokes, in the order given."""
        counts = (self.starts[1:] - self.starts[:-1]).take(strokes)
        starts = running(counts)
        at = np.repeat(self.starts.take(strokes) - starts[:-1], counts)
        at += np.arange(len(at))
        return Chains(pick(self.nodes, at), pick(self.before, at), pick(self.after, at), starts)

    def cut(self, at: Flags) -> tuple[Chains, Ints]:
        """Each stroke cut at the marked nodes into strokes of their own, and the old number of every new node.

        ``at`` is one a node; first and last nodes of strokes must not be marked.
        """
        twice = np.repeat(np.arange(len(at)), 1 + at.astype(np.int64))
        fresh = np.ones(len(twice), dtype=np.bool_)
        fresh[1:] = twice[1:] != twice[:-1]
        before, after = pick(self.before, twice), pick(self.after, twice)
        begins = ~fresh
        second = np.flatnonzero(begins)
        put(before, second, 0.0)
        put(after, second - 1, 0.0)
        first = np.zeros(len(at), dtype=np.bool_)
        first[self.first] = True
        begins |= first.take(twice)
        starts = np.append(np.flatnonzero(begins), len(twice))
        return Chains(pick(self.nodes, twice), before, after, starts), twice


def pick(vectors: Floats, at: Ints) -> Floats:
    """The vectors (2, k) at some places: ``vectors[:, at]``, several times as fast."""
    return vectors.take(at, axis=1)


def put(vectors: Floats, at: Ints, values: Floats | float) -> None:
    """Write vectors, or one number, to some places."""
    x, y = values if isinstance(values, np.ndarray) else (values, values)
    vectors[0][at] = x
    vectors[1][at] = y


def add(vectors: Floats, at: Ints, values: Floats) -> None:
    """Add vectors at some places, each place given once."""
    put(vectors, at, pick(vectors, at) + values)


def joined(parts: list[Curves]) -> Curves:
    """The strokes of many curves, one after another, as fast as hundreds of small ones need."""
    ends = np.array([len(part.points) for part in parts], dtype=np.int64)
    strokes = np.array([len(part.starts) - 1 for part in parts], dtype=np.int64)
    shift = np.repeat(np.cumsum(ends) - ends, strokes)
    starts = np.zeros(len(shift) + 1, dtype=np.int64)
    starts[1:] = np.concatenate([part.starts[1:] for part in parts]) + shift
    return Curves(np.concatenate([part.points for part in parts]), starts)


def running(counts: Ints) -> Ints:
    """Where each of some runs starts when they lie end to end, and where the last one ends."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _columns(points: npt.NDArray[np.complex128]) -> Floats:
    vectors = np.empty((2, len(points)))
    vectors[0], vectors[1] = points.real, points.imag
    return vectors


def _but_last(starts: Ints) -> Ints:
    keep = np.ones(int(starts[-1]), dtype=np.bool_)
    keep[starts[1:] - 1] = False
    return np.flatnonzero(keep)


def dot(a: Floats, b: Floats) -> Floats:
    """Scalar products of vectors: (n,) from (2, n) twice."""
    product: Floats = a[0] * b[0] + a[1] * b[1]
    return product


def cross(a: Floats, b: Floats) -> Floats:
    """The third components of vector products: above 0 where ``b`` lies clockwise of ``a`` on the page."""
    product: Floats = a[0] * b[1] - a[1] * b[0]
    return product


def norm(vectors: Floats) -> Floats:
    """Lengths of vectors: (n,) from (2, n)."""
    length: Floats = np.sqrt(dot(vectors, vectors))
    return length


def units(vectors: Floats) -> Floats:
    """The directions of vectors; a vector of length 0 stays 0."""
    length = norm(vectors)
    return vectors / np.where(length > 0, length, 1.0)


def leftwards(vectors: Floats) -> Floats:
    """The vectors turned by a quarter, to the left of one who walks along them."""
    return np.stack((vectors[1], -vectors[0]))


def end_directions(chains: Chains, strokes: Ints | None = None) -> tuple[Floats, Floats]:
    """Unit tangents at the first and the last node of strokes (of all, or of some): (2, m) twice; 0 for dots."""
    first, last = chains.first, chains.last
    if strokes is not None:
        first, last = first.take(strokes), last.take(strokes)
    inside = np.minimum(last - first, 1)
    begin, end = pick(chains.after, first), -pick(chains.before, last)
    for way, at, sign in ((begin, first, 1), (end, last, -1)):
        unknown = np.flatnonzero(dot(way, way) == 0)
        if len(unknown):
            here = at[unknown]
            put(way, unknown, (pick(chains.nodes, here + sign * inside[unknown]) - pick(chains.nodes, here)) * sign)
    return units(begin), units(end)


def ways(chains: Chains) -> tuple[Floats, Floats]:
    """Tangents of any length into and out of each node; at the ends of a stroke both are the one that exists."""
    (into, _), (out, _) = _known_ways(chains)
    put(into, chains.first, pick(out, chains.first))
    put(out, chains.last, pick(into, chains.last))
    return into, out


def _known_ways(chains: Chains) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """Tangents into and out of each node, where there are some, each with the squares of their lengths."""
    found = []
    for way, none, here, there in ((-chains.before, chains.first, -1, 0), (chains.after.copy(), chains.last, 0, 1)):
        square = dot(way, way)
        unknown = square == 0
        unknown[none] = False
        if unknown.any():
            at = np.flatnonzero(unknown)
            put(way, at, pick(chains.nodes, at + there) - pick(chains.nodes, at + here))
            square = dot(way, way)
        found.append((way, square))
    return found[0], found[1]


def turns_by(chains: Chains, cosine: float) -> Flags:
    """The nodes inside strokes at which the direction changes by more than the angle of this ``cosine``."""
    (into, square_in), (out, square_out) = _known_ways(chains)
    sharp = dot(into, out) < cosine * np.sqrt(square_in * square_out)
    sharp[chains.first] = sharp[chains.last] = False
    return np.asarray(sharp)


def directions(chains: Chains) -> tuple[Floats, Floats]:
    """Unit tangents into and out of each node; at the ends of a stroke both are the one that exists."""
    into, out = ways(chains)
    return units(into), units(out)
