"""How a hand closes a loop: it runs past where it began, or stops a hair short."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.ink.chains import Chains, directions, segment_lengths
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.strokes import Flags, Strokes

#: How closely start and end must agree in direction for the pen to run on: the cosine of 25 degrees.
_RUNS_ON = 0.9


def closed(chains: Chains) -> Flags:
    """Which strokes end where they began, having been somewhere else."""
    first, last = chains.starts[:-1], chains.starts[1:] - 1
    same = (chains.nodes[first] == chains.nodes[last]).all(axis=1)
    return np.asarray(same & (last > first) & (chains.extents() > 0))


def closings(chains: Chains, strokes: Strokes, growth: Floats) -> tuple[Floats, Floats]:
    """For each stroke how much of its last segment is drawn, and how much of its first is drawn again at its end.

    Both are shares of the segment: 1 and 0 for a stroke that is open, closes in a corner, or is only an edge of a fill.
    ``growth`` scales both with the size of a drawing; letters are scaled by their em.
    """
    ends, tails = np.ones(len(chains)), np.zeros(len(chains))
    into, out = directions(chains)
    first, last = chains.starts[:-1], chains.starts[1:] - 1
    cosine = out[first, 0] * into[last, 0] + out[first, 1] * into[last, 1]
    loops = np.flatnonzero(closed(chains) & (cosine > _RUNS_ON) & (strokes.width > 0))
    if not len(loops):
        return ends, tails
    writing, em, seeds = strokes.writing[loops], strokes.em[loops], strokes.seeds[loops]
    much = uniform(seeds, 0, Channel.CLOSING)
    letter = strokes.of_pen("letter_overrun")[loops] * em
    over = np.where(writing, letter * much, strokes.of_pen("overrun")[loops] * (0.3 + 0.7 * much) * growth[loops])
    short = np.where(writing, letter * 0.4 * much, strokes.of_pen("miss")[loops] * much * growth[loops])
    # Ovals of letters stay open more often than frames: they are written faster.
    chance = strokes.of_pen("miss_chance")[loops] * np.where(writing, 2.5, 1.0)
    misses = uniform(seeds, 1, Channel.CLOSING) < chance
    lengths = np.maximum(segment_lengths(chains), 1e-9)
    head = lengths[first[loops] - loops]
    foot = lengths[last[loops] - 1 - loops]
    tails[loops] = np.where(misses, 0.0, np.minimum(over / head, 0.9))
    ends[loops] = np.where(misses, 1.0 - np.minimum(short / foot, 0.5), 1.0)
    return ends, tails
