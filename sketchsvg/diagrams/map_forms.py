"""The forms a mind map can take, from wide to narrow, and where every node and branch stands in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.map_nodes import Measured, measured, measured_root, node_frame
from sketchsvg.diagrams.taper import elbow, swing
from sketchsvg.diagrams.tree_layout import Columns, Rows, best_split, columns, rows
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.shapes import Point

#: The least and the most that branches span between two columns, in mm; the first ones span more by this factor.
SHORTEST, LONGEST, FROM_ROOT = 5.0, 13.0, 1.25
#: White between siblings by level, in em: main branches, names, leaves; and how much of what is spread each takes.
WHITE, SPREAD = (0.75, 0.22, 0.02), (1.5, 1.15, 1.0)
#: How far the children of a folded node are set in, and how far branches end before a leaf, in em.
INDENT, BEFORE_LEAF = 1.7, 0.32
#: Distance of branches that run down from the root side by side, in em.
ABREAST = 0.42


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


@dataclass(frozen=True, slots=True)
class Plan:
    """All nodes in their places, the height they take, and the least width that the form needs. In mm."""

    nodes: tuple[Frame, ...]
    height: float
    least: float


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a map: its trees in columns and rows; ``way`` is 1 to the right and -1 to the left."""

    trees: tuple[Measured, ...]
    columns: Columns
    rows: Rows
    way: int

    @property
    def gaps(self) -> int:
        """How many columns of branches stand between its columns of words."""
        return len(self.columns.starts) - 1


def plan_of(owner: Map, form: Form, width: float, setting: Setting, extra: float = 0.0) -> Plan:
    """``owner`` in this form, ``extra`` mm more between its rows. In less than ``least`` mm it runs over."""
    root = measured_root(owner.root, owner.icon, owner.source, setting)
    build = _beside if form.beside else _below
    return build(root, _sides(owner, form, setting), form, width, setting, extra)


def _sides(owner: Map, form: Form, setting: Setting) -> tuple[tuple[Measured, ...], ...]:
    """The measured trees of the right side and of the left one."""
    levels = max(branch.levels for branch in owner.branches)

    def trees(start: int, stop: int, align: str) -> tuple[Measured, ...]:
        chosen = zip(owner.branches[start:stop], owner.accents[start:stop], strict=True)
        return tuple(measured(branch, accent, levels, form.measure, align, setting) for branch, accent in chosen)

    count = len(owner.branches)
    all_right = trees(0, count, "left")
    if form.sides == 1:
        return all_right, ()
    between = _between(setting, 0.0)
    heights = [rows([tree.twig], form.folded, between).height for tree in all_right]
    split = best_split(heights, between(0))
    return all_right[:split], trees(split, count, "right")


def _between(setting: Setting, extra: float) -> Callable[[int], float]:
    em = setting.body * POINT

    def between(level: int) -> float:
        level = min(level, len(WHITE) - 1)
        return WHITE[level] * em * setting.air + SPREAD[level] * extra

    return between


def _side(trees: tuple[Measured, ...], way: int, form: Form, gap: float, setting: Setting, extra: float) -> _Side:
    twigs = [tree.twig for tree in trees]
    indent = INDENT * setting.body * POINT
    return _Side(
        trees, columns(twigs, form.folded, gap, indent), rows(twigs, form.folded, _between(setting, extra)), way
    )


def _beside(
    root: Measured, sides: Sequence[tuple[Measured, ...]], form: Form, width: float, setting: Setting, extra: float
) -> Plan:
    """The root in the middle of the height, a side to its right and, if there is more, one to its left."""

    def laid(gap: float) -> tuple[_Side, _Side, float]:
        right, left = (
            _side(trees, way, form, gap, setting, extra) for trees, way in zip(sides, (1, -1), strict=True)
        )
        first = gap * FROM_ROOT
        spans = sum(first + side.columns.reach for side in (right, left) if side.trees)
        return right, left, root.width + spans

    right, left, least = laid(SHORTEST)
    gaps = sum(FROM_ROOT + side.gaps for side in (right, left) if side.trees)
    gap = min(LONGEST, SHORTEST + max(0.0, width - least) / gaps)
    right, left, total = laid(gap)
    height = max(right.rows.height, left.rows.height, root.up + root.down)
    begin = max(0.0, width - total) / 2
    x = begin + (left.columns.reach + gap * FROM_ROOT if left.trees else 0.0)
    middle = height / 2
    nodes = [node_frame(root, x, middle - root.up, setting)]
    for side in (right, left):
        near = (x + root.width if side.way == 1 else x) + side.way * gap * FROM_ROOT
        nodes += _grown(side, near, middle - side.rows.height / 2, form, setting, _from_middle(root, x, middle))
    return Plan(tuple(nodes), height, least)


