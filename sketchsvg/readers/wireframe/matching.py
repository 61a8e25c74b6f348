"""Matching: which upright of a line goes on in which joint of the next, in order and at the least cost."""

from __future__ import annotations

from collections.abc import Sequence

#: What it costs when one end of an edge goes on below it and the other does not.
ODD = 4.0


def matched(
    costs: Sequence[Sequence[float]],
    left_out: Sequence[float],
    as_word: Sequence[float],
    paired_above: Sequence[bool],
    paired_below: Sequence[bool],
) -> list[int | None]:
    """For each upright the number of its joint, None for one that goes on in none.

    ``costs[a][b]`` is that of upright ``a`` going on in joint ``b``, ``left_out`` and ``as_word`` those of either being
    without the other; ``paired_…`` says which of them is joined to the one before it by an edge.
    """
    many, wide = len(left_out), len(as_word)
    states = ((False, False), (False, True), (True, False), (True, True))
    # The least cost from (a, b) on, by whether the upright before a and the joint before b were matched.
    best = {(many, wide, above, below): 0.0 for above, below in states}
    ways: dict[tuple[int, int, bool, bool], str] = {}
    for a in range(many, -1, -1):
        for b in range(wide, -1, -1):
            if (a, b) == (many, wide):
                continue
            for above, below in states:
                tried: list[tuple[float, str]] = []
                if a < many and b < wide:
                    odd = ODD * (paired_above[a] and not above) + ODD * (paired_below[b] and not below)
                    tried.append((costs[a][b] + odd + best[a + 1, b + 1, True, True], "both"))
                if a < many:
                    odd = ODD * (paired_above[a] and above)
                    tried.append((left_out[a] + odd + best[a + 1, b, False, below], "out"))
                if b < wide:
                    odd = ODD * (paired_below[b] and below)
                    tried.append((as_word[b] + odd + best[a, b + 1, above, False], "word"))
                least = min(tried)
                best[a, b, above, below], ways[a, b, above, below] = least
    return _walked(ways, many, wide)


def _walked(ways: dict[tuple[int, int, bool, bool], str], many: int, wide: int) -> list[int | None]:
    found: list[int | None] = []
    a, b, above, below = 0, 0, False, False
    while a < many or b < wide:
        way = ways[a, b, above, below]
        if way == "both":
            found.append(b)
            a, b, above, below = a + 1, b + 1, True, True
        elif way == "out":
            found.append(None)
            a, above = a + 1, False
        else:
            b, below = b + 1, False
    return found
