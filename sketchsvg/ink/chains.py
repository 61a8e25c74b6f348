"""Strokes as nodes with two handles each: the form in which the engine bends, cuts and extends them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Curves, Floats, Ints

#: Arc lengths are added up as whole nanometres: exact, so that a sum never depends on what was summed before it.
_PER_MM = 1e6


@dataclass(frozen=True, slots=True, eq=False)
class Chains:
    """Many strokes: ``nodes`` (n, 2) and the vectors from each node to its handle ``before`` and ``after`` it.

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
        starts = _running(counts)
        owner = np.repeat(np.arange(len(counts)), counts)
        at = curves.starts[owner] + 3 * (np.arange(len(owner)) - starts[owner])
        nodes = curves.points[at]
        before, after = np.zeros_like(nodes), np.zeros_like(nodes)
        inner = _but_last(starts)
        after[inner] = curves.points[at[inner] + 1] - nodes[inner]
        before[inner + 1] = curves.points[at[inner] + 2] - nodes[inner + 1]
        return cls(nodes, before, after, starts)

    def curves(self) -> Curves:
        """The same strokes as cubic points."""
        counts = np.diff(self.starts)
        owner = np.repeat(np.arange(len(counts)), counts)
        at = 3 * np.arange(len(owner)) - 2 * owner
        points = np.empty((3 * len(owner) - 2 * len(counts), 2))
        points[at] = self.nodes
        inner = self.segments
        points[at[inner] + 1] = self.nodes[inner] + self.after[inner]
        points[at[inner] + 2] = self.nodes[inner + 1] + self.before[inner + 1]
        return Curves(points, _running(3 * counts - 2))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def owner(self) -> Ints:
        """The stroke of each node."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    @property
    def segments(self) -> Ints:
        """The node at the start of each segment; its end is the next node."""
        return _but_last(self.starts)

    def extents(self) -> Floats:
        """The diagonal of the box around each stroke's nodes, mm: (m,)."""
        if not len(self):
            return np.zeros(0)
        low = np.minimum.reduceat(self.nodes, self.starts[:-1], axis=0)
        high = np.maximum.reduceat(self.nodes, self.starts[:-1], axis=0)
        return norm(high - low)

    def along(self) -> tuple[Floats, Floats]:
        """The arc length at each node (n,) and the length of each stroke (m,), mm."""
        steps = np.zeros(len(self.nodes) + 1, dtype=np.int64)
        at = self.segments
        steps[at + 1] = np.rint(segment_lengths(self) * _PER_MM).astype(np.int64)
        total = np.cumsum(steps)
        first = total[self.starts[:-1]]
        place = (total[:-1] - np.repeat(first, np.diff(self.starts))).astype(np.float64) / _PER_MM
        lengths = (total[self.starts[1:] - 1] - first).astype(np.float64) / _PER_MM
        return place, lengths

    def take(self, strokes: Ints) -> Chains:
        """Some of the strokes, in the order given."""
        counts = np.diff(self.starts)[strokes]
        starts = _running(counts)
        at = np.repeat(self.starts[strokes] - starts[:-1], counts) + np.arange(starts[-1])
        return Chains(self.nodes[at], self.before[at], self.after[at], starts)

    def cut(self, at: npt.NDArray[np.bool_]) -> tuple[Chains, Ints]:
        """Each stroke cut at the marked nodes into strokes of their own, and the old number of every new node.

        ``at`` is one a node; first and last nodes of strokes must not be marked.
        """
        twice = np.repeat(np.arange(len(self.nodes)), 1 + at.astype(np.int64))
        fresh = np.ones(len(twice), dtype=np.bool_)
        fresh[1:] = twice[1:] != twice[:-1]
        before, after = self.before[twice], self.after[twice]
        second = np.flatnonzero(~fresh)
        before[second] = 0.0
        after[second - 1] = 0.0
        shift = np.cumsum(at.astype(np.int64)) - at
        begins = np.sort(np.concatenate((self.starts[:-1] + shift[self.starts[:-1]], second)))
        starts = np.append(begins, len(twice))
        return Chains(self.nodes[twice], before, after, starts), twice


def _running(counts: Ints) -> Ints:
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _but_last(starts: Ints) -> Ints:
    keep = np.ones(int(starts[-1]), dtype=np.bool_)
    keep[starts[1:] - 1] = False
    return np.flatnonzero(keep)


def norm(vectors: Floats) -> Floats:
    """Lengths of vectors: (n,) from (n, 2)."""
    result: Floats = np.sqrt(vectors[:, 0] * vectors[:, 0] + vectors[:, 1] * vectors[:, 1])
    return result


def units(vectors: Floats) -> Floats:
    """The directions of vectors; a vector of length 0 stays 0."""
    length = norm(vectors)
    return vectors / np.where(length > 0, length, 1.0)[:, None]


def segment_lengths(chains: Chains) -> Floats:
    """The length of each segment in mm, as the mean of chord and control polygon (within 1 % for gentle segments)."""
    at = chains.segments
    chord = chains.nodes[at + 1] - chains.nodes[at]
    after, before = chains.after[at], chains.before[at + 1]
    return (norm(chord) + norm(after) + norm(before) + norm(chord + before - after)) * 0.5


def directions(chains: Chains) -> tuple[Floats, Floats]:
    """Unit tangents into and out of each node; at the ends of a stroke both are the one that exists."""
    into, out = units(-chains.before), units(chains.after)
    at = chains.segments
    chord = units(chains.nodes[at + 1] - chains.nodes[at])
    flat_out, flat_in = norm(out[at]) == 0, norm(into[at + 1]) == 0
    out[at] = np.where(flat_out[:, None], chord, out[at])
    into[at + 1] = np.where(flat_in[:, None], chord, into[at + 1])
    first, last = chains.starts[:-1], chains.starts[1:] - 1
    into[first] = out[first]
    out[last] = into[last]
    return into, out
