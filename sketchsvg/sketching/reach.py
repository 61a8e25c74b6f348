"""Which clips reach what: most shapes lie wholly within a clip or wholly outside of it, and nothing is to be cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.readers.svg.items import Clip, Item, Shape
from sketchsvg.readers.svg.polygons import inside
from sketchsvg.sketching.measuring import boxes_of

#: Pairs of boxes and edges compared at a time.
_PAIRS = 1_000_000
#: How near to the edge of a clip counts as reached, mm.
_NEAR = 0.01


def without_idle_clips(items: Sequence[Item]) -> list[Item]:
    """The items without clips that leave all of a shape, and without shapes of which a clip leaves nothing.

    The first clip of each, the edge of the page, stays as it is.
    """
    shapes = [at for at, item in enumerate(items) if isinstance(item, Shape) and len(item.clips) > 1]
    if not shapes:
        return list(items)
    boxes = np.array(boxes_of([item.curves for at in shapes if isinstance(item := items[at], Shape)]))
    asked: dict[int, tuple[Clip, list[int]]] = {}
    for number, at in enumerate(shapes):
        for clip in items[at].clips[1:]:
            asked.setdefault(id(clip), (clip, []))[1].append(number)
    needed: dict[int, list[Clip]] = {}
    gone: set[int] = set()
    for clip, numbers in asked.values():
        for number, side in zip(numbers, sides(boxes[numbers], clip).tolist(), strict=True):
            if side == 0:
                needed.setdefault(number, []).append(clip)
            elif (side < 0) != clip.outside:
                gone.add(number)
    kept = list(items)
    for number, at in enumerate(shapes):
        clips = {id(clip) for clip in needed.get(number, ())}
        item = items[at]
        left = (item.clips[0], *(clip for clip in item.clips[1:] if id(clip) in clips))
        if len(left) < len(item.clips):
            kept[at] = replace(item, clips=left)
    lost = {shapes[number] for number in gone}
    return [item for at, item in enumerate(kept) if at not in lost]


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
