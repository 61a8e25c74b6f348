"""The ink engine: a scene of clean centrelines becomes a page of strokes."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.catalogue import pen_for
from sketchsvg.ink.chains import Chains, Flags, joined, running
from sketchsvg.ink.check import check
from sketchsvg.ink.closing import closings
from sketchsvg.ink.columns import Columns, columns
from sketchsvg.ink.corners import side_by_side
from sketchsvg.ink.dashing import dashed
from sketchsvg.ink.filling import fills, line_edges
from sketchsvg.ink.grouping import Ink, paths, taken
from sketchsvg.ink.handwriting import drifted
from sketchsvg.ink.keys import stroke_seeds
from sketchsvg.ink.lines import lines
from sketchsvg.ink.manner import Manner, closed, drawing_manner, letter_manner
from sketchsvg.ink.pen import Pen
from sketchsvg.ink.strokes import Parts, Strokes, blocks, gathered
from sketchsvg.ink.subdivide import pieces_needed, split
from sketchsvg.ink.swipe import bands, is_swipe, piled
from sketchsvg.ink.wobble import wobbled
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Mark, Scene

#: How many points are worked on at a time. A page has fewer; posters of many thousand shapes outgrow every cache.
_BLOCK = 40_000


def ink(scene: Scene) -> InkedPage:
    """Draw every mark of the scene with its pen.

    The same scene gives the same points, bit for bit; a mark's points depend on the scene's seed and on the mark
    alone. Raises ``SheetError`` for what cannot be drawn and ``NameUnknownError`` for unknown pens and fills.
    """
    marks = scene.marks
    _keep_memory()
    inks = inks_of(marks, [pen_for(mark) for mark in marks], scene.seed)
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
        rasters=scene.rasters,
    )


def inks_of(marks: Sequence[Mark], pens: Sequence[Pen], seed: int) -> list[Ink]:
    """The ink of marks, each with its pen: lines, swipes and fills, in no order that matters."""
    if not marks:
        return []
    curves = joined([mark.curves for mark in marks])
    check(marks, curves)
    page = columns(marks, curves, pens, seed)
    ruled, written, drawn, swiped = _sorted(page)
    even = np.zeros(len(page.marks), dtype=np.bool_)
    even[written] = True
    inks: list[Ink] = []
    if len(ruled):
        inks.append(_as_given(page, ruled))
        inks += fills(_strokes_of(page, ruled[page.filled[ruled]]), page)
    for block in blocks(page, np.concatenate((written, drawn)), _BLOCK):
        inks += _by_hand(page, block, even)
    if len(swiped):
        inks += _swipes(page, swiped)
    bent = _bent(page, drawn)
    if bent.any():
        from sketchsvg.ink.banding import raised

        inks = raised(inks, page, bent)
    if len(page.marks) == len(marks):
        return inks
    return [_of_wholes(ink, page) for ink in inks]


def _of_wholes(ink: Ink, page: Columns) -> Ink:
    """The ink with the marks of the scene, which may each be many shapes; these in their order."""
    order = np.argsort(ink.mark, kind="stable")
    if (order[1:] < order[:-1]).any():
        curves, width, opacity = taken(ink.curves, order), ink.width[order], ink.opacity[order]
        ink = replace(ink, curves=curves, mark=ink.mark[order], width=width, opacity=opacity)
    return replace(ink, mark=page.whole.take(ink.mark))


def _keep_memory() -> None:
    """Let the C library keep freed memory for the next array.

    glibc hands arrays over 128 KB back to the system when they are freed, until it has seen a larger one go; getting
    them back again, page by page, costs more than the arithmetic. Asking once for 31 MB, never touched, ends that.
    """
    np.empty(31 << 17)


def _sorted(page: Columns) -> tuple[Ints, Ints, Ints, Ints]:
    """The marks that are ruled, written with lines of one width, drawn, and swiped; those without a stroke are none.

    Among the drawn are letters so large that their lines swell and thin; they come first.
    """
    kinds = page.pens
    seen = page.first[1:] > page.first[:-1]
    ruled = page.of_pen([pen.exact for pen in kinds]) > 0
    swiped = (page.of_pen([pen.swipe is not None for pen in kinds]) > 0) & seen & ~ruled & (page.em == 0)
    for number in np.flatnonzero(swiped).tolist():
        swiped[number] = is_swipe(page.marks[number].curves)
    by_hand = seen & ~ruled & ~swiped
    letters = by_hand & (page.em > 0)
    large = letters & (page.em >= page.of_pen([pen.profile.letter_em if pen.profile else inf for pen in kinds]))
    drawn = np.concatenate((np.flatnonzero(large), np.flatnonzero(by_hand & ~letters)))
    return np.flatnonzero(seen & ruled), np.flatnonzero(letters & ~large), drawn, np.flatnonzero(swiped)


def _bent(page: Columns, drawn: Ints) -> Flags:
    """Which marks are bands of a flat nib among those that are drawn."""
    bent = np.zeros(len(page.marks), dtype=np.bool_)
    bent[drawn] = page.of_pen([pen.swipe is not None for pen in page.pens])[drawn] > 0
    return bent


def _strokes_of(page: Columns, chosen: Ints) -> tuple[Curves, Ints]:
    """The chosen marks' strokes as they are, and the mark of each."""
    counts = (page.first[1:] - page.first[:-1])[chosen]
    mark = np.repeat(chosen, counts)
    stroke = np.arange(len(mark)) + np.repeat(page.first[chosen] - running(counts)[:-1], counts)
    return taken(page.curves, stroke), mark


