"""Splitting long or strongly bent segments, so that a stroke has nodes wherever its noise needs them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, directions, segment_lengths


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Strokes after splitting, and for each node the segment it came from and where on it (0 to below 1)."""

    chains: Chains
    segment: Ints
    place: Floats


def pieces_needed(chains: Chains, steps: Floats) -> Ints:
    """Into how many pieces each segment goes: none longer than its stroke's ``steps`` (mm), none bent over 60 degrees."""
    at = chains.segments
    by_length = np.ceil(segment_lengths(chains) / steps[chains.owner[at]] - 1e-9)
    into, out = directions(chains)
    cosine = out[at, 0] * into[at + 1, 0] + out[at, 1] * into[at + 1, 1]
    by_turn = 1.0 + (cosine < 0.5) + (cosine < -0.5)
    return np.maximum(np.maximum(by_length, by_turn), 1.0).astype(np.int64)


def split(chains: Chains, pieces: Ints, ends: Floats | None = None, tails: Floats | None = None) -> Split:
    """Each segment cut evenly into its number of ``pieces`` (de Casteljau, so the shape stays as it is).

    ``ends`` tells for each stroke how much of its last segment is drawn (1: all of it, the rest is left out);
    ``tails`` how much of its first segment is drawn a second time at its end (0: nothing).
    """
    at = chains.segments
    owner = chains.owner[at]
    strokes = len(chains)
    reach = np.ones(len(at))
    if ends is not None:
        reach[_last_segments(chains)] = ends[np.diff(chains.starts) > 1]
    which = np.repeat(np.arange(len(at)), pieces)
    number = np.arange(len(which)) - (np.cumsum(pieces) - pieces)[which]
    step = reach / pieces
    low = number * step[which]
    high = np.where(number + 1 == pieces[which], reach[which], (number + 1) * step[which])

    if tails is not None and (tails > 0).any():
        tailed = np.flatnonzero(tails > 0)
        first = chains.starts[tailed] - tailed
        order = np.argsort(np.concatenate((owner[which], tailed)), kind="stable")
        which = np.concatenate((which, first))[order]
        low = np.concatenate((low, np.zeros(len(tailed))))[order]
        high = np.concatenate((high, tails[tailed]))[order]

    stroke = owner[which]
    counts = np.bincount(stroke, minlength=strokes) + 1
    starts = np.zeros(strokes + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    node = np.arange(len(which)) + stroke

    corners = _corner_points(chains, at)
    begin, begin_slope = _evaluate(corners, which, low)
    end, end_slope = _evaluate(corners, which, high)
    span = ((high - low) / 3.0)[:, None]
    nodes = np.empty((len(which) + strokes, 2))
    before, after = np.zeros_like(nodes), np.zeros_like(nodes)
    alone = np.flatnonzero(counts == 1)
    nodes[starts[alone]] = chains.nodes[chains.starts[alone]]
    nodes[node + 1] = end
    nodes[node] = begin
    after[node] = begin_slope * span
    before[node + 1] = -end_slope * span
    segment, place = np.zeros(len(nodes), dtype=np.int64), np.zeros(len(nodes))
    segment[node], place[node] = which, low
    return Split(Chains(nodes, before, after, starts), segment, place)


def _last_segments(chains: Chains) -> Ints:
    many = np.flatnonzero(np.diff(chains.starts) > 1)
    # A stroke of n nodes has n - 1 segments: segment numbers lag behind node numbers by one a stroke.
    return chains.starts[many + 1] - 2 - many


def _corner_points(chains: Chains, at: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    start, end = chains.nodes[at], chains.nodes[at + 1]
    return start, start + chains.after[at], end + chains.before[at + 1], end


def _evaluate(
    corners: tuple[Floats, Floats, Floats, Floats], which: Ints, place: Floats
) -> tuple[Floats, Floats]:
    """Points and derivatives of cubics: exact at the places 0 and 1."""
    a, b, c, d = (corner[which] for corner in corners)
    t = place[:, None]
    u = 1.0 - t
    ab, bc, cd = a * u + b * t, b * u + c * t, c * u + d * t
    abc, bcd = ab * u + bc * t, bc * u + cd * t
    return abc * u + bcd * t, (bcd - abc) * 3.0
