"""The Latin hand: single-stroke print letters, digits and Greek, with their spacing."""

from __future__ import annotations

from functools import cache

from sketchsvg.text.glyph import Glyph

__all__ = ["kerning", "letter"]


@cache
def letter(char: str) -> Glyph | None:
    """The glyph of a Latin or Greek letter or a digit; None for every other character.

    Units are the em (see ``Glyph``). Accented letters are composed from their Unicode decomposition. A glyph
    is built when first asked for and kept.
    """
    from sketchsvg.text.latin import compose

    return compose.build(char)


@cache
def kerning(left: str, right: str) -> float:
    """How far ``right`` moves when it follows ``left``, in em: negative is nearer.

    Letters, digits and ordinary punctuation are kerned by the white between their shapes; any other pair,
    and two digits, give 0. Never more than 0.12 either way.
    """
    from sketchsvg.text.latin import spacing
    from sketchsvg.text.signs import sign

    left_kind, right_kind = spacing.kind(left), spacing.kind(right)
    if left_kind is None or right_kind is None:
        return 0.0
    before, after = letter(left) or sign(left), letter(right) or sign(right)
    if before is None or after is None:
        return 0.0
    return spacing.pair_kerning(before, left_kind, after, right_kind)
