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


def on_lines(chains: Chains, strokes: Ints, places: Floats) -> tuple[Floats, Floats]:
    """Points (2, k) on ``strokes`` at ``places`` along them in mm, and the ways on from there, of any length."""
    along, lengths = chains.along()
    line, base = _on_one_line(along, lengths, chains)
    places = places + base.take(strokes)
    first, last = chains.first.take(strokes), chains.last.take(strokes)
    at = np.minimum(np.searchsorted(line, places, side="right") - 1, np.maximum(last - 1, first))
    at = np.maximum(at, first)
    after = np.minimum(at + 1, last)
    here = line.take(at)
    t = np.minimum(np.maximum((places - here) / np.maximum(line.take(after) - here, 1e-9), 0.0), 1.0)
    u = 1.0 - t
    a, d = pick(chains.nodes, at), pick(chains.nodes, after)
    b, c = a + pick(chains.after, at), d + pick(chains.before, after)
    ab, bc, cd = a * u + b * t, b * u + c * t, c * u + d * t
    abc, bcd = ab * u + bc * t, bc * u + cd * t
    return abc * u + bcd * t, bcd - abc


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
