"""A highlighter's swipe: one broad band, its ends leaning and darker, no two alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, leftwards, norm, pick, units
from sketchsvg.ink.keys import Channel, Seeds, uniform
from sketchsvg.ink.pen import Swipe

#: Bands that lie over each other by no more than this, in mm, lie side by side.
_TOUCH = 0.25
#: How many random numbers a swipe asks for.
_DRAWS = 22


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
    count = len(chains)
    start, end = pick(chains.nodes, chains.first), pick(chains.nodes, chains.last)
    length = norm(end - start)
    flat = units(end - start)
    flat[0, length == 0] = 1.0
    way, across = flat.T[:, None], -leftwards(flat).T[:, None]
    draws = uniform(seeds[:, None], np.arange(_DRAWS), Channel.SWIPE)
    stray = draws * 2.0 - 1.0

    # Long swipes are steadied by the line of writing: their ends never leave it by more than a tenth of their height.
    rise = stray[:, 0] * swipe.tilt * np.minimum(length, heights * 8.0) * 0.5
    # The corners, once round: both ends above, then both ends below.
    side, sense, ends = np.array((-0.5, -0.5, 0.5, 0.5)), np.array((1.0, 1.0, -1.0, -1.0)), (0, 1, 1, 0)
    lean = swipe.slant * (0.35 + draws[:, 1:2])
    along = (lean * sense + stray[:, 2:6] * (swipe.slant * 0.4)) * heights[:, None]
    out = (side + stray[:, 6:10] * swipe.edge) * heights[:, None]
    out += rise[:, None] * np.array((-1.0, 1.0, 1.0, -1.0))
    corners = np.stack((start.T, end.T), axis=1)[:, ends] + way * along[..., None] + across * out[..., None]

    bulge = stray[:, 10:14] * np.array((swipe.edge, 0.05, swipe.edge, 0.05)) + np.array((0.0, 0.05, 0.0, 0.05))
    bulge *= heights[:, None]
    outline = _outlines(corners, bulge, stray[:, 14:18] * 0.12)

    longest = np.minimum(heights * swipe.dwell, length * 0.25)
    inwards = np.array((1.0, -1.0))
    dwell = longest[:, None] * (0.45 + 0.55 * draws[:, 18:20]) * inwards
    uneven = 0.7 + 0.6 * draws[:, 20:22]
    top, bottom = corners[:, 0:2], corners[:, 3:1:-1]
    inner_top, inner_bottom = top + way * dwell[..., None], bottom + way * (dwell * uneven)[..., None]
    around = np.stack((top, inner_top, inner_bottom, bottom), axis=2).reshape(2 * count, 4, 2)
    swell = np.zeros((count, 2, 4))
    # The patch keeps within the band: only the ends' own bulge is shared, so the overlap is darker and nothing else.
    swell[:, :, 1] = inwards * (-0.06 * heights[:, None])
    swell[:, :, 3] = bulge[:, (3, 1)] * inwards
    patches = _outlines(around, swell.reshape(2 * count, 4), np.zeros((2 * count, 4)))
    return outline, patches, np.repeat(np.arange(count), 2)


def piled(band: Curves, paint: Sequence[object]) -> Ints:
    """How many bands of its own paint lie under each band, one over another: 0 where it goes over none of them.

    What shares a path shows its paint once, however often it is covered.
    """
    corners = band.points.reshape(-1, 13, 2)[:, 0:12:3]
    low, high = corners.min(axis=1), corners.max(axis=1)
    numbers = {one: number for number, one in enumerate(dict.fromkeys(paint))}
    kind = np.array([numbers[one] for one in paint], dtype=np.int64)
    pile = np.zeros(len(kind), dtype=np.int64)
    # Bands far apart cannot meet: those that begin furthest left come first.
    order = np.argsort(low[:, 0], kind="stable")
    begins = low[order, 0]
    for number in range(len(kind)):
        near = order[: int(np.searchsorted(begins, high[number, 0]))]
        near = near[(near < number) & (kind[near] == kind[number])]
        meets = (low[near] < high[number]) & (low[number] < high[near])
        found = [other for other in near[meets.all(axis=1)].tolist() if _overlap(corners[number], corners[other])]
        if found:
            pile[number] = pile[found].max() + 1
    return pile


def _overlap(one: Floats, other: Floats) -> bool:
    """Whether two convex quadrangles (4, 2) lie over each other by more than a touch (separating axes)."""
    for sides in (one, other):
        for step in np.concatenate((sides[1:], sides[:1])) - sides:
            normal = (-step[1], step[0])
            a = one[:, 0] * normal[0] + one[:, 1] * normal[1]
            b = other[:, 0] * normal[0] + other[:, 1] * normal[1]
            length = (normal[0] * normal[0] + normal[1] * normal[1]) ** 0.5
            if min(a.max(), b.max()) - max(a.min(), b.min()) <= _TOUCH * length:
                return False
    return True


def _outlines(corners: Floats, bulge: Floats, skew: Floats) -> Curves:
    """Outlines of four almost straight cubics between corners (n, 4, 2), bulging to the left by ``bulge`` (n, 4) mm."""
    step = np.concatenate((corners[:, 1:], corners[:, :1]), axis=1) - corners
    flat = step.reshape(-1, 2).T
    out = (leftwards(units(flat)) * (bulge.ravel() * (4.0 / 3.0))).T.reshape(corners.shape)
    points = np.empty((len(corners), 13, 2))
    points[:, 0:12:3] = corners
    points[:, 12] = corners[:, 0]
    end = points[:, 3:13:3]
    points[:, 1:12:3] = corners + step * (1.0 / 3.0 + skew * 0.3)[..., None] + out * (1.0 + skew)[..., None]
    points[:, 2:12:3] = end - step * (1.0 / 3.0 - skew * 0.3)[..., None] + out * (1.0 - skew)[..., None]
    return Curves(points.reshape(-1, 2), np.arange(0, 13 * len(corners) + 1, 13))
