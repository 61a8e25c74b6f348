"""The ink engine: a scene of clean centrelines becomes a page of strokes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.check import check
from sketchsvg.ink.closing import closed, closings
from sketchsvg.ink.corners import side_by_side
from sketchsvg.ink.filling import fills, line_edges
from sketchsvg.ink.grouping import Ink, paths, taken
from sketchsvg.ink.handwriting import drifted
from sketchsvg.ink.keys import Seeds, mark_seeds, stroke_seeds
from sketchsvg.ink.lines import lines
from sketchsvg.ink.pen import Pen
from sketchsvg.ink.strokes import Strokes, gathered
from sketchsvg.ink.subdivide import pieces_needed, split
from sketchsvg.ink.swipe import bands
from sketchsvg.ink.wobble import growth, steps, wobbled
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Mark, Scene


def ink(scene: Scene) -> InkedPage:
    """Draw every mark of the scene with its pen.

    The same scene gives the same points, bit for bit; a mark's points depend on the scene's seed and on the mark
    alone. Raises ``SheetError`` for what cannot be drawn and ``NameUnknownError`` for unknown pens and fills.
    """
    marks = scene.marks
    check(marks)
    pens = [pen_of(mark.pen) for mark in marks]
    seeds = mark_seeds(scene.seed, [mark.key for mark in marks])
    ruled = [n for n, pen in enumerate(pens) if pen.exact and len(marks[n].curves)]
    swiped = [n for n, pen in enumerate(pens) if pen.swipe is not None and len(marks[n].curves)]
    drawn = [n for n, pen in enumerate(pens) if not pen.exact and pen.swipe is None and len(marks[n].curves)]

    inks: list[Ink] = []
    edges: list[tuple[Curves, Ints]] = []
    if ruled:
        curves, of = _as_given(marks, ruled)
        width = np.array([marks[n].width for n in ruled])[of]
        number = np.array(ruled, dtype=np.int64)[of]
        seen = np.flatnonzero(width > 0)
        inks.append(Ink(taken(curves, seen), number[seen], width[seen], _opacities(marks)[number[seen]], 1))
        edges.append((curves, number))
    if drawn:
        strokes = gathered(marks, drawn, pens, seeds)
        hand_inks, edge = _by_hand(strokes, marks, drawn, seeds)
        inks += hand_inks
        edges.append(edge)
    if swiped:
        inks += _swipes(marks, swiped, pens, seeds)
    inks += fills(edges, marks, pens, seeds)

    return InkedPage(
        width=scene.width,
        height=scene.height,
        paths=paths(inks, marks),
        words=tuple(word for mark in marks if mark.writing is not None for word in mark.writing.words),
        title=scene.title,
        description=scene.description,
        language=scene.language,
        author=scene.author,
    )


def _as_given(marks: Sequence[Mark], chosen: Sequence[int]) -> tuple[Curves, Ints]:
    """The chosen marks' curves as they are, and for each stroke its place in ``chosen``."""
    counts = [len(marks[number].curves) for number in chosen]
    return Curves.joined(marks[number].curves for number in chosen), np.repeat(np.arange(len(chosen)), counts)


def _opacities(marks: Sequence[Mark]) -> Floats:
    return np.array([mark.opacity for mark in marks])


def _by_hand(
    strokes: Strokes, marks: Sequence[Mark], drawn: Sequence[int], seeds: Seeds
) -> tuple[list[Ink], tuple[Curves, Ints]]:
    """The lines of drawn strokes, and the outlines of those that are to be filled with the mark of each."""
    clean = drifted(strokes, marks, drawn, seeds)
    extents = clean.extents()
    much = growth(clean, strokes)
    pieces = pieces_needed(clean, steps(strokes, extents))
    ends, tails = closings(clean, strokes, much)
    straight = split(clean, pieces, ends, tails)
    moved = wobbled(straight, clean, strokes, much)

    filled = np.array([mark.fill is not None for mark in marks])[strokes.mark]
    edge = line_edges(moved, strokes, tails, np.flatnonzero(filled & (strokes.again == 0)))
    sides, source = side_by_side(moved, straight.chains, strokes, closed(clean))
    seen = np.flatnonzero(strokes.width[source] > 0)
    return lines(sides.take(seen), source[seen], strokes, _opacities(marks)), edge


def _swipes(marks: Sequence[Mark], chosen: Sequence[int], pens: Sequence[Pen], seeds: Seeds) -> list[Ink]:
    """The bands of flat nibs and, over them, their darker ends."""
    made: list[Ink] = []
    opacity = _opacities(marks)
    for swipe in dict.fromkeys(pens[n].swipe for n in chosen):
        assert swipe is not None
        alike = [n for n in chosen if pens[n].swipe == swipe]
        curves, of = _as_given(marks, alike)
        number = np.array(alike, dtype=np.int64)[of]
        index = np.arange(len(of)) - np.searchsorted(of, of)
        stroke_seed = stroke_seeds(seeds[number], index, np.zeros_like(index))
        heights = np.array([marks[n].width for n in alike])[of]
        band, patches, stroke = bands(Chains.of(curves), heights, stroke_seed, swipe)
        made.append(Ink(band, number, np.zeros(len(number)), opacity[number], 1))
        patched = number[stroke]
        made.append(Ink(patches, patched, np.zeros(len(patched)), opacity[patched], 2))
    return made
