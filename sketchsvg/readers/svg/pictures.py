"""Pictures that lie beneath other things: shadows and backgrounds, of which no frame should be left."""

from __future__ import annotations

from sketchsvg.readers.svg.context import Reading
from sketchsvg.readers.svg.items import Shape

#: A picture of which so much lies under the box of one later, filled shape is not framed.
_COVERED = 0.75


def drop_covered_pictures(reading: Reading) -> None:
    """Take the frames of such pictures out of what has been read."""
    if not reading.pictures:
        return
    pictures = {id(item) for item in reading.pictures}
    over: list[tuple[float, float, float, float]] = []
    kept = []
    for item in reversed(reading.items):
        if id(item) in pictures and isinstance(item, Shape):
            if any(_share(item.curves.bounds(), box) > _COVERED for box in over):
                continue
        elif isinstance(item, Shape) and item.fill is not None:
            over.append(item.curves.bounds())
        kept.append(item)
    reading.items[:] = reversed(kept)


def _share(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """How much of a box lies in another."""
    whole = (box[2] - box[0]) * (box[3] - box[1])
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    return across * down / whole if across > 0 and down > 0 and whole > 0 else 0.0
