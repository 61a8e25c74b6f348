"""The ink of a pen that presses unevenly: closed outlines along both sides of each stroke.

A stroke is cut at its corners, and wherever it bends more tightly than its own half-width, into pieces that overlap in
round ends. All pieces turn the same way round, so under the nonzero rule their union is the stroke, without a seam.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.shapes import QUARTER
from sketchsvg.ink.chains import Chains, directions, norm, segment_lengths, units
from sketchsvg.ink.strokes import Flags
from sketchsvg.ink.subdivide import split

#: Bends sharper than 30 degrees at a node are corners of the outline.
_CORNER = 0.866
#: A side shrunk below this share of the centreline belongs to a bend too tight to offset in one go.
_TIGHT = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Spine:
    """The middle lines of pieces with half-widths: at each node to its left and right, and the slope of both.

    ``stretch`` is how long the round end at a node is, as a share of the half-width (pointed above 1).
    """

    chains: Chains
    tangents: Floats
    left: Floats
    right: Floats
    slope: Floats
    stretch: Floats


def refined(chains: Chains, steps: Floats) -> Chains:
    """Split for offsetting: no segment bends by more than about 40 degrees or is longer than its stroke's ``steps``."""
    at = chains.segments
    into, out = directions(chains)
    cosine = out[at, 0] * into[at + 1, 0] + out[at, 1] * into[at + 1, 1]
    by_turn = 1.0 + (cosine < 0.8) + (cosine < 0.4) + (cosine < -0.2) + (cosine < -0.7)
    by_length = np.ceil(segment_lengths(chains) / steps[chains.owner[at]] - 1e-9)
    return split(chains, np.maximum(np.maximum(by_turn, by_length), 1.0).astype(np.int64)).chains


def corners(chains: Chains) -> Flags:
    """The nodes inside strokes at which the direction jumps."""
    into, out = directions(chains)
    sharp = into[:, 0] * out[:, 0] + into[:, 1] * out[:, 1] < _CORNER
    sharp[chains.starts[:-1]] = False
    sharp[chains.starts[1:] - 1] = False
    return np.asarray(sharp)


def outlines(chains: Chains, half: Floats, stretch: Floats) -> tuple[Curves, Ints]:
    """Closed outlines of strokes, and the stroke each outline belongs to.

    ``half`` is half the width at each node in mm, ``stretch`` how long a round end at each node is as a share of it.
    """
    pieces, old = chains.cut(corners(chains))
    bent = _too_tight(pieces, half[old])
    at = pieces.segments[bent]
    breaks = np.zeros(len(pieces.nodes), dtype=np.bool_)
    breaks[at] = breaks[at + 1] = True
    breaks[pieces.starts[:-1]] = breaks[pieces.starts[1:] - 1] = False
    # Only the true ends of a stroke are pointed; the joints between its pieces are round.
    pointed = np.zeros(len(chains.nodes), dtype=np.bool_)
    pointed[chains.starts[:-1]] = pointed[chains.starts[1:] - 1] = True
    stretch = np.where(pointed, stretch, 1.0)
    whole, back = pieces.cut(breaks)
    old = old[back]
    spine = _spine(whole, half[old], stretch[old])
    return _traced(spine), chains.owner[old[whole.starts[:-1]]]


def _too_tight(chains: Chains, half: Floats) -> Ints:
    tangents = _tangents(chains)
    across = np.stack((tangents[:, 1], -tangents[:, 0]), axis=1)
    at = chains.segments
    chord = chains.nodes[at + 1] - chains.nodes[at]
    spread = across[at + 1] * half[at + 1, None] - across[at] * half[at, None]
    along = np.abs(chord[:, 0] * spread[:, 0] + chord[:, 1] * spread[:, 1])
    square = chord[:, 0] * chord[:, 0] + chord[:, 1] * chord[:, 1]
    return np.flatnonzero(along > (1.0 - _TIGHT) * square)


def _tangents(chains: Chains) -> Floats:
    into, out = directions(chains)
    mean = units(into + out)
    lost = norm(mean) == 0
    mean[lost] = np.array((1.0, 0.0))
    return mean


