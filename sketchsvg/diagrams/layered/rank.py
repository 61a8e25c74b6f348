"""Second pass: every node gets a rank, so that edges lead on by at least their span and are short in all."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from msgspec import Struct

from sketchsvg.diagrams.layered.cycles import Directed
from sketchsvg.diagrams.layered.simplex import Bound, shortest
from sketchsvg.diagrams.layered.structure import Structure

#: How much a group's own length counts against that of an edge.
COMPACT = 2


class Ranked(Struct, frozen=True):
    """The rank of every node, from 0. ``step`` is how many ranks a plain edge spans: 2 where labels need a rank."""

    ranks: tuple[int, ...]
    step: int


def ranked(structure: Structure, directed: Directed) -> Ranked:
    """Ranks of least total edge length; groups that edges lead to lie wholly behind what leads to them."""
    count = len(structure.groups)
    step = 2 if any(link.labelled for link in structure.links) else 1
    bounds: list[Bound] = []
    framed: list[Bound] = []
    for link, flip in zip(structure.links, directed.flipped, strict=True):
        if link.start == link.end:
            continue
        start, end = (link.end, link.start) if flip else (link.start, link.end)
        bounds.append((start, end, link.span * step, 1))
        first, last = (link.end_group, link.start_group) if flip else (link.start_group, link.end_group)
        if first >= 0 or last >= 0:
            top = count + 2 * first + 1 if first >= 0 else start
            bottom = count + 2 * last if last >= 0 else end
            framed.append((top, bottom, link.span * step, 1))
    total = count
    members = structure.members()
    if members:
        total += 2 * len(members)
        for group, nodes in enumerate(members):
            bounds.append((count + 2 * group, count + 2 * group + 1, 0, COMPACT))
            bounds += [(count + 2 * group, node, 0, 0) for node in nodes]
            bounds += [(node, count + 2 * group + 1, 0, 0) for node in nodes]
    for bound in framed:
        if not _has_cycle(total, [*bounds, bound]):
            bounds.append(bound)
    return Ranked(tuple(shortest(total, bounds)[:count]), step)


def _has_cycle(count: int, bounds: Sequence[Bound]) -> bool:
    """Whether the bounds lead back to where they begin."""
    out: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for start, end, _, _ in bounds:
        out[start].append(end)
        waiting[end] += 1
    free = deque(node for node in range(count) if not waiting[node])
    seen = 0
    while free:
        seen += 1
        for end in out[free.popleft()]:
            waiting[end] -= 1
            if not waiting[end]:
                free.append(end)
    return seen < count
