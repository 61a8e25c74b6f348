"""Signs of the hand: punctuation, arrows, maths, ticks, shapes and all that is neither letter nor Hangul."""

from __future__ import annotations

from functools import cache

from sketchsvg.lettering.glyph import Glyph

__all__ = ["sign"]


@cache
def sign(char: str) -> Glyph | None:
    """The glyph of a sign or a space; None for every other character.

    Units are the em (see ``Glyph``). Spaces have no stroke. Solid shapes are filled by the pen's own line at
    a pen of 0.085 em. A glyph is built when first asked for and kept.
    """
    from sketchsvg.lettering.signs import compose

    return compose.build(char)
