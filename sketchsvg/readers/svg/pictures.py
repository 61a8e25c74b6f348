"""Pictures that lie beneath other things: shadows and backgrounds, of which no frame should be left."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.readers.svg.items import Item, Shape

#: A picture of which so much lies under the box of one later, filled shape is not framed.
_COVERED = 0.75


def without_covered_pictures(items: Sequence[Item]) -> tuple[Item, ...]:
    """What has been read without the frames of such pictures."""
    if not any(isinstance(item, Shape) and item.picture for item in items):
        return tuple(items)
    over: list[tuple[float, float, float, float]] = []
    kept = []
    for item in reversed(items):
        if isinstance(item, Shape) and item.picture:
            if any(_share(item.curves.bounds(), box) > _COVERED for box in over):
                continue
        elif isinstance(item, Shape) and item.fill is not None:
            over.append(item.curves.bounds())
        kept.append(item)
    return tuple(reversed(kept))


def _share(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """How much of a box lies in another."""
    whole = (box[2] - box[0]) * (box[3] - box[1])
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    return across * down / whole if across > 0 and down > 0 and whole > 0 else 0.0
