"""A flowchart: nodes in ranks, edges routed round them, frames around what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.diagrams.chart import Chart, ChartGroup
from sketchsvg.diagrams.chart_edges import Arrowed, arrowed, traced
from sketchsvg.diagrams.chart_nodes import (
    TITLE_PAD,
    GroupPart,
    Written,
    place_node,
    write_label,
    write_node,
    write_title,
)
from sketchsvg.diagrams.chart_sides import box_of, busiest_sides, structure_of
from sketchsvg.diagrams.figures import figure_named
from sketchsvg.diagrams.headings import Heading, heading_width, write_heading
from sketchsvg.diagrams.heads import flattened
from sketchsvg.diagrams.layered.layout import Laid
from sketchsvg.diagrams.layered.nested import laid_nested
from sketchsvg.diagrams.layered.nesting import unfollowed
from sketchsvg.diagrams.layered.sizes import Frame as FrameSize
from sketchsvg.diagrams.layered.sizes import Sizes, White
from sketchsvg.diagrams.layered.structure import Structure
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import Point
from sketchsvg.scene import Mark

#: Words in nodes are broken over these widths, in em: the first with which the chart is narrow enough.
MEASURES = (16.0, 12.0, 9.0, 6.5)
#: The same with the white between neighbours as a part of the usual: words are broken before the white shrinks.
TRIES = (*((measure, 1.0) for measure in MEASURES[:-1]), (9.0, 0.7), (6.5, 0.7), (6.5, 0.4))
#: White around what a frame holds, in mm; how much further apart ranks come to stand in a place with room to spare.
SIDE, STRETCH = 4.5, 1.7
#: The air under which ranks move together, and how near they come at most, as a part of the usual.
SNUG, CLOSEST = 0.75, 0.6
#: White between a frame's title and an edge, mm.
BESIDE_TITLE = 1.2


class Flowchart(Block, frozen=True, kw_only=True):
    """A chart in its place, under its ``title``; every node, frame and label is an item of its own.

    ``mermaid`` is the text that it was read from, if it was.
    """

    chart: Chart
    mermaid: str = ""
    title: str = ""
    kind: ClassVar[str] = "flowchart"
    role: ClassVar[str] = "figure"
    stretch: ClassVar[float] = 1.5

    @property
    def label(self) -> str:
        """Nothing: its words are those of its nodes."""
        return ""

    @property
    def shown(self) -> str:
        """Which node leads to which."""
        return self.chart.shown

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The first setting of its words that ``width`` holds, in the middle of what it gets."""
        laid, written, tight = self._fitted(width, setting)
        heading = write_heading(self.title, width, setting, self.source)
        free = (height or 0.0) - heading.height
        if free > laid.height:
            laid = self._stretched(laid, written, width, free, setting, tight)
        free = max(laid.height, free)
        dx, dy = (width - laid.width) / 2, heading.height + (free - laid.height) / 2
        return self._framed(laid, written, heading, Rect(0, 0, width, heading.height + free), dx, dy, setting)

    def least_width(self, setting: Setting) -> float:
        """The width with the narrowest words."""
        measure, tight = TRIES[-1]
        return self._laid(self._written(measure, setting), setting, tight=tight).width

    def natural(self, setting: Setting) -> tuple[float, float]:
        """Width and height in mm of the chart with words as wide as they like."""
        laid = self._laid(self._written(MEASURES[0], setting), setting)
        width = max(laid.width, min(2 * laid.width, heading_width(self.title, setting)))
        return width, laid.height + write_heading(self.title, width, setting, self.source).height

    def _fitted(self, width: float, setting: Setting) -> tuple[Laid, _Words, float]:
        least = []
        for measure, tight in TRIES:
            written = self._written(measure, setting)
            laid = self._laid(written, setting, tight=tight)
            if laid.width <= width + 1e-6:
                return laid, written, tight
            least.append(laid.width)
        missing = min(least) - width
        raise LayoutError(
            f"The flowchart is {missing:.1f} mm too wide for its place of {width:.1f} mm.",
            where=self.source,
            mend="Give it more width, or shorten its words"
            + (", or turn it with flowchart TB." if self.chart.direction in ("LR", "RL") else "."),
            missing_mm=missing,
        )

    def _stretched(
        self, laid: Laid, written: _Words, width: float, height: float, setting: Setting, tight: float
    ) -> Laid:
        """The chart with more white between its ranks, as far as it stays in its place."""
        for factor in (STRETCH, 1.45, 1.25, 1.1):
            wider = self._laid(written, setting, factor, tight)
            if wider.width <= width + 1e-6 and wider.height <= height + 1e-6:
                return wider
        return laid

    def _written(self, measure: float, setting: Setting) -> _Words:
        return _Words(
            tuple(write_node(node, measure, setting) for node in self.chart.nodes),
            tuple(write_label(edge, setting) if edge.words.strip() else None for edge in self.chart.edges),
            tuple(write_title(group, setting) for group in self.chart.groups),
        )

    @property
    def unfollowed(self) -> tuple[ChartGroup, ...]:
        """The frames whose own direction cannot be followed, as edges from outside would run through what they hold."""
        directions = tuple(group.direction for group in self.chart.groups)
        found = unfollowed(structure_of(self.chart), self.chart.direction, directions)
        return tuple(self.chart.groups[number] for number in found)

    def measured(self, setting: Setting) -> tuple[Structure, Sizes]:
        """What the layout works on: what is connected, and all sizes with words as wide as they like."""
        return structure_of(self.chart), self._sizes(self._written(MEASURES[0], setting), setting)

    def _laid(self, written: _Words, setting: Setting, stretch: float = 1.0, tight: float = 1.0) -> Laid:
        structure, sizes = structure_of(self.chart), self._sizes(written, setting, stretch, tight)
        laid = laid_nested(structure, sizes)
        for widening in (_beside_one_edge, _beside_all):
            # Titles that edges would run through get wider frames.
            crossed = [
                title.box is not None and _title_place(rect, title, laid) is None
                for rect, title in zip(laid.frames, written.titles, strict=True)
            ]
            if not any(crossed):
                break
            frames = tuple(
                replace(size, least=max(size.least, widening(rect, title))) if narrow else size
                for size, rect, title, narrow in zip(sizes.frames, laid.frames, written.titles, crossed, strict=True)
            )
            sizes = replace(sizes, frames=frames)
            laid = laid_nested(structure, sizes)
        return laid

    def _sizes(self, written: _Words, setting: Setting, stretch: float = 1.0, tight: float = 1.0) -> Sizes:
        em = setting.body / 9.5
        # Ranks move together only in a place that is too low even for the smallest type.
        squeezed = min(1.0, max(CLOSEST, setting.air / SNUG))
        white = White(7.0 * em * tight, 3.6 * em * tight, 10.5 * em * stretch * squeezed, 5.0 * em)
        busy = busiest_sides(self.chart)
        boxes = tuple(
            box_of(figure_named(node.figure), one.width, one.height, count, self.chart.direction)
            for node, one, count in zip(self.chart.nodes, written.nodes, busy, strict=True)
        )
        labels = tuple((one.width, one.height) if one else None for one in written.labels)
        frames = tuple(
            FrameSize(max(SIDE, title.height + 2 * TITLE_PAD), SIDE, SIDE, title.width + 2 * SIDE, group.direction)
            for group, title in zip(self.chart.groups, written.titles, strict=True)
        )
        return Sizes(boxes, labels, frames, self.chart.direction, white)

    def _framed(
        self, laid: Laid, written: _Words, heading: Heading, rect: Rect, dx: float, dy: float, setting: Setting
    ) -> Frame:
        chart = self.chart
        children = []
        for number in sorted(range(len(chart.groups)), key=lambda g: _depth(chart, g)):
            around = laid.frames[number].moved(dx, dy)
            group, title = chart.groups[number], written.titles[number]
            x = _title_place(laid.frames[number], title, laid) or SIDE * 0.7
            said = title.box.moved(x, TITLE_PAD) if title.box else ()
            inner = setting.within(boxes=_depth(chart, number))
            children.append(Frame(GroupPart(group), around, inner, lines=said))
        for node, words, box in zip(chart.nodes, written.nodes, laid.boxes, strict=True):
            children.append(place_node(node, words, box.moved(dx, dy), _depth(chart, node.group) + 1, setting))
        lines = heading.lines
        for label, route in zip(written.labels, laid.routes, strict=True):
            if label is not None and label.box is not None and route.label is not None:
                x = route.label.x + (route.label.width - label.box.width) / 2
                lines += label.box.moved(x + dx, route.label.y + dy)
        arrows = tuple(
            arrowed(number, edge, route, chart, laid, setting.theme)
            for number, (edge, route) in enumerate(zip(chart.edges, laid.routes, strict=True))
            if edge.stroke != "invisible" and route.pieces
        )
        return Frame(
            self, rect, setting, tuple(children), lines, _Arrows(arrows, dx, dy)
        )

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The edges with their ends."""
        theme, detail = frame.setting.theme, frame.detail
        assert isinstance(detail, _Arrows)
        x, y = frame.rect.x + detail.dx, frame.rect.y + detail.dy
        for one in detail.arrows:
            yield from traced(one, f"{frame.id}/edge/{one.name}", x, y, theme)


class _Words(Struct, frozen=True):
    nodes: tuple[Written, ...]
    labels: tuple[Written | None, ...]
    titles: tuple[Written, ...]


class _Arrows(Struct, frozen=True):
    arrows: tuple[Arrowed, ...]
    dx: float
    dy: float


def _depth(chart: Chart, group: int) -> int:
    depth = 0
    while group >= 0:
        group = chart.groups[group].parent
        depth += 1
    return depth


def _beside_one_edge(frame: Rect, title: Written) -> float:
    """The width of a frame with room for its title on either side of an edge in the middle."""
    return 2 * (title.width + SIDE * 0.7 + 2 * BESIDE_TITLE)


def _beside_all(frame: Rect, title: Written) -> float:
    """The width of a frame with room for its title on the left of all that it holds."""
    return frame.width + 2 * title.width


def _title_place(frame: Rect, title: Written, laid: Laid) -> float | None:
    """Where in its frame a title begins: at the left, or where edges leave it room; None where they do not."""
    low, high = frame.x + SIDE * 0.7, frame.right - SIDE * 0.7 - title.width
    top, bottom = frame.y + TITLE_PAD, frame.y + TITLE_PAD + title.height
    crossing = sorted(
        (min(xs), max(xs))
        for route in laid.routes
        for piece in route.pieces
        for xs in [_across(piece, top, bottom)]
        if xs
    )
    at = low
    for left, right in crossing:
        if at + title.width + BESIDE_TITLE > left and at < right + BESIDE_TITLE:
            at = right + BESIDE_TITLE
    return at - frame.x if at <= high + 1e-6 else None


def _across(piece: Sequence[Point], top: float, bottom: float) -> list[float]:
    """The x at which a piece comes to, passes through and leaves the stretch between two heights."""
    found: list[float] = []
    outline = flattened(Curves.of([np.array(piece)]))
    for (x0, y0), (x1, y1) in pairwise((float(x), float(y)) for x, y in outline):
        if max(y0, y1) < top or min(y0, y1) > bottom:
            continue
        for y in (top, bottom):
            part = min(1.0, max(0.0, (y - y0) / (y1 - y0))) if y1 != y0 else 0.0
            found.append(x0 + (x1 - x0) * part)
        found += [x0, x1] if y0 == y1 else []
    return found
