"""Syllables out of jamo: the public function ``syllable``."""

from __future__ import annotations

from functools import lru_cache

from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.hangul.arrange import alone, around, beside, beside_and_above, stacked
from sketchsvg.lettering.hangul.draft import Draft
from sketchsvg.lettering.hangul.shapes import Shapes
from sketchsvg.lettering.hangul.vowels import TALL, WIDE

#: The jamo in the order of Unicode's syllable formula (chapter 3.12).
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

#: The least advance of a jamo by itself, em: narrower than a syllable, or the ㅋ of laughter would stand apart.
NARROWEST = 0.66
#: The conjoining jamo and the compatibility jamo that look like them.
CONJOINING = {
    chr(first + index): jamo
    for first, row in ((0x1100, INITIALS), (0x1161, VOWELS), (0x11A7, FINALS))
    for index, jamo in enumerate(row)
    if jamo
}


@lru_cache(maxsize=4096)
def syllable(char: str, forms: str = "print", variant: int = 0) -> Glyph:
    """The strokes of one Hangul syllable (U+AC00..D7A3) or of one modern jamo by itself.

    A jamo may be a compatibility jamo (U+3131..3163) or a conjoining one that stands alone (U+1100.., U+1161..,
    U+11A8..). ``forms`` and ``variant`` choose its shapes (``Shapes``). Em units on the baseline, in stroke order.
    Raises ``ValueError`` for any other character.
    """
    if len(char) == 1 and "가" <= char <= "힣":
        return _composed(*jamo_of(char), Shapes(forms, variant)).glyph()
    jamo = CONJOINING.get(char, char)
    if len(jamo) == 1 and "ㄱ" <= jamo <= "ㅣ":
        return alone(jamo, Shapes(forms, variant)).glyph(NARROWEST)
    raise ValueError(f"{char!r} is neither a Hangul syllable nor a modern jamo")


def jamo_of(char: str) -> tuple[str, str, str]:
    """Initial, vowel and final (empty if there is none) of a syllable."""
    code = ord(char) - ord("가")
    return INITIALS[code // 588], VOWELS[code // 28 % 21], FINALS[code % 28]


def _composed(initial: str, vowel: str, final: str, shapes: Shapes) -> Draft:
    if vowel in TALL:
        return beside_and_above(initial, vowel, final, shapes) if final else beside(initial, vowel, shapes)
    if vowel in WIDE:
        return stacked(initial, vowel, final, shapes)
    return around(initial, vowel, final, shapes)
