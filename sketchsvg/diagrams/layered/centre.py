"""After the positions: what stands straight moves as one towards the middle of what it is connected with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sketchsvg.diagrams.layered.chains import Chained
from sketchsvg.diagrams.layered.order import Ordered
from sketchsvg.diagrams.layered.position import Extents, Positioned

#: How often all blocks are moved; how much an edge that leads back counts beside one that leads on.
ROUNDS, BACKWARDS = 8, 0.15
#: Vertices nearer than this stand straight under each other, mm.
SAME = 1e-6


def centred(
    chained: Chained, ordered: Ordered, extents: Extents, positioned: Positioned, flipped: Sequence[bool],
    across: Sequence[float] = (),
) -> Positioned:  # fmt: skip
    """Blocks of vertices joined by straight edges, each moved as far as its neighbours in the ranks allow.

    What is straight stays straight, walls stay where they are, and all distances are kept. ``across`` is how wide the
    vertices are, for edges that end elsewhere than in their middle.
    """
    x = list(positioned.x)
    pieces = [
        (a, b, BACKWARDS if flip else 1.0)
        for chain, flip in zip(chained.chains, flipped, strict=True)
        for a, b in pairwise(chain)
    ]
    beside = _beside(chained, across)
    walls = {vertex for sides in chained.walls for wall in sides for vertex in wall}
    before, after = [-1] * len(x), [-1] * len(x)
    for row in ordered.rows:
        for a, b in pairwise(row):
            after[a], before[b] = b, a
    for turn in range(ROUNDS):
        blocks, block_of = _blocks(x, [piece for piece in pieces if piece[:2] not in beside])
        outside: list[list[tuple[int, int, float, float]]] = [[] for _ in blocks]
        for a, b, heavy in pieces:
            if block_of[a] != block_of[b]:
                more = beside.get((a, b), 0.0)
                outside[block_of[a]].append((a, b, heavy, more))
                outside[block_of[b]].append((b, a, heavy, -more))
        moved = 0.0
        for number in range(len(blocks)) if turn % 2 == 0 else range(len(blocks) - 1, -1, -1):
            block = blocks[number]
            if not outside[number] or any(vertex in walls for vertex in block):
                continue
            pull = sum((x[b] - x[a] + more) * heavy for a, b, heavy, more in outside[number])
            shift = pull / sum(heavy for _, _, heavy, _ in outside[number])
            for vertex in block:
                a, b = before[vertex], after[vertex]
                if shift < 0 and a >= 0 and block_of[a] != number:
                    near = extents.right[a] + extents.after[a] + extents.left[vertex]
                    shift = min(0.0, max(shift, x[a] + near - x[vertex]))
                if shift > 0 and b >= 0 and block_of[b] != number:
                    near = extents.right[vertex] + extents.after[vertex] + extents.left[b]
                    shift = max(0.0, min(shift, x[b] - near - x[vertex]))
            for vertex in block:
                x[vertex] += shift
            moved = max(moved, abs(shift))
        if moved < 0.01:
            break
    return Positioned(tuple(x))


def _beside(chained: Chained, across: Sequence[float]) -> dict[tuple[int, int], float]:
    """For pieces that end beside the middle of a node: how much further the higher end lies there than the lower."""
    found: dict[tuple[int, int], float] = {}
    for chain, (first, last) in zip(chained.chains, chained.places or (), strict=chained.places is not None):
        if chain and first is not None:
            found[chain[0], chain[1]] = found.get((chain[0], chain[1]), 0.0) - first * across[chain[0]]
        if chain and last is not None:
            found[chain[-2], chain[-1]] = found.get((chain[-2], chain[-1]), 0.0) + last * across[chain[-1]]
    return found


def _blocks(x: Sequence[float], pieces: Sequence[tuple[int, int, float]]) -> tuple[list[list[int]], list[int]]:
    """The sets of vertices that straight edges join, and for every vertex the number of its set."""
    root = list(range(len(x)))

    def find(vertex: int) -> int:
        while root[vertex] != vertex:
            root[vertex] = root[root[vertex]]
            vertex = root[vertex]
        return vertex

    for a, b, _ in pieces:
        if abs(x[a] - x[b]) < SAME:
            one, other = find(a), find(b)
            root[max(one, other)] = min(one, other)
    numbers: dict[int, int] = {}
    blocks: list[list[int]] = []
    block_of = [0] * len(x)
    for vertex in range(len(x)):
        first = find(vertex)
        if first not in numbers:
            numbers[first] = len(blocks)
            blocks.append([])
        block_of[vertex] = numbers[first]
        blocks[numbers[first]].append(vertex)
    return blocks, block_of
