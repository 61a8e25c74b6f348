"""Which strokes a character has: Hangul, letters and signs behind one door."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sketchsvg.errors import CharacterError, Source
from sketchsvg.lettering.glyph import SYLLABLE_SHAPES, Glyph
from sketchsvg.lettering.latin.forms import shapes
from sketchsvg.lettering.prebuilt import COMBINING, is_nowhere, prebuilt


def is_hangul(char: str) -> bool:
    """Whether ``char`` is a syllable or a jamo."""
    return "\uac00" <= char <= "\ud7a3" or "\u3131" <= char <= "\u3163"


@lru_cache(maxsize=8192)
def find_skeleton(char: str, forms: str = "print", variant: int = 0) -> Glyph | None:
    """The upright strokes of one NFC character in em units, or None when the hand cannot write it.

    ``forms`` names the set of shapes, ``variant`` chooses among those that the character has (0: the usual one); the
    strokes of a syllable run on into each other from ``SYLLABLE_SHAPES`` on.
    """
    found = prebuilt(char, forms, variant)
    if found is None and not (variant == 0 and is_nowhere(char, forms)):
        # The tables of strokes are large; most pages need none of them.
        from sketchsvg.lettering.composing import composed

        found = composed(char, forms, variant)
    return found


def shape_number(char: str, forms: str, drawn: int) -> int:
    """The number of one of the shapes of ``char``, from any number that was drawn: 0 where it has but one."""
    if "가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ":
        return drawn % SYLLABLE_SHAPES
    own = shapes(forms).get(char)
    return drawn % len(own) if own else 0


def clusters(text: str) -> list[str]:
    """For each character of ``text`` itself and the marks on it, and an empty string for each of those marks."""
    parts: list[str] = []
    base = -1
    for index, char in enumerate(text):
        if char in COMBINING and base >= 0:
            parts[base] += char
            parts.append("")
        else:
            parts.append(char)
            base = -1 if char in " \u00a0" else index
    return parts


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
