"""Which frames with a direction of their own can be laid out by themselves, and what is around them then."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.diagrams.layered.cycles import directed
from sketchsvg.diagrams.layered.layout import planned
from sketchsvg.diagrams.layered.sizes import Direction
from sketchsvg.diagrams.layered.structure import Link, Structure

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
    """A structure in which every part is one node, and which nodes, groups and links are left outside of parts.

    ``node_seats`` and ``part_seats`` are the numbers of nodes and parts in that structure: all stand in the order in
    which their nodes were mentioned first.
    """

    structure: Structure
    parts: tuple[Part, ...]
    part_seats: tuple[int, ...]
    nodes: tuple[int, ...]
    node_seats: tuple[int, ...]
    groups: tuple[int, ...]
    links: tuple[int, ...]


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
    seats = sorted([*nodes, *(min(part.nodes) for part in parts)])
    part_seats = tuple(seats.index(min(part.nodes)) for part in parts)
    number = {node: seats.index(node) for node in nodes}
    number.update({node: part_seats[at] for node, at in part_of.items()})
    inner_group = {seat: structure.parents[part.group] for seat, part in zip(part_seats, parts, strict=True)}
    group_number = {group: at for at, group in enumerate(groups)}
    inside = {index for part in parts for index in part.links}
    links = tuple(index for index in range(len(structure.links)) if index not in inside)
    own = Structure(
        tuple(
            group_number.get(inner_group.get(seat, structure.groups[first]), -1) for seat, first in enumerate(seats)
        ),
        tuple(_renumbered(structure.links[index], number, group_number) for index in links),
        tuple(group_number.get(structure.parents[group], -1) for group in groups),
        tuple(0 if seat in inner_group else structure.pins[first] for seat, first in enumerate(seats))
        if structure.pins else (),
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
    node_seats = tuple(number[node] for node in nodes)
    return Nest(own, tuple(with_entries), part_seats, nodes, node_seats, groups, links)


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
        node = nest.node_seats[nest.nodes.index(entry.node)]
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
