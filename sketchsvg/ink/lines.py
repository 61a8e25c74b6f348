"""From moved centrelines to lines of ink: stroked where one width will do, outlined where the pen shows."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.grouping import Ink
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.outline import outlines, refined
from sketchsvg.ink.pressure import half_widths, profile_of, stroked_widths
from sketchsvg.ink.strokes import Flags, Strokes


def lines(chains: Chains, source: Ints, strokes: Strokes, opacities: Floats) -> list[Ink]:
    """The ink of lines. ``source`` tells the drawn stroke of each chain, ``opacities`` is one a mark."""
    outlined = _outlined(strokes)[source]
    opacity = (opacities[strokes.mark] * strokes.of_strand("opacity"))[source]
    made: list[Ink] = []
    plain = np.flatnonzero(~outlined)
    _, lengths = chains.along()
    whole = np.bincount(source, weights=None, minlength=len(strokes.chains))
    longest = np.zeros(len(whole))
    np.maximum.at(longest, source, lengths)
    width = stroked_widths(strokes, longest)[source]
    strand = strokes.strand[source]
    for layer in np.unique(strand[plain]).tolist():
        some = plain[strand[plain] == layer]
        number = strokes.mark[source[some]]
        made.append(Ink(chains.take(some).curves(), number, width[some], opacity[some], 1 + layer))
    rich = np.flatnonzero(outlined)
    if len(rich):
        made.append(_pressed(chains.take(rich), source[rich], strokes, opacity[rich]))
    return made


def _outlined(strokes: Strokes) -> Flags:
    """Which strokes are big enough for their pen's changing width to be seen."""
    able = np.array([pen.profile is not None for pen in strokes.pens])[strokes.pen]
    big_letters = strokes.writing & (strokes.em >= profile_of(strokes, "letter_em"))
    big_drawings = ~strokes.writing & (strokes.width >= profile_of(strokes, "drawing_width"))
    return np.asarray(able & (big_letters | big_drawings))


def _pressed(chains: Chains, source: Ints, strokes: Strokes, opacity: Floats) -> Ink:
    """Outlines of strokes pressed unevenly, with the ink that gathers where a pen sets down."""
    _, lengths = chains.along()
    step = np.where(strokes.writing[source], lengths * 0.26, lengths)
    fine = refined(chains, np.maximum(step, strokes.width[source]))
    half = half_widths(fine, source, strokes)
    first, last = fine.starts[:-1], fine.starts[1:] - 1
    loop = (np.abs(fine.nodes[first] - fine.nodes[last]) < 0.5).all(axis=1)
    taper = np.where(loop, 0.0, profile_of(strokes, "taper")[source])
    # A quick end: the ink thins out and runs to a longer tip.
    stretch = np.ones(len(fine.nodes))
    stretch[last] = 1.0 + 1.2 * taper
    half[last] = half[last] * (1.0 - taper)
    shape, owner = outlines(fine, half, stretch)

    swollen = uniform(strokes.seeds[source], 0, Channel.BLOB) < profile_of(strokes, "blob_chance")[source]
    some = np.flatnonzero(swollen & (profile_of(strokes, "blob")[source] > 0))
    if len(some):
        much = profile_of(strokes, "blob")[source[some]] * uniform(strokes.seeds[source[some]], 1, Channel.BLOB)
        at = fine.nodes[first[some]]
        dots = Chains(at, np.zeros_like(at), np.zeros_like(at), np.arange(len(some) + 1))
        round_dots, _ = outlines(dots, half[first[some]] * (1.0 + much), np.ones(len(some)))
        shape, owner = Curves.joined((shape, round_dots)), np.concatenate((owner, some))
    return Ink(shape, strokes.mark[source[owner]], np.zeros(len(owner)), opacity[owner], 1)
