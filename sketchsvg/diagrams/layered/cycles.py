"""First pass: edges that close a cycle are turned round, so that all lead the same way."""

from __future__ import annotations

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
    return Directed(tuple(flipped))
