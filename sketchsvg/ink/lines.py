"""From moved centrelines to lines of ink: stroked where one width will do, outlined where the pen shows."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains, pick
from sketchsvg.ink.grouping import Ink
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.manner import Manner, closed
from sketchsvg.ink.outline import outlines, refined
from sketchsvg.ink.pressure import half_widths, stroked_widths
from sketchsvg.ink.strokes import Strokes


def lines(
    chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats, opacities: Floats
) -> list[Ink]:
    """The ink of lines.

    ``source`` tells the drawn stroke of each chain, ``lengths`` (mm) is one a drawn stroke, ``opacities`` one a mark.
    """
    opacity = (opacities[strokes.mark] * strokes.of_strand("opacity"))[source]
    width = stroked_widths(strokes, manner, lengths)[source]
    strand = strokes.strand[source]
    outlined = manner.outlined[source]
    made: list[Ink] = []
    for coat in range(max(len(pen.strands) for pen in strokes.pens)):
        some = np.flatnonzero(~outlined & (strand == coat))
        if len(some):
            ink = chains if len(some) == len(chains) else chains.take(some)
            made.append(Ink(ink.curves(), strokes.mark[source[some]], width[some], opacity[some], 1 + coat))
    rich = np.flatnonzero(outlined)
    if len(rich):
        made.append(_pressed(chains.take(rich), source[rich], strokes, manner, opacity[rich]))
    return made


def _pressed(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, opacity: Floats) -> Ink:
    """Outlines of strokes pressed unevenly, with the ink that gathers where a pen sets down."""
    fine = refined(chains, np.maximum(manner.run_up[source] * 0.6, strokes.width[source]))
    half = half_widths(fine, source, strokes, manner)
    # A quick end: the ink thins out and runs to a longer tip.
    taper = strokes.of_profile("taper")[source]
    stretch = np.ones(len(half))
    stretch[fine.last] = 1.0 + 1.2 * taper
    half[fine.last] = half[fine.last] * (1.0 - taper)
    # A loop is begun as lightly as it is left, so that its two ends lie together like one line.
    loop = closed(strokes.chains)[source] & (np.bincount(source)[source] == 1)
    lead = np.where(loop, 0.25, 0.0)
    for end in (fine.first, fine.last):
        half[end] = half[end] * (1.0 - lead)
    shape, owner = outlines(fine, half, stretch)

    swell = strokes.of_profile("blob")[source]
    seeds = strokes.seeds[source]
    often = np.where(loop, 0.0, strokes.of_profile("blob_chance")[source])
    some = np.flatnonzero((swell > 0) & (uniform(seeds, 0, Channel.BLOB) < often))
    if len(some):
        much = 1.0 + swell[some] * uniform(seeds[some], 1, Channel.BLOB)
        at = pick(fine.nodes, fine.first[some])
        dots = Chains(at, np.zeros_like(at), np.zeros_like(at), np.arange(len(some) + 1))
        round_dots, _ = outlines(dots, half[fine.first[some]] * much, np.ones(len(some)))
        shape, owner = Curves.joined((shape, round_dots)), np.concatenate((owner, some))
    return Ink(shape, strokes.mark[source[owner]], np.zeros(len(owner)), opacity[owner], 1)
