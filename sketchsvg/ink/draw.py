"""The ink engine: a scene of clean centrelines becomes a page of strokes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.chains import Chains, joined
from sketchsvg.ink.check import check
from sketchsvg.ink.closing import closings
from sketchsvg.ink.corners import side_by_side
from sketchsvg.ink.filling import fills, line_edges
from sketchsvg.ink.grouping import Ink, paths, taken
from sketchsvg.ink.handwriting import drifted
from sketchsvg.ink.keys import Seeds, mark_seeds, stroke_seeds
from sketchsvg.ink.lines import lines
from sketchsvg.ink.manner import Manner, closed, drawing_manner, letter_manner
from sketchsvg.ink.pen import Pen
from sketchsvg.ink.strokes import Round, Strokes, gathered, rounds
from sketchsvg.ink.subdivide import pieces_needed, split
from sketchsvg.ink.swipe import bands
from sketchsvg.ink.wobble import wobbled
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Mark, Scene


def ink(scene: Scene) -> InkedPage:
    """Draw every mark of the scene with its pen.

    The same scene gives the same points, bit for bit; a mark's points depend on the scene's seed and on the mark
    alone. Raises ``SheetError`` for what cannot be drawn and ``NameUnknownError`` for unknown pens and fills.
    """
    marks = scene.marks
    check(marks)
    _keep_memory()
    pens = [pen_of(mark.pen) for mark in marks]
    seeds = mark_seeds(scene.seed, [mark.key for mark in marks])
    ruled = [n for n, pen in enumerate(pens) if pen.exact and len(marks[n].curves)]
    swiped = [n for n, pen in enumerate(pens) if pen.swipe is not None and len(marks[n].curves)]

    inks: list[Ink] = []
    edges: list[tuple[Curves, Ints]] = []
    if ruled:
        curves, of = _as_given(marks, ruled)
        width = np.array([marks[n].width for n in ruled])[of]
        number = np.array(ruled, dtype=np.int64)[of]
        seen = np.flatnonzero(width > 0)
        inks.append(Ink(taken(curves, seen), number[seen], width[seen], _opacities(marks)[number[seen]], 1))
        edges.append((curves, number))
    opacities = _opacities(marks)
    for going, hand in ((_rounds_of(marks, pens, True), _write), (_rounds_of(marks, pens, False), _draw)):
        if going:
            lined, edge = hand(marks, going, gathered(marks, going, pens, seeds), seeds, opacities)
            inks += lined
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


def _keep_memory() -> None:
    """Let the C library keep freed memory for the next array.

    glibc hands arrays over 128 KB back to the system when they are freed, until it has seen a larger one go; getting
    them back again, page by page, costs more than the arithmetic. Asking once for 31 MB, never touched, ends that.
    """
    np.empty(31 << 17)


def _as_given(marks: Sequence[Mark], chosen: Sequence[int]) -> tuple[Curves, Ints]:
    """The chosen marks' curves as they are, and for each stroke its place in ``chosen``."""
    counts = [len(marks[number].curves) for number in chosen]
    return joined([marks[number].curves for number in chosen]), np.repeat(np.arange(len(chosen)), counts)


def _opacities(marks: Sequence[Mark]) -> Floats:
    return np.array([mark.opacity for mark in marks])


def _rounds_of(marks: Sequence[Mark], pens: Sequence[Pen], written: bool) -> list[Round]:
    """The rounds of all letters, or of all drawings, that a free hand does."""
    return rounds(
        marks,
        [
            number
            for number, (mark, pen) in enumerate(zip(marks, pens, strict=True))
            if (mark.writing is not None) is written and not pen.exact and not pen.swipe and len(mark.curves)
        ],
        pens,
    )


def _write(
    marks: Sequence[Mark], going: Sequence[Round], strokes: Strokes, seeds: Seeds, opacities: Floats
) -> tuple[list[Ink], tuple[Curves, Ints]]:
    """Letters: their glyphs drift, their strokes wobble."""
    clean = drifted(strokes.chains, marks, going, seeds)
    manner = letter_manner(strokes, marks)
    _, moved, lengths, edge = _moved(clean, strokes, manner, marks)
    seen = np.flatnonzero(strokes.width > 0)
    return lines(moved.take(seen), seen, strokes, manner, lengths, opacities), edge


def _draw(
    marks: Sequence[Mark], going: Sequence[Round], strokes: Strokes, seeds: Seeds, opacities: Floats
) -> tuple[list[Ink], tuple[Curves, Ints]]:
    """Drawings: their strokes wobble, and polygons are drawn side by side."""
    manner = drawing_manner(strokes)
    straight, moved, lengths, edge = _moved(strokes.chains, strokes, manner, marks)
    sides, source = side_by_side(moved, straight, strokes, closed(strokes.chains))
    seen = np.flatnonzero(strokes.width[source] > 0)
    return lines(sides.take(seen), source[seen], strokes, manner, lengths, opacities), edge


def _moved(
    clean: Chains, strokes: Strokes, manner: Manner, marks: Sequence[Mark]
) -> tuple[Chains, Chains, Floats, tuple[Curves, Ints]]:
    """The strokes split and closed, then as the hand moves them, their lengths, and the outlines to be filled."""
    ends, tails = closings(clean, strokes, manner)
    straight = split(clean, pieces_needed(clean, manner.step, manner.turns), ends, tails)
    moved, lengths = wobbled(straight, clean, strokes, manner)
    filled = np.array([mark.fill is not None for mark in marks])[strokes.mark]
    # A shape is filled once, however often the pen goes over its line.
    edge = line_edges(moved, strokes, tails, np.flatnonzero(filled & (strokes.again == 0)))
    return straight.chains, moved, lengths, edge


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
        made.append(Ink(patches, patched, np.zeros(len(patched)), opacity[patched] * swipe.darkness, 2))
    return made
