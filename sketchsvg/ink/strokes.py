"""Strokes of many marks in one batch, each with its mark, its pen and its seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, joined, running
from sketchsvg.ink.keys import Seeds, stroke_seeds
from sketchsvg.ink.pen import Pen, Profile
from sketchsvg.scene import Mark


class Strokes(Struct, frozen=True, eq=False):
    """Strokes that a hand draws: ``chains`` and, one entry a stroke, what the engine asks about them.

    ``mark`` is the number of the mark in the scene, ``strand`` which of its pen's strands the stroke is, ``again`` how
    often the pen has drawn it already (counting passes and strands), ``width`` the mark's nib in mm. ``seeds`` differ
    from pass to pass and agree between the strands of one pass. ``pen`` is each stroke's place in ``pens``,
    ``dashed`` whether it is to be cut into dashes.
    """

    chains: Chains
    mark: Ints
    strand: Ints
    again: Ints
    width: Floats
    seeds: Seeds
    pen: Ints
    pens: tuple[Pen, ...]
    dashed: Flags

    def parted(self, count: int) -> tuple[Strokes, Strokes]:
        """The first ``count`` strokes and the others."""
        names = ("mark", "strand", "again", "width", "seeds", "pen", "dashed")
        parts = (slice(count), slice(count, None))
        head, tail = ({name: getattr(self, name)[part] for name in names} for part in parts)
        first, rest = self.chains.parted(count)
        return Strokes(chains=first, pens=self.pens, **head), Strokes(chains=rest, pens=self.pens, **tail)

    def of_pen(self, field: str) -> Floats:
        """A number of each stroke's pen."""
        return np.array([float(getattr(pen, field)) for pen in self.pens])[self.pen]

    def of_profile(self, field: str) -> Floats:
        """A number of each stroke's profile; for pens without one what an ordinary one has."""
        return np.array([float(getattr(pen.profile or Profile(), field)) for pen in self.pens])[self.pen]

    def of_strand(self, field: str) -> Floats:
        """A number of each stroke's strand."""
        table = np.zeros((len(self.pens), max(len(pen.strands) for pen in self.pens)))
        for row, pen in enumerate(self.pens):
            table[row, : len(pen.strands)] = [getattr(strand, field) for strand in pen.strands]
        return table[self.pen, self.strand]


class Round(Struct, frozen=True):
    """One going over the strokes of a mark: the mark's number, the pass and the strand."""

    mark: int
    run: int
    strand: int


def rounds(marks: Sequence[Mark], chosen: Sequence[int], pens: Sequence[Pen]) -> list[Round]:
    """Every pass and strand of the chosen marks, in order."""
    return [
        Round(number, run, strand)
        for number in chosen
        for run in range(max(1, marks[number].passes))
        for strand in range(len(pens[number].strands))
    ]


def gathered(marks: Sequence[Mark], going: Sequence[Round], pens: Sequence[Pen], seeds: Seeds) -> Strokes:
    """The strokes of all rounds; ``pens`` and ``seeds`` are one a mark of the scene."""
    known = {marks[one.mark].pen: pens[one.mark] for one in going}
    kind_of = {name: kind for kind, name in enumerate(known)}
    counts = np.array([len(marks[one.mark].curves) for one in going], dtype=np.int64)
    row = np.repeat(np.arange(len(going)), counts)
    index = np.arange(len(row)) - running(counts)[row]

    def spread(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)[row]

    mark = spread([one.mark for one in going])
    return Strokes(
        chains=Chains.of(joined([marks[one.mark].curves for one in going])),
        mark=mark,
        strand=spread([one.strand for one in going]),
        again=spread([one.run * len(pens[one.mark].strands) + one.strand for one in going]),
        width=np.array([marks[one.mark].width for one in going])[row],
        seeds=stroke_seeds(seeds[mark], index, spread([one.run for one in going])),
        pen=spread([kind_of[marks[one.mark].pen] for one in going]),
        pens=tuple(known.values()),
        dashed=np.array([bool(marks[one.mark].dash) for one in going], dtype=np.bool_)[row],
    )
