"""The forms a mind map can take, from wide to narrow, and where every node and branch stands in each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.map_nodes import Measured, measured, measured_root, node_frame
from sketchsvg.diagrams.taper import elbow, swing
from sketchsvg.diagrams.tree_layout import Columns, Rows, Twig, White, best_split, columns, rows
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.shapes import Point

#: The least and the most that branches span between two columns, in mm; the first ones span more by this factor.
SHORTEST, LONGEST, FROM_ROOT = 5.0, 13.0, 1.25
#: White between siblings by level, in em: main branches, names, leaves; and how much of what is spread each takes.
WHITE, SPREAD = (0.75, 0.22, 0.02), (1.5, 1.15, 1.0)
#: The same parts where the root stands above; and the white under a folded node with its part.
SPREAD_BELOW, UNDER, UNDER_SPREAD = (1.8, 1.3, 0.5), 0.3, 0.5
#: How far the children of a folded node are set in, and how far branches end before a leaf, in em.
INDENT, BEFORE_LEAF = 1.7, 0.32
#: Distance of branches that run down from the root side by side, in em.
ABREAST = 0.74

#: The centreline of the branch from the root, by way, number on its side, end and anchor of the node it leads to.
FromRoot: TypeAlias = Callable[[int, int, float, float], list[Point]]


@dataclass(frozen=True, slots=True)
class Form:
    """``beside``: the root stands between two sides, else above. ``sides`` is 1 or 2.

    Nodes of the first ``folded`` levels have their children below them; words are broken over ``measure`` em.
    """

    beside: bool
    sides: int
    folded: int
    measure: float


#: From wide to narrow: the first one that fits is taken.
FORMS = (
    Form(True, 2, 0, 200.0),
    Form(True, 2, 0, 16.0),
    Form(True, 2, 0, 11.0),
    Form(False, 2, 1, 200.0),
    Form(False, 2, 1, 13.0),
    Form(False, 1, 1, 200.0),
    Form(False, 2, 2, 13.0),
    Form(False, 1, 1, 13.0),
    Form(False, 1, 2, 13.0),
    Form(False, 1, 9, 13.0),
    Form(False, 1, 9, 7.0),
)


class Map(Protocol):
    """What planning needs of a mind map."""

    @property
    def root(self) -> str: ...  # noqa: D102

    @property
    def icon(self) -> str: ...  # noqa: D102

    @property
    def branches(self) -> tuple[Branch, ...]: ...  # noqa: D102

    @property
    def accents(self) -> tuple[str, ...]: ...  # noqa: D102

    @property
    def source(self) -> Source | None: ...  # noqa: D102


class Laid(ABC):
    """A map in one form: its trees measured, its columns as close as they may be. Lengths in mm."""

    def __init__(self, owner: Map, form: Form, setting: Setting) -> None:
        self.form, self.setting = form, setting
        self.em = setting.body * POINT
        self.root = measured_root(owner.root, owner.icon, owner.source, setting)
        self.sides = [side for side in _sides(owner, form, setting) if side.trees]

    @property
    @abstractmethod
    def least(self) -> float:
        """The least width that the form needs."""

    @abstractmethod
    def height(self, extra: float) -> float:
        """The height with ``extra`` mm more between its rows."""

    @abstractmethod
    def nodes(self, width: float, height: float, extra: float) -> tuple[Frame, ...]:
        """All nodes in reading order, in the middle of ``width`` x ``height``."""

    def columns(self, side: Side, gap: float) -> Columns:
        """The columns of a side when branches span ``gap`` mm."""
        return columns(side.twigs, self.form.folded, gap, INDENT * self.em)

    def rows(self, side: Side, extra: float) -> Rows:
        """The rows of a side with ``extra`` mm more between them."""
        return rows(side.twigs, self.form.folded, _white(self.setting, self.form, extra))

    def gap(self, width: float) -> float:
        """How far branches span in this width."""
        spans = sum(self.spans(side) for side in self.sides)
        return min(LONGEST, SHORTEST + max(0.0, width - self.least) / spans) if spans else SHORTEST

    @abstractmethod
    def spans(self, side: Side) -> float:
        """How many gaps a side has across."""


def laid_out(owner: Map, form: Form, setting: Setting) -> Laid:
    """``owner`` measured for this form."""
    return (Beside if form.beside else Below)(owner, form, setting)


class Beside(Laid):
    """The root in the middle of the height, a side to its right and, if there is more, one to its left."""

    @property
    def least(self) -> float:
        """Both sides and the root."""
        return self.root.width + sum(self._reach(side, SHORTEST) for side in self.sides)

    def spans(self, side: Side) -> float:
        """Those between its columns, and the one from the root."""
        return len(self.columns(side, 0.0).starts) - 1 + FROM_ROOT

    def height(self, extra: float) -> float:
        """The higher side's."""
        return max(self.root.up + self.root.down, *(self.rows(side, extra).height for side in self.sides))

    def nodes(self, width: float, height: float, extra: float) -> tuple[Frame, ...]:
        """The root, then the right side, then the left one."""
        gap = self.gap(width)
        reaches = {side.way: self._reach(side, gap) for side in self.sides}
        left = max(0.0, width - self.root.width - sum(reaches.values())) / 2 + reaches.get(-1, 0.0)
        middle = height / 2
        nodes = [node_frame(self.root, left, middle - self.root.up, self.setting)]
        for side in self.sides:
            near = (left + self.root.width if side.way == 1 else left) + side.way * gap * FROM_ROOT
            placed = self.rows(side, extra)
            path = _from_middle(self.root, left, middle)
            nodes += grown(side, self.columns(side, gap), placed, near, middle - placed.height / 2, self, path)
        return tuple(nodes)

    def _reach(self, side: Side, gap: float) -> float:
        return self.columns(side, gap).reach + gap * FROM_ROOT


