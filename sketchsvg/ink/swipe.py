"""A highlighter's swipe: one broad band, its ends leaning and darker, no two alike."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, leftwards, norm, pick, units
from sketchsvg.ink.keys import Channel, Seeds, uniform
from sketchsvg.ink.pen import Swipe


def is_swipe(curves: Curves) -> bool:
    """Whether every stroke is one straight line: anything else is drawn with the nib as with any broad pen."""
    if len(curves.points) != 4 * len(curves):
        return False
    points = curves.points.tolist()
    return all(_straight(*points[at : at + 4]) for at in range(0, len(points), 4))


def _straight(a: list[float], b: list[float], c: list[float], d: list[float]) -> bool:
    """Whether both handles lie within a twentieth of the chord of it."""
    x, y = d[0] - a[0], d[1] - a[1]
    far = max(abs((p[0] - a[0]) * y - (p[1] - a[1]) * x) for p in (b, c))
    return far <= 0.05 * (x * x + y * y)


def bands(chains: Chains, heights: Floats, seeds: Seeds, swipe: Swipe) -> tuple[Curves, Curves, Ints]:
    """The bands of swipes along strokes, the patches at their ends, and the stroke of each patch.

    ``heights`` (mm) is one a stroke. A band follows the straight line from the first to the last point of its stroke.
    """
    start, end = pick(chains.nodes, chains.first), pick(chains.nodes, chains.last)
    length = norm(end - start)
    flat = units(end - start)
    flat[0, length == 0] = 1.0
    start, end, way, across = start.T, end.T, flat.T, -leftwards(flat).T

    def stray(index: int, far: float) -> Floats:
        return (uniform(seeds, index, Channel.SWIPE) * 2.0 - 1.0) * far

    # Long swipes are steadied by the line of writing: their ends never leave it by more than a tenth of their height.
    rise = stray(0, swipe.tilt) * np.minimum(length, heights * 8.0) * 0.5
    start, end = start - across * rise[:, None], end + across * rise[:, None]
    corners = np.empty((len(chains), 4, 2))
    lean = swipe.slant * (0.35 + uniform(seeds, 1, Channel.SWIPE))
    places = ((start, -0.5, 1.0), (end, -0.5, 1.0), (end, 0.5, -1.0), (start, 0.5, -1.0))
    for number, (at, side, sense) in enumerate(places):
        along = (lean * sense + stray(2 + number, swipe.slant * 0.4)) * heights
        out = (side + stray(6 + number, swipe.edge)) * heights
        corners[:, number] = at + way * along[:, None] + across * out[:, None]

    outline = np.empty((len(chains), 13, 2))
    bulges = (stray(10, swipe.edge), 0.05 + stray(11, 0.05), stray(12, swipe.edge), 0.05 + stray(13, 0.05))
    for side in range(4):
        begin, stop = corners[:, side], corners[:, (side + 1) % 4]
        _edge(outline, side, begin, stop, bulges[side] * heights, stray(14 + side, 0.12))
    band = Curves(outline.reshape(-1, 2), np.arange(0, 13 * len(chains) + 1, 13))

    patches = np.empty((len(chains), 2, 13, 2))
    longest = np.minimum(heights * swipe.dwell, length * 0.25)
    for number, (upper, lower, sense) in enumerate(((0, 3, 1.0), (1, 2, -1.0))):
        dwell = longest * (0.45 + 0.55 * uniform(seeds, 18 + number, Channel.SWIPE)) * sense
        top, bottom = corners[:, upper], corners[:, lower]
        inner_top = top + way * dwell[:, None]
        uneven = 0.7 + 0.6 * uniform(seeds, 20 + number, Channel.SWIPE)
        inner_bottom = bottom + way * (dwell * uneven)[:, None]
        bulge = bulges[3 if number == 0 else 1] * heights
        zero = np.zeros_like(bulge)
        patch = patches[:, number]
        _edge(patch, 0, top, inner_top, zero, zero)
        _edge(patch, 1, inner_top, inner_bottom, -sense * 0.06 * heights, zero)
        _edge(patch, 2, inner_bottom, bottom, zero, zero)
        _edge(patch, 3, bottom, top, bulge * sense, zero)
    # The patch keeps within the band: only the ends' own bulge is shared, so the overlap is darker and nothing else.
    owner = np.repeat(np.arange(len(chains)), 2)
    ends = Curves(patches.reshape(-1, 2), np.arange(0, 26 * len(chains) + 1, 13))
    return band, ends, owner


def _edge(outline: Floats, side: int, begin: Floats, end: Floats, bulge: Floats, skew: Floats) -> None:
    """Side number ``side`` of four-sided outlines: an almost straight cubic, bulging to its left by ``bulge`` mm."""
    step = end - begin
    out = (leftwards(units(step.T)) * (bulge * 4.0 / 3.0)).T
    at = 3 * side
    outline[:, at] = begin
    outline[:, at + 1] = begin + step * (1.0 / 3.0 + skew * 0.3)[:, None] + out * (1.0 + skew)[:, None]
    outline[:, at + 2] = end - step * (1.0 / 3.0 - skew * 0.3)[:, None] + out * (1.0 - skew)[:, None]
    outline[:, at + 3] = end
