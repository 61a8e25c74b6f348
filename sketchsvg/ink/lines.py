"""From moved centrelines to lines of ink: stroked where one width will do, outlined where the pen shows."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.dashing import part_seeds
from sketchsvg.ink.grain import Course, grained
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
        return pressed(chains, source, strokes, manner)
    plain = np.flatnonzero(~outlined)
    made = _stroked(chains.take(plain), source[plain], strokes, manner, lengths)
    return [*made, *pressed(chains.take(rich), source[rich], strokes, manner)]


def _stroked(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, lengths: Floats) -> list[Ink]:
    """Lines of one width, strand by strand."""
    width = stroked_widths(strokes, manner, lengths)
    made: list[Ink] = []
    pen = strokes.pen.take(source)
    for kind, of_kind in enumerate(strokes.pens):
        some = np.flatnonzero(pen == kind)
        if not len(some):
            continue
        part, of = (chains, source) if len(some) == len(chains) else (chains.take(some), source[some])
        course = Course(part)
        for number, strand in enumerate(of_kind.strands):
            one, opacity = stepped(width * strand.width), strokes.opacity * strand.opacity
            seeds = part_seeds(strokes.seeds[of], number) if strand.run else strokes.seeds[of]
            for grain, lines, line in grained(course, seeds, number, strand, strokes.width[of]):
                mine = of[line]
                made.append(Ink(lines.curves(), strokes.mark[mine], one[mine], opacity[mine], 1 + number, grain))
    return made
