"""Strokes of many marks in one batch, each with its mark, its pen and its seed."""

from __future__ import annotations

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


def gathered(page: Columns, chosen: Ints) -> Strokes:
    """The strokes of the chosen marks, as often as their pens go over them; writing comes first among the marks."""
    passes = page.passes.take(chosen)
    # A round is one going over the strokes of a mark.
    going = np.repeat(chosen, passes)
    counts = (page.first[1:] - page.first[:-1]).take(going)
    row = np.repeat(np.arange(len(going)), counts)
    index = np.arange(len(row)) - running(counts).take(row)
    mark = going.take(row)
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
