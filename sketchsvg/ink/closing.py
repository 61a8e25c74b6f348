"""How a hand closes a loop: it runs past where it began, or stops a hair short."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, cubic_lengths, pick
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.manner import Manner, running_on
from sketchsvg.ink.strokes import Strokes


def closings(chains: Chains, strokes: Strokes, manner: Manner) -> tuple[Floats, Floats]:
    """For each stroke how much of its last segment is drawn, and how much of its first is drawn again at its end.

    Both are shares of the segment: 1 and 0 for a stroke that is open, is dashed, closes in a corner, or is only an edge
    of a fill.
    """
    ends, tails = np.ones(len(chains)), np.zeros(len(chains))
    loops = np.flatnonzero(running_on(chains) & (strokes.width > 0) & ~strokes.dashed)
    seeds = strokes.seeds[loops]
    much = uniform(seeds, 0, Channel.CLOSING)
    least = manner.least_overrun[loops]
    over = manner.overrun[loops] * (least + (1.0 - least) * much)
    misses = uniform(seeds, 1, Channel.CLOSING) < manner.miss_chance[loops]
    head = _lengths(chains, chains.first[loops])
    foot = _lengths(chains, chains.last[loops] - 1)
    tails[loops] = np.where(misses, 0.0, np.minimum(over / head, 0.9))
    ends[loops] = np.where(misses, 1.0 - np.minimum(manner.miss[loops] * much / foot, 0.5), 1.0)
    return ends, tails


def _lengths(chains: Chains, at: Ints) -> Floats:
    chord = pick(chains.nodes, at + 1) - pick(chains.nodes, at)
    return np.maximum(cubic_lengths(chord, pick(chains.after, at), pick(chains.before, at + 1)), 1e-9)
