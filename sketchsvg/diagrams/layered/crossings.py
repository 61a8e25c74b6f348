"""How often edges between two neighbouring rows cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import groupby


def crossings(rows: Sequence[Sequence[int]], down: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """Crossings between all neighbouring rows; ``down[v]`` are the vertices below, ``place`` the index in its row."""
    return sum(_between(row, down, place) for row in rows[:-1])


def _between(upper: Sequence[int], down: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """Inversions among the lower ends, read from left to right: how many ends before lie further to the right."""
    seen: list[int] = []
    total = 0
    for vertex in upper:
        below = down[vertex]
        if len(below) == 1:
            end = place[below[0]]
            if seen and seen[-1] > end:
                total += len(seen) - bisect_right(seen, end)
                insort(seen, end)
            else:
                seen.append(end)
            continue
        ends = [place[end] for end in below]
        for end in ends:
            total += len(seen) - bisect_right(seen, end)
        for end in ends:
            insort(seen, end)
    return total


def crossings_at_places(
    rows: Sequence[Sequence[int]], down: Sequence[Sequence[int]], place: Sequence[int],
    beside: Mapping[tuple[int, int], int], parts: int,
) -> int:  # fmt: skip
    """As ``crossings``, where edges end beside the middle of their vertices.

    ``beside[a, b]`` is where the edge between ``a`` and ``b`` ends at ``b``, in so many ``parts`` of a place.
    """
    total = 0
    for upper in rows[:-1]:
        edges = sorted(
            (parts * place[a] + beside.get((b, a), 0), parts * place[b] + beside.get((a, b), 0))
            for a in upper for b in down[a]
        )  # fmt: skip
        seen: list[int] = []
        for _, together in groupby(edges, key=lambda edge: edge[0]):
            ends = [end for _, end in together]
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def swap_gain(left: Sequence[int], right: Sequence[int]) -> int:
    """How many crossings fewer there are when two neighbours swap, from the sorted places of their neighbours."""
    gain = 0
    j = k = 0
    size = len(right)
    for place in left:
        while j < size and right[j] < place:
            j += 1
        while k < size and right[k] <= place:
            k += 1
        # Those of the right that end before cross now; those that end behind would cross then.
        gain += j - (size - k)
    return gain
