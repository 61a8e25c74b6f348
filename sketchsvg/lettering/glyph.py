"""A glyph: the strokes of one character in em units."""

from __future__ import annotations

from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints

#: How many shapes a syllable takes at most, each of which has to be composed: as many again with its strokes joined.
SYLLABLE_SHAPES = 4
#: The clearance of letters whose strokes are nowhere near each other, em.
FREE = 0.25


class Glyph(Struct, frozen=True, eq=False):
    """The pen strokes of one character, in the order they are written.

    Units are the em; the origin is on the baseline at the left end of the advance, x right, y down (ink above it
    has negative y). ``advance`` is how far the hand moves on. Skeletons stand upright: the hand adds slant. ``weight``
    is a factor on the width of the pen: under 1 for what would run together. ``clearance`` is the widest pen in em that
    closes none of its whites, where that is known (``clearance.clearance``).
    """

    advance: float
    curves: Curves
    weight: float = 1.0
    clearance: float | None = None


#: What a mark leaves behind that has gone onto the letter before it.
NOTHING = Glyph(0.0, Curves.empty())


class Written(Struct, frozen=True, eq=False):
    """A run of text as clean strokes, in em from the start of its baseline.

    ``origins`` (g, 2): where each glyph begins; ``glyph_of_stroke`` (m,): the glyph that a stroke belongs to;
    ``weights`` (g,): factors on the width of the pen, None where all are 1. ``clearances`` (g,): of bold letters the
    widest pen in em that closes none of their whites.
    """

    curves: Curves
    origins: Floats
    glyph_of_stroke: Ints
    width: float
    weights: Floats | None = None
    clearances: tuple[float, ...] | None = None
