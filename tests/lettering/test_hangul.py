from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.hangul.compose import CONJOINING, jamo_of

#: Pen strokes of each jamo, counted from how it is written.
STROKES = {
    **dict.fromkeys("ㄱㄴㅇㅡㅣ", 1),
    **dict.fromkeys("ㄲㄷㅅㅈㅋㅏㅓㅗㅜ", 2),
    **dict.fromkeys("ㄹㅁㅊㅌㅎㅐㅑㅔㅕㅛㅠ", 3),
    **dict.fromkeys("ㄸㅂㅆㅉㅍㅒㅖ", 4),
    "ㅃ": 8,
}
COMPOUND = {
    "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ",
    "ㅚ": "ㅗㅣ",
    "ㅝ": "ㅜㅓ",
    "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
ALL = [chr(code) for code in range(0xAC00, 0xD7A4)]
JAMO = [chr(code) for code in range(0x3131, 0x3164)]
HALF_PEN = 0.0425


def strokes_of(jamo: str) -> int:
    return sum(STROKES[part] for part in COMPOUND.get(jamo, jamo))


def test_every_syllable_has_the_strokes_of_its_jamo() -> None:
    wrong = [c for c in ALL if len(syllable(c).curves) != sum(map(strokes_of, jamo_of(c)))]
    assert wrong == []


def test_every_jamo_by_itself_has_its_strokes() -> None:
    assert [c for c in JAMO if len(syllable(c).curves) != strokes_of(c)] == []


def test_ink_stays_in_the_advance_and_in_the_body() -> None:
    outside = []
    for char in ALL + JAMO:
        glyph, least = syllable(char), 0.66 if char in JAMO else 0.9
        left, top, right, bottom = glyph.curves.bounds()
        inside = left - HALF_PEN >= 0 and right + HALF_PEN <= glyph.advance
        if not (inside and top - HALF_PEN >= -0.86 and bottom + HALF_PEN <= 0.16 and least <= glyph.advance <= 0.96):
            outside.append((char, left, top, right, bottom))
    assert outside == []


def test_curves_are_sound_and_read_only() -> None:
    for char in ALL[::7] + JAMO:
        curves = syllable(char).curves
        assert np.isfinite(curves.points).all()
        assert not curves.points.flags.writeable
        assert (np.diff(curves.starts) % 3 == 1).all()
        assert curves.starts[-1] == len(curves.points)


def test_no_two_syllables_are_alike() -> None:
    assert len({syllable(char).curves.points.tobytes() for char in ALL}) == 11_172


def test_the_same_syllable_twice_is_the_same_to_the_last_bit() -> None:
    for char in "한글획뷁":
        first = syllable(char)
        syllable.cache_clear()
        second = syllable(char)
        assert first is not second
        assert first.curves.points.tobytes() == second.curves.points.tobytes()


@pytest.mark.parametrize("char", ["", "a", "漢", "가나", "\u3164", "\u3130", "\ud7a4", "\u1113"])
def test_any_other_character_is_refused_by_name(char: str) -> None:
    with pytest.raises(ValueError, match="neither a Hangul syllable nor a modern jamo"):
        syllable(char)


def test_conjoining_jamo_by_themselves_look_like_compatibility_jamo() -> None:
    for conjoining, jamo in (("\u1100", "ㄱ"), ("\u1112", "ㅎ"), ("\u1175", "ㅣ"), ("\u11a8", "ㄱ"), ("\u11c2", "ㅎ")):
        assert np.array_equal(syllable(conjoining).curves.points, syllable(jamo).curves.points)


def test_decomposed_text_names_the_same_jamo_as_unicode() -> None:
    for char in ALL[::11]:
        decomposed = unicodedata.normalize("NFD", char)
        assert "".join(jamo_of(char)) == "".join(CONJOINING[part] for part in decomposed)
