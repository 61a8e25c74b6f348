"""Which strokes a character has: Hangul, letters and signs behind one door."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sketchsvg.errors import CharacterError, Source
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.signs import sign


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u3163"


@lru_cache(maxsize=8192)
def find_skeleton(char: str) -> Glyph | None:
    """The upright strokes of one NFC character in em units, or None when the hand cannot write it."""
    if _is_hangul(char):
        return syllable(char)
    return letter(char) or sign(char)


def is_writable(char: str) -> bool:
    """Whether the hand has strokes for ``char``."""
    return find_skeleton(char) is not None


def skeleton(char: str, text: str = "", where: Source | None = None) -> Glyph:
    """The strokes of ``char``; a ``CharacterError`` names the character and the ``text`` it stands in."""
    found = find_skeleton(char)
    if found is None:
        name = unicodedata.name(char, "a character without a name")
        around = f" in “{text[:32]}”" if text else ""
        raise CharacterError(
            f"The hand cannot write {char!r} (U+{ord(char):04X}, {name}){around}.",
            where=where,
            mend="Write it in Hangul, Latin or Greek letters, or put an :icon: in its place.",
        )
    return found
