"""Strokes cut to pieces at places along them: the dashes of a line, the runs of a grainy one."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, pick, running
from sketchsvg.ink.subdivide import assembled


class Pieces(Struct, frozen=True, eq=False):
    """Parts of strokes: the stroke of each, and from where to where it reaches along it, mm."""

    stroke: Ints
    begin: Floats
    end: Floats

    def kept(self, at: Ints) -> Pieces:
        """Some of the pieces."""
        return Pieces(self.stroke[at], self.begin[at], self.end[at])


def straight_parts(chains: Chains, pieces: Pieces) -> Chains:
    """The pieces as straight strokes, where they are short enough for that; none goes on into another segment.

    See ``cut_out``.
    """
    count = len(pieces.stroke)
    along, lengths = chains.along()
    places, base = _on_one_line(along, lengths, chains)
    shift = base.take(pieces.stroke)
    begin = pieces.begin + shift
    at = np.searchsorted(places, begin, side="right") - 1
    at = np.minimum(np.maximum(at, chains.first.take(pieces.stroke)), chains.last.take(pieces.stroke) - 1)
    here, step = places.take(at), np.maximum(places.take(at + 1) - places.take(at), 1e-9)
    t = np.concatenate(((begin - here) / step, (pieces.end + shift - here) / step))
    t = np.minimum(np.maximum(t, 0.0), 1.0)
    at = np.tile(at, 2)
    u = 1.0 - t
    a, d = pick(chains.nodes, at), pick(chains.nodes, at + 1)
    nodes = a * (u * u * (u + 3.0 * t)) + d * (t * t * (t + 3.0 * u))
    nodes += pick(chains.after, at) * (3.0 * u * u * t) + pick(chains.before, at + 1) * (3.0 * u * t * t)
    third = (nodes[:, count:] - nodes[:, :count]) * (1.0 / 3.0)
    ends, before, after = (np.zeros((2, 2 * count)) for _ in range(3))
    ends[:, ::2], ends[:, 1::2] = nodes[:, :count], nodes[:, count:]
    after[:, ::2], before[:, 1::2] = third, -third
    return Chains(ends, before, after, np.arange(0, 2 * count + 1, 2))


def _on_one_line(along: Floats, lengths: Floats, chains: Chains) -> tuple[Floats, Floats]:
    """All strokes on one line, a millimetre apart, so that one search finds every place; and where each begins."""
    base = running(np.ceil(lengths).astype(np.int64) + 1)[:-1].astype(np.float64)
    return along + base.take(chains.owner), base


def cut_out(chains: Chains, pieces: Pieces) -> Chains:
    """The pieces as strokes of their own. The strokes they come from must not be dots."""
    if not len(pieces.stroke):
        return chains.take(np.zeros(0, dtype=np.int64))
    along, lengths = chains.along()
    places, base = _on_one_line(along, lengths, chains)
    first, last = chains.first[pieces.stroke], chains.last[pieces.stroke]
    shift = base[pieces.stroke]
    head = np.searchsorted(places, pieces.begin + shift, side="right") - 1
    head = np.minimum(np.maximum(head, first), last - 1)
    foot = np.searchsorted(places, pieces.end + shift, side="left") - 1
    foot = np.minimum(np.maximum(foot, head), last - 1)

    counts = foot - head + 1
    piece = np.repeat(np.arange(len(counts)), counts)
    at = head[piece] + np.arange(len(piece)) - running(counts)[piece]
    length = np.maximum(along[at + 1] - along[at], 1e-9)
    low = np.where(at == head[piece], (pieces.begin[piece] - along[at]) / length, 0.0)
    high = np.where(at == foot[piece], (pieces.end[piece] - along[at]) / length, 1.0)
    low = np.minimum(np.maximum(low, 0.0), 1.0)
    high = np.minimum(np.maximum(high, low), 1.0)
    return assembled(chains, at, low, high, piece, len(counts))[0]
