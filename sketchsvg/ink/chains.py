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


class Chains(Struct, frozen=True, eq=False, dict=True):
    """Many strokes: ``nodes`` (2, n) and the vectors from each node to its handle ``before`` and ``after`` it.

    Stroke ``i`` owns nodes ``starts[i]`` to ``starts[i + 1]``; ``before`` of its first and ``after`` of its last are 0.
    """

    nodes: Floats
    before: Floats
    after: Floats
    starts: Ints

    @classmethod
    def of(cls, curves: Curves) -> Chains:
        """The same strokes as nodes and handles."""
        counts = (np.diff(curves.starts) + 2) // 3
        starts = running(counts)
        owner = np.repeat(np.arange(len(counts)), counts)
        at = curves.starts[owner] + 3 * (np.arange(len(owner)) - starts[owner])
        points = np.ascontiguousarray(curves.points.T)
        nodes = pick(points, at)
        before, after = np.zeros_like(nodes), np.zeros_like(nodes)
        inner = _but_last(starts)
        put(after, inner, pick(points, at[inner] + 1) - pick(nodes, inner))
        put(before, inner + 1, pick(points, at[inner] + 2) - pick(nodes, inner + 1))
        return cls(nodes, before, after, starts)

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
        counts = np.diff(self.starts)
        owner = self.owner
        at = 3 * np.arange(len(owner)) - 2 * owner
        points = np.empty((3 * len(owner) - 2 * len(counts), 2))
        inner = self.segments
        head = at[inner]
        for axis in (0, 1):
            column, nodes = points[:, axis], self.nodes[axis]
            column[at] = nodes
            column[head + 1] = nodes[inner] + self.after[axis][inner]
            column[head + 2] = nodes[inner + 1] + self.before[axis][inner + 1]
        return Curves(points, running(3 * counts - 2))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def owner(self) -> Ints:
        """The stroke of each node."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @cached_property
    def segments(self) -> Ints:
        """The node at the start of each segment; its end is the next node."""
        return _but_last(self.starts)

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
        low = np.minimum.reduceat(self.nodes, self.first, axis=1)
        high = np.maximum.reduceat(self.nodes, self.first, axis=1)
        return norm(high - low)

    def along(self) -> tuple[Floats, Floats]:
        """The arc length at each node (n,) and the length of each stroke (m,), mm."""
        steps = np.zeros(self.nodes.shape[1] + 1, dtype=np.int64)
        steps[self.segments + 1] = np.rint(segment_lengths(self) * _PER_MM).astype(np.int64)
        total = np.cumsum(steps)
        begin = total[self.first]
        place = (total[:-1] - np.repeat(begin, np.diff(self.starts))).astype(np.float64) / _PER_MM
        return place, (total[self.last] - begin).astype(np.float64) / _PER_MM

    def parted(self, count: int) -> tuple[Chains, Chains]:
        """The first ``count`` strokes and the others."""
        at = int(self.starts[count])
        head = Chains(self.nodes[:, :at], self.before[:, :at], self.after[:, :at], self.starts[: count + 1])
        tail = Chains(self.nodes[:, at:], self.before[:, at:], self.after[:, at:], self.starts[count:] - at)
        return head, tail

    def take(self, strokes: Ints) -> Chains:
        """Some of the strokes, in the order given."""
        counts = np.diff(self.starts)[strokes]
        starts = running(counts)
        at = np.repeat(self.starts[strokes] - starts[:-1], counts) + np.arange(starts[-1])
        return Chains(pick(self.nodes, at), pick(self.before, at), pick(self.after, at), starts)

    def cut(self, at: Flags) -> tuple[Chains, Ints]:
        """Each stroke cut at the marked nodes into strokes of their own, and the old number of every new node.

        ``at`` is one a node; first and last nodes of strokes must not be marked.
        """
        twice = np.repeat(np.arange(len(at)), 1 + at.astype(np.int64))
        fresh = np.ones(len(twice), dtype=np.bool_)
        fresh[1:] = twice[1:] != twice[:-1]
        before, after = pick(self.before, twice), pick(self.after, twice)
        second = np.flatnonzero(~fresh)
        put(before, second, 0.0)
        put(after, second - 1, 0.0)
        shift = np.cumsum(at.astype(np.int64)) - at
        begins = np.sort(np.concatenate((self.first + shift[self.first], second)))
        return Chains(pick(self.nodes, twice), before, after, np.append(begins, len(twice))), twice


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


def cubic_lengths(chord: Floats, after: Floats, before: Floats) -> Floats:
    """Lengths of cubics in mm: the mean of chord and control polygon (within 1 % for gentle segments)."""
    return (norm(chord) + norm(after) + norm(before) + norm(chord + before - after)) * 0.5


def segment_lengths(chains: Chains) -> Floats:
    """The length of each segment in mm."""
    at = chains.segments
    chord = pick(chains.nodes, at + 1) - pick(chains.nodes, at)
    return cubic_lengths(chord, pick(chains.after, at), pick(chains.before, at + 1))


def end_directions(chains: Chains) -> tuple[Floats, Floats]:
    """Unit tangents at the first and the last node of each stroke: (2, m) twice; 0 for dots."""
    first, last = chains.first, chains.last
    many = last > first
    inside = np.where(many, 1, 0)
    begin, end = pick(chains.after, first), -pick(chains.before, last)
    head = pick(chains.nodes, first + inside) - pick(chains.nodes, first)
    foot = pick(chains.nodes, last) - pick(chains.nodes, last - inside)
    return units(np.where(norm(begin) > 0, begin, head)), units(np.where(norm(end) > 0, end, foot))


def directions(chains: Chains) -> tuple[Floats, Floats]:
    """Unit tangents into and out of each node; at the ends of a stroke both are the one that exists."""
    into, out = units(-chains.before), units(chains.after)
    at = chains.segments
    missing = np.flatnonzero((dot(out, out)[at] == 0) | (dot(into, into)[at + 1] == 0))
    if len(missing):
        at = at[missing]
        chord = units(pick(chains.nodes, at + 1) - pick(chains.nodes, at))
        put(out, at, np.where(dot(out, out)[at] == 0, chord, pick(out, at)))
        put(into, at + 1, np.where(dot(into, into)[at + 1] == 0, chord, pick(into, at + 1)))
    put(into, chains.first, pick(out, chains.first))
    put(out, chains.last, pick(into, chains.last))
    return into, out
