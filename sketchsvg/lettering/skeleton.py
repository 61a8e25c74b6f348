"""Which strokes a character has: Hangul, letters and signs behind one door."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sketchsvg.errors import CharacterError, Source
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.signs import sign


def is_hangul(char: str) -> bool:
    """Whether ``char`` is a syllable or a jamo."""
    return "\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u3163"


@lru_cache(maxsize=8192)
def find_skeleton(char: str, forms: str = "print", variant: int = 0) -> Glyph | None:
    """The upright strokes of one NFC character in em units, or None when the hand cannot write it.

    ``forms`` names the set of shapes, ``variant`` chooses among those that the character has (0: the usual one).
    """
    if is_hangul(char):
        return syllable(char, forms, variant)
    return letter(char, forms, variant) or sign(char)


def is_writable(char: str) -> bool:
    """Whether the hand has strokes for ``char``."""
    return find_skeleton(char) is not None


def skeleton(
    char: str, text: str = "", where: Source | None = None, *, forms: str = "print", variant: int = 0
) -> Glyph:
    """The strokes of ``char``; a ``CharacterError`` names the character and the ``text`` it stands in."""
    found = find_skeleton(char, forms, variant)
    if found is None:
        name = unicodedata.name(char, "a character without a name")
        around = f" in “{text[:32]}”" if text else ""
        raise CharacterError(
            f"The hand cannot write {char!r} (U+{ord(char):04X}, {name}){around}.",
            where=where,
            mend="Write it in Hangul, Latin or Greek letters, or put an :icon: in its place.",
        )
    return found
