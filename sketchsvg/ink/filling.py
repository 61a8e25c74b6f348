"""Laying the fills of a page: every style once, over all the shapes that ask for it."""

from __future__ import annotations

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.catalogue import FillStyle, fill_of
from sketchsvg.ink.chains import Chains, pick, running
from sketchsvg.ink.columns import Columns, firsts_of
from sketchsvg.ink.filled import Filled, FillInk, closed_outlines
from sketchsvg.ink.grain import Course, grained
from sketchsvg.ink.grouping import HAIRLINE, Ink, taken
from sketchsvg.ink.keys import stroke_seeds
from sketchsvg.ink.strokes import Strokes
from sketchsvg.scene import Fill


def fills(edges: tuple[Curves, Ints], page: Columns) -> list[Ink]:
    """The ink of all fills. ``edges`` are the drawn outlines, each with the number of its mark."""
    outlines, mark_of = edges
    if not len(mark_of):
        return []
    outlines = closed_outlines(outlines)
    made: list[Ink] = []
    asked = np.flatnonzero(np.bincount(mark_of, minlength=len(page.marks)) > 0)
    # Thousands of marks may share a fill: what one asks for is looked at once.
    first, of = firsts_of(page.whole.take(asked))
    known: dict[int, tuple[int, Fill]] = {}
    wanted = np.array([_number(known, page.marks[number].fill) for number in asked[first].tolist()]).take(of)
    kinds = [fill for _, fill in known.values()]
    for style in dict.fromkeys([fill.style for fill in kinds]):
        alike = np.array([fill.style == style for fill in kinds], dtype=np.bool_).take(wanted)
        numbers = asked[alike]
        try:
            laid = _laid(style, numbers, kinds, wanted[alike], outlines, mark_of, page)
        except OverflowError:
            worst = max(numbers.tolist(), key=lambda number: int(page.points[number]))
            raise SheetError(
                f'The mark "{page.marks[worst].key}" is too intricate to be filled with "{style}".',
                mend="Widen the gap of its fill, thin out its points, or fill it with a wash.",
            ) from None
        made += _grainy(laid, page)
    return made


def _number(known: dict[int, tuple[int, Fill]], fill: Fill | None) -> int:
    """The number of a fill among those that are known, by identity."""
    assert fill is not None
    return known.setdefault(id(fill), (len(known), fill))[0]


def _laid(
    style: str, numbers: Ints, kinds: list[Fill], wanted: Ints, outlines: Curves, mark_of: Ints, page: Columns
) -> Ink:  # fmt: skip
    """The ink of one style for marks, each with the number of its fill among ``kinds``."""
    asked = np.zeros(len(page.marks), dtype=np.bool_)
    asked[numbers] = True
    strokes = np.flatnonzero(asked[mark_of])
    strokes = strokes[np.argsort(mark_of[strokes], kind="stable")]
    laid = coated(
        fill_of(style),
        Filled(
            outlines=taken(outlines, strokes),
            shape=np.searchsorted(numbers, mark_of[strokes]),
            gap=np.array([fill.gap for fill in kinds]).take(wanted),
            weight=np.array([max(fill.weight, HAIRLINE) for fill in kinds]).take(wanted),
            angle=np.array([fill.angle for fill in kinds]).take(wanted),
            evenodd=np.array([fill.rule == "evenodd" for fill in kinds]).take(wanted),
            loose=page.of_pen([pen.uneven for pen in page.pens])[numbers],
            seeds=page.seeds[numbers],
            dash=np.array([fill.dash[0] if fill.dash else 0.0 for fill in kinds]).take(wanted),
            dash_gap=np.array([fill.dash[1] if fill.dash else 0.0 for fill in kinds]).take(wanted),
            tooth=np.array([fill.tooth for fill in kinds]).take(wanted),
        ),
        kinds,
        wanted,
    )
    opacity = np.array([fill.opacity for fill in kinds]).take(wanted)
    return Ink(laid.curves, numbers[laid.shape], laid.width, opacity[laid.shape], 0)


def coated(lay: FillStyle, filled: Filled, kinds: list[Fill], wanted: Ints) -> FillInk:
    """The ink of one style; ``wanted`` is the number of each shape's fill among ``kinds``."""
    if all(fill.passes == 1 and not fill.dash for fill in kinds):
        return lay(filled)
    from sketchsvg.ink.coats import laid

    return laid(lay, filled, kinds, wanted)


def _grainy(laid: Ink, page: Columns) -> list[Ink]:
    """The lines of a fill with the grain of their marks' pens, where these have one."""
    rough = page.of_pen([len(pen.strands) > 1 for pen in page.pens]).take(laid.mark) > 0
    rough &= laid.width > 0
    if not rough.any():
        return [laid]
    even, some = np.flatnonzero(~rough), np.flatnonzero(rough)
    made = [Ink(taken(laid.curves, even), laid.mark[even], laid.width[even], laid.opacity[even], 0)]
    # The lines of each mark in their own order, whatever is filled beside it.
    some = some[np.argsort(laid.mark[some], kind="stable")]
    mark, weight, opacity = laid.mark[some], laid.width[some], laid.opacity[some]
    index = np.arange(len(some)) - np.searchsorted(mark, mark)
    seeds = stroke_seeds(page.seeds.take(mark), index, np.zeros_like(index))
    lines, pen = Chains.of(laid.curves, some), page.pen.take(mark)
    for kind, of_kind in enumerate(page.pens):
        has = np.flatnonzero(pen == kind)
        course = Course(lines.take(has))
        for number, strand in enumerate(of_kind.strands if len(has) else ()):
            # The ink of all strands stays within that of the line, which is inside of the shape.
            width = np.maximum(strand.width * weight, HAIRLINE)
            room = np.minimum(weight, (weight - width) / (2.0 * max(strand.reach, 0.01)))[has]
            for grain, runs, line in grained(course, seeds[has], number, strand, room):
                of = has[line]
                made.append(Ink(runs.curves(), mark[of], width[of], opacity[of] * strand.opacity, 0, grain))
    return made


def line_edges(moved: Chains, strokes: Strokes, tails: Floats, chosen: Ints) -> tuple[Curves, Ints]:
    """The outlines of the ``chosen`` strokes as they were drawn, without the part that runs past the start."""
    chains = moved.take(chosen)
    tailed = tails[chosen] > 0
    keep = np.ones(chains.nodes.shape[1], dtype=np.bool_)
    keep[chains.last[tailed]] = False
    kept = np.flatnonzero(keep)
    starts = running(np.diff(chains.starts) - tailed)
    outline = Chains(pick(chains.nodes, kept), pick(chains.before, kept), pick(chains.after, kept), starts)
    return outline.curves(), strokes.mark[chosen]
