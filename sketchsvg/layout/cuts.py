"""Cuts: where rows or columns of a page begin so that it becomes as low as it can be. Numbers alone, in mm."""

from __future__ import annotations

from collections.abc import Sequence


def rows(heights: Sequence[Sequence[float]]) -> tuple[list[int], float]:
    """Where rows begin so that the page is lowest, and its height.

    ``heights[k][i]`` is the height of part ``i`` where ``k + 1`` parts stand in a row; so many may.
    """
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


def columns(heights: Sequence[float], count: int) -> tuple[list[int], float]:
    """Where ``count`` columns begin so that the highest is lowest, and its height."""
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
