"""The ink of a pen that presses unevenly: closed outlines along both sides of each stroke.

A stroke is cut at its corners, and wherever it bends more tightly than its own half-width, into pieces that overlap in
round ends. All pieces turn the same way round, so under the nonzero rule their union is the stroke, without a seam.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.shapes import QUARTER
from sketchsvg.ink.chains import (
    Chains,
    Flags,
    cross,
    directions,
    dot,
    leftwards,
    norm,
    pick,
    put,
    running,
    segment_lengths,
    units,
)
from sketchsvg.ink.subdivide import pieces_needed, split

#: Bends sharper than 30 degrees at a node are corners of the outline.
_CORNER = 0.866
#: A side shrunk below this share of the centreline belongs to a bend too tight to offset in one go.
_TIGHT = 0.3


class Spine(Struct, frozen=True, eq=False):
    """The middle lines of pieces with half-widths: at each node to its left and right, and the slope of both.

    ``stretch`` is how long the round end at a node is, as a share of the half-width (pointed above 1, cut at 0);
    ``shear`` how far the left side of an end lies ahead of the middle and the right side behind it, mm.
    """

    chains: Chains
    tangents: Floats
    left: Floats
    right: Floats
    slope: Floats
    stretch: Floats
    shear: Floats


def refined(chains: Chains, steps: Floats, begins: Floats, ends: Floats) -> Chains:
    """Split for offsetting: no segment bends by more than about 40 degrees or exceeds its stroke's ``steps`` (mm).

    Where a stroke ``begins`` and ``ends`` its segments are no longer than these (mm).
    """
    pieces = pieces_needed(chains, steps, turns=(0.8, 0.4, -0.2, -0.7))
    if min(begins.min(), ends.min()) < steps.max():
        # Segments are numbered one behind their nodes for every stroke before.
        many = np.flatnonzero(np.diff(chains.starts) > 1)
        lengths = segment_lengths(chains)
        before = running((np.diff(chains.starts) - 1)[many])
        for at, tips in ((before[:-1], begins[many]), (before[1:] - 1, ends[many])):
            pieces[at] = np.maximum(pieces[at], np.ceil(lengths[at] / tips).astype(np.int64))
    return split(chains, pieces).chains


def corners(chains: Chains) -> Flags:
    """The nodes inside strokes at which the direction jumps."""
    into, out = directions(chains)
    sharp = dot(into, out) < _CORNER
    sharp[chains.first] = sharp[chains.last] = False
    return np.asarray(sharp)


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
    shape, owner = smooth_outlines(pieces, half[old], np.where(pointed, stretch, 1.0)[old], sheared)
    return shape, chains.owner[old[pieces.first]][owner]


def smooth_outlines(chains: Chains, half: Floats, stretch: Floats, shear: Floats | None = None) -> tuple[Curves, Ints]:
    """The same for strokes without corners."""
    bent = chains.segments[_too_tight(chains, half)]
    breaks = np.zeros(len(half), dtype=np.bool_)
    breaks[bent] = breaks[bent + 1] = True
    pointed = np.zeros(len(half), dtype=np.bool_)
    pointed[chains.first] = pointed[chains.last] = True
    breaks &= ~pointed
    stretch = np.where(pointed, stretch, 1.0)
    whole, old = chains.cut(breaks)
    sheared = np.zeros(len(old)) if shear is None else np.where(pointed, shear, 0.0)[old]
    return _traced(_spine(whole, half[old], stretch[old], sheared)), chains.owner[old[whole.first]]


def _too_tight(chains: Chains, half: Floats) -> Flags:
    across = leftwards(_tangents(chains)) * half
    at = chains.segments
    chord = pick(chains.nodes, at + 1) - pick(chains.nodes, at)
    spread = pick(across, at + 1) - pick(across, at)
    return np.asarray(np.abs(dot(chord, spread)) > (1.0 - _TIGHT) * dot(chord, chord))


def _tangents(chains: Chains) -> Floats:
    into, out = directions(chains)
    mean = units(into + out)
    mean[0, norm(mean) == 0] = 1.0
    return mean


def _spine(chains: Chains, half: Floats, stretch: Floats, shear: Floats) -> Spine:
    """The spine of pieces; where a piece is one tight bend its inner side stays within the radius of the bend."""
    tangents = _tangents(chains)
    at = chains.segments
    slope = np.zeros(len(half))
    inner = np.ones(len(half), dtype=np.bool_)
    inner[chains.first] = inner[chains.last] = False
    mid = np.flatnonzero(inner)
    reach = norm(pick(chains.nodes, mid + 1) - pick(chains.nodes, mid))
    reach += norm(pick(chains.nodes, mid) - pick(chains.nodes, mid - 1))
    slope[mid] = (half[mid + 1] - half[mid - 1]) / np.maximum(reach, 1e-9)
    left, right = half.copy(), half.copy()
    a, b = pick(tangents, at), pick(tangents, at + 1)
    turn = cross(a, b)
    chord = norm(pick(chains.nodes, at + 1) - pick(chains.nodes, at))
    # Radius of the circle with this chord and this turn; nothing to clamp where the line is straight.
    radius = chord / np.maximum(np.sqrt(2.0 - 2.0 * np.minimum(dot(a, b), 1.0)), 1e-6) * 0.92
    for side, bends in ((right, turn > 0), (left, turn < 0)):
        limit = np.where(bends, radius, np.inf)
        side[at] = np.minimum(side[at], limit)
        side[at + 1] = np.minimum(side[at + 1], limit)
    return Spine(chains, tangents, left, right, slope, stretch, shear)


def _traced(spine: Spine) -> Curves:
    """Down the left side, around the end, back up the right side, around the start."""
    chains, tangents = spine.chains, spine.tangents
    counts = np.diff(chains.starts)
    starts = running(6 * (counts - 1) + 13)
    owner = chains.owner
    index = np.arange(len(owner)) - chains.starts[owner]
    across = leftwards(tangents)
    left = chains.nodes + across * spine.left + tangents * spine.shear
    right = chains.nodes - across * spine.right - tangents * spine.shear
    points = np.empty((2, int(starts[-1])))

    at_left = starts[owner] + 3 * index
    at_right = starts[owner] + 6 * (counts[owner] - 1) + 6 - 3 * index
    put(points, at_left, left)
    put(points, at_right, right)
    go = chains.segments
    for at, side, sign in ((at_left, left, 1), (at_right, right, -1)):
        after, before = _side_handles(spine, side, across, sign, go)
        put(points, at[go] + sign, pick(side, go) + after)
        put(points, at[go + 1] - sign, pick(side, go + 1) + before)

    first, last = chains.first, chains.last
    tips = ((last, at_left, left, right, tangents), (first, at_right, right, left, -tangents))
    for end, at, begin, stop, way in tips:
        _round_end(points, at[end], pick(begin, end), pick(stop, end), pick(way, end), spine.stretch[end])
    put(points, starts[1:] - 1, pick(left, first))
    return Curves(np.ascontiguousarray(points.T), starts)


def _side_handles(spine: Spine, side: Floats, across: Floats, sign: int, go: Ints) -> tuple[Floats, Floats]:
    """Handles of an offset side: those of the middle line, as much shorter or longer as the side is."""
    chains = spine.chains
    chord = pick(chains.nodes, go + 1) - pick(chains.nodes, go)
    square = dot(chord, chord)
    share = dot(pick(side, go + 1) - pick(side, go), chord) / np.where(square > 0, square, 1.0)
    share = np.minimum(np.maximum(np.where(square > 0, share, 1.0), 0.03), 3.0)
    way = spine.tangents + across * (spine.slope * sign)
    head = pick(way, go) * (norm(pick(chains.after, go)) * share)
    foot = pick(way, go + 1) * (norm(pick(chains.before, go + 1)) * share)
    return head, -foot


def _round_end(points: Floats, at: Ints, begin: Floats, end: Floats, forward: Floats, stretch: Floats) -> None:
    """A half circle from ``begin`` to ``end`` over the tip, as two cubics written behind ``at``."""
    middle = (begin + end) * 0.5
    out = (begin - end) * 0.5
    tip = forward * (norm(out) * stretch)
    put(points, at + 1, begin + tip * QUARTER)
    put(points, at + 2, middle + tip + out * QUARTER)
    put(points, at + 3, middle + tip)
    put(points, at + 4, middle + tip - out * QUARTER)
    put(points, at + 5, end + tip * QUARTER)
    put(points, at + 6, end)
