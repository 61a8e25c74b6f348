"""Closed outlines along both sides of strokes whose width changes, as few cubics as they need.

A side of a segment is one cubic: handles as those of the middle line, as much longer or shorter as the side is. Where
that would leave the ink by more than an eye sees the segment is parted first (``refined``). A stroke is cut at its
corners, and wherever it bends more tightly than its own half-width, into pieces that overlap in round ends. All pieces
turn the same way round, so under the nonzero rule their union is the stroke, without a seam.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, cross, dot, leftwards, norm, pick, put, running, turns_by, units, ways
from sketchsvg.ink.subdivide import assembled

#: Bends sharper than 30 degrees at a node are corners of the outline.
_CORNER = 0.866
#: A side shrunk below this share of the centreline belongs to a bend too tight to offset in one go.
_TIGHT = 0.3
#: A side may leave its true course by so much of half the width, or by so many mm where that is more.
_OFF, _OFF_MM = 0.07, 0.015
#: A handle further off its chord than this (the cosine of 56 degrees) asks for a node between.
_WIDE = 0.56
#: How much one parting lessens what a side is off by.
_GAIN = 8.0
#: The handles of a half circle drawn as one cubic, which is nowhere off by more than 1.8 % of its radius.
_HALF_ROUND = 4.0 / 3.0


class Widths(Struct, frozen=True, eq=False):
    """Half the width in mm at each node, and half-way from it to the next (any number behind a last one)."""

    node: Floats
    middle: Floats


def corners(chains: Chains) -> Flags:
    """The nodes inside strokes at which the direction jumps."""
    return turns_by(chains, _CORNER)


def tangents_of(chains: Chains) -> Floats:
    """The unit tangent at each node of strokes without corners; a dot points to the right."""
    into, out = ways(chains)
    mean = units(units(into) + units(out))
    mean[0, dot(mean, mean) == 0] = 1.0
    return mean


def middle_tangents(chains: Chains) -> Floats:
    """The unit tangent half-way from each node to the next; of no meaning behind a last one."""
    way = chains.after.copy()
    way[:, :-1] = 2.0 * (chains.nodes[:, 1:] - chains.nodes[:, :-1]) + chains.before[:, 1:] - chains.after[:, :-1]
    return units(way)


def gaps(chains: Chains, vectors: Floats) -> Floats:
    """The way from each node's vector to that of the next node of its stroke; 0 at the last."""
    found = np.zeros_like(vectors)
    np.subtract(vectors[:, 1:], vectors[:, :-1], out=found[:, :-1])
    put(found, chains.last, 0.0)
    return found


def parts_needed(chains: Chains, half: Floats) -> Ints:
    """Into how many parts the segment at each node goes, so that its sides can be a cubic each.

    ``half`` (mm) is about half the width of each stroke.
    """
    tangents = tangents_of(chains)
    across = leftwards(tangents)
    chord = gaps(chains, chains.nodes)
    square = np.maximum(dot(chord, chord), 1e-18)
    after, before = chains.after[:, :-1], chains.before[:, 1:]
    turn = across[:, 1:] - across[:, :-1]
    # Half-way along, where the cubic of the side lies and where it should, as a share of the half-width.
    side = (across[:, 1:] + across[:, :-1]) * 0.5
    side += (after + before) * (0.375 * dot(turn, chord[:, :-1]) / square[:-1])
    normal = leftwards(middle_tangents(chains))[:, :-1]
    wide = half.take(chains.owner)
    off = np.zeros(len(wide))
    off[:-1] = np.abs(dot(side, normal) - 1.0)
    bound = np.maximum(_OFF_MM / wide, _OFF)
    parts = 1 + (off > bound).astype(np.int64) + (off > _GAIN * bound)
    chord = chord[:, :-1]
    ahead = np.minimum(dot(tangents[:, :-1], chord), dot(tangents[:, 1:], chord))
    wound = np.flatnonzero((ahead < _WIDE * np.sqrt(square[:-1])) & (parts[:-1] < 2))
    parts[wound] = 2
    parts[chains.last] = 1
    return np.minimum(parts, 3)


def refined(chains: Chains, parts: Ints, begins: Floats, ends: Floats) -> Chains:
    """Each segment cut into its number of ``parts``, and strokes once more where their thin ends begin.

    ``begins`` and ``ends`` are how far from its tips that is, as a share of the first and of the last segment of each
    stroke (0: nowhere).
    """
    first, last = chains.first, chains.last
    early, late = np.zeros(len(parts)), np.zeros(len(parts))
    early[first] = begins
    early[last] = 0.0
    late[last - (last > first)] = ends
    late[last] = 0.0
    if not (begins.any() or ends.any() or (parts > 1).any()):
        return chains
    go = chains.segments
    main, early, late = parts[go], early[go], late[go]
    counts = main + (early > 0) + (late > 0)
    which = np.repeat(np.arange(len(go)), counts)
    number = np.arange(len(which)) - running(counts)[:-1].take(which)
    step, shift = ((1.0 - early - late) / main).take(which), (early > 0).take(which)
    early, whole = early.take(which), counts.take(which)

    def place(number: Ints) -> Floats:
        inside = np.where(number == 0, 0.0, early + (number - shift) * step)
        found: Floats = np.where(number == whole, 1.0, inside)
        return found

    at = go.take(which)
    made, _ = assembled(chains, at, place(number), place(number + 1), chains.owner.take(at), len(chains))
    dots = np.flatnonzero(first == last)
    put(made.nodes, made.first[dots], pick(chains.nodes, first[dots]))
    return made


