"""The ink engine: a scene of clean centrelines becomes a page of strokes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.chains import Chains, joined
from sketchsvg.ink.check import check
from sketchsvg.ink.closing import closings
from sketchsvg.ink.corners import side_by_side
from sketchsvg.ink.dashing import dashed
from sketchsvg.ink.filling import fills, line_edges
from sketchsvg.ink.grouping import Ink, paths
from sketchsvg.ink.handwriting import drifted
from sketchsvg.ink.keys import Seeds, mark_seeds, stroke_seeds
from sketchsvg.ink.lines import lines
from sketchsvg.ink.manner import Manner, closed, drawing_manner, letter_manner
from sketchsvg.ink.pen import Pen
from sketchsvg.ink.strokes import Strokes, gathered, rounds
from sketchsvg.ink.subdivide import pieces_needed, split
from sketchsvg.ink.swipe import bands, is_swipe
from sketchsvg.ink.wobble import wobbled
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Mark, Scene

#: How many points are worked on at a time. A page has fewer; posters of many thousand shapes outgrow every cache.
_BLOCK = 60_000


def ink(scene: Scene) -> InkedPage:
    """Draw every mark of the scene with its pen.

    The same scene gives the same points, bit for bit; a mark's points depend on the scene's seed and on the mark
    alone. Raises ``SheetError`` for what cannot be drawn and ``NameUnknownError`` for unknown pens and fills.
    """
    marks = scene.marks
    check(marks)
    _keep_memory()
    inks = inks_of(marks, [pen_of(mark.pen) for mark in marks], scene.seed)
    return InkedPage(
        width=scene.width,
        height=scene.height,
        paths=paths(inks, marks),
        words=tuple(word for mark in marks if mark.writing is not None for word in mark.writing.words),
        title=scene.title,
        description=scene.description,
        language=scene.language,
        author=scene.author,
        subject=scene.subject,
        keywords=scene.keywords,
        parts=scene.parts,
    )


def inks_of(marks: Sequence[Mark], pens: Sequence[Pen], seed: int) -> list[Ink]:
    """The ink of checked marks, each with its pen: lines, swipes and fills, in no order that matters."""
    seeds = mark_seeds(seed, [mark.key for mark in marks])
    opacities = np.array([mark.opacity for mark in marks])
    inks: list[Ink] = []
    ruled, letters, drawings, swiped = _sorted(marks, pens)
    for block, _ in _blocks(marks, ruled, []):
        inks.append(_as_given(marks, block, opacities))
        inks += fills([_strokes_of(marks, block)], marks, pens, seeds)
    for written, drawn in _blocks(marks, letters, drawings):
        lined, edge = _by_hand(marks, written, drawn, pens, seeds, opacities)
        inks += lined
        inks += fills([edge], marks, pens, seeds)
    if swiped:
        inks += _swipes(marks, swiped, pens, seeds, opacities)
    return inks


def _keep_memory() -> None:
    """Let the C library keep freed memory for the next array.

    glibc hands arrays over 128 KB back to the system when they are freed, until it has seen a larger one go; getting
    them back again, page by page, costs more than the arithmetic. Asking once for 31 MB, never touched, ends that.
    """
    np.empty(31 << 17)


def _sorted(marks: Sequence[Mark], pens: Sequence[Pen]) -> tuple[list[int], list[int], list[int], list[int]]:
    """The numbers of the marks that are ruled, written, drawn and swiped; marks without a stroke are none of these."""
    known = {mark.pen: pen for mark, pen in zip(marks, pens, strict=True)}
    exact = {name: pen.exact for name, pen in known.items()}
    ruled: list[int] = []
    letters: list[int] = []
    drawings: list[int] = []
    swiped: list[int] = []
    for number, (mark, pen) in enumerate(zip(marks, pens, strict=True)):
        if not len(mark.curves):
            continue
        if exact[mark.pen]:
            ruled.append(number)
        elif mark.writing is not None:
            letters.append(number)
        elif pen.swipe is not None and is_swipe(mark.curves):
            swiped.append(number)
        else:
            drawings.append(number)
    return ruled, letters, drawings, swiped


def _blocks(
    marks: Sequence[Mark], letters: Sequence[int], drawings: Sequence[int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Letters and drawings by turns, so many at a time that their arrays stay near the processor."""
    block: tuple[list[int], list[int]] = ([], [])
    points = 0
    for kind, chosen in enumerate((letters, drawings)):
        for number in chosen:
            block[kind].append(number)
            points += len(marks[number].curves.points)
            if points >= _BLOCK:
                yield block
                block, points = ([], []), 0
    if points:
        yield block


