"""Optimum fit: of all ways to break a row of atoms into lines, the one that costs least.

The whole paragraph is weighed at once (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), but for ragged text:
as few lines as can be, then breaks where they cost little, then lines of even length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

#: A line more is worse than anything else.
LINE_COST = 1_000_000.0
#: An empty ragged line would cost this; shorter lines cost the square of what they lack.
SLACK_COST = 100.0
#: The last line may lack half of the measure at this share of the cost; what it lacks beyond that counts more and more,
#: so that it does not look lost.
LAST = 0.35
#: Spaces of justified text grow by this much at most, in em: Korean in a narrow column has four words a
#: line, and cannot do with less. A line that would need more stays ragged, which costs so many times more.
MOST_STRETCH, GAPING = 0.64, 4.0
#: What sums of widths may err by, in em.
TINY = 1e-9


class Breakable(Protocol):
    """What the fit needs to know of an atom: lengths in em.

    ``space`` stands before it unless it begins a line, ``tail`` is what a line that ends before it has at its end (the
    hyphen), ``cost`` is that of beginning a line with it, ``spaces`` how many spaces before it can be stretched.
    """

    @property
    def width(self) -> float: ...  # noqa: D102

    @property
    def space(self) -> float: ...  # noqa: D102

    @property
    def tail(self) -> float: ...  # noqa: D102

    @property
    def cost(self) -> float: ...  # noqa: D102

    @property
    def spaces(self) -> int: ...  # noqa: D102


#: What a line costs, by its width and the measure in em, its number of spaces, and whether it is the last.
LineCost = Callable[[float, float, int, bool], float]


def ragged(width: float, measure: float, spaces: int, last: bool) -> float:
    """What a line of ragged text costs: the square of what it lacks, the last one less."""
    slack = max(0.0, 1 - width / measure) if measure > 0 else 0.0
    weight = LAST + (1 - LAST) * max(0.0, 2 * slack - 1) if last else 1.0
    return SLACK_COST * slack * slack * weight


def justified(width: float, measure: float, spaces: int, last: bool) -> float:
    """What a line of justified text costs: the square of what its spaces grow by."""
    if last:
        return ragged(width, measure, spaces, last)
    stretch = max(0.0, measure - width) / max(spaces, 0.5) / MOST_STRETCH
    return SLACK_COST * stretch * stretch * (1.0 if stretch <= 1 else GAPING)


def optimum_fit(
    atoms: Sequence[Breakable], measure: float, line_cost: LineCost = ragged
) -> list[tuple[int, int]]:
    """The lines, each as the numbers of its first atom and of the one after its last.

    No line is wider than ``measure`` unless a single atom is.
    """
    count = len(atoms)
    # Attributes are looked up once an atom, not once a line that might hold it.
    steps = [(atom.space + atom.width, atom.spaces) for atom in atoms]
    tails = [*(atom.tail for atom in atoms[1:]), 0.0]
    best = [0.0] + [float("inf")] * count
    begin = [0] * (count + 1)
    for first in range(count):
        base = best[first] + LINE_COST + (atoms[first].cost if first else 0.0)
        width, spaces = -atoms[first].space, -atoms[first].spaces
        for end in range(first + 1, count + 1):
            step, more = steps[end - 1]
            width += step
            spaces += more
            full = width + tails[end - 1]
            if full > measure + TINY and end > first + 1:
                if width > measure + TINY:
                    break
                continue
            cost = base + line_cost(full, measure, spaces, end == count)
            if cost < best[end]:
                best[end], begin[end] = cost, first
    lines: list[tuple[int, int]] = []
    end = count
    while end:
        lines.append((begin[end], end))
        end = begin[end]
    return lines[::-1]
