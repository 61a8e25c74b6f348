"""From a thin line of pixels to pen strokes: followed, taken apart at crossings, put together again."""

from __future__ import annotations

from math import sqrt

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats
from sketchsvg.lettering.fonts.raster import Bits

Cell = tuple[int, int]
Point = tuple[float, float]

#: Shorter ends than this many line widths are thorns of the thinning, no strokes.
THORN = 0.75
#: Crossings nearer to each other than this many line widths are one.
NEAR = 0.9
#: Within this many line widths of a crossing the thin line is bent by it and not believed.
BENT = 0.8
#: A free end of a thin line turns into a corner of the broad one over this many line widths; it is drawn straight.
TURNED = 0.7
#: How far behind that the direction of a line is taken, in line widths.
LOOK = 1.0
#: Two lines go on as one through a crossing when their directions differ by less than about 40 degrees (cosine).
STRAIGHT = -0.77

_AROUND = ((-1, 0), (0, 1), (1, 0), (0, -1), (-1, 1), (1, 1), (1, -1), (-1, -1))


class _Edge(Struct):
    """A line between two knots (crossings or ends): its cells from the one to the other."""

    cells: list[Cell]
    start: int
    end: int


def strokes(line: Bits, width: float) -> list[Floats]:
    """The strokes of a thin ``line`` of pixels, as points (x, y) in cells; ``width`` is how broad the line was."""
    cells = {(int(y), int(x)) for y, x in np.argwhere(line)}
    near = {cell: _neighbours(cell, cells) for cell in cells}
    knots, middles = _knots(near)
    edges, loops = _edges(near, knots)
    edges = _without_thorns(edges, THORN * width)
    edges, middles = _merged(edges, middles, NEAR * width)
    drawn = _joined(edges, middles, width)
    return drawn + [_points(loop) for loop in loops]


def _neighbours(cell: Cell, cells: set[Cell]) -> list[Cell]:
    """Set cells around one; a diagonal one only where no straight step leads there."""
    y, x = cell
    found = [(y + dy, x + dx) for dy, dx in _AROUND[:4] if (y + dy, x + dx) in cells]
    for dy, dx in _AROUND[4:]:
        if (y + dy, x + dx) in cells and (y + dy, x) not in cells and (y, x + dx) not in cells:
            found.append((y + dy, x + dx))
    return found


def _knots(near: dict[Cell, list[Cell]]) -> tuple[dict[Cell, int], list[Point]]:
    """The knot that each crossing or end cell belongs to, and the middle of each knot."""
    special = {cell for cell, others in near.items() if len(others) != 2}
    knots: dict[Cell, int] = {}
    middles: list[Point] = []
    for cell in sorted(special):
        if cell in knots:
            continue
        crossing = len(near[cell]) > 2
        members, waiting = [], [cell]
        knots[cell] = len(middles)
        while waiting:
            here = waiting.pop()
            members.append(here)
            if crossing:
                for other in near[here]:
                    if other in special and other not in knots and len(near[other]) > 2:
                        knots[other] = len(middles)
                        waiting.append(other)
        middles.append((sum(x for _, x in members) / len(members), sum(y for y, _ in members) / len(members)))
    return knots, middles


def _edges(near: dict[Cell, list[Cell]], knots: dict[Cell, int]) -> tuple[list[_Edge], list[list[Cell]]]:
    """Every line from knot to knot, and the rings that meet no knot."""
    edges: list[_Edge] = []
    used: set[Cell] = set()
    pairs: set[tuple[Cell, Cell]] = set()
    for cell in sorted(knots):
        for second in near[cell]:
            if second in knots:
                if knots[second] != knots[cell] and (second, cell) not in pairs:
                    pairs.add((cell, second))
                    edges.append(_Edge([cell, second], knots[cell], knots[second]))
                continue
            if second in used:
                continue
            chain = [cell, second]
            while chain[-1] not in knots:
                used.add(chain[-1])
                ahead = [one for one in near[chain[-1]] if one != chain[-2] and one not in used]
                if not ahead:
                    break
                chain.append(ahead[0])
            if chain[-1] in knots:
                edges.append(_Edge(chain, knots[cell], knots[chain[-1]]))
    loops: list[list[Cell]] = []
    for cell in sorted(set(near) - used - set(knots)):
        if cell in used:
            continue
        ring = [cell]
        used.add(cell)
        while True:
            ahead = [one for one in near[ring[-1]] if one not in used]
            if not ahead:
                break
            used.add(ahead[0])
            ring.append(ahead[0])
        loops.append([*ring, cell] if len(ring) > 3 else ring)
    alone = [[cell] for cell in sorted(knots) if not near[cell]]
    return edges, loops + alone


