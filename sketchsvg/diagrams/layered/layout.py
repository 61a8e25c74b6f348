"""All passes in order: from sizes and links to rectangles and centrelines on the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from sketchsvg.diagrams.layered.centre import centred
from sketchsvg.diagrams.layered.chains import Chained, chained
from sketchsvg.diagrams.layered.cutting import cut_before
from sketchsvg.diagrams.layered.cycles import Directed, directed
from sketchsvg.diagrams.layered.loops import BESIDE, loop, loop_reaches
from sketchsvg.diagrams.layered.order import Ordered, ordered
from sketchsvg.diagrams.layered.passing import Point, free_places
from sketchsvg.diagrams.layered.ports import ported
from sketchsvg.diagrams.layered.position import Extents, Positioned, positioned
from sketchsvg.diagrams.layered.rank import Ranked, ranked
from sketchsvg.diagrams.layered.route import routed
from sketchsvg.diagrams.layered.rows import Rows, rowed
from sketchsvg.diagrams.layered.sizes import Direction, Sizes
from sketchsvg.diagrams.layered.structure import Structure
from sketchsvg.geometry.rect import Rect

#: How often frames that are narrower than their titles are widened, and by how much more than what lacks, in mm.
ROUNDS, HAIR = 24, 0.1


class Route(Struct, frozen=True):
    """An edge as cubics (node, handle, handle, node, …) in the author's direction, in two pieces around its words."""

    pieces: tuple[tuple[Point, ...], ...]
    label: Rect | None = None


class Laid(Struct, frozen=True):
    """Where everything stands, in mm from the top left corner of the drawing."""

    width: float
    height: float
    boxes: tuple[Rect, ...]
    frames: tuple[Rect, ...]
    routes: tuple[Route, ...]


class Plan(Struct, frozen=True):
    """What the passes that know no sizes have found."""

    directed: Directed
    ranked: Ranked
    chained: Chained
    ordered: Ordered


@lru_cache(maxsize=64)
def planned(structure: Structure) -> Plan:
    """The first four passes. Remembered: one drawing is laid out at many sizes until it fits."""
    turned = directed(structure)
    ranks = ranked(structure, turned)
    chains = chained(structure, turned, ranks)
    return Plan(turned, ranks, chains, ordered(chains))


def laid_out(structure: Structure, sizes: Sizes) -> Laid:
    """The drawing of a graph. No two boxes, labels or frames of different groups overlap."""
    plan = planned(structure)
    drawing = _Drawing(structure, sizes, plan)
    wider = [0.0] * len(sizes.frames)
    laid = drawing.laid(wider)
    for turn in range(ROUNDS):
        missing = [size.least - rect.width for size, rect in zip(sizes.frames, laid.frames, strict=True)]
        if max(missing, default=0.0) <= 1e-6:
            break
        # Made wider, one frame can take room from another.
        wider = [
            more + (lack * (1 + turn / ROUNDS) + HAIR if lack > 0 else 0.0)
            for more, lack in zip(wider, missing, strict=True)
        ]
        laid = drawing.laid(wider)
    return laid