class Below(Laid):
    """The root above; branches run down from it side by side and turn off to the right and to the left."""

    @property
    def least(self) -> float:
        """Both sides, each from the middle of the bundle of branches."""
        return sum(self._reaches(SHORTEST))

    def spans(self, side: Side) -> float:
        """Those between columns that stand beside each other."""
        return max(0, len(self.columns(side, 0.0).starts) - 1 - self.form.folded)

    def height(self, extra: float) -> float:
        """The root's and the higher side's."""
        return self._top(extra) + max(self.rows(side, extra).height for side in self.sides)

    def nodes(self, width: float, height: float, extra: float) -> tuple[Frame, ...]:
        """The root, then the right side, then the left one."""
        gap = self.gap(width)
        left, right = self._reaches(gap)
        axis = left + max(0.0, width - left - right) / 2
        begin = axis - (self.root.width / 2 if len(self.sides) > 1 else left)
        top = (height - self.height(extra)) / 2
        nodes = [node_frame(self.root, begin, top, self.setting)]
        for side in self.sides:
            near = axis + side.way * (self._lane(side, 0) + self._turn)
            lanes = [axis + side.way * self._lane(side, index) for index in range(len(side.trees))]
            path = _from_above(lanes, top + self.root.up + self.root.down, self._turn * 1.5)
            nodes += grown(
                side, self.columns(side, gap), self.rows(side, extra), near, top + self._top(extra), self, path
            )
        return tuple(nodes)

    @property
    def _turn(self) -> float:
        return 1.5 * self.em

    def _top(self, extra: float) -> float:
        return self.root.up + self.root.down + 1.0 * self.em + 0.6 * extra

    def _lane(self, side: Side, index: int) -> float:
        """How far from the axis a branch runs down: the first to turn off furthest out, so that none cross."""
        return ABREAST * self.em * (len(side.trees) - index - 0.5)

    def _reaches(self, gap: float) -> tuple[float, float]:
        """How far the map reaches to the left and to the right of its axis."""
        half = self.root.width / 2
        reach = {side.way: self.columns(side, gap).reach + self._turn + self._lane(side, 0) for side in self.sides}
        if len(self.sides) == 1:
            # A map of one side has its root at the left, right above the branches.
            left = self._lane(self.sides[0], 0) + self._turn
            return left, max(reach[1], self.root.width - left)
        return max(reach[-1], half), max(reach[1], half)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a map: its measured trees; ``way`` is 1 to the right and -1 to the left."""

    trees: tuple[Measured, ...]
    twigs: tuple[Twig, ...]
    way: int


def _sides(owner: Map, form: Form, setting: Setting) -> tuple[Side, Side]:
    """The right side and the left one."""
    levels = max(branch.levels for branch in owner.branches)

    def side(start: int, stop: int, way: int) -> Side:
        align = "left" if way == 1 else "right"
        chosen = zip(owner.branches[start:stop], owner.accents[start:stop], strict=True)
        trees = tuple(measured(branch, accent, levels, form.measure, align, setting) for branch, accent in chosen)
        return Side(trees, tuple(tree.twig for tree in trees), way)

    count = len(owner.branches)
    everything = side(0, count, 1)
    white = _white(setting, form, 0.0)
    heights = [rows([twig], form.folded, white).height for twig in everything.twigs]
    split = best_split(heights, white.between(0)) if form.sides == 2 else count
    return side(0, split, 1), side(split, count, -1)


def _white(setting: Setting, form: Form, extra: float) -> White:
    """The white between rows, each level taking its part of ``extra``."""
    em = setting.body * POINT * setting.air
    spread = SPREAD if form.beside else SPREAD_BELOW
    siblings = tuple(white * em + part * extra for white, part in zip(WHITE, spread, strict=True))
    return White(siblings, UNDER * em + UNDER_SPREAD * extra)


def _from_middle(root: Measured, x: float, middle: float) -> FromRoot:
    """Branches that leave the bubble at its sides, higher where they lead up and lower where they lead down."""
    rx, ry = root.width / 2, root.up

    def path(way: int, index: int, end: float, anchor: float) -> list[Point]:
        rise = max(-0.5, min(0.5, (anchor - middle) * 0.3 / ry))
        # A little inside the bubble, whose ground covers the beginning.
        out = rx * ((1 - rise * rise) ** 0.5) - min(1.5, rx / 4)
        return swing(x + rx + way * out, middle + rise * ry, end + way * 0.4, anchor)

    return path


def _from_above(lanes: Sequence[float], bottom: float, radius: float) -> FromRoot:
    """Branches that run down side by side and turn off one after the other."""

    def path(way: int, index: int, end: float, anchor: float) -> list[Point]:
        # Away from its axis the bubble ends higher, so the branches begin well inside it.
        return elbow(lanes[index], bottom - 1.2, end + way * 0.4, anchor, radius=radius)

    return path


def grown(
    side: Side, across: Columns, down: Rows, near: float, top: float, laid: Laid, from_root: FromRoot
) -> list[Frame]:
    """The frames of a side whose first column begins at ``near`` and whose rows begin at ``top``."""
    em, way, folded, setting = laid.em, side.way, laid.form.folded, laid.setting
    anchors = iter(down.anchors)
    frames: list[Frame] = []

    def grow(one: Measured, level: int, index: int, parent: tuple[Frame, float] | None) -> None:
        anchor = top + next(anchors)
        begin = near + way * across.starts[level]
        x = begin if way == 1 else begin - one.width
        tail = way * one.width if one.node.rank == "twig" else 0.0
        end = begin - way * BEFORE_LEAF * em if one.node.rank == "leaf" else begin
        if parent is None:
            path = from_root(way, index, end, anchor)
        else:
            above, height = parent
            if level <= folded:
                left = above.rect.x if way == 1 else above.rect.right
                path = elbow(left + way * 0.6 * em, above.rect.bottom - 0.05, end, anchor, tail, 0.9 * em)
            else:
                far = above.rect.right if way == 1 else above.rect.x
                path = swing(far, height, end, anchor, tail)
        frame = node_frame(one, x, anchor - one.up, setting, path)
        frames.append(frame)
        for number, child in enumerate(one.below):
            grow(child, level + 1, number, (frame, anchor))

    for number, tree in enumerate(side.trees):
        grow(tree, 0, number, None)
    return frames
