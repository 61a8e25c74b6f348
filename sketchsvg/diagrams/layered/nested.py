"""Frames with a direction of their own: laid out by themselves, then one box in what is around them.

Edges from outside to what such a frame holds run on through its side, straight to their node. Where something would
stand in their way the frame takes the direction of what is around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from sketchsvg.diagrams.layered.layout import Laid, Route, laid_out
from sketchsvg.diagrams.layered.nesting import Entry, Nest, Part, nested
from sketchsvg.diagrams.layered.passing import Point
from sketchsvg.diagrams.layered.sizes import Box, Frame, Sizes
from sketchsvg.diagrams.layered.structure import Link, Structure
from sketchsvg.geometry.rect import Rect

#: Edges that come through the same side to the same node stand so far apart, in mm.
APART = 3.0


def laid_nested(structure: Structure, sizes: Sizes) -> Laid:
    """The drawing of a graph whose frames may have directions of their own. As ``laid_out`` in all else."""
    nest = nested(structure, sizes.direction, tuple(frame.direction for frame in sizes.frames))
    if not nest.parts:
        return laid_out(structure, sizes)
    inner = [laid_nested(part.structure, _inner_sizes(part, sizes)) for part in nest.parts]
    boxes = {seat: sizes.boxes[node] for seat, node in zip(nest.node_seats, nest.nodes, strict=True)}
    links = list(nest.structure.links)
    for part, seat, laid in zip(nest.parts, nest.part_seats, inner, strict=True):
        frame = sizes.frames[part.group]
        width = max(laid.width + 2 * frame.side, frame.least)
        boxes[seat] = Box(width, laid.height + frame.top + frame.bottom)
        _to_places(links, nest, part, laid, boxes[seat], sizes)
    outer_sizes = Sizes(
        tuple(boxes[seat] for seat in range(len(boxes))), tuple(sizes.labels[link] for link in nest.links),
        tuple(sizes.frames[group] for group in nest.groups), sizes.direction, sizes.white,
    )  # fmt: skip
    outer = laid_out(replace(nest.structure, links=tuple(links)), outer_sizes)
    return _joined(nest, outer, inner, sizes)


def _inner_sizes(part: Part, sizes: Sizes) -> Sizes:
    return Sizes(
        tuple(sizes.boxes[node] for node in part.nodes), tuple(sizes.labels[link] for link in part.links),
        tuple(sizes.frames[group] for group in part.groups), sizes.frames[part.group].direction or sizes.direction,
        sizes.white,
    )  # fmt: skip


def _shift(box: Box | Rect, frame: Frame, laid: Laid) -> Point:
    """How far what a frame holds stands from the corner of its box."""
    return (box.width - laid.width) / 2, frame.top


def _to_places(links: list[Link], nest: Nest, part: Part, laid: Laid, box: Box, sizes: Sizes) -> None:
    """Edges from outside get their places on the sides of the part's box: straight before their nodes."""
    dx, dy = _shift(box, sizes.frames[part.group], laid)
    number = {index: at for at, index in enumerate(nest.links)}
    for (node, _), entries in _by_side(part).items():
        rect = laid.boxes[node]
        wide = rect.height if sizes.lying else rect.width
        apart = min(APART, wide * 0.5 / max(1, len(entries) - 1))
        for turn, entry in enumerate(entries):
            aside = (turn - (len(entries) - 1) / 2) * apart
            middle = rect.centre[1] + dy if sizes.lying else rect.centre[0] + dx
            place = (middle + aside) / (box.height if sizes.lying else box.width) - 0.5
            at = number[entry.link]
            links[at] = replace(links[at], end_place=place) if entry.ends else replace(links[at], start_place=place)


def _by_side(part: Part) -> dict[tuple[int, bool], list[Entry]]:
    found: dict[tuple[int, bool], list[Entry]] = {}
    for entry in part.entries:
        found.setdefault((entry.node, entry.before), []).append(entry)
    return found


def _joined(nest: Nest, outer: Laid, inner: Sequence[Laid], sizes: Sizes) -> Laid:
    """The parts in their boxes, by the numbers of the whole."""
    boxes = {node: outer.boxes[seat] for node, seat in zip(nest.nodes, nest.node_seats, strict=True)}
    frames: dict[int, Rect] = dict(zip(nest.groups, outer.frames, strict=True))
    routes: dict[int, Route] = dict(zip(nest.links, outer.routes, strict=True))
    for part, seat, laid in zip(nest.parts, nest.part_seats, inner, strict=True):
        rect = outer.boxes[seat]
        dx, dy = _shift(rect, sizes.frames[part.group], laid)
        x, y = rect.x + dx, rect.y + dy
        frames[part.group] = rect
        boxes.update(zip(part.nodes, (one.moved(x, y) for one in laid.boxes), strict=True))
        frames.update(zip(part.groups, (one.moved(x, y) for one in laid.frames), strict=True))
        routes.update(zip(part.links, (_moved(route, x, y) for route in laid.routes), strict=True))
        for entry in part.entries:
            goal = boxes[part.nodes[entry.node]] if entry.group < 0 else frames[entry.group]
            routes[entry.link] = _led_on(routes[entry.link], goal, entry.ends)
    return Laid(
        outer.width, outer.height,
        tuple(boxes[node] for node in range(len(boxes))), tuple(frames[group] for group in range(len(frames))),
        tuple(routes[link] for link in range(len(routes))),
    )  # fmt: skip


def _moved(route: Route, dx: float, dy: float) -> Route:
    pieces = tuple(tuple((x + dx, y + dy) for x, y in piece) for piece in route.pieces)
    return Route(pieces, None if route.label is None else route.label.moved(dx, dy))


def _led_on(route: Route, box: Rect, ends: bool) -> Route:
    """A route that ends at a frame, led on straight to the side of a box behind it."""
    pieces = list(route.pieces)
    x, y = pieces[-1][-1] if ends else pieces[0][0]
    above = box.x <= x <= box.right
    to = (x, box.y if y < box.y else box.bottom) if above else (box.x if x < box.x else box.right, y)
    third = ((to[0] - x) / 3, (to[1] - y) / 3)
    way = ((x + third[0], y + third[1]), (to[0] - third[0], to[1] - third[1]), to)
    if ends:
        pieces[-1] = (*pieces[-1], *way)
    else:
        pieces[0] = (way[2], way[1], way[0], *pieces[0])
    return Route(tuple(pieces), route.label)
