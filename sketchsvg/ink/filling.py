"""Laying the fills of a page: every style once, over all the shapes that ask for it."""

from __future__ import annotations

import numpy as np

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.catalogue import fill_of
from sketchsvg.ink.chains import Chains, pick, running
from sketchsvg.ink.columns import Columns
from sketchsvg.ink.filled import Filled, closed_outlines
from sketchsvg.ink.grouping import Ink, taken
from sketchsvg.ink.strokes import Strokes
from sketchsvg.scene import Fill

#: The thinnest line of a fill in mm: a width of 0 would be an area.
_FINEST = 0.01


def fills(edges: tuple[Curves, Ints], page: Columns) -> list[Ink]:
    """The ink of all fills. ``edges`` are the drawn outlines, each with the number of its mark."""
    outlines, mark_of = edges
    if not len(mark_of):
        return []
    outlines = closed_outlines(outlines)
    made: list[Ink] = []
    marks = page.marks
    wanted = {number: fill for number in sorted(set(mark_of.tolist())) if (fill := marks[number].fill)}
    for style in dict.fromkeys([fill.style for fill in wanted.values()]):
        alike = [number for number, fill in wanted.items() if fill.style == style]
        try:
            made.append(_laid(style, alike, [wanted[number] for number in alike], outlines, mark_of, page))
        except OverflowError:
            worst = max(alike, key=lambda number: len(marks[number].curves.points))
            raise SheetError(
                f'The mark "{marks[worst].key}" is too intricate to be filled with "{style}".',
                mend="Widen the gap of its fill, thin out its points, or fill it with a wash.",
            ) from None
    return made


def _laid(
    style: str, alike: list[int], wanted: list[Fill], outlines: Curves, mark_of: Ints, page: Columns
) -> Ink:  # fmt: skip
    numbers = np.array(alike, dtype=np.int64)
    asked = np.zeros(len(page.marks), dtype=np.bool_)
    asked[numbers] = True
    strokes = np.flatnonzero(asked[mark_of])
    strokes = strokes[np.argsort(mark_of[strokes], kind="stable")]
    laid = fill_of(style)(
        Filled(
            outlines=taken(outlines, strokes),
            shape=np.searchsorted(numbers, mark_of[strokes]),
            gap=np.array([fill.gap for fill in wanted]),
            weight=np.array([max(fill.weight, _FINEST) for fill in wanted]),
            angle=np.array([fill.angle for fill in wanted]),
            evenodd=np.array([fill.rule == "evenodd" for fill in wanted]),
            loose=page.of_pen([0.0 if pen.exact else 1.0 for pen in page.pens])[numbers],
            seeds=page.seeds[numbers],
        )
    )
    opacity = np.array([fill.opacity for fill in wanted])
    return Ink(laid.curves, numbers[laid.shape], laid.width, opacity[laid.shape], 0)


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