def _strokes_of(marks: Sequence[Mark], chosen: Sequence[int]) -> tuple[Curves, Ints]:
    """The chosen marks' curves as they are, and the mark of each stroke."""
    counts = [len(marks[number].curves) for number in chosen]
    return joined([marks[number].curves for number in chosen]), np.repeat(np.array(chosen, dtype=np.int64), counts)


def _as_given(marks: Sequence[Mark], chosen: Sequence[int], opacities: Floats) -> Ink:
    """The lines of ruled marks."""
    lined = [number for number in chosen if marks[number].width > 0]
    if not lined:
        return Ink(Curves.empty(), np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0), 1)
    curves, of = _cut(*_strokes_of(marks, lined), marks)
    widths = np.array([mark.width for mark in marks])
    return Ink(curves, of, widths[of], opacities[of], 1)


def _cut(curves: Curves, of: Ints, marks: Sequence[Mark]) -> tuple[Curves, Ints]:
    """The strokes cut exactly into the dashes of their marks."""
    if not any(marks[number].dash for number in dict.fromkeys(of.tolist())):
        return curves, of
    chains, piece = dashed(Chains.of(curves), of, of.astype(np.uint64), np.zeros(len(of), dtype=np.bool_), marks)
    return chains.curves(), of[piece]


def _by_hand(
    marks: Sequence[Mark], letters: Sequence[int], drawings: Sequence[int], pens: Sequence[Pen], seeds: Seeds,
    opacities: Floats,
) -> tuple[list[Ink], tuple[Curves, Ints]]:  # fmt: skip
    """What a hand writes and draws: the lines, and the outlines to be filled.

    Glyphs of letters drift; all strokes wobble; polygons are drawn side by side.
    """
    written = rounds(marks, letters, pens)
    going = [*written, *rounds(marks, drawings, pens)]
    strokes = gathered(marks, going, pens, seeds)
    count = sum(len(marks[one.mark].curves) for one in written)
    text, drawing = strokes.parted(count)
    clean, manner = strokes.chains, drawing_manner(drawing)
    if written:
        clean = Chains.joined([drifted(text.chains, marks, written, seeds), drawing.chains])
        manner = letter_manner(text, marks).followed_by(manner)
    straight, moved, lengths, edge = _moved(clean, strokes, manner, marks)
    drawn = np.arange(len(clean)) >= count
    sides, source = side_by_side(moved, straight, strokes, closed(clean) & drawn)
    return _lined(sides, source, strokes, manner, lengths, marks, opacities), edge


def _lined(
    chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats, marks: Sequence[Mark],
    opacities: Floats,
) -> list[Ink]:  # fmt: skip
    """The lines of strokes that have a width, cut into dashes where their marks ask for it."""
    seen = np.flatnonzero(strokes.width[source] > 0)
    chains, source = chains.take(seen), source[seen]
    if strokes.dashed.any():
        loose = np.ones(len(source), dtype=np.bool_)
        chains, piece = dashed(chains, strokes.mark[source], strokes.seeds[source], loose, marks)
        source = source[piece]
    return lines(chains, source, strokes, manner, lengths, opacities)


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


def _swipes(
    marks: Sequence[Mark], chosen: Sequence[int], pens: Sequence[Pen], seeds: Seeds, opacities: Floats
) -> list[Ink]:
    """The bands of flat nibs and, over them, their darker ends."""
    made: list[Ink] = []
    heights = np.array([mark.width for mark in marks])
    for name, swipe in {marks[number].pen: pens[number].swipe for number in chosen}.items():
        assert swipe is not None
        curves, of = _cut(*_strokes_of(marks, [number for number in chosen if marks[number].pen == name]), marks)
        index = np.arange(len(of)) - np.searchsorted(of, of)
        stroke_seed = stroke_seeds(seeds[of], index, np.zeros_like(index))
        band, patches, stroke = bands(Chains.of(curves), heights[of], stroke_seed, swipe)
        made.append(Ink(band, of, np.zeros(len(of)), opacities[of], 1))
        patched = of[stroke]
        made.append(Ink(patches, patched, np.zeros(len(patched)), opacities[patched] * swipe.darkness, 2))
    return made
