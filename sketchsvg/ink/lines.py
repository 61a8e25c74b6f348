"""From moved centrelines to lines of ink: stroked where one width will do, outlined where the pen shows."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.dashing import part_seeds
from sketchsvg.ink.grain import grained
from sketchsvg.ink.grouping import Ink
from sketchsvg.ink.manner import Manner
from sketchsvg.ink.pressing import pressed
from sketchsvg.ink.pressure import stepped, stroked_widths
from sketchsvg.ink.strokes import Strokes


def lines(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats) -> list[Ink]:
    """The ink of lines.

    ``source`` tells the drawn stroke of each chain, ``lengths`` (mm) is one a drawn stroke.
    """
    outlined = manner.outlined[source]
    if not outlined.any():
        return _stroked(chains, source, strokes, manner, lengths)
    rich = np.flatnonzero(outlined)
    if len(rich) == len(outlined):
        return [pressed(chains, source, strokes, manner)]
    plain = np.flatnonzero(~outlined)
    made = _stroked(chains.take(plain), source[plain], strokes, manner, lengths)
    return [*made, pressed(chains.take(rich), source[rich], strokes, manner)]


def _stroked(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats) -> list[Ink]:
    """Lines of one width, strand by strand."""
    width = stroked_widths(strokes, manner, lengths)
    strands = max(len(pen.strands) for pen in strokes.pens)
    if strands == 1:
        one = stepped(width * strokes.of_strand(0, "width")).take(source)
        opacity = (strokes.opacity * strokes.of_strand(0, "opacity")).take(source)
        return [Ink(chains.curves(), strokes.mark[source], one, opacity, 1)]
    made: list[Ink] = []
    for strand in range(strands):
        share = strokes.of_strand(strand, "width")
        some = np.flatnonzero(share.take(source) > 0)
        if not len(some):
            continue
        part, of = (chains, source) if len(some) == len(chains) else (chains.take(some), source[some])
        one, opacity = stepped(width * share), strokes.opacity * strokes.of_strand(strand, "opacity")
        if strokes.of_strand(strand, "run").any():
            part, of = _grainy(part, of, strokes, strand)
        made.append(Ink(part.curves(), strokes.mark[of], one[of], opacity[of], 1 + strand))
    return made


def _grainy(chains: Chains, source: Ints, strokes: Strokes, strand: int) -> tuple[Chains, Ints]:
    """Lines with the dropouts of a strand, and the drawn stroke of each run."""
    run, gap = strokes.of_strand(strand, "run")[source], strokes.of_strand(strand, "gap")[source]
    scatter = (strokes.of_strand(strand, "scatter") * strokes.width)[source]
    runs, line = grained(chains, part_seeds(strokes.seeds[source], strand), run, gap, scatter)
    return runs, source[line]
