"""The ink of a pen that presses unevenly: closed outlines along both sides of each stroke.

A stroke is cut at its corners, and wherever it bends more tightly than its own half-width, into pieces that overlap in
round ends. All pieces turn the same way round, so under the nonzero rule their union is the stroke, without a seam.
"""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.shapes import QUARTER
from sketchsvg.ink.chains import (
    Chains,
    Flags,
    cross,
    dot,
    leftwards,
    norm,
    pick,
    put,
    running,
    turns_by,
    units,
    ways,
)
from sketchsvg.ink.subdivide import assembled, pieces_needed, split

#: Bends sharper than 30 degrees at a node are corners of the outline.
_CORNER = 0.866
#: How many short pieces the thin beginning and the thin end of a stroke are made of.
_TIPS = 4
#: A side shrunk below this share of the centreline belongs to a bend too tight to offset in one go.
_TIGHT = 0.3


def refined(chains: Chains, steps: Floats, begins: Floats, ends: Floats) -> Chains:
    """Split for offsetting: no segment bends by more than about 40 degrees or exceeds its stroke's ``steps`` (mm).

    Where a stroke ``begins`` and ``ends`` it has ``_TIPS`` segments no longer than these (mm).
    """
    whole = split(chains, pieces_needed(chains, steps, turns=(0.8, 0.4, -0.2, -0.7))).chains
    if not ((begins < steps).any() or (ends < steps).any()):
        return whole
    # How many pieces are cut off the first segment of a stroke, and off its last, and how long they are.
    long = whole.last > whole.first
    count = np.zeros((2, len(whole.steps)), dtype=np.int64)
    piece = np.ones((2, len(whole.steps)))
    for end, (tips, at) in enumerate(((begins, whole.first), (ends, whole.last - 1))):
        some = np.flatnonzero((tips < steps) & long)
        at, wanted = at[some], tips[some]
        room = whole.steps[at] * 0.5
        count[end, at] = np.minimum(np.maximum(np.ceil(room / wanted - 1.0), 0.0), _TIPS).astype(np.int64)
        piece[end, at] = np.minimum(wanted / np.maximum(whole.steps[at], 1e-9), 0.5)
    segments = whole.segments
    early, late = count[:, segments]
    share, rest = piece[:, segments]
    parts = early + late + 1
    which = np.repeat(np.arange(len(segments)), parts)
    number = np.arange(len(which)) - running(parts)[which]

    def cut(number: Ints) -> Floats:
        left = parts[which] - number
        place: Floats = np.where(number <= early[which], number * share[which], 1.0 - left * rest[which])
        return place

    high = np.where(number + 1 == parts[which], 1.0, cut(number + 1))
    made, _ = assembled(whole, segments[which], cut(number), high, whole.owner[segments][which], len(whole))
    dots = np.flatnonzero(~long)
    put(made.nodes, made.first[dots], pick(whole.nodes, whole.first[dots]))
    return made


def corners(chains: Chains) -> Flags:
    """The nodes inside strokes at which the direction jumps."""
    return turns_by(chains, _CORNER)


def tangents_of(chains: Chains) -> Floats:
    """The unit tangent at each node of strokes without corners; a dot points to the right."""
    into, out = ways(chains)
    mean = units(units(into) + units(out))
    mean[0, dot(mean, mean) == 0] = 1.0
    return mean


def gaps(chains: Chains, vectors: Floats) -> Floats:
    """The way from each node's vector to that of the next node of its stroke; 0 at the last."""
    found = np.zeros_like(vectors)
    np.subtract(vectors[:, 1:], vectors[:, :-1], out=found[:, :-1])
    put(found, chains.last, 0.0)
    return found


def outlines(chains: Chains, half: Floats, stretch: Floats, shear: Floats | None = None) -> tuple[Curves, Ints]:
    """Closed outlines of strokes, and the stroke each outline belongs to.

    ``half`` is half the width at each node in mm, ``stretch`` how long a round end at each node is as a share of it,
    ``shear`` how far (mm) the left side of an end lies ahead of the right one, halved.
    """
    pieces, old = chains.cut(corners(chains))
    pointed = np.zeros(len(half), dtype=np.bool_)
    pointed[chains.first] = pointed[chains.last] = True
    # Only the true ends of a stroke are pointed; the joints between its pieces are round.
    sheared = None if shear is None else np.where(pointed, shear, 0.0)[old]
    stretched = np.where(pointed, stretch, 1.0)[old]
    shape, owner = smooth_outlines(pieces, tangents_of(pieces), half[old], stretched, sheared)
    return shape, chains.owner[old[pieces.first]][owner]


