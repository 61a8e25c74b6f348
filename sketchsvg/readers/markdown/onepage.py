"""One page: sections in rows or columns, whichever makes the page lowest and so its type largest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Setting

#: More sections than this beside each other are too narrow to read.
MOST_BESIDE = 3
#: What is read more easily may be higher than the lowest by this part.
PREFERENCE = 0.93


def arranged(blocks: Sequence[Block], width: float, height: float, setting: Setting) -> list[Block]:
    """The blocks as rows of one to three, or as one row of columns, in reading order.

    ``width`` and ``height`` are those of the place in mm, ``setting`` the one that heights are measured in. Of the
    arrangements that fit, the one that fills the place best is taken; where none does, the lowest.
    """
    if len(blocks) < 2:
        return list(blocks)
    gutter = setting.theme.space.gutter
    heights = [
        [_height(block, width / count - gutter, setting) + gutter for block in blocks]
        for count in range(1, MOST_BESIDE + 1)
    ]
    # Each with its height; those that are tried first are the ones to read most easily.
    tried: list[tuple[float, list[Block]]] = []
    for most in range(1, MOST_BESIDE + 1):
        cuts, high = _rows(heights[:most])
        tried.append((high, [_row(blocks[begin:end]) for begin, end in pairwise(cuts)]))
    for count in range(2, min(MOST_BESIDE, len(blocks)) + 1):
        cuts, high = _columns(heights[count - 1], count)
        tried.append((high, [_row([_column(blocks[begin:end]) for begin, end in pairwise(cuts)])]))
    fitting = [one for one in tried if one[0] <= height]
    if fitting:
        return max(fitting, key=lambda one: one[0])[1]
    lowest = min(high for high, _ in tried)
    return next(rows for high, rows in tried if high * PREFERENCE <= lowest)


def _height(block: Block, width: float, setting: Setting) -> float:
    try:
        return block.composed(width, setting).height
    except LayoutError:
        # Too narrow: nobody would choose it unless there is no other way.
        return 10_000.0


def _rows(heights: Sequence[Sequence[float]]) -> tuple[list[int], float]:
    """Where rows of one to three blocks begin so that the page is lowest; and its height."""
    count = len(heights[0])
    best = [0.0] + [float("inf")] * count
    before = [0] * (count + 1)
    for end in range(1, count + 1):
        for many in range(1, min(len(heights), end) + 1):
            begin = end - many
            height = best[begin] + max(heights[many - 1][begin:end])
            if height < best[end] - 1e-9:
                best[end], before[end] = height, begin
    cuts = [count]
    while cuts[-1]:
        cuts.append(before[cuts[-1]])
    return cuts[::-1], best[count]


def _columns(heights: Sequence[float], count: int) -> tuple[list[int], float]:
    """Where ``count`` columns begin so that the highest is lowest; and its height."""
    size = len(heights)
    sums = [0.0]
    for height in heights:
        sums.append(sums[-1] + height)
    best = [[float("inf")] * (size + 1) for _ in range(count + 1)]
    before = [[0] * (size + 1) for _ in range(count + 1)]
    best[0][0] = 0.0
    for used in range(1, count + 1):
        for end in range(used, size + 1):
            for begin in range(used - 1, end):
                height = max(best[used - 1][begin], sums[end] - sums[begin])
                if height < best[used][end] - 1e-9:
                    best[used][end], before[used][end] = height, begin
    cuts = [size]
    for used in range(count, 0, -1):
        cuts.append(before[used][cuts[-1]])
    return cuts[::-1], best[count][size]


def _row(blocks: Sequence[Block]) -> Block:
    return blocks[0] if len(blocks) == 1 else Row(blocks=tuple(blocks), source=blocks[0].source)


def _column(blocks: Sequence[Block]) -> Block:
    return blocks[0] if len(blocks) == 1 else Column(blocks=tuple(blocks), source=blocks[0].source)


def above(blocks: Sequence[Block]) -> Block:
    """The blocks from top to bottom."""
    return _column(blocks)


def of_natural_height(block: Block, width: float, height: float, setting: Setting) -> Block:
    """The block with the share of ``height`` mm that it takes by itself, so that it does not grow with the page."""
    gutter = setting.theme.space.gutter
    # A column gives every member a place of its own, with its white around it.
    members = block.blocks if isinstance(block, Column) else (block,)
    natural = sum(_height(one, width - gutter, setting) + gutter for one in members)
    return block if block.percent is not None else block.share(min(100.0, 100 * natural / height))
