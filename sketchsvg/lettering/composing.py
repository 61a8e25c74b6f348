"""A character's strokes composed from the tables of its script: what stands behind the shipped skeletons."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.prebuilt import RASTER
from sketchsvg.lettering.signs import sign


def composed(char: str, forms: str = "print", variant: int = 0) -> Glyph | None:
    """The upright strokes of one NFC character in em, or None when no table has it (see ``find_skeleton``)."""
    if "\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u3163":
        glyph: Glyph | None = syllable(char, forms, variant)
    else:
        glyph = letter(char, forms, variant) or sign(char)
    if glyph is None:
        return None
    points = np.rint(glyph.curves.points * RASTER) / RASTER
    return Glyph(glyph.advance, Curves(points, glyph.curves.starts), glyph.weight)
