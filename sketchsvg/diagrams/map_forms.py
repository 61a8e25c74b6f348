"""The forms a mind map can take, from wide to narrow, and where every node and branch stands in each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from math import sqrt
from typing import TypeAlias

from sketchsvg.diagrams.map_nodes import MapNode, Measured, measured_root, node_frame
from sketchsvg.diagrams.map_sides import Form, Map, Side, sides_of, white_of
from sketchsvg.diagrams.taper import elbow, swing
from sketchsvg.diagrams.tree_layout import Columns, Rows, columns, rows
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import Point

#: The least and the most that branches span between two columns, in mm; the first ones span more by this factor.
SHORTEST, LONGEST, FROM_ROOT = 5.0, 13.0, 1.25
#: How far the children of a folded node are set in, and how far branches end before a leaf, in em.
INDENT, BEFORE_LEAF = 1.7, 0.32
#: Distance of branches that run down from the root side by side, in em.
ABREAST = 0.74
#: How far inside the bubble branches begin that leave it above or below: away from its axis it is lower. In mm.
INSIDE = 1.2

#: The centreline of the branch from the root, by way, number on its side, end and anchor of the node it leads to.
FromRoot: TypeAlias = Callable[[int, int, float, float], list[Point]]


#: From wide to narrow: the first one that fits is taken.
FORMS = (
    Form("beside", 2, 0, 15.0),
    Form("beside", 2, 0, 10.0),
    Form("around", 2, 1, 15.0),
    Form("around", 2, 1, 10.0),
    Form("around", 2, 2, 13.0),
    Form("below", 1, 1, 15.0),
    Form("below", 1, 1, 10.0),
    Form("below", 1, 2, 12.0),
    Form("below", 1, 9, 12.0),
    Form("below", 1, 9, 7.0),
)


class Laid(ABC):
    """A map in one form: its trees measured, its columns as close as they may be. Lengths in mm."""

    def __init__(self, owner: Map, form: Form, setting: Setting) -> None:
        self.form, self.setting = form, setting
        self.em = setting.body * POINT
        self.root = measured_root(owner.root, owner.icon, owner.shape, owner.source, setting)
        self.sides = [side for side in sides_of(owner, form, setting) if side.trees]

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
        return rows(side.twigs, self.form.folded, white_of(self.setting, self.form, extra), side.up)

    def gap(self, width: float) -> float:
        """How far branches span in this width."""
        spans = sum(self.spans(side) for side in self.sides)
        return min(LONGEST, SHORTEST + max(0.0, width - self.least) / spans) if spans else SHORTEST

    @abstractmethod
    def spans(self, side: Side) -> float:
        """How many gaps a side has across."""


def laid_out(owner: Map, form: Form, setting: Setting) -> Laid:
    """``owner`` measured for this form."""
    return (Beside if form.kind == "beside" else Through)(owner, form, setting)


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
        return max([self.root.up + self.root.down, *(self.rows(side, extra).height for side in self.sides)])

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


class Through(Laid):
    """Branches run up and down from the root side by side and turn off to the right and to the left."""

    @property
    def least(self) -> float:
        """Both sides, each from the middle of the bundle of branches."""
        return sum(self._reaches(SHORTEST))

    def spans(self, side: Side) -> float:
        """Those between columns that stand beside each other."""
        return max(0, len(self.columns(side, 0.0).starts) - 1 - self.form.folded)

    def height(self, extra: float) -> float:
        """What stands above the root, the root, and what hangs below it."""
        return self._half(True, extra) + self.root.up + self.root.down + self._half(False, extra)

    def nodes(self, width: float, height: float, extra: float) -> tuple[Frame, ...]:
        """The root, then the right side from top to bottom, then the left one."""
        gap = self.gap(width)
        left, right = self._reaches(gap)
        axis = left + max(0.0, width - left - right) / 2
        begin = axis - (left if self._alone else self.root.width / 2)
        top = (height - self.height(extra)) / 2
        root_top = top + self._half(True, extra)
        shape = self.root.node.shape
        inside = max(INSIDE, self.root.up * _inside(shape))
        nodes = [node_frame(self.root, begin, root_top, self.setting)]
        for side in self.sides:
            near = axis + side.way * (self._lane(side, 0) + self._turn)
            count = len(side.trees)
            # The first to turn off runs furthest out, so that none cross.
            order = range(count - 1, -1, -1) if side.up else range(count)
            lanes = [axis + side.way * self._lane(side, index) for index in order]
            placed = self.rows(side, extra)
            if side.up:
                start, first = root_top + inside, root_top - self._before_root(extra) - placed.height
            else:
                start = root_top + self.root.up + self.root.down - inside
                first = start + inside + self._before_root(extra)
            path = _along(lanes, start, self._turn * 1.5)
            nodes += grown(side, self.columns(side, gap), placed, near, first, self, path)
        return tuple(nodes)

    @property
    def _alone(self) -> bool:
        return len(self.sides) == 1

    @property
    def _turn(self) -> float:
        return 1.5 * self.em

    def _before_root(self, extra: float) -> float:
        return self.em + 0.6 * extra

    def _half(self, up: bool, extra: float) -> float:
        heights = [self.rows(side, extra).height for side in self.sides if side.up == up]
        return max(heights) + self._before_root(extra) if heights else 0.0

    def _lane(self, side: Side, index: int) -> float:
        """How far from the axis a branch runs."""
        return ABREAST * self.em * (len(side.trees) - index - 0.5)

    def _reaches(self, gap: float) -> tuple[float, float]:
        """How far the map reaches to the left and to the right of its axis."""
        half = self.root.width / 2
        reach = {-1: half, 1: half}
        for side in self.sides:
            own = self.columns(side, gap).reach + self._turn + self._lane(side, 0)
            reach[side.way] = max(reach[side.way], own)
        if self._alone:
            # A map of one side has its root at the left, right above the branches.
            left = self._lane(self.sides[0], 0) + self._turn
            return left, max(reach[1], self.root.width - left)
        return reach[-1], reach[1]


def _from_middle(root: Measured, x: float, middle: float) -> FromRoot:
    """Branches that leave the bubble at its sides, higher where they lead up and lower where they lead down."""
    rx, ry = root.width / 2, root.up
    inside = _inside(root.node.shape)

    def path(way: int, index: int, end: float, anchor: float) -> list[Point]:
        rise = max(-0.5, min(0.5, (anchor - middle) * 0.3 / ry))
        # A little inside the bubble, whose ground covers the beginning.
        out = rx * sqrt(1 - rise * rise) - max(min(1.5, rx / 4), rx * inside)
        return swing(x + rx + way * out, middle + rise * ry, end + way * 0.4, anchor)

    return path


def _along(lanes: Sequence[float], start: float, radius: float) -> FromRoot:
    """Branches that run side by side and turn off one after the other."""

    def path(way: int, index: int, end: float, anchor: float) -> list[Point]:
        return elbow(lanes[index], start, end + way * 0.4, anchor, radius=radius)

    return path


def _inside(shape: str) -> float:
    """How far in the branches of a root of this shape begin, as a part of its half size."""
    if not shape:
        return 0.0
    from sketchsvg.diagrams.map_shapes import SHAPES  # shapes are rare: with their outlines only where one is

    return SHAPES[shape].inside


def _touched(shape: str, rect: Rect, point: Point, way: Point) -> Point:
    from sketchsvg.diagrams.map_shapes import touched

    return touched(shape, rect, point, way)


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
        shape = one.node.shape
        tail = way * one.width if one.node.rank == "twig" and not shape else 0.0
        end = begin - way * BEFORE_LEAF * em if one.node.rank == "leaf" and not shape else begin
        if shape:
            own = Rect(x, anchor - one.up, one.width, one.up + one.down)
            end = _touched(shape, own, (begin, anchor), (float(way), 0.0))[0]
        if parent is None:
            path = from_root(way, index, end, anchor)
        else:
            above, height = parent
            outer = above.block.shape if isinstance(above.block, MapNode) else ""
            if level <= folded:
                left = above.rect.x if way == 1 else above.rect.right
                edge = above.rect.bottom if anchor > height else above.rect.y
                if outer:
                    up = -1.0 if anchor > height else 1.0
                    edge = _touched(outer, above.rect, (left + way * 0.6 * em, edge), (0.0, up))[1]
                path = elbow(left + way * 0.6 * em, edge, end, anchor, tail, 0.9 * em)
            else:
                far = above.rect.right if way == 1 else above.rect.x
                if outer:
                    far = _touched(outer, above.rect, (far, height), (-float(way), 0.0))[0]
                path = swing(far, height, end, anchor, tail)
        frame = node_frame(one, x, anchor - one.up, setting, path)
        frames.append(frame)
        for number, child in enumerate(one.below):
            grow(child, level + 1, number, (frame, anchor))

    for number, tree in enumerate(side.trees):
        grow(tree, 0, number, None)
    return frames