def smooth_outlines(
    chains: Chains, tangents: Floats, half: Floats, stretch: Floats, shear: Floats | None = None
) -> tuple[Curves, Ints]:
    """The same for strokes without corners; ``tangents`` are their unit tangents."""
    chord = gaps(chains, chains.nodes)
    across = leftwards(tangents)
    spread = gaps(chains, across * half)
    tight = np.flatnonzero(np.abs(dot(chord, spread)) > (1.0 - _TIGHT) * dot(chord, chord))
    breaks = np.zeros(len(half), dtype=np.bool_)
    breaks[tight] = breaks[tight + 1] = True
    breaks[chains.first] = breaks[chains.last] = False
    if not breaks.any():
        return _traced(chains, tangents, chord, half, stretch, shear), np.arange(len(chains))
    whole, old = chains.cut(breaks)
    inner = breaks[old]
    chord = pick(chord, old)
    put(chord, whole.last, 0.0)
    stretch = np.where(inner, 1.0, stretch[old])
    if shear is not None:
        shear = np.where(inner, 0.0, shear[old])
    shape = _traced(whole, pick(tangents, old), chord, half[old], stretch, shear)
    return shape, chains.owner[old[whole.first]]


def _sides(chains: Chains, tangents: Floats, chord: Floats, half: Floats) -> tuple[Floats, Floats, Floats]:
    """Half the width to the left and to the right of each node, mm, and the slope of both.

    Where a piece is one tight bend its inner side stays within the radius of the bend.
    """
    length = norm(chord)
    slope = np.zeros(len(half))
    slope[1:-1] = (half[2:] - half[:-2]) / np.maximum(length[1:-1] + length[:-2], 1e-9)
    slope[chains.first] = slope[chains.last] = 0.0
    a, b = tangents[:, :-1], tangents[:, 1:]
    turn = cross(a, b)
    # Radius of the circle with this chord and this turn; nothing to clamp where the line is straight.
    radius = length[:-1] / np.maximum(np.sqrt(np.maximum(2.0 - 2.0 * dot(a, b), 0.0)), 1e-6) * 0.92
    radius[chains.last[:-1]] = np.inf
    sides = []
    for bends in (turn < 0, turn > 0):
        limit = np.where(bends, radius, np.inf)
        side = half.copy()
        np.minimum(side[:-1], limit, out=side[:-1])
        np.minimum(side[1:], limit, out=side[1:])
        sides.append(side)
    return sides[0], sides[1], slope


def _traced(
    chains: Chains, tangents: Floats, chord: Floats, half: Floats, stretch: Floats, shear: Floats | None
) -> Curves:
    """Down the left side, around the end, back up the right side, around the start."""
    wide_left, wide_right, slope = _sides(chains, tangents, chord, half)
    counts = chains.starts[1:] - chains.starts[:-1]
    starts = running(6 * counts + 7)
    across = leftwards(tangents)
    left, right = chains.nodes + across * wide_left, chains.nodes - across * wide_right
    if shear is not None:
        left += tangents * shear
        right -= tangents * shear
    points = np.empty((2, int(starts[-1])))

    index = 3 * np.arange(len(half))
    at_left = index + (starts[:-1] - 3 * chains.first).take(chains.owner)
    at_right = (starts[:-1] + 6 * counts + 3 * chains.first).take(chains.owner) - index
    put(points, at_left, left)
    put(points, at_right, right)
    go = chains.segments
    square = dot(chord, chord)
    some = square > 0
    square[~some] = 1.0
    after, before = norm(chains.after), norm(chains.before)
    for at, side, sign in ((at_left, left, 1), (at_right, right, -1)):
        # Handles of an offset side: those of the middle line, as much shorter or longer as the side is.
        share = dot(gaps(chains, side), chord) / square
        share[~some] = 1.0
        share = np.minimum(np.maximum(share, 0.03), 3.0)
        way = tangents + across * (slope * sign)
        head = side + way * (after * share)
        foot = side[:, 1:] - way[:, 1:] * (before[1:] * share[:-1])
        put(points, at[go] + sign, pick(head, go))
        put(points, at[go + 1] - sign, pick(foot, go))

    first, last = chains.first, chains.last
    tips = ((last, at_left, left, right, tangents), (first, at_right, right, left, -tangents))
    for end, at, begin, stop, way in tips:
        _round_end(points, at[end], pick(begin, end), pick(stop, end), pick(way, end), stretch[end])
    put(points, starts[1:] - 1, pick(left, first))
    return Curves(np.ascontiguousarray(points.T), starts)


def _round_end(points: Floats, at: Ints, begin: Floats, end: Floats, forward: Floats, stretch: Floats) -> None:
    """A half circle from ``begin`` to ``end`` over the tip, as two cubics written behind ``at``."""
    middle = (begin + end) * 0.5
    out = (begin - end) * 0.5
    tip = forward * (norm(out) * stretch)
    top, aside, ahead = middle + tip, out * QUARTER, tip * QUARTER
    put(points, at + 1, begin + ahead)
    put(points, at + 2, top + aside)
    put(points, at + 3, top)
    put(points, at + 4, top - aside)
    put(points, at + 5, end + ahead)
    put(points, at + 6, end)
