"""Sixth pass: how high every rank is and how far it stands from the next, along the ranks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.position import Positioned

#: An edge that leads far to the side gets this part of its way as room between the ranks, up to this many gaps more.
SLOPE, STEEPER = 0.16, 0.9
#: White between two frames, and between a frame and a rank outside of it, as a part of the white between ranks.
BETWEEN_FRAMES = 0.6


class Rows(Struct, frozen=True):
    """Where every rank begins and ends along the ranks, and the same of every group's frame, in mm."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    frames: tuple[tuple[float, float], ...]


def rowed(
    chained: Chained, positioned: Positioned, lengths: Sequence[float], pads: Sequence[tuple[float, float]],
    gap: float, step: int,
) -> Rows:  # fmt: skip
    """Ranks one behind the other. ``lengths`` are those of vertices, ``pads`` the white before and behind in frames."""
    count = max(chained.rank, default=-1) + 1
    high = [0.0] * count
    for vertex, length in enumerate(lengths):
        high[chained.rank[vertex]] = max(high[chained.rank[vertex]], length)
    spans = [(chained.rank[sides[0][0]], chained.rank[sides[0][-1]]) for sides in chained.walls]
    opening, closing = _depths(chained, spans, pads, count)
    reach = [0.0] * count
    for chain in chained.chains:
        for a, b in pairwise(chain):
            at = chained.rank[a]
            reach[at] = max(reach[at], abs(positioned.x[a] - positioned.x[b]))
    tops, bottoms, y = [], [], max([0.0, *(opening[:1])])
    for at in range(count):
        tops.append(y)
        y += high[at]
        bottoms.append(y)
        if at + 1 < count:
            sloped = min(gap * STEEPER, SLOPE * reach[at])
            framed = closing[at] + opening[at + 1]
            y += max(gap / step, framed + gap * BETWEEN_FRAMES if framed else 0.0) + sloped
    frames: list[tuple[float, float]] = [(0.0, 0.0)] * len(spans)
    for group in sorted(range(len(spans)), key=lambda g: -_depth(chained, g)):
        first, last = spans[group]
        inner = [frames[g] for g in range(len(spans)) if chained.parents[g] == group]
        start = min([tops[first], *(one[0] for one in inner)])
        end = max([bottoms[last], *(one[1] for one in inner)])
        frames[group] = (start - pads[group][0], end + pads[group][1])
    return Rows(tuple(tops), tuple(bottoms), tuple(frames))


def _depth(chained: Chained, group: int) -> int:
    depth = 0
    while group >= 0:
        group = chained.parents[group]
        depth += 1
    return depth


def _depths(
    chained: Chained, spans: Sequence[tuple[int, int]], pads: Sequence[tuple[float, float]], count: int
) -> tuple[list[float], list[float]]:
    """The white that frames need before and behind every rank: the deepest stack of those that begin or end there."""
    opening, closing = [0.0] * count, [0.0] * count
    for group in range(len(spans)):
        first, last = spans[group]
        before = behind = 0.0
        outer = group
        while outer >= 0:
            before += pads[outer][0] if spans[outer][0] == first else 0.0
            behind += pads[outer][1] if spans[outer][1] == last else 0.0
            outer = chained.parents[outer]
        opening[first] = max(opening[first], before)
        closing[last] = max(closing[last], behind)
    return opening, closing
