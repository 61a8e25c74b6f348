"""Keeping the points of a shape where its author put them, however unsteadily the pen goes from one to the next."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags
from sketchsvg.ink.subdivide import Split

#: From how many mm on a line is as unsteady as it would be if its points were not kept.
_FREE = 8.0


def held(drawn: Split, clean: Chains, pinned: Flags) -> tuple[Ints, Floats, Floats]:
    """How much of its unsteadiness a line keeps near the points of its shape: nothing at them.

    ``clean`` are the strokes before they were split into ``drawn``; ``pinned`` (one a stroke) tells whose points are
    kept. Returns the nodes of ``drawn`` that this is about, the share of each and how that changes per mm. The share is
    the smooth step 3 x^2 - 2 x^3 of the way from the nearest point.
    """
    nodes = np.flatnonzero(pinned.take(drawn.chains.owner))
    source, place = drawn.source.take(nodes), drawn.place.take(nodes)
    length = np.maximum(clean.steps.take(source), 1e-9)
    free = np.minimum(length * 0.5, _FREE)
    behind = place > 0.5
    way = np.minimum(np.where(behind, 1.0 - place, place) * length / free, 1.0)
    share = way * way * (3.0 - 2.0 * way)
    change = 6.0 * way * (1.0 - way) / free
    return nodes, share, np.where(behind, -change, change)