def _as_given(page: Columns, chosen: Ints) -> Ink:
    """The lines of ruled marks."""
    curves, of = _cut(*_strokes_of(page, chosen[page.width[chosen] > 0]), page)
    return Ink(curves, of, page.width[of], page.opacity[of], 1)


def _cut(curves: Curves, of: Ints, page: Columns) -> tuple[Curves, Ints]:
    """The strokes cut exactly into the dashes of their marks."""
    if not page.dashed[of].any():
        return curves, of
    exact = np.zeros(len(of), dtype=np.bool_)
    chains, piece = dashed(Chains.of(curves), of, of.astype(np.uint64), exact, page.marks)
    return chains.curves(), of[piece]


def _by_hand(page: Columns, parts: Parts, even: Flags) -> list[Ink]:
    """What a hand writes and draws: the lines, and the fills of what they enclose.

    Glyphs of letters drift; all strokes wobble; polygons are drawn side by side. First come letters of one width, which
    ``even`` tells, then large letters, then drawings.
    """
    strokes = gathered(page, parts)
    clean, manner = _begun(strokes, page, parts.mark)
    ends, tails = closings(clean, strokes, manner)
    pieces = pieces_needed(clean, manner.step, (manner.turn, manner.sharp_turn))
    straight = split(clean, pieces, ends, tails)
    moved, lengths = wobbled(straight, clean, strokes, manner)
    inks: list[Ink] = []
    # A shape is filled once, however often the pen goes over its line.
    filled = np.flatnonzero(page.filled.take(strokes.mark) & (strokes.again == 0))
    if len(filled):
        inks += fills(line_edges(moved, strokes, tails, filled), page)
    loops = closed(clean).copy()
    loops[: strokes.letters] = False
    before = straight.chains
    count = int(np.count_nonzero(even.take(strokes.mark)))
    if count:
        letters, moved = moved.parted(count)
        inks += _lined(letters, np.arange(count), strokes, manner, lengths, page)
        strokes, manner = strokes.parted(count)[1], manner.behind(count)
        before, lengths, loops = before.parted(count)[1], lengths[count:], loops[count:]
    if len(loops):
        sides, source = side_by_side(moved, before, strokes, loops)
        inks += _lined(sides, source, strokes, manner, lengths, page)
    return inks


def _lined(
    chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats, page: Columns
) -> list[Ink]:  # fmt: skip
    """The lines of strokes that have a width, cut into dashes where their marks ask for it."""
    seen = strokes.width.take(source) > 0
    if not seen.all():
        kept = np.flatnonzero(seen)
        chains, source = chains.take(kept), source[kept]
    if strokes.dashed.any():
        loose = np.ones(len(source), dtype=np.bool_)
        chains, piece = dashed(chains, strokes.mark[source], strokes.seeds[source], loose, page.marks)
        source = source[piece]
    return lines(chains, source, strokes, manner, lengths)


def _begun(strokes: Strokes, page: Columns, chosen: Ints) -> tuple[Chains, Manner]:
    """The strokes with their letters drifted, and how unsteadily each is drawn."""
    if not strokes.letters:
        return strokes.chains, drawing_manner(strokes)
    letters = chosen[page.em.take(chosen) > 0]
    if strokes.letters == len(strokes.mark):
        return drifted(strokes.chains, page, letters), letter_manner(strokes, page)
    text, drawing = strokes.parted(strokes.letters)
    clean = Chains.joined([drifted(text.chains, page, letters), drawing.chains])
    return clean, letter_manner(text, page).followed_by(drawing_manner(drawing))


def _swipes(page: Columns, chosen: Ints) -> list[Ink]:
    """The bands of flat nibs and, over them, their darker ends; where a band goes over another it is darker, too."""
    made: list[Ink] = []
    for kind in sorted(set(page.pen[chosen].tolist())):
        swipe = page.pens[kind].swipe
        assert swipe is not None
        curves, of = _cut(*_strokes_of(page, chosen[page.pen[chosen] == kind]), page)
        index = np.arange(len(of)) - np.searchsorted(of, of)
        stroke_seed = stroke_seeds(page.seeds[of], index, np.zeros_like(index))
        band, patches, stroke = bands(Chains.of(curves), page.width[of], stroke_seed, swipe)
        paint = [(page.marks[number].layer, page.marks[number].colour) for number in of.tolist()]
        pile = piled(band, paint)
        for height in range(int(pile.max()) + 1):
            some, ends = np.flatnonzero(pile == height), np.flatnonzero(pile[stroke] == height)
            mark, patched = of[some], of[stroke[ends]]
            coat = 2 * height + 1
            made.append(Ink(taken(band, some), mark, np.zeros(len(mark)), page.opacity[mark], coat))
            dark = page.opacity[patched] * swipe.darkness
            made.append(Ink(taken(patches, ends), patched, np.zeros(len(patched)), dark, coat + 1))
    return made
