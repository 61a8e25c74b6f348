"""All the strokes of a page in one batch, each with its mark, its pen and its seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.keys import Seeds, stroke_seeds
from sketchsvg.ink.pen import Pen
from sketchsvg.scene import Mark

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """Strokes that a hand draws: ``chains`` and, one entry a stroke, what the engine asks about them.

    ``mark`` is the number of the mark in the scene, ``strand`` which of its pen's strands the stroke is, ``again`` how
    often the pen has drawn it already (counting passes and strands), ``em`` the type size of writing in mm and 0 for a drawing, ``glyph`` the number of its glyph on the page or -1. ``width`` is
    the mark's nib in mm. ``seeds`` differ from pass to pass and agree between the strands of one pass.
    """

    chains: Chains
    mark: Ints
    strand: Ints
    again: Ints
    glyph: Ints
    em: Floats
    width: Floats
    seeds: Seeds
    pen: Ints
    pens: tuple[Pen, ...]

    @property
    def writing(self) -> Flags:
        """Which strokes belong to letters."""
        return self.em > 0

    def of_pen(self, field: str) -> Floats:
        """A number of each stroke's pen."""
        return np.array([float(getattr(pen, field)) for pen in self.pens])[self.pen]

    def of_strand(self, field: str) -> Floats:
        """A number of each stroke's strand."""
        longest = max(len(pen.strands) for pen in self.pens)
        table = np.zeros((len(self.pens), longest))
        for row, pen in enumerate(self.pens):
            table[row, : len(pen.strands)] = [getattr(strand, field) for strand in pen.strands]
        return table[self.pen, self.strand]


def gathered(marks: Sequence[Mark], chosen: Sequence[int], pens: Sequence[Pen], seeds: Seeds) -> Strokes:
    """The strokes of the ``chosen`` marks, once for every pass and strand; ``pens`` and ``seeds`` are one a mark."""
    known = list(dict.fromkeys(pens[number] for number in chosen))
    kind_of = {pen: kind for kind, pen in enumerate(known)}
    rounds: list[tuple[int, int, int, int]] = []
    glyphs: list[Ints] = []
    glyph_base = 0
    for number in chosen:
        mark = marks[number]
        glyph = np.full(len(mark.curves), -1, dtype=np.int64)
        if mark.writing is not None:
            glyph = mark.writing.glyph_of_stroke + glyph_base
            glyph_base += len(mark.writing.origins)
        for run in range(max(1, mark.passes)):
            for strand in range(len(pens[number].strands)):
                rounds.append((number, run, strand, kind_of[pens[number]]))
                glyphs.append(glyph)
    table = np.array(rounds, dtype=np.int64).reshape(-1, 4)
    counts = np.array([len(marks[number].curves) for number in table[:, 0]], dtype=np.int64)
    row = np.repeat(np.arange(len(table)), counts)
    index = np.arange(len(row)) - (np.cumsum(counts) - counts)[row]
    mark_of = table[row, 0]
    ems = np.array([mark.writing.em if mark.writing is not None else 0.0 for mark in marks])
    return Strokes(
        chains=Chains.of(Curves.joined(marks[number].curves for number in table[:, 0])),
        mark=mark_of,
        strand=table[row, 2],
        again=np.array([run * len(pens[n].strands) + strand for n, run, strand, _ in rounds], dtype=np.int64)[row],
        glyph=np.concatenate(glyphs) if glyphs else np.zeros(0, dtype=np.int64),
        em=ems[mark_of],
        width=np.array([mark.width for mark in marks])[mark_of],
        seeds=stroke_seeds(seeds[mark_of], index, table[row, 1]),
        pen=table[row, 3],
        pens=tuple(known) or (Pen(),),
    )
