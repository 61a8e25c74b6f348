"""The nodes of a mind map: how each rank is written, measured and drawn, with the branch that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.writing import body_style, note_style, set_text, text_width, word_width
from sketchsvg.diagrams.branches import Branch
from sketchsvg.diagrams.taper import tapered
from sketchsvg.diagrams.tree_layout import Twig
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import Point, ellipse, rectangle
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Fill, Layer, Mark

#: Line pitch inside a node, in em.
TIGHT = 1.15
#: White around the words of a main branch, in em of the body, and the size of those words over the body.
MAIN_PAD_X, MAIN_PAD_Y, MAIN_SIZE = 0.62, 0.17, 1.1
#: How far below the line box of a name its branch runs on, and the white under it, in em.
UNDERLINE, BELOW_UNDERLINE = 0.10, 0.1
#: An ellipse around a rectangle touches its corners when (1 / ROUND_X)^2 + (1 / ROUND_Y)^2 = 1.
ROUND_X, ROUND_Y = 1.24, 1.70
ROOT_ICON, ROOT_ICON_GAP = 1.25, 0.35
#: Words at the root are broken over this width, in em.
ROOT_MEASURE = 12.0
#: Width of a branch where it begins and where it arrives, in em of the body, by the rank of the node it leads to.
WIDTHS = {"main": (0.62, 0.30), "twig": (0.27, 0.13), "leaf": (0.11, 0.11)}


class MapNode(Struct, frozen=True):
    """A node: ``rank`` is ``root``, ``main`` (a box), ``twig`` (bold, underlined by its branch) or ``leaf``."""

    words: str
    rank: str
    icon: str = ""
    source: Source | None = None
    shape: str = ""
    kind: ClassVar[str] = "node"
    percent: ClassVar[float | None] = None

    @property
    def label(self) -> str:
        """Its words."""
        return plain_text(self.words)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The branch that leads here, and what stands around the words."""
        if isinstance(frame.detail, Limb):
            yield _trace_limb(frame, frame.detail, self.rank)
        if self.rank == "main":
            yield from _trace_main(frame, self.shape)
        elif self.rank == "root":
            yield from _trace_root(frame, self.icon, self.shape)
        elif self.shape:
            yield from _trace_shape(frame, self.shape)


class Limb(Struct, frozen=True):
    """The centreline (cubics) of the branch that leads to a node, relative to the node's corner, in mm."""

    path: tuple[Point, ...]


class Measured(Struct, frozen=True):
    """A node with its words set: lines relative to the corner of its rectangle, reaches from its anchor, in mm."""

    node: MapNode
    accent: str
    lines: tuple[Line, ...]
    width: float
    up: float
    down: float
    below: tuple[Measured, ...] = ()

    @property
    def twig(self) -> Twig:
        """Its measures and those of what grows out of it."""
        return Twig(self.width, self.up, self.down, tuple(child.twig for child in self.below))

    def walk(self, level: int = 0) -> Iterator[tuple[Measured, int]]:
        """The node and all that grow out of it with their levels, parents first."""
        yield self, level
        for child in self.below:
            yield from child.walk(level + 1)


def measured(
    branch: Branch, accent: str, levels: int, measure: float, align: str, setting: Setting, level: int = 0
) -> Measured:
    """``branch`` and all below it, words broken over ``measure`` em, in a map of ``levels`` levels."""
    body = setting.body * POINT
    rank = _rank(branch, level, levels)
    style = _style(rank, accent, setting).aligned(align)
    em = style.size * POINT
    wide = min(text_width(branch.words, style, setting), max(measure * em, word_width(branch.words, style, setting)))
    box = set_text(branch.words, wide, style, setting, branch.source)
    widest = max(line.rect.width for line in box.lines)
    # Broken lines leave some of the measure free: the node is as wide as its longest line.
    shift = {"left": 0.0, "right": widest - wide}[align]
    pad_x, pad_y = (MAIN_PAD_X * body, MAIN_PAD_Y * body) if rank == "main" else (0.0, 0.0)
    if branch.shape:
        from sketchsvg.diagrams.map_shapes import around  # shapes are rare: with their outlines only where one is

        whole = around(branch.shape, widest, box.height, em)
        pad_x, pad_y = (whole[0] - widest) / 2, (whole[1] - box.height) / 2
    up = down = box.height / 2 + pad_y
    if rank == "twig" and not branch.shape:
        up, down = box.height + UNDERLINE * em, BELOW_UNDERLINE * em
    return Measured(
        MapNode(branch.words, rank, source=branch.source, shape=branch.shape),
        accent,
        box.moved(pad_x + shift, pad_y),
        widest + 2 * pad_x,
        up,
        down,
        tuple(
            measured(child, child.accent or accent, levels, measure, align, setting, level + 1)
            for child in branch.branches
        ),
    )


