"""Where the boxes of a flow stand: in one row, or in a snake of rows. Plain numbers in and out, all in mm."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

#: A box is rather moved to another row than made narrower than this part of its natural width.
COMFORTABLE = 0.6
#: Where white is left over: arrows grow to this length, then boxes to the width of the widest, then all boxes by up to
#: this part, and at last arrows again.
GOOD_ARROW, LARGER, LONG_ARROW = 10.0, 0.3, 20.0


class Chain(Struct, frozen=True):
    """What is to be arranged: natural and least widths of the boxes, and the least lengths of the arrows."""

    natural: tuple[float, ...]
    least: tuple[float, ...]
    arrows: tuple[float, ...]


class Place(Struct, frozen=True):
    """Where a box stands: its row from the top, its left edge and its width."""

    row: int
    x: float
    width: float


class _Grid(Struct, frozen=True):
    """The columns of a snake."""

    natural: tuple[float, ...]
    least: tuple[float, ...]
    arrows: tuple[float, ...]


def arranged(chain: Chain, width: float) -> tuple[Place, ...] | None:
    """The boxes in as few rows as hold them well, or hold them at all; None when not even one column does.

    Rows run to the right and back to the left in turn, and boxes above each other are equally wide.
    """
    counts = _column_counts(len(chain.natural))
    for comfort in (COMFORTABLE, 0.0):
        for count in counts:
            grid = _grid(chain, count)
            wanted = [max(low, comfort * full) for low, full in zip(grid.least, grid.natural, strict=True)]
            if sum(wanted) + sum(grid.arrows) <= width + 1e-9:
                return _places(grid, len(chain.natural), width)
    return None


def least_width(chain: Chain) -> float:
    """The width that all boxes above each other need."""
    return max(chain.least)


def column_of(index: int, count: int) -> int:
    """The column of a box in a snake of ``count`` columns."""
    row, step = divmod(index, count)
    return step if row % 2 == 0 else count - 1 - step


def _column_counts(boxes: int) -> list[int]:
    """How many columns one row, two rows, … have, each number once."""
    counts = [ceil(boxes / rows) for rows in range(1, boxes + 1)]
    return sorted(set(counts), reverse=True)


def _grid(chain: Chain, count: int) -> _Grid:
    natural, least, arrows = [0.0] * count, [0.0] * count, [0.0] * (count - 1)
    for index, (full, low) in enumerate(zip(chain.natural, chain.least, strict=True)):
        column = column_of(index, count)
        natural[column] = max(natural[column], full)
        least[column] = max(least[column], low)
    for index, arrow in enumerate(chain.arrows):
        left = min(column_of(index, count), column_of(index + 1, count))
        if (index + 1) % count:
            arrows[left] = max(arrows[left], arrow)
    return _Grid(tuple(natural), tuple(least), tuple(arrows))


def _places(grid: _Grid, boxes: int, width: float) -> tuple[Place, ...]:
    widths, arrows = _shared(grid, width)
    begin = (width - sum(widths) - sum(arrows)) / 2
    lefts = [begin + sum(widths[:column]) + sum(arrows[:column]) for column in range(len(widths))]
    places = []
    for index in range(boxes):
        column = column_of(index, len(widths))
        places.append(Place(index // len(widths), lefts[column], widths[column]))
    return tuple(places)


def _shared(grid: _Grid, width: float) -> tuple[list[float], list[float]]:
    """The widths of the columns and of the arrows between them, their sum at most ``width``."""
    arrows = list(grid.arrows)
    room = width - sum(arrows)
    widths = _narrowed(grid.natural, grid.least, room)
    arrows = _lengthened(arrows, width - sum(widths), GOOD_ARROW)
    widths = _evened(widths, width - sum(arrows))
    spare = max(0.0, width - sum(arrows) - sum(widths))
    widths = [one + min(one * LARGER, spare / len(widths)) for one in widths]
    return widths, _lengthened(arrows, width - sum(widths), LONG_ARROW)


def _narrowed(natural: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Natural widths where there is room; else the widest give way first, none below its least."""
    if sum(natural) <= room:
        return list(natural)

    def at(level: float) -> list[float]:
        return [max(low, min(full, level)) for low, full in zip(least, natural, strict=True)]

    low, high = 0.0, max(natural)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) <= room else (low, middle)
    return at(low)


def _evened(widths: Sequence[float], room: float) -> list[float]:
    """The narrow ones made wider, as far as the room goes and none beyond the widest."""

    def at(level: float) -> list[float]:
        return [max(one, level) for one in widths]

    low, high = 0.0, max(widths)
    if sum(at(high)) <= room:
        return at(high)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) <= room else (low, middle)
    return at(low)


def _lengthened(arrows: Sequence[float], room: float, most: float) -> list[float]:
    """The arrows grown evenly to at most ``most`` each; one that has to be longer stays as it is."""
    if not arrows:
        return []
    spare = max(0.0, room - sum(arrows))
    wants = [max(0.0, most - arrow) for arrow in arrows]
    part = min(1.0, spare / sum(wants)) if any(wants) else 0.0
    return [arrow + want * part for arrow, want in zip(arrows, wants, strict=True)]
