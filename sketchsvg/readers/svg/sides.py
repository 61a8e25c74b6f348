"""On which side of a clip's edge boxes lie: most lie wholly within or wholly outside, and nothing is to be cut."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import inside

#: Pairs of boxes and edges compared at a time.
_PAIRS = 1_000_000
#: How near to the edge of a clip counts as reached, mm.
_NEAR = 0.01


def sides(boxes: Floats, clip: Clip) -> Ints:
    """1 for boxes (n, 4) wholly within the region of a clip, -1 for those wholly outside of it, else 0."""
    found = np.zeros(len(boxes), dtype=np.int64)
    if not clip.rings:
        return found - 1
    begin = np.concatenate(clip.rings)
    end = np.concatenate([np.concatenate((ring[1:], ring[:1])) for ring in clip.rings])
    low, high = np.minimum(begin, end) - _NEAR, np.maximum(begin, end) + _NEAR
    way = end - begin
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    halves = (boxes[:, 2:] - boxes[:, :2]) / 2 + _NEAR
    chunk = max(1, _PAIRS // len(begin))
    for first in range(0, len(boxes), chunk):
        left, top, right, bottom = boxes[first : first + chunk, :, None].transpose(1, 0, 2)
        near = (low[:, 0] <= right) & (high[:, 0] >= left) & (low[:, 1] <= bottom) & (high[:, 1] >= top)
        # An edge passes a box where all its corners lie on one side of it.
        middle, half = middles[first : first + chunk, None, :], halves[first : first + chunk, None, :]
        off = way[:, 0] * (middle[..., 1] - begin[:, 1]) - way[:, 1] * (middle[..., 0] - begin[:, 0])
        near &= np.abs(off) <= np.abs(way[:, 0]) * half[..., 1] + np.abs(way[:, 1]) * half[..., 0]
        clear = np.flatnonzero(~near.any(axis=1)) + first
        if len(clear):
            found[clear] = np.where(inside(middles[clear], clip.rings, clip.rule), 1, -1)
    return found