def _spine(chains: Chains, half: Floats, stretch: Floats) -> Spine:
    """The spine of pieces; where a piece is one tight bend its inner side stays within the radius of the bend."""
    tangents = _tangents(chains)
    at = chains.segments
    slope = np.zeros(len(half))
    inner = np.ones(len(half), dtype=np.bool_)
    inner[chains.starts[:-1]] = inner[chains.starts[1:] - 1] = False
    mid = np.flatnonzero(inner)
    reach = norm(chains.nodes[mid + 1] - chains.nodes[mid]) + norm(chains.nodes[mid] - chains.nodes[mid - 1])
    slope[mid] = (half[mid + 1] - half[mid - 1]) / np.maximum(reach, 1e-9)
    left, right = half.copy(), half.copy()
    a, b = tangents[at], tangents[at + 1]
    cosine = np.minimum(a[:, 0] * b[:, 0] + a[:, 1] * b[:, 1], 1.0)
    turn = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    chord = norm(chains.nodes[at + 1] - chains.nodes[at])
    # Radius of the circle with this chord and this turn; nothing to clamp where the line is straight.
    radius = chord / np.maximum(np.sqrt(2.0 - 2.0 * cosine), 1e-6) * 0.92
    for side, bends in ((right, turn > 0), (left, turn < 0)):
        limit = np.where(bends, radius, np.inf)
        side[at] = np.minimum(side[at], limit)
        side[at + 1] = np.minimum(side[at + 1], limit)
    return Spine(chains, tangents, left, right, slope, stretch)


def _traced(spine: Spine) -> Curves:
    """Down the left side, around the end, back up the right side, around the start."""
    chains, tangents = spine.chains, spine.tangents
    counts = np.diff(chains.starts)
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(6 * (counts - 1) + 13, out=starts[1:])
    owner = chains.owner
    index = np.arange(len(owner)) - chains.starts[owner]
    across = np.stack((tangents[:, 1], -tangents[:, 0]), axis=1)
    left = chains.nodes + across * spine.left[:, None]
    right = chains.nodes - across * spine.right[:, None]
    points = np.empty((int(starts[-1]), 2))

    at_left = starts[owner] + 3 * index
    at_right = starts[owner] + 6 * (counts[owner] - 1) + 6 - 3 * index
    points[at_left], points[at_right] = left, right
    go = chains.segments
    for at, side, sign, step in ((at_left, left, 1.0, 1), (at_right, right, -1.0, -1)):
        after, before = _side_handles(spine, side, across, sign, go)
        points[at[go] + step] = side[go] + after
        points[at[go + 1] - step] = side[go + 1] + before

    first, last = chains.starts[:-1], chains.starts[1:] - 1
    _round_end(points, at_left[last], left[last], right[last], tangents[last], spine.stretch[last])
    _round_end(points, at_right[first], right[first], left[first], -tangents[first], spine.stretch[first])
    points[starts[1:] - 1] = left[first]
    return Curves(points, starts)


def _side_handles(spine: Spine, side: Floats, across: Floats, sign: float, go: Ints) -> tuple[Floats, Floats]:
    """Handles of an offset side: those of the middle line, as much shorter or longer as the side is."""
    chains = spine.chains
    chord = chains.nodes[go + 1] - chains.nodes[go]
    moved = side[go + 1] - side[go]
    square = chord[:, 0] * chord[:, 0] + chord[:, 1] * chord[:, 1]
    share = (moved[:, 0] * chord[:, 0] + moved[:, 1] * chord[:, 1]) / np.where(square > 0, square, 1.0)
    share = np.minimum(np.maximum(np.where(square > 0, share, 1.0), 0.03), 3.0)
    after, before = norm(chains.after[go]) * share, norm(chains.before[go + 1]) * share
    lean = spine.slope * sign
    head = (spine.tangents[go] + across[go] * lean[go, None]) * after[:, None]
    foot = (spine.tangents[go + 1] + across[go + 1] * lean[go + 1, None]) * before[:, None]
    return head, -foot


def _round_end(points: Floats, at: Ints, begin: Floats, end: Floats, forward: Floats, stretch: Floats) -> None:
    """A half circle from ``begin`` to ``end`` over the tip, as two cubics written behind ``at``."""
    middle = (begin + end) * 0.5
    out = (begin - end) * 0.5
    tip = forward * (norm(out) * stretch)[:, None]
    points[at + 1] = begin + tip * QUARTER
    points[at + 2] = middle + tip + out * QUARTER
    points[at + 3] = middle + tip
    points[at + 4] = middle + tip - out * QUARTER
    points[at + 5] = end + tip * QUARTER
    points[at + 6] = end
