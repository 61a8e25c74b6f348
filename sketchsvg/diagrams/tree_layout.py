"""Where the nodes of one side of a tree stand: columns by level, rows by leaf. Plain numbers in and out, all in mm."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct


class Twig(Struct, frozen=True):
    """A measured node: its width, how far it reaches above and below its anchor, and what grows out of it.

    The anchor is the height at which branches come in and go out.
    """

    width: float
    up: float
    down: float
    twigs: tuple[Twig, ...] = ()


class Columns(Struct, frozen=True):
    """Where each level begins, counted from the near side of the first one, and how far the last node reaches."""

    starts: tuple[float, ...]
    reach: float


class Rows(Struct, frozen=True):
    """The anchors of all nodes, parents before their children, counted from the top; and the height of all."""

    anchors: tuple[float, ...]
    height: float


class White(Struct, frozen=True):
    """The white between neighbours of each level (deeper ones as the last) and under a folded node, in mm."""

    siblings: tuple[float, ...]
    under: float = 0.0

    def between(self, level: int) -> float:
        """The white between neighbours of ``level``, from 0."""
        return self.siblings[min(level, len(self.siblings) - 1)]


def columns(twigs: Sequence[Twig], folded: int, gap: float, indent: float) -> Columns:
    """Every level in one column as wide as its widest node, ``gap`` mm apart.

    Nodes of the first ``folded`` levels have their children below them instead of beside them: the next level then
    begins only ``indent`` mm further out.
    """
    starts: list[float] = []
    reach = x = 0.0
    level: list[Twig] = list(twigs)
    while level:
        starts.append(x)
        widest = max(twig.width for twig in level)
        reach = max(reach, x + widest)
        x += indent if len(starts) <= folded else widest + gap
        level = [child for twig in level for child in twig.twigs]
    return Columns(tuple(starts), reach)


def rows(twigs: Sequence[Twig], folded: int, white: White, upward: bool = False) -> Rows:
    """Every subtree in a band of its own, parents in the middle of their children.

    Folded parents stand above their children; those of the first level below them when the trees grow ``upward``.

    Bands of neighbours never overlap, and neither do columns: so no two nodes can.
    """
    if not twigs:
        return Rows((), 0.0)
    bands = [_band(twig, 0, folded, white, upward) for twig in twigs]
    anchors: list[float] = []
    y = 0.0
    for band in bands:
        anchors += [y + band.up + offset for offset in band.offsets]
        y += band.up + band.down + white.between(0)
    return Rows(tuple(anchors), y - white.between(0))


def best_split(heights: Sequence[float], between: float) -> int:
    """How many of the subtrees stand on the first side, so that the higher side is as low as can be."""

    def higher(count: int) -> float:
        sides = (heights[:count], heights[count:])
        return max(sum(side) + between * max(0, len(side) - 1) for side in sides)

    # Of equals the first side takes more: it is read first.
    return min(range(len(heights), 0, -1), key=lambda count: (round(higher(count), 6), -count))


def best_quarters(heights: Sequence[float], between: float) -> tuple[int, int, int]:
    """Where the subtrees are cut into those above right, below right, above left and below left of the root.

    All together as low as can be, and of equals the one whose upper and lower halves differ least.
    """

    def high(start: int, stop: int) -> float:
        return sum(heights[start:stop]) + between * max(0, stop - start - 1)

    def cost(cuts: tuple[int, int, int]) -> tuple[float, float]:
        a, b, c = cuts
        above, below = max(high(0, a), high(b, c)), max(high(a, b), high(c, len(heights)))
        return round(above + below, 6), round(abs(above - below), 6)

    count = len(heights)
    cuts = [(a, b, c) for a in range(count + 1) for b in range(a, count + 1) for c in range(b, count + 1)]
    # Something on either side, above and below: it takes three subtrees.
    spread = [(a, b, c) for a, b, c in cuts if a > 0 and b < count and (a < b or c < count)]
    return min(spread, key=cost, default=(count, count, count))


class _Band(Struct, frozen=True):
    """A subtree around the anchor of its top node; ``offsets`` of all its anchors from that one."""

    up: float
    down: float
    offsets: tuple[float, ...]


# A map is tried in several forms, in which most subtrees are alike.
@lru_cache(maxsize=4096)
def _band(twig: Twig, level: int, folded: int, white: White, upward: bool = False) -> _Band:
    if not twig.twigs:
        return _Band(twig.up, twig.down, (0.0,))
    below = [_band(child, level + 1, folded, white) for child in twig.twigs]
    gap = white.between(level + 1)
    anchors: list[float] = []
    y = 0.0
    for band in below:
        anchors.append(y + band.up)
        y += band.up + band.down + gap
    height = y - gap
    if level < folded and upward:
        top = -twig.up - white.under - height
        up, down = -top, twig.down
    elif level < folded:
        top = twig.down + white.under
        up, down = twig.up, top + height
    else:
        top = -(anchors[0] + anchors[-1]) / 2
        up, down = max(twig.up, -top), max(twig.down, top + height)
    offsets = [0.0]
    for anchor, band in zip(anchors, below, strict=True):
        offsets += [top + anchor + offset for offset in band.offsets]
    return _Band(up, down, tuple(offsets))
