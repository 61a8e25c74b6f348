"""Fills laid more than once, and lines of fills that are dashed: what few fills ask for."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Ints
from sketchsvg.ink.catalogue import FillStyle
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.dashing import MOST_DASHES, dashed
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.grouping import taken
from sketchsvg.ink.keys import stroke_seeds
from sketchsvg.scene import Fill

#: The fill whose dashes are its own: how long they are is for itself to say.
OF_ITSELF = "dashed"


def laid(lay: FillStyle, filled: Filled, kinds: list[Fill], wanted: Ints) -> FillInk:
    """The ink of one style, as often as each shape asks for and with the dashes it asks for.

    ``wanted`` is the number of each shape's fill among ``kinds``. Raises ``OverflowError`` for dashes too many to draw.
    """
    passes = np.array([fill.passes for fill in kinds]).take(wanted)
    parts = [lay(filled)]
    for again in range(1, int(passes.max(initial=1))):
        parts.append(_again(lay, filled, np.flatnonzero(passes > again), again))
    ink = parts[0] if len(parts) == 1 else FillInk.joined(*parts)
    cut = np.array([bool(fill.dash) and fill.style != OF_ITSELF for fill in kinds]).take(wanted)
    return _cut(ink, filled, kinds, wanted) if cut.any() else ink


def _again(lay: FillStyle, filled: Filled, chosen: Ints, again: int) -> FillInk:
    """The ink of another going over the ``chosen`` shapes: other lines than before, as a hand lays them."""
    number = np.full(len(filled.gap), -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    strokes = np.flatnonzero(number[filled.shape] >= 0)
    names = ("gap", "weight", "angle", "evenodd", "loose", "dash", "dash_gap", "tooth")
    ink = lay(
        replace(
            filled,
            outlines=taken(filled.outlines, strokes),
            shape=number[filled.shape[strokes]],
            seeds=stroke_seeds(filled.seeds[chosen], np.zeros_like(chosen), np.full_like(chosen, again)),
            **{name: getattr(filled, name)[chosen] for name in names},
        )
    )
    return FillInk(ink.curves, chosen[ink.shape], ink.width)


def _cut(ink: FillInk, filled: Filled, kinds: list[Fill], wanted: Ints) -> FillInk:
    """The lines of fills cut into dashes, where their fills ask for them."""
    order = np.argsort(ink.shape, kind="stable")
    shape, width = ink.shape[order], ink.width[order]
    chains = Chains.of(ink.curves, order)
    patterns = [replace(fill, dash=()) if fill.style == OF_ITSELF else fill for fill in kinds]
    finest = min(sum(fill.dash) for fill in patterns if fill.dash)
    if chains.along()[1].sum() / finest > MOST_DASHES:
        raise OverflowError
    pieces, old = dashed(chains, wanted[shape], filled.seeds[shape], filled.loose[shape] > 0, patterns)
    return FillInk(pieces.curves(), shape[old], width[old])
