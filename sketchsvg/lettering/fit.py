"""Optimum fit: of all ways to break a row of atoms into lines, the one that costs least.

The whole paragraph is weighed at once (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), but for ragged text:
as few lines as can be, then breaks where they cost little, then lines of even length.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

#: A line more is worse than anything else.
LINE_COST = 1_000_000.0
#: An empty line would cost this; shorter lines cost the square of what they lack.
SLACK_COST = 100.0
#: The last line may be short, but not so short that it looks lost.
LAST = 0.35
#: What sums of widths may err by, in em.
TINY = 1e-9


class Breakable(Protocol):
    """What the fit needs to know of an atom: lengths in em.

    ``space`` stands before it unless it begins a line, ``tail`` is what a line that ends before it has at its end (the
    hyphen), ``cost`` is that of beginning a line with it.
    """

    @property
    def width(self) -> float: ...  # noqa: D102

    @property
    def space(self) -> float: ...  # noqa: D102

    @property
    def tail(self) -> float: ...  # noqa: D102

    @property
    def cost(self) -> float: ...  # noqa: D102


def optimum_fit(atoms: Sequence[Breakable], measure: float, last: float = LAST) -> list[tuple[int, int]]:
    """The lines, each as the numbers of its first atom and of the one after its last.

    No line is wider than ``measure`` unless a single atom is. ``last`` weighs how full the last line is.
    """
    count = len(atoms)
    best = [0.0] + [float("inf")] * count
    begin = [0] * (count + 1)
    for first in range(count):
        if best[first] == float("inf"):
            continue
        base = best[first] + LINE_COST + (atoms[first].cost if first else 0.0)
        width = -atoms[first].space
        for end in range(first + 1, count + 1):
            width += atoms[end - 1].space + atoms[end - 1].width
            if width > measure + TINY and end > first + 1:
                break
            tail = atoms[end].tail if end < count else 0.0
            if tail and width + tail > measure + TINY and end > first + 1:
                continue
            cost = base + line_cost(width + tail, measure, last if end == count else 1.0)
            if cost < best[end]:
                best[end], begin[end] = cost, first
    lines: list[tuple[int, int]] = []
    end = count
    while end:
        lines.append((begin[end], end))
        end = begin[end]
    return lines[::-1]


def line_cost(width: float, measure: float, weight: float = 1.0) -> float:
    """What a line costs for being shorter than the measure."""
    slack = max(0.0, 1 - width / measure) if measure > 0 else 0.0
    return SLACK_COST * slack * slack * weight
