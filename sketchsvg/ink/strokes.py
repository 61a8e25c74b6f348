"""Strokes of many marks in one batch, each with its mark, its pen and its seed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, running
from sketchsvg.ink.columns import Columns
from sketchsvg.ink.keys import Seeds, stroke_seeds
from sketchsvg.ink.pen import Pen, Profile


class Strokes(Struct, frozen=True, eq=False):
    """Strokes that a hand draws: ``chains`` and, one entry a stroke, what the engine asks about them.

    ``mark`` is the number of the mark in the scene, ``again`` how often the pen has drawn the stroke already, ``width``
    the mark's nib in mm, ``opacity`` that of the mark. ``pen`` is each stroke's place in ``pens``, ``dashed`` whether
    it is to be cut into dashes. The first ``letters`` strokes are writing.
    """

    chains: Chains
    mark: Ints
    again: Ints
    width: Floats
    opacity: Floats
    seeds: Seeds
    pen: Ints
    pens: tuple[Pen, ...]
    dashed: Flags
    letters: int

    def parted(self, count: int) -> tuple[Strokes, Strokes]:
        """The first ``count`` strokes and the others."""
        names = ("mark", "again", "width", "opacity", "seeds", "pen", "dashed")
        parts = (slice(count), slice(count, None))
        head, tail = ({name: getattr(self, name)[part] for name in names} for part in parts)
        first, rest = self.chains.parted(count)
        return (
            Strokes(chains=first, pens=self.pens, letters=min(self.letters, count), **head),
            Strokes(chains=rest, pens=self.pens, letters=max(self.letters - count, 0), **tail),
        )

    def of_pen(self, field: str) -> Floats:
        """A number of each stroke's pen."""
        return np.array([float(getattr(pen, field)) for pen in self.pens]).take(self.pen)

    def of_profile(self, field: str) -> Floats:
        """A number of each stroke's profile; for pens without one what an ordinary one has."""
        return np.array([float(getattr(pen.profile or Profile(), field)) for pen in self.pens]).take(self.pen)

    def of_strand(self, strand: int, field: str) -> Floats:
        """A number of a strand of each stroke's pen; 0 where the pen has not so many."""
        found = [float(getattr(pen.strands[strand], field)) if strand < len(pen.strands) else 0.0 for pen in self.pens]
        return np.array(found).take(self.pen)


class Parts(Struct, frozen=True, eq=False):
    """Parts of marks, to be drawn together: the number of each mark, and from which to which of its strokes."""

    mark: Ints
    begin: Ints
    end: Ints


def gathered(page: Columns, parts: Parts) -> Strokes:
    """The strokes of some parts, as often as their pens go over them; writing comes first among the marks."""
    passes = page.passes.take(parts.mark)
    # A round is one going over the strokes of a part.
    going = np.repeat(np.arange(len(passes)), passes)
    begin = parts.begin.take(going)
    counts = parts.end.take(going) - begin
    row = np.repeat(np.arange(len(going)), counts)
    index = np.arange(len(row)) + (begin - running(counts)[:-1]).take(row)
    mark = parts.mark.take(going).take(row)
    again = (np.arange(len(going)) - np.repeat(running(passes)[:-1], passes)).take(row)
    return Strokes(
        chains=Chains.of(page.curves, page.first.take(mark) + index),
        mark=mark,
        again=again,
        width=page.width.take(mark),
        opacity=page.opacity.take(mark),
        seeds=stroke_seeds(page.seeds.take(mark), index, again),
        pen=page.pen.take(mark),
        pens=page.pens,
        dashed=page.dashed.take(mark),
        letters=int(np.count_nonzero(page.em.take(mark) > 0)),
    )


def blocks(page: Columns, chosen: Ints, size: int) -> list[Parts]:
    """The chosen marks, about ``size`` points at a time, so that what is worked out for them stays near the processor.

    Writing and what is filled stay in one piece; a mark of many lines is drawn in parts.
    """
    if not len(chosen):
        return []
    counts = (page.first[1:] - page.first[:-1]).take(chosen)
    points = page.points.take(chosen) * page.passes.take(chosen)
    loose = (points > size) & (page.em.take(chosen) == 0) & ~page.filled.take(chosen)
    pieces = np.where(loose, np.minimum(points // size + 1, counts), 1)
    mark = np.repeat(np.arange(len(chosen)), pieces)
    number = np.arange(len(mark)) - running(pieces).take(mark)
    begin = number * counts.take(mark) // pieces.take(mark)
    end = (number + 1) * counts.take(mark) // pieces.take(mark)
    block = np.cumsum((points // pieces).take(mark)) // size
    cuts = [0, *(np.flatnonzero(block[1:] != block[:-1]) + 1).tolist(), len(mark)]
    marks = chosen.take(mark)
    return [Parts(marks[a:b], begin[a:b], end[a:b]) for a, b in pairwise(cuts)]
