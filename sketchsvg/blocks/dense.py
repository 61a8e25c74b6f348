"""Dense letters: written with a lighter pen, as a hand does, or their whites would fill up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.lettering.glyph import Written
from sketchsvg.scene import Mark

#: How much lighter the pen of a dense letter may be: so many kinds of mark a run is made of at most.
LIGHTER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
#: A bold pen is never made lighter than this, em: it has to be told from the usual one (0.085).
LEAST = 0.0888


def weights_of(written: Written, pen: float) -> Floats | None:
    """Factors on a ``pen`` (em) for each glyph of a run; None where all are 1.

    A bold syllable of many strokes takes a pen that leaves its counters open: it is as dark as its neighbours still.
    """
    free = written.clearances
    if not free or min(free) >= pen:
        return written.weights
    factors = [factor for factor in LIGHTER if factor == 1.0 or factor * pen >= LEAST]
    lighter = np.array([next((one for one in factors if one * pen <= clear), factors[-1]) for clear in free])
    return lighter if written.weights is None else np.minimum(lighter, written.weights)


def by_weight(mark: Mark, weights: Floats | None) -> Iterator[Mark]:
    """The mark itself, or one for each weight of its glyphs: ``weights`` (g,) are factors on the width of the pen."""
    if weights is None or mark.writing is None:
        yield mark
        return
    writing, strokes = mark.writing, mark.curves.strokes()
    words = writing.words
    for weight in sorted({float(one) for one in weights}, reverse=True):
        chosen = np.flatnonzero(weights == weight)
        kept = np.flatnonzero(np.isin(writing.glyph_of_stroke, chosen))
        part = replace(
            writing, words=words, origins=writing.origins[chosen],
            glyph_of_stroke=np.searchsorted(chosen, writing.glyph_of_stroke[kept]).astype(np.int64),
        )  # fmt: skip
        key = mark.key if weight == 1.0 else f"{mark.key}/dense{round(100 * weight)}"
        curves = Curves.of([strokes[number] for number in kept])
        yield replace(mark, key=key, curves=curves, width=mark.width * weight, writing=part)
        words = ()


__all__ = ["by_weight", "weights_of"]
