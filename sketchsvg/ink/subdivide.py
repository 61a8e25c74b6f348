"""Splitting long or strongly bent segments, so that a stroke has nodes wherever its noise needs them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, dot, pick, put, running


class Split(Struct, frozen=True, eq=False):
    """Strokes after splitting, and for each node the node that its segment began at and where on it it lies (0 to 1).

    The node at the end of a stroke is its own.
    """

    chains: Chains
    source: Ints
    place: Floats


def pieces_needed(chains: Chains, steps: Floats, turns: Sequence[Floats | float]) -> Ints:
    """Into how many pieces the segment at each node goes: none longer than its stroke's ``steps`` (mm) or bent too far.

    ``turns`` are cosines, each for all strokes or one a stroke: a segment whose ends differ in direction by more gets
    one piece more for each; 0.5 and -0.5 keep pieces below 60 degrees. The last node of a stroke has one piece.
    """
    owner = chains.owner
    pieces = np.ceil(chains.steps / steps.take(owner) - 1e-9)
    straightness = -dot(chains.after[:, :-1], chains.before[:, 1:])
    before, after = chains.reaches
    reach = after[:-1] * before[1:]
    by_turn = np.ones(len(owner))
    for cosine in turns:
        bound = reach * (cosine if isinstance(cosine, float) else cosine.take(owner[:-1]))
        by_turn[:-1] += straightness < bound
    pieces = np.maximum(pieces, by_turn)
    pieces[chains.last] = 1.0
    return pieces.astype(np.int64)


def split(chains: Chains, pieces: Ints, ends: Floats | None = None, tails: Floats | None = None) -> Split:
    """Each segment cut evenly into its number of ``pieces`` (de Casteljau, so the shape stays as it is).

    ``ends`` tells for each stroke how much of its last segment is drawn (1: all of it; above that it runs on);
    ``tails`` how much of its first segment is drawn a second time at its end (0: nothing).
    """
    first, last = chains.first, chains.last
    parted, reach = pieces > 1, None
    if ends is not None:
        short = np.flatnonzero((ends != 1) & (last > first))
        if len(short):
            reach = np.ones(len(pieces))
            reach[last[short] - 1] = ends[short]
            parted[last[short] - 1] = True
    tailed = np.flatnonzero((tails > 0) & (last > first)) if tails is not None else last[:0]
    many = np.flatnonzero(parted)
    if not len(many) and not len(tailed):
        return Split(chains, np.arange(len(pieces)), np.zeros(len(pieces)))

    times = pieces.copy()
    times[last] = 1
    times[last[tailed]] = 2
    ends_at = np.cumsum(times)
    begins = ends_at - times
    source = np.repeat(np.arange(len(times)), times)
    starts = np.append(begins[first], len(source))
    nodes, before, after = (pick(vectors, source) for vectors in (chains.nodes, chains.before, chains.after))

    counts = pieces[many]
    segment = np.repeat(many, counts)
    number = np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)
    node = begins[segment] + number
    whole = 1.0 if reach is None else reach[segment]
    of = pieces[segment]
    low, high = number * (whole / of), np.where(number + 1 == of, whole, (number + 1) * (whole / of))
    if tails is not None and len(tailed):
        segment, node = np.concatenate((segment, first[tailed])), np.concatenate((node, begins[last[tailed]]))
        low = np.concatenate((low, np.zeros(len(tailed))))
        high = np.concatenate((high, tails[tailed]))
    _put_parts(chains, segment, node, low, high, nodes, before, after)
    made = Chains(nodes, before, after, starts)
    # Of a part's length its share of the whole segment is known well enough for all that asks.
    steps = chains.steps.take(source)
    steps[node] = chains.steps[segment] * (high - low)
    made.__dict__["steps"] = steps
    place = np.zeros(len(source))
    place[node] = low
    return Split(made, source, place)


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
    part = np.flatnonzero((low > 0) | (high < 1))
    _put_parts(chains, at[part], node[part], low[part], high[part], nodes, before, after)
    return Chains(nodes, before, after, starts), node


def _put_parts(
    chains: Chains, at: Ints, node: Ints, low: Floats, high: Floats, nodes: Floats, before: Floats, after: Floats
) -> None:
    """Put into place parts of the segments at some nodes of ``chains``, each to begin at its new ``node``."""
    start, end = pick(chains.nodes, at), pick(chains.nodes, at + 1)
    out, back = pick(chains.after, at), pick(chains.before, at + 1)
    # At the ends of a segment nothing is to be worked out.
    begin, begin_slope = start.copy(), out * 3.0
    stop, stop_slope = end.copy(), back * -3.0
    for place, point, slope, inner in (
        (low, begin, begin_slope, np.flatnonzero(low > 0)), (high, stop, stop_slope, np.flatnonzero(high != 1)),
    ):  # fmt: skip
        if len(inner):
            a, d = pick(start, inner), pick(end, inner)
            found, bend = _evaluate((a, a + pick(out, inner), d + pick(back, inner), d), place.take(inner))
            put(point, inner, found)
            put(slope, inner, bend)
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
