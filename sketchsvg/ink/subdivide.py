"""Splitting long or strongly bent segments, so that a stroke has nodes wherever its noise needs them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, cubic_lengths, dot, norm, pick, put, running


class Split(Struct, frozen=True, eq=False):
    """Strokes after splitting, and for each node the segment it came from and where on it (0 to below 1)."""

    chains: Chains
    segment: Ints
    place: Floats


def pieces_needed(chains: Chains, steps: Floats, turns: Sequence[Floats | float]) -> Ints:
    """Into how many pieces each segment goes: none longer than its stroke's ``steps`` (mm), none bent too far.

    ``turns`` are cosines, each for all strokes or one a stroke: a segment whose ends differ in direction by more gets
    one piece more for each; 0.5 and -0.5 keep pieces below 60 degrees.
    """
    at = chains.segments
    after, before = pick(chains.after, at), pick(chains.before, at + 1)
    chord = pick(chains.nodes, at + 1) - pick(chains.nodes, at)
    owner = chains.owner[at]
    by_length = np.ceil(cubic_lengths(chord, after, before) / steps[owner] - 1e-9)
    straightness, reach = -dot(after, before), norm(after) * norm(before)
    by_turn = np.ones(len(at))
    for cosine in turns:
        by_turn += straightness < (cosine if isinstance(cosine, float) else cosine[owner]) * reach
    return np.maximum(by_length, by_turn).astype(np.int64)


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
    low = number * (reach / pieces)[which]
    high = np.where(number + 1 == pieces[which], reach[which], (number + 1) * (reach / pieces)[which])

    tailed = np.flatnonzero(tails > 0) if tails is not None else np.zeros(0, dtype=np.int64)
    if tails is not None and len(tailed):
        # A tail comes behind the last piece of its stroke.
        behind = np.cumsum(np.bincount(owner[which], minlength=strokes))[tailed]
        which = np.insert(which, behind, chains.first[tailed] - tailed)
        low = np.insert(low, behind, 0.0)
        high = np.insert(high, behind, tails[tailed])

    made, node = assembled(chains, at[which], low, high, owner[which], strokes)
    alone = np.flatnonzero(np.diff(made.starts) == 1)
    put(made.nodes, made.starts[alone], pick(chains.nodes, chains.starts[alone]))
    segment, place = np.zeros(made.nodes.shape[1], dtype=np.int64), np.zeros(made.nodes.shape[1])
    segment[node], place[node] = which, low
    return Split(made, segment, place)


def assembled(chains: Chains, at: Ints, low: Floats, high: Floats, stroke: Ints, strokes: int) -> tuple[Chains, Ints]:
    """New strokes from parts of segments, end to end, and the node at the start of each part.

    ``at`` is the node at the start of each part's segment, ``low`` and ``high`` (0 to 1) where on it the part begins
    and ends, ``stroke`` the new stroke it goes to. Strokes without a part are one node at the origin.
    """
    starts = running(np.bincount(stroke, minlength=strokes) + 1)
    node = np.arange(len(at)) + stroke
    nodes = np.zeros((2, len(at) + strokes))
    before, after = np.zeros_like(nodes), np.zeros_like(nodes)
    put(nodes, node + 1, pick(chains.nodes, at + 1))
    put(nodes, node, pick(chains.nodes, at))
    put(after, node, pick(chains.after, at))
    put(before, node + 1, pick(chains.before, at + 1))
    _shorten(chains, at, node, low, high, nodes, before, after)
    return Chains(nodes, before, after, starts), node


def _last_segments(chains: Chains) -> Ints:
    many = np.flatnonzero(np.diff(chains.starts) > 1)
    # A stroke of n nodes has n - 1 segments: segment numbers lag behind node numbers by one a stroke.
    return chains.starts[many + 1] - 2 - many


def _shorten(
    chains: Chains, here: Ints, node: Ints, low: Floats, high: Floats, nodes: Floats, before: Floats, after: Floats
) -> None:
    """Put into place the pieces that are less than their whole segment."""
    part = np.flatnonzero((low > 0) | (high < 1))
    at, node, low, high = here[part], node[part], low[part], high[part]
    start, end = pick(chains.nodes, at), pick(chains.nodes, at + 1)
    corners = (start, start + pick(chains.after, at), end + pick(chains.before, at + 1), end)
    begin, begin_slope = _evaluate(corners, low)
    stop, stop_slope = _evaluate(corners, high)
    third = (high - low) / 3.0
    # Ends first, then beginnings: where two pieces meet, the beginning is the exact one.
    put(nodes, node + 1, stop)
    put(nodes, node, begin)
    put(after, node, begin_slope * third)
    put(before, node + 1, stop_slope * -third)


def _evaluate(corners: tuple[Floats, Floats, Floats, Floats], t: Floats) -> tuple[Floats, Floats]:
    """Points and derivatives of cubics: exact at the places 0 and 1."""
    a, b, c, d = corners
    u = 1.0 - t
    ab, bc, cd = a * u + b * t, b * u + c * t, c * u + d * t
    abc, bcd = ab * u + bc * t, bc * u + cd * t
    return abc * u + bcd * t, (bcd - abc) * 3.0
