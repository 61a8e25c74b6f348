"""The Latin hand: single-stroke print letters, digits and Greek, with their spacing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sketchsvg.lettering.glyph import Glyph

if TYPE_CHECKING:
    from sketchsvg.lettering.latin.spacing import Sides

__all__ = ["kerning", "letter"]


@cache
def letter(char: str, forms: str = "print", variant: int = 0) -> Glyph | None:
    """The glyph of a Latin or Greek letter or a digit; None for every other character.

    Units are the em (see ``Glyph``). Accented letters are composed from their Unicode decomposition. ``forms`` is a
    set of shapes (a file in ``latin/forms``), ``variant`` chooses among those of the letter. A glyph is built when
    first asked for and kept.
    """
    from sketchsvg.lettering.latin import compose

    return compose.build(char, forms, variant)


@cache
def kerning(left: str, right: str, forms: str = "print") -> float:
    """How far ``right`` moves when it follows ``left``, in em: negative is nearer.

    Letters, digits and ordinary punctuation are kerned by the white between their shapes; any other pair,
    and two digits, give 0. Never more than 0.12 either way.
    """
    from sketchsvg.lettering.prebuilt import prebuilt_kerning

    known = prebuilt_kerning(left, right, forms)
    return kerning_of(left, right, forms) if known is None else known


def kerning_of(left: str, right: str, forms: str = "print") -> float:
    """As ``kerning``, measured on the letters themselves."""
    from sketchsvg.lettering.latin.spacing import pair_kerning

    before, after = _sides(left, forms), _sides(right, forms)
    if before is None or after is None or (left.isdigit() and right.isdigit()):
        return 0.0
    return pair_kerning(before, after)


@cache
def _sides(char: str, forms: str) -> Sides | None:
    """What ``char`` shows its neighbours; None when it is not kerned."""
    from sketchsvg.lettering.latin.spacing import kind, sides
    from sketchsvg.lettering.signs import sign

    of = kind(char) if len(char) == 1 else None
    glyph = (letter(char, forms) or sign(char)) if of else None
    return sides(glyph, of) if glyph and of else None
