"""Dense letters of other scripts: written with a lighter pen, as a hand does, or their whites would fill up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.scene import Mark


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


__all__ = ["by_weight"]