def _degrees(edges: list[_Edge]) -> dict[int, int]:
    degrees: dict[int, int] = {}
    for edge in edges:
        for knot in (edge.start, edge.end):
            degrees[knot] = degrees.get(knot, 0) + 1
    return degrees


def _without_thorns(edges: list[_Edge], shortest: float) -> list[_Edge]:
    """The edges without short ones that lead from a crossing to nowhere."""
    degrees = _degrees(edges)
    return [
        edge
        for edge in edges
        if _length(edge.cells) >= shortest
        or min(degrees[edge.start], degrees[edge.end]) > 1
        or max(degrees[edge.start], degrees[edge.end]) < 3
    ]


def _merged(edges: list[_Edge], middles: list[Point], near: float) -> tuple[list[_Edge], list[Point]]:
    """Crossings that a very short line connects, made one."""
    degrees = _degrees(edges)
    owner = list(range(len(middles)))

    def root(knot: int) -> int:
        while owner[knot] != knot:
            knot = owner[knot]
        return knot

    kept = []
    for edge in edges:
        both = degrees[edge.start] > 2 and degrees[edge.end] > 2
        if both and edge.start != edge.end and _length(edge.cells) < near:
            owner[max(root(edge.start), root(edge.end))] = min(root(edge.start), root(edge.end))
        else:
            kept.append(edge)
    groups: dict[int, list[Point]] = {}
    for knot, middle in enumerate(middles):
        groups.setdefault(root(knot), []).append(middle)
    centres = list(middles)
    for knot, points in groups.items():
        centres[knot] = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    return [_Edge(edge.cells, root(edge.start), root(edge.end)) for edge in kept], centres


def _joined(edges: list[_Edge], middles: list[Point], width: float) -> list[Floats]:
    """Edges that go straight on through a crossing become one stroke; the others end at the crossing."""
    degrees = _degrees(edges)
    # Each end of each edge: (edge number, 0 for its start and 1 for its end).
    ends: dict[int, list[tuple[int, int]]] = {}
    for number, edge in enumerate(edges):
        ends.setdefault(edge.start, []).append((number, 0))
        ends.setdefault(edge.end, []).append((number, 1))
    clean = [_trimmed(edge, degrees, width) for edge in edges]
    partner: dict[tuple[int, int], tuple[int, int]] = {}
    for knot in sorted(ends):
        if degrees[knot] == 1:
            number, side = ends[knot][0]
            _straighten(clean[number], side, width)
        if degrees[knot] >= 2:
            partner.update(_pairs(ends[knot], clean, width, everything=degrees[knot] == 2))
    for number, edge in enumerate(edges):
        for side, knot in ((0, edge.start), (1, edge.end)):
            if (number, side) not in partner and degrees[knot] > 2:
                _lead_to(clean[number], side, middles[knot], width)
    return _chained(clean, partner)


def _trimmed(edge: _Edge, degrees: dict[int, int], width: float) -> list[Point]:
    """The points of an edge, without those that its crossings have bent."""
    points = [(float(x), float(y)) for y, x in edge.cells]
    cut = BENT * width
    first = cut if degrees[edge.start] > 2 else 0.0
    last = cut if degrees[edge.end] > 2 else 0.0
    if _length(edge.cells) < 2.2 * (first + last) / 2 + 2:
        middle = len(points) // 2
        return points[max(0, middle - 1) : middle + 2]
    begin = 0
    while first and begin < len(points) - 3 and _apart(points[begin], points[0]) < first:
        begin += 1
    end = len(points)
    while last and end > begin + 3 and _apart(points[end - 1], points[-1]) < last:
        end -= 1
    return points[begin:end]


