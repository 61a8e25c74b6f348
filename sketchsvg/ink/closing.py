"""How a hand closes a loop: it runs past where it began, or stops a hair short."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.manner import Manner, running_on
from sketchsvg.ink.strokes import Strokes

#: A bend goes on for so much of its length before it is seen to be no arc.
_RUNS_ON = 0.25


def closings(chains: Chains, strokes: Strokes, manner: Manner) -> tuple[Floats, Floats]:
    """For each stroke how much of its last segment is drawn, and how much of its first is drawn again at its end.

    Both are shares of the segment: 1 and 0 for a stroke that is open, is dashed, closes in a corner, or is only an edge
    of a fill. A letter's last segment runs on as it bends (a share above 1) where that is not far for it.
    """
    ends, tails = np.ones(len(chains)), np.zeros(len(chains))
    loops = running_on(chains)
    loops = loops[(strokes.width[loops] > 0) & ~strokes.dashed[loops]]
    if not len(loops):
        return ends, tails
    seeds = strokes.seeds[loops]
    much = uniform(seeds, 0, Channel.CLOSING)
    least = manner.least_overrun[loops]
    over = manner.overrun[loops] * (least + (1.0 - least) * much)
    misses = uniform(seeds, 1, Channel.CLOSING) < manner.miss_chance[loops]
    head = np.maximum(chains.steps[chains.first[loops]], 1e-9)
    foot = np.maximum(chains.steps[chains.last[loops] - 1], 1e-9)
    runs_on = (loops < strokes.letters) & (over <= foot * _RUNS_ON)
    tails[loops] = np.where(misses | runs_on, 0.0, np.minimum(over / head, 0.9))
    further = np.where(runs_on, 1.0 + over / foot, 1.0)
    ends[loops] = np.where(misses, 1.0 - np.minimum(manner.miss[loops] * much / foot, 0.5), further)
    return ends, tails
