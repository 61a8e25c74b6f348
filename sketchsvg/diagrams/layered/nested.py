"""Frames with a direction of their own: laid out by themselves, then one box in what is around them.

Edges from outside to what such a frame holds run on through its side, straight to their node. Where something would
stand in their way the frame takes the direction of what is around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.diagrams.layered.cycles import directed
from sketchsvg.diagrams.layered.layout import Laid, Route, laid_out, planned
from sketchsvg.diagrams.layered.passing import Point
from sketchsvg.diagrams.layered.sizes import Box, Direction, Frame, Sizes
from sketchsvg.diagrams.layered.structure import Link, Structure
from sketchsvg.geometry.rect import Rect

#: Edges that come through the same side to the same node stand so far apart, in mm.
APART = 3.0

Directions = tuple[Direction | None, ...]


class Entry(Struct, frozen=True):
    """An edge from outside to node ``node`` of the part: its number, whether it ends there, and by which side.

    ``group`` is the frame around that node at which it ends, by the numbers of the whole; -1 where there is none.
    """

    link: int
    node: int
    group: int
    ends: bool
    before: bool


class Part(Struct, frozen=True):
    """A group that is laid out by itself: what it holds, by numbers of the whole, and its own structure."""

    group: int
    nodes: tuple[int, ...]
    groups: tuple[int, ...]
    links: tuple[int, ...]
    structure: Structure
    entries: tuple[Entry, ...] = ()


class Nest(Struct, frozen=True):
    """A structure in which every part is one node, behind all others; and which nodes and groups are left outside."""

    structure: Structure
    parts: tuple[Part, ...]
    nodes: tuple[int, ...]
    groups: tuple[int, ...]
    links: tuple[int, ...]


def laid_nested(structure: Structure, sizes: Sizes) -> Laid:
    """The drawing of a graph whose frames may have directions of their own. As ``laid_out`` in all else."""
    nest = nested(structure, sizes.direction, tuple(frame.direction for frame in sizes.frames))
    if not nest.parts:
        return laid_out(structure, sizes)
    inner = [laid_nested(part.structure, _inner_sizes(part, sizes)) for part in nest.parts]
    boxes = [sizes.boxes[node] for node in nest.nodes]
    for part, laid in zip(nest.parts, inner, strict=True):
        frame = sizes.frames[part.group]
        width = max(laid.width + 2 * frame.side, frame.least)
        boxes.append(Box(width, laid.height + frame.top + frame.bottom))
    links = list(nest.structure.links)
    for number, (part, laid) in enumerate(zip(nest.parts, inner, strict=True)):
        _to_places(links, nest, part, laid, boxes[len(nest.nodes) + number], sizes)
    outer_sizes = Sizes(
        tuple(boxes), tuple(sizes.labels[link] for link in nest.links),
        tuple(sizes.frames[group] for group in nest.groups), sizes.direction, sizes.white,
    )  # fmt: skip
    outer = laid_out(replace(nest.structure, links=tuple(links)), outer_sizes)
    return _joined(nest, outer, inner, sizes)


def unfollowed(structure: Structure, direction: Direction, directions: Directions) -> tuple[int, ...]:
    """The groups whose own direction cannot be followed."""
    nest = nested(structure, direction, directions)
    found: list[int] = []
    for part in nest.parts:
        own = directions[part.group] or direction
        inner = unfollowed(part.structure, own, tuple(directions[group] for group in part.groups))
        found += [part.groups[group] for group in inner]
    apart = {part.group for part in nest.parts}
    found += [g for g in nest.groups if g not in apart and directions[g] not in (None, direction)]
    return tuple(sorted(found))


@lru_cache(maxsize=64)
def nested(structure: Structure, direction: Direction, directions: Directions) -> Nest:
    """What can be laid out by itself."""
    refused: set[int] = set()
    while True:
        parts = _parts(structure, direction, directions, refused)
        nest = _nest(structure, parts, direction, directions)
        blocked = [
            part.group for part in nest.parts
            if not _is_clear(part, direction, directions[part.group] or direction, directions)
        ]  # fmt: skip
        if not blocked:
            return nest
        refused.update(blocked)


def _parts(structure: Structure, direction: Direction, directions: Directions, refused: set[int]) -> list[Part]:
    """The outermost groups with another direction, but for those that are ``refused``."""
    wanted = {g for g, own in enumerate(directions) if own not in (None, direction) and g not in refused}
    outermost = [g for g in sorted(wanted) if not any(outer in wanted for outer in structure.around(g)[1:])]
    members = structure.members()
    found = []
    for group in outermost:
        nodes = members[group]
        groups = tuple(g for g in range(len(structure.parents)) if g != group and group in structure.around(g))
        links = tuple(
            index for index, link in enumerate(structure.links)
            if link.start in nodes and link.end in nodes
            and all(end in (-1, *groups) for end in (link.start_group, link.end_group))
        )  # fmt: skip
        number = {node: at for at, node in enumerate(nodes)}
        group_number = {g: at for at, g in enumerate(groups)}
        own = Structure(
            tuple(group_number.get(structure.groups[node], -1) for node in nodes),
            tuple(_renumbered(structure.links[index], number, group_number) for index in links),
            tuple(group_number.get(structure.parents[g], -1) for g in groups),
        )
        found.append(Part(group, nodes, groups, links, own))
    return found


def _renumbered(link: Link, nodes: dict[int, int], groups: dict[int, int]) -> Link:
    start, end = groups.get(link.start_group, -1), groups.get(link.end_group, -1)
    return replace(link, start=nodes[link.start], end=nodes[link.end], start_group=start, end_group=end)


def _nest(structure: Structure, parts: Sequence[Part], direction: Direction, directions: Directions) -> Nest:
    """The structure around the parts."""
    part_of = {node: at for at, part in enumerate(parts) for node in part.nodes}
    gone = {group for part in parts for group in (part.group, *part.groups)}
    nodes = tuple(node for node in range(len(structure.groups)) if node not in part_of)
    groups = tuple(group for group in range(len(structure.parents)) if group not in gone)
    number = {node: at for at, node in enumerate(nodes)}
    number.update({node: len(nodes) + at for node, at in part_of.items()})
    group_number = {group: at for at, group in enumerate(groups)}
    inside = {index for part in parts for index in part.links}
    links = tuple(index for index in range(len(structure.links)) if index not in inside)
    own = Structure(
        (
            *(group_number.get(structure.groups[node], -1) for node in nodes),
            *(group_number.get(structure.parents[part.group], -1) for part in parts),
        ),
        tuple(_renumbered(structure.links[index], number, group_number) for index in links),
        tuple(group_number.get(structure.parents[group], -1) for group in groups),
        (*(structure.pins[node] for node in nodes), *(0 for _ in parts)) if structure.pins else (),
    )
    flipped = dict(zip(links, directed(own).flipped, strict=True))
    with_entries = []
    for part in parts:
        entries = []
        for index in links:
            link = structure.links[index]
            for node, group, ends in ((link.start, link.start_group, False), (link.end, link.end_group, True)):
                # An edge to the frame itself, or to one around it, ends there.
                if node in part.nodes and (group < 0 or group in part.groups):
                    entries.append(Entry(index, part.nodes.index(node), group, ends, ends != flipped[index]))
        known = replace(part, entries=tuple(entries))
        pinned = _pinned(known, part.structure, direction, directions[part.group] or direction)
        with_entries.append(replace(known, structure=pinned))
    return Nest(own, tuple(with_entries), nodes, groups, links)


def _is_clear(part: Part, direction: Direction, own: Direction, directions: Directions) -> bool:
    """Whether all edges from outside come straight to their nodes."""
    if not part.entries:
        return True
    nest = nested(part.structure, own, tuple(directions[group] for group in part.groups))
    plan = planned(nest.structure)
    chains, rows = plan.chained, plan.ordered.rows
    labels = {vertex for vertex in chains.labels if vertex >= 0}
    walls = {v: group for group, sides in enumerate(chains.walls) for wall in sides for v in wall}
    loops = {link.start for link in nest.structure.links if link.start == link.end}
    for entry in part.entries:
        if entry.node not in nest.nodes:
            return False
        node = nest.nodes.index(entry.node)
        low = _is_low(entry, direction)
        at = chains.rank[node]
        if _lies(direction) == _lies(own):
            # Along the ranks: only the first or the last of them can be reached.
            if at != (0 if low == (own in ("TB", "LR")) else len(rows) - 1):
                return False
            continue
        row = rows[at]
        place = row.index(node)
        between = row[:place] if low else row[place + 1 :]
        around = nest.structure.around(nest.structure.groups[node])
        if node in loops or any(
            v < chains.nodes or v in labels or (v in walls and walls[v] not in around) for v in between
        ):
            return False
    return True


def _is_low(entry: Entry, direction: Direction) -> bool:
    """Whether an edge comes from the left or from above, seen on the page."""
    return entry.before == (direction in ("TB", "LR"))


def _lies(direction: Direction) -> bool:
    return direction in ("LR", "RL")


def _pinned(part: Part, structure: Structure, direction: Direction, own: Direction) -> Structure:
    """The part's structure in which nodes that edges from outside lead to stand at the side that these come from."""
    pins = [0] * len(part.nodes)
    if _lies(direction) != _lies(own):
        for entry in part.entries:
            pins[entry.node] = pins[entry.node] or (-1 if _is_low(entry, direction) else 1)
    return replace(structure, pins=tuple(pins) if any(pins) else ())


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
    boxes: dict[int, Rect] = dict(zip(nest.nodes, outer.boxes, strict=False))
    frames: dict[int, Rect] = dict(zip(nest.groups, outer.frames, strict=True))
    routes: dict[int, Route] = dict(zip(nest.links, outer.routes, strict=True))
    for number, (part, laid) in enumerate(zip(nest.parts, inner, strict=True)):
        rect = outer.boxes[len(nest.nodes) + number]
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
