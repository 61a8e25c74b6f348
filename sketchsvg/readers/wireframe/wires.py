"""Which boxes the wires of a region join."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sketchsvg.readers.wireframe.arms import DOWN, LEFT, RIGHT, UP
from sketchsvg.readers.wireframe.canvas import Canvas, Cell
from sketchsvg.readers.wireframe.errors import warn
from sketchsvg.readers.wireframe.nesting import Frame, Region
from sketchsvg.readers.wireframe.networks import Network, Spot, networks
from sketchsvg.readers.wireframe.tree import Link

#: A wire ends so many cells before a box at most, and may lie so many columns beside its edge.
REACH, LEAN = 2, 1


class Cluster(Struct, frozen=True, eq=False):
    """Frames that wires join, the links by the frames' places in ``frames``, and whether they lead downwards."""

    frames: tuple[Frame, ...]
    links: tuple[Link, ...]
    down: bool


def clusters(region: Region, canvas: Canvas) -> list[Cluster]:
    """The frames of a region that wires join in more ways than from left to right; the wires' cells are taken out.

    What only leads from one box to the next beside it stays as it is: the arrows there say enough.
    """
    if len(region.frames) < 2:
        return []
    found = [(net, _links(net, region.frames)) for net in networks(region.cells)]
    joined = [(net, links) for net, links in found if links]
    links = [link for _, own in joined for link in own]
    groups = [group for group in _groups(len(region.frames), links) if len(group) > 1]
    made = []
    for group in groups:
        own = [link for link in links if link.start in group]
        frames = [region.frames[number] for number in group]
        nets = [net for net, its in joined if its[0].start in group]
        plain = all(_is_plain(frame) for frame in frames)
        if _is_row(own, region.frames) or (not plain and all(_is_straight(net) for net in nets)):
            continue
        _take_out(region, {spot for net in nets for spot in (*net.pieces, *net.words)})
        if not plain:
            line, column = min(nets[0].pieces)
            said = "This arrow is not drawn: boxes that hold boxes are joined from one to the next, beside or below."
            warn(canvas.place(line, nets[0].pieces[line, column].cell.index), said)
            continue
        numbers = {number: at for at, number in enumerate(group)}
        renamed = tuple(Link(numbers[one.start], numbers[one.end], one.words, one.headed) for one in own)
        down = sum(region.frames[one.start].bottom < region.frames[one.end].top for one in own)
        up = sum(region.frames[one.end].bottom < region.frames[one.start].top for one in own)
        wide = max(frame.right for frame in frames) - min(frame.left for frame in frames)
        high = max(frame.bottom for frame in frames) - min(frame.top for frame in frames)
        # As many steps down as to the side: they lead where the drawing is longer, its lines twice as high as wide.
        longer = 2 * high > wide if 2 * (down + up) == len(own) else 2 * (down + up) > len(own)
        made.append(Cluster(tuple(frames), renamed, longer))
    return made


def _links(net: Network, frames: Sequence[Frame]) -> list[Link]:
    """The links that a network stands for: from each box it leaves to each that it points at."""
    ends = _ends(net, frames)
    heads = sorted({number for number, headed in ends if headed})
    tails = sorted({number for number, headed in ends if not headed} - set(heads))
    if heads and tails:
        return [Link(tail, head, net.label) for tail in tails for head in heads]
    if len(heads) == 2:
        return [Link(heads[0], heads[1], net.label), Link(heads[1], heads[0])]
    if len(tails) < 2:
        return []
    first = min(tails, key=lambda number: (frames[number].top, frames[number].left))
    return [Link(first, number, net.label, headed=False) for number in tails if number != first]


def _ends(net: Network, frames: Sequence[Frame]) -> list[tuple[int, bool]]:
    """The frames that a network touches, and whether it points at them."""
    found = []
    for spot, piece in net.pieces.items():
        if piece.points >= 0:
            number = _touched(spot, piece.points, frames)
            found += [(number, True)] if number is not None else []
        for way in piece.ways:
            number = _touched(spot, way, frames)
            found += [(number, False)] if number is not None else []
    return found


def _touched(spot: Spot, way: int, frames: Sequence[Frame]) -> int | None:
    """The frame whose edge is next in a direction."""
    line, column = spot
    for number, frame in enumerate(frames):
        if way in (UP, DOWN):
            edge = frame.bottom if way == UP else frame.top
            near = 0 < (line - edge if way == UP else edge - line) <= REACH
            span = frame.span(edge)
            if near and span and span[0] - LEAN <= column <= span[1] + LEAN:
                return number
        elif (span := frame.span(line)) is not None:
            gap = span[0] - column if way == RIGHT else column - span[1]
            if way in (LEFT, RIGHT) and 0 < gap <= REACH:
                return number
    return None


def _groups(count: int, links: Sequence[Link]) -> list[list[int]]:
    group = list(range(count))
    for link in links:
        one, other = group[link.start], group[link.end]
        group = [min(one, other) if own in (one, other) else own for own in group]
    return [[number for number in range(count) if group[number] == own] for own in sorted(set(group))]


def _is_plain(frame: Frame) -> bool:
    return all(not region.frames for region in frame.regions)


def _is_row(links: Sequence[Link], frames: Sequence[Frame]) -> bool:
    """Whether the links only lead from boxes to their next neighbours beside them."""
    level = all(
        frames[one.start].top <= frames[one.end].bottom and frames[one.end].top <= frames[one.start].bottom
        for one in links
    )
    starts, ends = [one.start for one in links], [one.end for one in links]
    return level and len(set(starts)) == len(starts) and len(set(ends)) == len(ends)


def _is_straight(net: Network) -> bool:
    """Whether a wire is a line without a bend."""
    return len({line for line, _ in net.pieces}) == 1 or len({column for _, column in net.pieces}) == 1


def _take_out(region: Region, taken: set[Spot]) -> None:
    for line in list(region.cells):
        kept: list[Cell] = [cell for cell in region.cells[line] if (line, cell.column) not in taken]
        if kept:
            region.cells[line] = kept
        else:
            del region.cells[line]
