"""First pass: edges that close a cycle are turned round, so that all lead the same way."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sketchsvg.diagrams.layered.structure import Structure


class Directed(Struct, frozen=True):
    """For every link whether it is ``flipped`` (runs against the direction); no cycle is left but self-loops."""

    flipped: tuple[bool, ...]


def directed(structure: Structure) -> Directed:
    """Flips the links that lead back to where a walk along the edges comes from.

    Walks begin at nodes that nothing leads to, then at the others in the author's order: the first mentioned node of a
    cycle stays its beginning.
    """
    count = len(structure.groups)
    out: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    entered = [False] * count
    for index, link in enumerate(structure.links):
        if link.start != link.end:
            out[link.start].append((index, link.end))
            entered[link.end] = True
    flipped = [False] * len(structure.links)
    state = bytearray(count)
    starts = [node for node in range(count) if not entered[node]]
    for start in (*starts, *range(count)):
        if state[start]:
            continue
        state[start] = 1
        path = [(start, iter(out[start]))]
        while path:
            node, ways = path[-1]
            for index, end in ways:
                if state[end] == 1:
                    flipped[index] = True
                elif not state[end]:
                    state[end] = 1
                    path.append((end, iter(out[end])))
                    break
            else:
                state[node] = 2
                path.pop()
    _free_frames(structure, flipped)
    return Directed(tuple(flipped))


def _free_frames(structure: Structure, flipped: list[bool]) -> None:
    """Turns edges that would keep what a frame leads to from standing behind all that the frame holds."""
    framed = [i for i, link in enumerate(structure.links) if link.start_group >= 0 or link.end_group >= 0]
    for index in framed:
        for _ in structure.links:
            if not _freed(structure, flipped, index):
                break


def _freed(structure: Structure, flipped: list[bool], index: int) -> bool:
    """Turns one edge on the way that leads from the end of a link back to its beginning; False if none can be."""
    start, end = _ends(structure, index, flipped[index])
    # The edges nearest to the frame come first.
    for turned in reversed(_way(structure, flipped, end, start)):
        if turned == index:
            continue
        trial = _turned(structure, flipped, turned)
        if trial[index] == flipped[index] and _lead_on(structure, trial):
            flipped[:] = trial
            return True
    return False


def _turned(structure: Structure, flipped: Sequence[bool], index: int) -> list[bool]:
    """``flipped`` with one link turned round, and all others between the same two nodes led its way."""
    link, turned = structure.links[index], list(flipped)
    begin = link.start if flipped[index] else link.end
    for other, one in enumerate(structure.links):
        if {one.start, one.end} == {link.start, link.end}:
            turned[other] = one.start != begin
    return turned


def _ends(structure: Structure, index: int, flip: bool) -> tuple[int, int]:
    """Where a link begins and ends: at nodes, or behind them at the end and the beginning of every group."""
    link, count = structure.links[index], len(structure.groups)
    start, end = (link.end, link.start) if flip else (link.start, link.end)
    first, last = (link.end_group, link.start_group) if flip else (link.start_group, link.end_group)
    return (start if first < 0 else count + 2 * first + 1), (end if last < 0 else count + 2 * last)


def _way(structure: Structure, flipped: Sequence[bool], start: int, goal: int) -> list[int]:
    """The links on the shortest way from ``start`` to ``goal``, through nodes and groups; empty where none leads."""
    count = len(structure.groups)
    out: list[list[tuple[int, int]]] = [[] for _ in range(count + 2 * len(structure.parents))]
    for index, link in enumerate(structure.links):
        if link.start != link.end:
            a, b = _ends(structure, index, flipped[index])
            out[a].append((index, b))
    for group, members in enumerate(structure.members()):
        out[count + 2 * group] += [(-1, node) for node in members]
        for node in members:
            out[node].append((-1, count + 2 * group + 1))
    came: dict[int, tuple[int, int]] = {start: (-1, -1)}
    reached = [start]
    for at in reached:
        if at == goal:
            break
        for index, after in out[at]:
            if after not in came:
                came[after] = (index, at)
                reached.append(after)
    found: list[int] = []
    at = goal
    while at in came and at != start:
        index, at = came[at]
        if index >= 0:
            found.append(index)
    return found[::-1]


def _lead_on(structure: Structure, flipped: Sequence[bool]) -> bool:
    """Whether no cycle is left."""
    count = len(structure.groups)
    out: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for link, flip in zip(structure.links, flipped, strict=True):
        if link.start != link.end:
            start, end = (link.end, link.start) if flip else (link.start, link.end)
            out[start].append(end)
            waiting[end] += 1
    free = [node for node in range(count) if not waiting[node]]
    for node in free:
        for end in out[node]:
            waiting[end] -= 1
            if not waiting[end]:
                free.append(end)
    return len(free) == count
