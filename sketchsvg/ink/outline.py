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
_TIGHT = 0.15
#: A side may leave its true course by so much of half the width, or by so many mm where that is more.
_OFF, _OFF_MM = 0.07, 0.02
#: What is tight is parted until it leaves the straight by less than this share of half the width, or so many mm.
_SAG, _SAG_MM = 0.1, 0.04
#: How much one parting lessens what a side is off by.
_GAIN = 8.0
#: Ends of lines thinner than this, in mm, are parabolas, so much longer than half circles.
_NARROW, _PARABOLA = 0.5, 1.1
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


def parts_needed(chains: Chains, half: Floats, at: Ints) -> Ints:
    """Into how many parts the segment at each node goes, so that its sides can be a cubic each: (n,).

    Only the segments that begin at the nodes ``at`` are looked at; ``half`` (mm) is about half the width of strokes.
    """
    after, before = pick(chains.after, at), pick(chains.before, at + 1)
    chord = pick(chains.nodes, at + 1) - pick(chains.nodes, at)
    square = np.maximum(dot(chord, chord), 1e-18)
    one, other = leftwards(_way(after, chord)), leftwards(_way(-before, chord))
    wide = half.take(chains.owner.take(at))
    # How much shorter or longer a side is for each mm that it lies aside.
    bend = dot(other - one, chord) / square
    # Half-way along, where the cubic of the side lies and where it should, as a share of the half-width.
    side = (one + other) * 0.5 + (after + before) * (0.375 * bend)
    off = np.abs(dot(side, leftwards(units(2.0 * chord + before - after))) - 1.0)
    bound = np.maximum(_OFF_MM / wide, _OFF)
    # Legs of the control polygon that turn by more than 60 degrees, and by more than 120.
    leg = chord + before - after
    first, middle, last = norm(after), norm(leg), norm(before)
    begun, ended = dot(after, leg), -dot(leg, before)
    bent = (begun < 0.5 * first * middle) | (ended < 0.5 * middle * last)
    wound = (begun < -0.5 * first * middle) | (ended < -0.5 * middle * last)
    tight = np.abs(bend) * wide > 1.0 - _TIGHT
    wound |= off > _GAIN * bound
    parts = 1 + ((off > bound) | bent | tight | wound).astype(np.int64) + (wound & ~tight)
    # What bends too tightly is drawn straight where it nearly is.
    reach = np.sqrt(square)
    sag = 0.375 * np.abs(cross(chord, after + before)) / reach
    straight = np.maximum(sag, 0.5 * (first + middle + last - reach)) < np.maximum(_SAG * wide, _SAG_MM)
    parts[tight & straight] = 1
    found = np.ones(len(chains.owner), dtype=np.int64)
    found[at] = parts
    return found


def _way(handles: Floats, chords: Floats) -> Floats:
    """The directions of handles; those of their chords where there are none."""
    still = np.flatnonzero(dot(handles, handles) == 0)
    if len(still):
        handles = handles.copy()
        put(handles, still, pick(chords, still))
    return units(handles)


def _too_tight(chains: Chains, tangents: Floats, chord: Floats, half: Floats) -> Flags:
    """Which segments turn back on the spot, or have a side that shrinks to less than ``_TIGHT``.

    ``chord`` are the ways from node to node.
    """
    spread = gaps(chains, leftwards(tangents) * half)
    square = dot(chord, chord)
    found = np.abs(dot(chord, spread)) > (1.0 - _TIGHT) * square
    found[:-1] |= (square < half * half)[:-1] & (dot(tangents[:, :-1], tangents[:, 1:]) < 0)
    found[chains.last] = False
    return found


