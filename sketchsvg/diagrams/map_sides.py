"""What stands on each side of a mind map's root: its trees measured, cut into sides or quarters of like height."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.map_nodes import Measured, measured
from sketchsvg.diagrams.tree_layout import Twig, White, best_quarters, best_split, rows
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Setting

#: White between siblings by level, in em: main branches, names, leaves; and how much of what is spread each takes.
WHITE, SPREAD = (0.68, 0.16, 0.02), (1.5, 1.15, 1.0)
#: The same parts where the root stands above; and the white under a folded node with its part.
SPREAD_BELOW, UNDER, UNDER_SPREAD = (1.8, 1.3, 0.5), 0.3, 0.5
#: The search for the best quarters tries all: with more main branches than this it would take too long.
MOST_QUARTERED = 16


class Form(Struct, frozen=True):
    """``kind``: the root stands ``beside`` its branches, they stand ``around`` it in quarters, or all ``below`` it.

    ``sides`` is 1 or 2. Nodes of the first ``folded`` levels have their children below them instead of beside them;
    words are broken over ``measure`` em.
    """

    kind: str
    sides: int
    folded: int
    measure: float


class Map(Protocol):
    """What planning needs of a mind map."""

    @property
    def root(self) -> str: ...  # noqa: D102

    @property
    def icon(self) -> str: ...  # noqa: D102

    @property
    def shape(self) -> str: ...  # noqa: D102

    @property
    def branches(self) -> tuple[Branch, ...]: ...  # noqa: D102

    @property
    def accents(self) -> tuple[str, ...]: ...  # noqa: D102

    @property
    def source(self) -> Source | None: ...  # noqa: D102


class Side(Struct, frozen=True):
    """Measured trees on one side of a map: ``way`` is 1 to the right, -1 to the left; ``up`` above the root."""

    trees: tuple[Measured, ...]
    twigs: tuple[Twig, ...]
    way: int
    up: bool = False


def sides_of(owner: Map, form: Form, setting: Setting) -> list[Side]:
    """What stands on the right from top to bottom, then on the left."""
    levels = max((branch.levels for branch in owner.branches), default=0)

    def side(start: int, stop: int, way: int, up: bool = False) -> Side:
        align = "left" if way == 1 else "right"
        chosen = zip(owner.branches[start:stop], owner.accents[start:stop], strict=True)
        trees = tuple(measured(branch, accent, levels, form.measure, align, setting) for branch, accent in chosen)
        return Side(trees, tuple(tree.twig for tree in trees), way, up)

    count = len(owner.branches)
    if not count:
        return []
    if form.sides == 1:
        return [side(0, count, 1)]
    white = white_of(setting, form, 0.0)
    heights = [rows([twig], form.folded, white).height for twig in side(0, count, 1).twigs]
    if form.kind == "around" and 2 < count <= MOST_QUARTERED:
        a, b, c = best_quarters(heights, white.between(0))
        return [side(0, a, 1, True), side(a, b, 1), side(b, c, -1, True), side(c, count, -1)]
    split = best_split(heights, white.between(0))
    return [side(0, split, 1), side(split, count, -1)]


def white_of(setting: Setting, form: Form, extra: float) -> White:
    """The white between rows, each level taking its part of ``extra``."""
    em = setting.body * POINT * setting.air
    spread = SPREAD if form.kind == "beside" else SPREAD_BELOW
    siblings = tuple(white * em + part * extra for white, part in zip(WHITE, spread, strict=True))
    return White(siblings, UNDER * em + UNDER_SPREAD * extra)