def smooth_outlines(chains: Chains, tangents: Floats, widths: Widths, stretch: Floats) -> tuple[Curves, Ints]:
    """Closed outlines of strokes without corners, and the stroke each outline belongs to.

    ``tangents`` are unit tangents at the nodes; ``stretch`` is how long the end at each node is as a share of half its
    width: 1 is round, 0 cut straight.
    """
    half = widths.node
    chord = gaps(chains, chains.nodes)
    spread = gaps(chains, leftwards(tangents) * half)
    tight = np.flatnonzero(np.abs(dot(chord, spread)) > (1.0 - _TIGHT) * dot(chord, chord))
    breaks = np.zeros(len(half), dtype=np.bool_)
    breaks[tight] = breaks[tight + 1] = True
    breaks[chains.first] = breaks[chains.last] = False
    if not breaks.any():
        return _traced(chains, tangents, chord, widths, stretch), np.arange(len(chains))
    whole, old = chains.cut(breaks)
    chord = pick(chord, old)
    put(chord, whole.last, 0.0)
    stretch = np.where(breaks[old], 1.0, stretch[old])
    shape = _traced(whole, pick(tangents, old), chord, Widths(half[old], widths.middle[old]), stretch)
    return shape, chains.owner[old[whole.first]]


def _sides(chains: Chains, tangents: Floats, chord: Floats, half: Floats) -> tuple[Floats, Floats]:
    """Half the width to the left and to the right of each node, mm.

    Where a piece is one tight bend its inner side stays within the radius of the bend.
    """
    a, b = tangents[:, :-1], tangents[:, 1:]
    turn = cross(a, b)
    # Radius of the circle with this chord and this turn; nothing to clamp where the line is straight.
    radius = norm(chord)[:-1] / np.maximum(np.sqrt(np.maximum(2.0 - 2.0 * dot(a, b), 0.0)), 1e-6) * 0.92
    radius[chains.last[:-1]] = np.inf
    if not (radius < half[:-1]).any():
        return half, half
    sides = []
    for bends in (turn < 0, turn > 0):
        limit = np.where(bends, radius, np.inf)
        side = half.copy()
        np.minimum(side[:-1], limit, out=side[:-1])
        np.minimum(side[1:], limit, out=side[1:])
        sides.append(side)
    return sides[0], sides[1]


def _traced(chains: Chains, tangents: Floats, chord: Floats, widths: Widths, stretch: Floats) -> Curves:
    """Down the left side, around the end, back up the right side, around the start."""
    half = widths.node
    wide_left, wide_right = _sides(chains, tangents, chord, half)
    counts = chains.starts[1:] - chains.starts[:-1]
    starts = running(6 * counts + 1)
    across = leftwards(tangents)
    points = np.empty((2, int(starts[-1])))
    index = 3 * np.arange(len(half))
    at_left = index + (starts[:-1] - 3 * chains.first).take(chains.owner)
    at_right = (starts[:-1] + 6 * counts - 3 + 3 * chains.first).take(chains.owner) - index
    left, right = chains.nodes + across * wide_left, chains.nodes - across * wide_right

    go = chains.segments
    here, there = pick(tangents, go), pick(tangents, go + 1)
    chord = pick(chord, go)
    square = dot(chord, chord)
    still = square == 0
    square[still] = 1.0
    after, before = norm(pick(chains.after, go)), norm(pick(chains.before, go + 1))
    # The width along the segment is the parabola through its ends and its middle.
    most = 2.0 * widths.middle.take(go) - 0.5 * (half.take(go) + half.take(go + 1))
    rise = (most - half.take(go)) * (2.0 / 3.0)
    fall = (most - half.take(go + 1)) * (2.0 / 3.0)
    swell, ebb = leftwards(here) * rise, leftwards(there) * fall
    for at, side, sign in ((at_left, left, 1), (at_right, right, -1)):
        put(points, at, side)
        # Handles of an offset side: those of the middle line, as much shorter or longer as the side is.
        begin, end = pick(side, go), pick(side, go + 1)
        share = dot(end - begin, chord) / square
        share[still] = 1.0
        share = np.minimum(np.maximum(share, 0.03), 3.0)
        put(points, at[go] + sign, begin + here * (after * share) + swell * sign)
        put(points, at[go + 1] - sign, end - there * (before * share) + ebb * sign)

    first, last = chains.first, chains.last
    for tip, place, near, far, sign in ((last, at_left, left, right, 1), (first, at_right, right, left, -1)):
        _end(points, place[tip], pick(near, tip), pick(far, tip), pick(tangents, tip) * sign, stretch[tip])
    put(points, starts[1:] - 1, pick(left, first))
    return Curves(np.ascontiguousarray(points.T), starts)


def _end(points: Floats, at: Ints, begin: Floats, stop: Floats, forward: Floats, stretch: Floats) -> None:
    """A round end from ``begin`` to ``stop`` as one cubic, its handles written behind ``at``; 0 is straight."""
    way = stop - begin
    tip = forward * (norm(way) * (0.5 * _HALF_ROUND) * stretch)
    third = way * np.where(stretch == 0, 1.0 / 3.0, 0.0)
    put(points, at + 1, begin + tip + third)
    put(points, at + 2, stop + tip - third)
