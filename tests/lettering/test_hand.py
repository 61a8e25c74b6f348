import numpy as np
import pytest

from sketchsvg.errors import CharacterError
from sketchsvg.lettering.hand import CODE_ADVANCE, Hand
from sketchsvg.theme import HandStyle


def test_what_is_written_ends_where_it_was_measured():
    hand = Hand()
    for text in ("안녕 hello", "FP32 → INT4", "“AVATAR” 3.1", "긴 컨텍스트, 비용"):
        written = hand.write(text)
        assert written.width == pytest.approx(hand.advance(text))
        assert written.curves.points[:, 0].max() < written.width + 0.2
        assert len(written.glyph_of_stroke) == len(written.curves)
        assert (np.diff(written.glyph_of_stroke) >= 0).all()


def test_slant_leans_to_the_right():
    upright, slanted = Hand(HandStyle(slant=0)).write("ㅣ"), Hand(HandStyle(slant=10)).write("ㅣ")
    up, lean = upright.curves.points, slanted.curves.points
    top, foot = up[:, 1].argmin(), up[:, 1].argmax()
    assert lean[top, 0] > up[top, 0]
    assert lean[foot, 0] < up[foot, 0]
    assert (lean[:, 1] == up[:, 1]).all()


def test_width_scales_advances():
    assert Hand(HandStyle(width=1.1)).advance("한글") == pytest.approx(1.1 * Hand().advance("한글"))


def test_spacing_is_added_to_every_character():
    assert Hand(HandStyle(spacing=0.05)).advance("한글") == pytest.approx(Hand().advance("한글") + 0.1)


def test_code_has_equal_advances():
    hand = Hand()
    assert hand.advance("illi", code=True) == pytest.approx(4 * CODE_ADVANCE)
    assert hand.advance("mWm@", code=True) == pytest.approx(4 * CODE_ADVANCE)


def test_spaces_write_nothing():
    assert len(Hand().write("  ").curves) == 0


def test_a_character_without_strokes_is_named(no_fonts):
    with pytest.raises(CharacterError, match=r"U\+6F22.*CJK UNIFIED IDEOGRAPH.*漢字"):
        Hand().advance("漢字")
