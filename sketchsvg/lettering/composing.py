"""A character's strokes composed from the tables of its script: what stands behind the shipped skeletons."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.prebuilt import COMBINING, RASTER
from sketchsvg.lettering.signs import sign


def composed(char: str, forms: str = "print", variant: int = 0) -> Glyph | None:
    """The upright strokes of one NFC character in em, or None when no table has it (see ``find_skeleton``).

    A character may bring marks along that are set over, under or through it; one mark alone stands over nothing.
    """
    if char[0] in COMBINING:
        glyph: Glyph | None = with_marks(Glyph(0.0, Curves.empty()), char)
    elif len(char) > 1:
        base = composed(char[0], forms, variant)
        glyph = None if base is None else with_marks(base, char[1:], char[0], forms, variant)
    elif "\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u3163":
        glyph = syllable(char, forms, variant)
    else:
        glyph = letter(char, forms, variant) or sign(char)
    if glyph is None:
        return None
    points = np.rint(glyph.curves.points * RASTER) / RASTER
    return Glyph(glyph.advance, Curves(points, glyph.curves.starts), glyph.weight)


def with_marks(letter: Glyph, marks: str, base: str = "", forms: str = "print", variant: int = 0) -> Glyph:
    """A glyph, that of the character ``base``, with combining marks on it."""
    from sketchsvg.lettering.latin.compose import marked

    return marked(letter, base, marks, forms, variant)