def refined(chains: Chains, parts: Ints, begins: Floats, ends: Floats) -> tuple[Chains, Ints]:
    """Each segment cut into its number of ``parts``, and strokes once more where their thin ends begin.

    Comes with the nodes at which the parts of what was cut begin.

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
        return chains, first[:0]
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
    made, node = assembled(chains, at, place(number), place(number + 1), chains.owner.take(at), len(chains))
    dots = np.flatnonzero(first == last)
    put(made.nodes, made.first[dots], pick(chains.nodes, first[dots]))
    return made, node[parts.take(at) > 1]


def smooth_outlines(chains: Chains, tangents: Floats, widths: Widths, stretch: Floats) -> tuple[Curves, Ints]:
    """Closed outlines of strokes without corners, and the stroke each outline belongs to.

    ``tangents`` are unit tangents at the nodes; ``stretch`` is how long the end at each node is as a share of half its
    width: 1 is round, 0 cut straight.
    """
    half = widths.node
    chord = gaps(chains, chains.nodes)
    tight = _too_tight(chains, tangents, chord, half)
    if not tight.any():
        return _traced(chains, tangents, chord, widths, stretch), np.arange(len(chains))
    breaks = tight.copy()
    breaks[1:] |= tight[:-1]
    breaks[chains.first] = breaks[chains.last] = False
    whole, old = chains.cut(breaks)
    stretch = np.where(breaks[old], 1.0, stretch[old])
    tangents, chord = pick(tangents, old), pick(chord, old)
    put(chord, whole.last, 0.0)
    # What is bent so tightly is short: it is drawn straight, and round at both ends.
    at = whole.first[tight[old[whole.first]] & (whole.last - whole.first == 1)]
    way = pick(chord, at)
    flat = units(way)
    flat[0, dot(way, way) == 0] = 1.0
    put(tangents, at, flat)
    put(tangents, at + 1, flat)
    after, before = whole.after.copy(), whole.before.copy()
    put(after, at, way * (1.0 / 3.0))
    put(before, at + 1, way * (-1.0 / 3.0))
    stretch[at] = stretch[at + 1] = 1.0
    bent = Chains(whole.nodes, before, after, whole.starts)
    shape = _traced(bent, tangents, chord, Widths(half[old], widths.middle[old]), stretch)
    return shape, chains.owner[old[whole.first]]


def _traced(chains: Chains, tangents: Floats, chord: Floats, widths: Widths, stretch: Floats) -> Curves:
    """Down the left side, around the end, back up the right side, around the start.

    A start that is cut is left out: what is filled closes by itself.
    """
    half = widths.node
    counts = chains.starts[1:] - chains.starts[:-1]
    cut = stretch.take(chains.first) == 0
    starts = running(6 * counts + 1 - 3 * cut)
    across = leftwards(tangents)
    points = np.empty((2, int(starts[-1])))
    index = 3 * np.arange(len(half))
    at_left = index + (starts[:-1] - 3 * chains.first).take(chains.owner)
    at_right = (starts[:-1] + 6 * counts - 3 + 3 * chains.first).take(chains.owner) - index
    left, right = chains.nodes + across * half, chains.nodes - across * half

    go = chains.segments
    after, before = pick(chains.after, go), pick(chains.before, go + 1)
    chord = pick(chord, go)
    here, there = _way(after, chord), _way(-before, chord)
    square = dot(chord, chord)
    still = square == 0
    square[still] = 1.0
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
        put(points, at[go] + sign, begin + after * share + swell * sign)
        put(points, at[go + 1] - sign, end + before * share + ebb * sign)

    first, last = chains.first[~cut], chains.last
    for tip, place, near, far, sign in ((last, at_left, left, right, 1), (first, at_right, right, left, -1)):
        _end(points, place[tip], pick(near, tip), pick(far, tip), pick(tangents, tip) * sign, stretch[tip])
    put(points, starts[1:][~cut] - 1, pick(left, first))
    return Curves(np.ascontiguousarray(points.T), starts)


def _end(points: Floats, at: Ints, begin: Floats, stop: Floats, forward: Floats, stretch: Floats) -> None:
    """A round end from ``begin`` to ``stop`` as one cubic, its handles written behind ``at``; 0 is straight."""
    way = stop - begin
    wide = norm(way)
    # Narrow ends are parabolas, which no eye tells from round ones and a file holds in two thirds of the room.
    narrow = (wide < _NARROW) & (stretch > 0)
    tip = forward * (wide * (0.5 * _HALF_ROUND) * stretch * np.where(narrow, _PARABOLA, 1.0))
    third = way * np.where((stretch == 0) | narrow, 1.0 / 3.0, 0.0)
    put(points, at + 1, begin + tip + third)
    put(points, at + 2, stop + tip - third)
