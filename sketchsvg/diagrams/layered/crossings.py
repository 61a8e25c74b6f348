"""How often edges between two neighbouring rows cross."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def crossings(rows: Sequence[Sequence[int]], down: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """Crossings between all neighbouring rows; ``down[v]`` are the vertices below, ``place`` the index in its row."""
    total = 0
    for upper, lower in pairwise(rows):
        total += _between(upper, len(lower), down, place)
    return total


def _between(upper: Sequence[int], width: int, down: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """Inversions among the lower ends, read from left to right, counted in a Fenwick tree."""
    tree = [0] * (width + 1)
    total = seen = 0
    for vertex in upper:
        ends = [place[end] for end in down[vertex]]
        for end in ends:
            at, before = end + 1, 0
            while at:
                before += tree[at]
                at &= at - 1
            total += seen - before
        for end in ends:
            at = end + 1
            while at <= width:
                tree[at] += 1
                at += at & -at
        seen += len(ends)
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