def _direction(points: list[Point], side: int, width: float) -> Point:
    """Where an edge points to at its end, as a unit vector out of it."""
    tip = points[0] if side == 0 else points[-1]
    inner = points if side == 0 else points[::-1]
    back = next((one for one in inner if _apart(one, tip) >= LOOK * width), inner[-1])
    length = _apart(tip, back) or 1.0
    return (tip[0] - back[0]) / length, (tip[1] - back[1]) / length


def _pairs(
    ends: list[tuple[int, int]], clean: list[list[Point]], width: float, *, everything: bool
) -> dict[tuple[int, int], tuple[int, int]]:
    """Which ends at one crossing go on as which: the straightest first."""
    ways = {end: _direction(clean[end[0]], end[1], width) for end in ends}
    chances = sorted(
        (ways[a][0] * ways[b][0] + ways[a][1] * ways[b][1], a, b)
        for at, a in enumerate(ends)
        for b in ends[at + 1 :]
    )
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for cosine, a, b in chances:
        if (everything or cosine < STRAIGHT) and a not in found and b not in found:
            found[a], found[b] = b, a
    return found


def _lead_to(points: list[Point], side: int, middle: Point, width: float) -> None:
    """Lengthens an end straight on until it is as near to its crossing as it gets."""
    tip = points[0] if side == 0 else points[-1]
    way = _direction(points, side, width)
    along = (middle[0] - tip[0]) * way[0] + (middle[1] - tip[1]) * way[1]
    if 0 < along < 3 * width:
        end = (tip[0] + way[0] * along, tip[1] + way[1] * along)
        points.insert(0 if side == 0 else len(points), end)


def _straighten(points: list[Point], side: int, width: float) -> None:
    """Draws a free end straight on, as far as it went."""
    turned = TURNED * width
    inner = points if side == 0 else points[::-1]
    tip = inner[0]
    kept = next((number for number, one in enumerate(inner) if _apart(one, tip) >= turned), 0)
    if not kept or len(inner) - kept < 0.6 * width:
        return
    rest = inner[kept:]
    way = _direction(rest, 0, width * 1.4)
    tip = (rest[0][0] + way[0] * turned, rest[0][1] + way[1] * turned)
    points[:] = [tip, *rest] if side == 0 else [*rest[::-1], tip]


def _chained(clean: list[list[Point]], partner: dict[tuple[int, int], tuple[int, int]]) -> list[Floats]:
    drawn: list[Floats] = []
    left = set(range(len(clean)))

    def follow(number: int, side: int) -> list[Point]:
        """The points from an edge's free ``side`` to where the stroke ends."""
        chain: list[Point] = []
        while number in left:
            left.discard(number)
            chain += clean[number] if side == 0 else clean[number][::-1]
            onward = partner.get((number, 1 - side))
            if onward is None:
                break
            number, side = onward
        return chain

    for number in range(len(clean)):
        for side in (0, 1):
            if number in left and (number, side) not in partner:
                drawn.append(np.array(follow(number, side)))
    for number in range(len(clean)):
        if number in left:
            ring = follow(number, 0)
            drawn.append(np.array([*ring, ring[0]]))
    return drawn


def _points(cells: list[Cell]) -> Floats:
    return np.array([(float(x), float(y)) for y, x in cells])


def _length(cells: list[Cell]) -> float:
    return _apart((float(cells[0][1]), float(cells[0][0])), (float(cells[-1][1]), float(cells[-1][0]))) if len(
        cells
    ) < 4 else float(len(cells))


def _apart(a: Point, b: Point) -> float:
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))


__all__ = ["strokes"]
