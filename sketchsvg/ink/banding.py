"""The second coats of bent bands: darker where a flat nib goes over its own ink, and where it sets down and leaves."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, Flags
from sketchsvg.ink.columns import Columns
from sketchsvg.ink.grouping import Ink, taken
from sketchsvg.ink.overlaps import covered_again, polygons, rims
from sketchsvg.ink.pressure import Tips
from sketchsvg.ink.strokes import Strokes

#: Shorter bands than this many widths have no ends that are darker than their middle.
_SHORT = 1.5
#: A band has no more coats than this.
_PILE = 100

#: Left, top, right and bottom in mm.
Box: TypeAlias = tuple[float, float, float, float]


class Bands(Struct, frozen=True, eq=False):
    """Lines that may be bands, one entry a line but for ``lines`` themselves.

    ``whole`` is the stroke of the hand that each is part of, ``source`` the drawn stroke, ``flat`` whether a flat nib
    drew it, ``loop`` whether it closes.
    """

    lines: Chains
    whole: Ints
    source: Ints
    flat: Flags
    tips: Tips
    loop: Flags


def second_coats(outlines: Curves, line: Ints, bands: Bands, strokes: Strokes) -> list[Ink]:
    """The ink over bands, mark by mark; ``line`` is that of each outline, in their order."""
    mark = strokes.mark[bands.source]
    made: list[Ink] = []
    order = np.argsort(line, kind="stable")
    rings = outlines.strokes()
    for number in dict.fromkeys(mark[bands.flat].tolist()):
        mine = [ring for ring in order.tolist() if bands.flat[line[ring]] and mark[line[ring]] == number]
        drawn = int(bands.source[line[mine[0]]])
        width, opacity = float(strokes.width[drawn]), float(strokes.opacity[drawn])
        swipe = strokes.pens[int(strokes.pen[drawn])].swipe
        assert swipe is not None
        own = line[np.array(mine)]
        along = _along([len(rings[ring]) for ring in mine], own, bands)
        edges = rims(Curves.of([rings[ring] for ring in mine]), bands.whole[own], along)
        for layer, areas in enumerate(covered_again(edges, width)):
            made.append(_coat(areas, number, opacity, 2 + 2 * layer))
        ends = _ends(edges.points, edges.along, edges.stroke, own, bands, width * swipe.dwell)
        if ends:
            made.append(_coat(ends, number, opacity * swipe.darkness, 3))
    return made


def _coat(areas: list[Floats], mark: int, opacity: float, coat: int) -> Ink:
    count = len(areas)
    return Ink(polygons(areas), np.full(count, mark), np.zeros(count), np.full(count, opacity), coat)


def _along(sizes: list[int], own: Ints, bands: Bands) -> list[Floats]:
    """How far on its stroke each node of each outline lies, mm; ``sizes`` are the numbers of points of the outlines."""
    place, lengths = bands.lines.along()
    found: list[Floats] = []
    before, node = 0.0, 0
    for at, (size, line) in enumerate(zip(sizes, own.tolist(), strict=True)):
        count = (size + 2) // 6
        if at == 0 or bands.whole[line] != bands.whole[own[at - 1]]:
            before, node = 0.0, 0
        elif line != own[at - 1]:
            before, node = before + float(lengths[own[at - 1]]), 0
        first = int(bands.lines.first[line]) + node
        found.append(before + place[first : first + count])
        # What a line is cut into shares the nodes between.
        node += count - 1
    return found


def _ends(points: Floats, along: Floats, stroke: Ints, own: Ints, bands: Bands, reach: float) -> list[Floats]:
    """The parts of bands within ``reach`` mm of where the nib set down or left."""
    found: list[Floats] = []
    for whole in dict.fromkeys(bands.whole[own].tolist()):
        parts = np.flatnonzero(bands.whole == whole)
        mine = np.flatnonzero(stroke == whole)
        far = float(along[mine].max())
        if bands.loop[parts[0]] or far < _SHORT * reach:
            continue
        if bands.tips.begun[parts[0]]:
            found.append(points[mine[along[mine] <= reach]])
        if bands.tips.ended[parts[-1]]:
            found.append(points[mine[along[mine] >= far - reach]])
    return [area for area in found if len(area) > 3]


def raised(inks: list[Ink], page: Columns, bent: Flags) -> list[Ink]:
    """The inks with bands that go over others of their paint on coats of their own, so that they are darker there.

    ``bent`` tells which marks are bands, one entry a mark; straight swipes have seen to themselves.
    """
    made = [ink for ink in inks if ink.coat == 0 or not bent[ink.mark].any()]
    bands: dict[int, list[Ink]] = {}
    for ink in inks:
        if ink.coat == 0:
            continue
        for number in dict.fromkeys(ink.mark[bent[ink.mark]].tolist()):
            some = np.flatnonzero(ink.mark == number)
            own = Ink(taken(ink.curves, some), ink.mark[some], ink.width[some], ink.opacity[some], ink.coat)
            bands.setdefault(number, []).append(own)
        rest = np.flatnonzero(~bent[ink.mark])
        if len(rest) < len(ink.mark) and len(rest):
            made.append(Ink(taken(ink.curves, rest), ink.mark[rest], ink.width[rest], ink.opacity[rest], ink.coat))
    pens = page.of_pen([pen.swipe is not None for pen in page.pens]) > 0
    swipes = [ink for ink in made if ink.coat == 1 and pens[ink.mark].any()]
    under: dict[tuple[int, str], list[tuple[Box, int]]] = {}
    for ink in swipes:
        for number, stroke in zip(ink.mark.tolist(), ink.curves.strokes(), strict=True):
            if pens[number]:
                under.setdefault(_paint(page, number), []).append((_box(stroke), 0))
    for number in sorted(bands):
        around = _box(np.concatenate([ink.curves.points for ink in bands[number]]))
        lower = under.setdefault(_paint(page, number), [])
        height = max((pile + 1 for box, pile in lower if _meet(box, around)), default=0)
        lower.append((around, height))
        made += [Ink(ink.curves, ink.mark, ink.width, ink.opacity, ink.coat + height * _PILE) for ink in bands[number]]
    return made


def _paint(page: Columns, number: int) -> tuple[int, str]:
    mark = page.marks[number]
    return int(mark.layer), mark.colour


def _box(points: Floats) -> Box:
    left, top = points.min(axis=0).tolist()
    right, bottom = points.max(axis=0).tolist()
    return left, top, right, bottom


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
