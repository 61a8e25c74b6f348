"""Which clips reach what: most shapes lie wholly within a clip or wholly outside of it, and nothing is to be cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from sketchsvg.readers.svg.items import Clip, Item, Shape
from sketchsvg.readers.svg.limits import Budget
from sketchsvg.readers.svg.sides import sides
from sketchsvg.sketching.measuring import boxes_of


def without_idle_clips(items: Sequence[Item], budget: Budget) -> list[Item]:
    """The items without clips that leave all of a shape, and without shapes of which a clip leaves nothing.

    The first clip of each, the edge of the page, stays as it is. ``budget`` counts what the others will cut.
    """
    shapes = [at for at, item in enumerate(items) if isinstance(item, Shape) and len(item.clips) > 1]
    if not shapes:
        return list(items)
    curves = [item.curves for at in shapes if isinstance(item := items[at], Shape)]
    boxes, points = np.array(boxes_of(curves)), [len(one.points) for one in curves]
    asked: dict[int, tuple[Clip, list[int]]] = {}
    for number, at in enumerate(shapes):
        for clip in items[at].clips[1:]:
            asked.setdefault(id(clip), (clip, []))[1].append(number)
    needed: dict[int, list[Clip]] = {}
    gone: set[int] = set()
    for clip, numbers in asked.values():
        edges = sum(len(ring) for ring in clip.rings)
        for number, side in zip(numbers, sides(boxes[numbers], clip).tolist(), strict=True):
            if side == 0:
                if number not in gone:
                    budget.cut(points[number], edges)
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