def _from_middle(root: Measured, x: float, middle: float) -> Callable[[int, float, float], list[Point]]:
    """Branches that leave the bubble at its sides, higher where they lead up and lower where they lead down."""
    rx, ry = root.width / 2, root.up

    def path(way: int, end: float, anchor: float) -> list[Point]:
        rise = max(-0.5, min(0.5, (anchor - middle) * 0.3 / ry))
        # A little inside the bubble, whose ground covers the beginning.
        out = rx * ((1 - rise * rise) ** 0.5) - min(1.5, rx / 4)
        return swing(x + rx + way * out, middle + rise * ry, end + way * 0.4, anchor)

    return path


def _below(
    root: Measured, sides: Sequence[tuple[Measured, ...]], form: Form, width: float, setting: Setting, extra: float
) -> Plan:
    """The root above; branches run down from it side by side and turn off to the right and to the left."""
    em = setting.body * POINT
    turn = 1.5 * em
    abreast = [ABREAST * em * (len(trees) - 0.5) for trees in sides]

    def laid(gap: float) -> tuple[_Side, _Side, float, float]:
        right, left = (
            _side(trees, way, form, gap, setting, extra) for trees, way in zip(sides, (1, -1), strict=True)
        )
        reach = [
            max(side.columns.reach + turn + off if side.trees else 0.0, root.width / 2)
            for side, off in zip((right, left), abreast, strict=True)
        ]
        return right, left, reach[0], reach[1]

    right, left, *reach = laid(SHORTEST)
    alone = not left.trees
    # A map of one side has its root at the left, right above the branches.
    least = max(reach[0] - root.width / 2 + 2 * turn, root.width) if alone else reach[0] + reach[1]
    slack = max(0.0, width - least)
    gap = min(LONGEST, SHORTEST + slack / max(1, right.gaps - form.folded + (0 if alone else left.gaps - form.folded)))
    right, left, *reach = laid(gap)
    top = root.up + root.down + (1.1 * em + 0.6 * extra)
    if alone:
        axis, x = turn + abreast[0], 0.0
    else:
        axis = reach[1] + max(0.0, width - reach[0] - reach[1]) / 2
        x = axis - root.width / 2
    nodes = [node_frame(root, x, 0.0, setting)]
    for side, off in zip((right, left), abreast, strict=True):
        lanes = iter([off - ABREAST * em * index for index in range(len(side.trees))])

        def path(
            way: int, end: float, anchor: float, lanes: object = lanes, radius: float = turn
        ) -> list[Point]:
            lane = next(lanes)  # type: ignore[call-overload]
            return elbow(axis + way * lane, root.up + root.down - 0.8, end + way * 0.4, anchor, radius=radius * 1.4)

        nodes += _grown(side, axis + side.way * (off + turn), top, form, setting, path)
    height = top + max(right.rows.height, left.rows.height)
    return Plan(tuple(nodes), height, least)


def _grown(
    side: _Side,
    near: float,
    top: float,
    form: Form,
    setting: Setting,
    from_root: Callable[[int, float, float], list[Point]],
) -> list[Frame]:
    """The frames of a side whose first column begins at ``near`` and whose rows begin at ``top``."""
    em, way = setting.body * POINT, side.way
    anchors = iter(side.rows.anchors)
    frames: list[Frame] = []

    def grow(one: Measured, level: int, parent: tuple[Frame, float] | None) -> None:
        anchor = top + next(anchors)
        begin = near + way * side.columns.starts[level]
        x = begin if way == 1 else begin - one.width
        tail = way * one.width if one.node.rank == "twig" else 0.0
        end = begin - way * BEFORE_LEAF * em if one.node.rank == "leaf" else begin
        if parent is None:
            path = from_root(way, end, anchor)
        else:
            above, height = parent
            if level <= form.folded:
                left = above.rect.x if way == 1 else above.rect.right
                path = elbow(left + way * 0.6 * em, above.rect.bottom - 0.05, end, anchor, tail, 0.9 * em)
            else:
                far = above.rect.right if way == 1 else above.rect.x
                path = swing(far, height, end, anchor, tail)
        frame = node_frame(one, x, anchor - one.up, setting, path)
        frames.append(frame)
        for child in one.below:
            grow(child, level + 1, (frame, anchor))

    for tree in side.trees:
        grow(tree, 0, None)
    return frames