def measured_root(words: str, icon: str, shape: str, source: Source | None, setting: Setting) -> Measured:
    """The root in its bubble or another shape: ``up`` and ``down`` are half of its height."""
    scale = setting.theme.type
    style = body_style(setting, bold=True, align="centre")
    style = replace(style, size=setting.body * scale.name / scale.body * 1.04, leading=TIGHT, weight=scale.head_weight)
    em = style.size * POINT
    wide = min(
        text_width(words, style, setting), max(ROOT_MEASURE * em, word_width(words, style, setting))
    )
    box = set_text(words, wide, style, setting, source)
    left = (ROOT_ICON + ROOT_ICON_GAP) * em if icon else 0.0
    width, height = (left + wide) * ROUND_X + 0.4 * em, box.height * ROUND_Y
    if shape:
        from sketchsvg.diagrams.map_shapes import around

        width, height = around(shape, left + wide, box.height, em)
    x = (width - left - wide) / 2 + left
    return Measured(
        MapNode(words, "root", icon, source, shape), setting.accent, box.moved(x, (height - box.height) / 2),
        width, height / 2, height / 2,
    )  # fmt: skip


def node_frame(one: Measured, x: float, y: float, setting: Setting, path: Sequence[Point] = ()) -> Frame:
    """The node with its corner at (x, y) of the map; ``path``, the branch that leads to it, is relative to the map."""
    limb = Limb(tuple((px - x, py - y) for px, py in path)) if path else None
    rect = Rect(x, y, one.width, one.up + one.down)
    return Frame(one.node, rect, setting.within(one.accent, boxes=0), lines=one.lines, detail=limb)


def _rank(branch: Branch, level: int, levels: int) -> str:
    if level == 0:
        return "main"
    return "twig" if branch.branches or (level == 1 and levels > 2) else "leaf"


def _style(rank: str, accent: str, setting: Setting) -> TextStyle:
    if rank == "leaf":
        return note_style(setting).scaled(1.0, TIGHT, colour=setting.theme.ink.text)
    style = body_style(setting, bold=True).scaled(1.0, TIGHT)
    if rank == "main":
        theme = setting.theme
        return style.scaled(MAIN_SIZE, TIGHT, theme.type.head_weight, theme.written[accent])
    return style


def _trace_limb(frame: Frame, limb: Limb, rank: str) -> Mark:
    em, theme = frame.setting.body * POINT, frame.setting.theme
    start, end = (width * em for width in WIDTHS[rank])
    path = [(frame.rect.x + x, frame.rect.y + y) for x, y in limb.path]
    colour = frame.setting.accent_colour
    if rank == "leaf":
        return Mark(f"{frame.id}/branch", Curves.of([np.array(path)]), theme.pens.rule, start, colour, Layer.LINE)
    return Mark(
        f"{frame.id}/branch", tapered(path, start, end), theme.pens.rule, 0.0, colour,
        Layer.PANEL + frame.setting.depth, fill=Fill("wash", colour),
    )  # fmt: skip


def _trace_main(frame: Frame, shape: str) -> Iterator[Mark]:
    theme, colour = frame.setting.theme, frame.setting.accent_colour
    radius = min(theme.lines.card_radius, frame.rect.height / 2)
    box = _outline(shape, frame.rect) if shape else rectangle(frame.rect, radius)
    layer = Layer.PANEL + frame.setting.depth + 1
    yield Mark(
        f"{frame.id}/ground", box, "ruler", 0.0, theme.ink.panel, layer, fill=Fill("wash", theme.ink.panel)
    )
    yield Mark(
        f"{frame.id}/tint", box, "ruler", 0.0, colour, layer + 1, fill=Fill("wash", colour, 0.12)
    )
    yield Mark(f"{frame.id}/box", box, theme.pens.frame, theme.lines.card * 1.15, colour, Layer.LINE)


def _outline(shape: str, rect: Rect) -> Curves:
    from sketchsvg.diagrams.map_shapes import SHAPES

    return SHAPES[shape].outline(rect)


def _trace_shape(frame: Frame, shape: str) -> Iterator[Mark]:
    """What stands around a name or a leaf."""
    theme, colour = frame.setting.theme, frame.setting.accent_colour
    outline, panel = _outline(shape, frame.rect), theme.ink.panel
    layer = Layer.PANEL + frame.setting.depth + 1
    yield Mark(f"{frame.id}/ground", outline, "ruler", 0.0, panel, layer, fill=Fill("wash", panel))
    yield Mark(f"{frame.id}/box", outline, theme.pens.frame, theme.lines.card * 0.85, colour, Layer.LINE)


def _trace_root(frame: Frame, icon: str, shape: str) -> Iterator[Mark]:
    theme, rect = frame.setting.theme, frame.rect
    oval = _outline(shape, rect) if shape else ellipse(*rect.centre, rect.width / 2, rect.height / 2)
    layer = Layer.PANEL + frame.setting.depth + 1
    yield Mark(
        f"{frame.id}/ground", oval, "ruler", 0.0, theme.ink.panel, layer, fill=Fill("wash", theme.ink.panel)
    )
    yield Mark(
        f"{frame.id}/colour", oval, "ruler", 0.0, theme.ink.highlight, layer + 1,
        fill=Fill("wash", theme.ink.highlight, theme.ink.highlight_opacity),
    )  # fmt: skip
    yield Mark(f"{frame.id}/oval", oval, "marker", theme.lines.section * 1.1, theme.ink.text, Layer.LINE)
    if icon:
        em = frame.lines[0].style.size * POINT
        side = ROOT_ICON * em
        x = min(line.rect.x for line in frame.lines) - ROOT_ICON_GAP * em - side
        drawing = find_icon(icon).curves.placed(x, rect.centre[1] - side / 2, side)
        yield Mark(f"{frame.id}/icon", drawing, theme.pens.icon, theme.lines.icon, theme.ink.text, Layer.LINE)