class _Drawing:
    """The passes that need sizes; lengths *along* lead from rank to rank, lengths *across* lie on a rank."""

    def __init__(self, structure: Structure, sizes: Sizes, plan: Plan) -> None:
        self.structure, self.sizes, self.plan = structure, sizes, plan
        count = len(plan.chained.rank)
        self.across, self.along = [0.0] * count, [0.0] * count
        for node, box in enumerate(sizes.boxes):
            self.across[node], self.along[node] = _turned(box.width, box.height, sizes.lying)
        for index, vertex in enumerate(plan.chained.labels):
            label = sizes.labels[index]
            if vertex >= 0 and label is not None:
                self.across[vertex], self.along[vertex] = _turned(*label, sizes.lying)
        self.loops: dict[int, list[int]] = {}
        for index, link in enumerate(structure.links):
            if link.start == link.end:
                self.loops.setdefault(link.start, []).append(index)
        # A rank is as high as the words at its loops, too.
        self.room = list(self.along)
        for node, links in self.loops.items():
            words = [_turned(*label, sizes.lying)[1] for index in links if (label := sizes.labels[index])]
            self.room[node] = max([self.along[node], *words])

    def laid(self, wider: Sequence[float]) -> Laid:
        """The drawing with frames made ``wider`` on the page by so many mm."""
        sizes, plan = self.sizes, self.plan
        chains = plan.chained
        pads = [_pads(frame.top, frame.side, frame.bottom, more, sizes.direction)
                for frame, more in zip(sizes.frames, wider, strict=True)]  # fmt: skip
        extents = self._extents([pad[2:] for pad in pads])
        x = positioned(chains, plan.ordered, extents)
        x = centred(chains, plan.ordered, extents, x, plan.directed.flipped, self.across)
        rows = rowed(chains, x, self.room, [pad[:2] for pad in pads], sizes.white.ranks, plan.ranked.step)
        reach = [self.across[node] / 2 * box.reach for node, box in enumerate(sizes.boxes)]
        ports = ported(chains, plan.ordered, x, reach, self.across)
        free = free_places(chains, plan.ordered, x.x, extents, ports)
        routes = routed(chains, x, rows, ports, self.along, free, plan.ranked.step)
        return self._on_page(x, rows, routes.pieces)

    def _extents(self, pads: Sequence[tuple[float, float]]) -> Extents:
        """How far vertices reach across the rank, and the white between neighbours."""
        chains, white = self.plan.chained, self.sizes.white
        left = [width / 2 for width in self.across]
        right = list(left)
        for node, links in self.loops.items():
            right[node] += loop_reaches([self._label_across(index) for index in links], white.loop)
        after = [0.0] * len(left)
        side = {v: (group, number) for group, walls in enumerate(chains.walls)
                for number, wall in enumerate(walls) for v in wall}  # fmt: skip
        points = chains.points
        labelled = {vertex for vertex in chains.labels if vertex >= 0}
        for row in self.plan.ordered.rows:
            for a, b in pairwise(row):
                if a in side and side[a][1] == 0:
                    after[a] = pads[side[a][0]][0]
                elif b in side and side[b][1] == 1:
                    after[a] = pads[side[b][0]][1]
                elif (a in points or b in points) and not (a in labelled and b in labelled):
                    after[a] = white.lanes
                else:
                    after[a] = white.nodes
        return Extents(tuple(left), tuple(right), tuple(after))

    def _label_across(self, index: int) -> float | None:
        label = self.sizes.labels[index]
        return None if label is None else _turned(*label, self.sizes.lying)[0]

    def _on_page(self, x: Positioned, rows: Rows, pieces: Sequence[tuple[tuple[Point, ...], ...]]) -> Laid:
        chains = self.plan.chained
        rank = chains.rank

        def rect(vertex: int) -> Rect:
            middle = (rows.tops[rank[vertex]] + rows.bottoms[rank[vertex]]) / 2
            return _around(x.x[vertex], middle, self.across[vertex], self.along[vertex])

        boxes = [rect(node) for node in range(chains.nodes)]
        frames = [
            Rect(x.x[left[0]], top, x.x[right[0]] - x.x[left[0]], bottom - top)
            for (left, right), (top, bottom) in zip(chains.walls, rows.frames, strict=True)
        ]
        routes: list[tuple[list[tuple[Point, ...]], Rect | None]] = []
        for index, own in enumerate(pieces):
            vertex = chains.labels[index]
            label = rect(vertex) if vertex >= 0 and self.sizes.labels[index] is not None else None
            flipped = self.plan.directed.flipped[index]
            way = [one[::-1] for one in own[::-1]] if flipped else list(own)
            link = self.structure.links[index]
            if way and link.end_group >= 0:
                way[-1] = cut_before(way[-1], frames[link.end_group])
            if way and link.start_group >= 0:
                way[0] = cut_before(way[0][::-1], frames[link.start_group])[::-1]
            routes.append((way, label))
        for node, links in self.loops.items():
            self._loop(boxes[node], links, routes)
        return _turned_round(boxes, frames, routes, self.sizes.direction)

    def _loop(
        self, box: Rect, links: Sequence[int], routes: list[tuple[list[tuple[Point, ...]], Rect | None]]
    ) -> None:
        reach = self.sizes.white.loop
        # The words of all loops stand behind the last of them.
        far = reach * len(links)
        middle = box.centre[1]
        high = 0.0 if self.sizes.lying else self.sizes.boxes[self.structure.links[links[0]].start].sign
        high = high or box.height
        for number, index in enumerate(links):
            path = loop(box.right, middle, high, reach, number)
            rect = None
            label = self.sizes.labels[index]
            if label is not None:
                across, along = _turned(*label, self.sizes.lying)
                rect = _around(box.right + far + BESIDE + across / 2, middle, across, along)
                far += BESIDE + across
            routes[index] = ([path], rect)


def _turned(width: float, height: float, lying: bool) -> tuple[float, float]:
    """Across and along of something ``width`` x ``height`` on the page."""
    return (height, width) if lying else (width, height)


def _around(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(x - width / 2, y - height / 2, width, height)


def _pads(
    top: float, side: float, bottom: float, wider: float, direction: Direction
) -> tuple[float, float, float, float]:
    """White before, behind, left and right of what a frame holds, along and across the ranks."""
    if direction == "TB":
        return top, bottom, side + wider / 2, side + wider / 2
    if direction == "BT":
        return bottom, top, side + wider / 2, side + wider / 2
    return side + wider / 2, side + wider / 2, top, bottom


def _turned_round(
    boxes: Sequence[Rect], frames: Sequence[Rect],
    routes: Sequence[tuple[list[tuple[Point, ...]], Rect | None]], direction: Direction,
) -> Laid:  # fmt: skip
    """Everything in page coordinates, its upper left corner at (0, 0)."""

    def point(at: Point) -> Point:
        x, y = at
        return {"TB": (x, y), "BT": (x, -y), "LR": (y, x), "RL": (-y, x)}[direction]

    def rect(one: Rect) -> Rect:
        (x0, y0), (x1, y1) = point((one.x, one.y)), point((one.right, one.bottom))
        return Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))

    boxes, frames = [rect(one) for one in boxes], [rect(one) for one in frames]
    turned = [
        (tuple(tuple(point(at) for at in piece) for piece in pieces), None if label is None else rect(label))
        for pieces, label in routes
    ]
    corners = [(one.x, one.y, one.right, one.bottom)
               for one in (*boxes, *frames, *(label for _, label in turned if label is not None))]  # fmt: skip
    corners += [(x, y, x, y) for pieces, _ in turned for piece in pieces for x, y in piece]
    if not corners:
        return Laid(0.0, 0.0, (), (), ())
    left, top = min(one[0] for one in corners), min(one[1] for one in corners)
    width, height = max(one[2] for one in corners) - left, max(one[3] for one in corners) - top
    return Laid(
        width, height,
        tuple(one.moved(-left, -top) for one in boxes),
        tuple(one.moved(-left, -top) for one in frames),
        tuple(
            Route(
                tuple(tuple((x - left, y - top) for x, y in piece) for piece in pieces),
                None if label is None else label.moved(-left, -top),
            )
            for pieces, label in turned
        ),
    )  # fmt: skip
