"""Third pass: edges over several ranks become chains of points, one a rank; groups get walls on either side."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.diagrams.layered.cycles import Directed
from sketchsvg.diagrams.layered.rank import Ranked
from sketchsvg.diagrams.layered.structure import Structure


class Chained(Struct, frozen=True):
    """Vertices in ranks, of which every edge joins neighbours.

    The first ``nodes`` vertices are the nodes; then come the points of chains, then the walls. ``rank`` and ``group``
    are one a vertex. ``chains[i]`` holds the vertices of link ``i`` from the lower rank to the higher (empty for a
    self-loop), ``labels[i]`` the one that carries its words (-1: none). ``walls[g]`` holds the left and the right wall
    of a group, a vertex a rank. ``places[i]`` says where on the sides of their nodes chain ``i`` begins and ends, as
    ``Link.places`` does; None where nothing is said of any. ``pins`` are those of the structure.
    """

    nodes: int
    rank: tuple[int, ...]
    group: tuple[int, ...]
    chains: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]
    walls: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    parents: tuple[int, ...]
    places: tuple[tuple[float | None, float | None], ...] | None = None
    pins: tuple[int, ...] = ()

    @property
    def points(self) -> range:
        """The vertices that are points of chains."""
        first = self.walls[0][0][0] if self.walls else len(self.rank)
        return range(self.nodes, first)


def chained(structure: Structure, directed: Directed, ranked: Ranked) -> Chained:
    """Points on every rank that an edge passes, each in the group that the edge is in there."""
    rank, group = list(ranked.ranks), list(structure.groups)
    inside = structure.members()
    spans = [(min(rank[v] for v in nodes), max(rank[v] for v in nodes)) for nodes in inside]
    chains: list[tuple[int, ...]] = []
    labels: list[int] = []
    for link, flip in zip(structure.links, directed.flipped, strict=True):
        if link.start == link.end:
            chains.append(())
            labels.append(-1)
            continue
        start, end = (link.end, link.start) if flip else (link.start, link.end)
        first, last = (link.end_group, link.start_group) if flip else (link.start_group, link.end_group)
        start = _nearest(start, first, inside, rank, spans, last=True)
        end = _nearest(end, last, inside, rank, spans, last=False)
        if rank[start] >= rank[end]:
            start, end = (link.end, link.start) if flip else (link.start, link.end)
        chain = [start]
        own, other = structure.around(group[start]), structure.around(group[end])
        common = next((one for one in own if one in other), -1)
        for at in range(rank[start] + 1, rank[end]):
            chain.append(len(rank))
            rank.append(at)
            group.append(_group_at(at, own, other, common, spans))
        chain.append(end)
        chains.append(tuple(chain))
        labels.append(_middle(chain, rank, ranked.step) if link.labelled else -1)
    walls = []
    for number, (top, bottom) in enumerate(spans):
        sides = []
        for _ in range(2):
            sides.append(tuple(range(len(rank), len(rank) + bottom - top + 1)))
            rank += range(top, bottom + 1)
            group += [number] * (bottom - top + 1)
        walls.append((sides[0], sides[1]))
    places = None
    if any(link.start_place is not None or link.end_place is not None for link in structure.links):
        places = tuple(link.places(flip) for link, flip in zip(structure.links, directed.flipped, strict=True))
    return Chained(
        len(structure.groups), tuple(rank), tuple(group), tuple(chains), tuple(labels), tuple(walls),
        structure.parents, places, structure.pins,
    )  # fmt: skip


def _nearest(
    node: int, group: int, inside: tuple[tuple[int, ...], ...], rank: list[int], spans: list[tuple[int, int]], *,
    last: bool,
) -> int:  # fmt: skip
    """The node of a group that an edge to its frame comes to first."""
    if group < 0:
        return node
    return next(v for v in inside[group] if rank[v] == spans[group][last])


def _group_at(
    at: int, own: tuple[int, ...], other: tuple[int, ...], common: int, spans: list[tuple[int, int]]
) -> int:
    """The group in which an edge is on a rank: it leaves those around its start, then enters those around its end."""
    for group in own:
        if group == common:
            break
        if at <= spans[group][1]:
            return group
    for group in other:
        if group == common:
            break
        if at >= spans[group][0]:
            return group
    return common


def _middle(chain: list[int], rank: list[int], step: int) -> int:
    """The point of a chain for its words: in the middle, on a rank that holds no nodes."""
    points = chain[1:-1]
    between = [v for v in points if rank[v] % step == 1] or points
    return between[len(between) // 2] if len(between) % 2 else between[len(between) // 2 - 1]
