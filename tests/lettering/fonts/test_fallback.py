import sys

import numpy as np
import pytest

from sketchsvg.errors import CharacterError, NameUnknownError
from sketchsvg.lettering.fonts.fallback import Fallback, tofu
from sketchsvg.lettering.hand import Hand
from sketchsvg.theme.theme import HandStyle

UPRIGHT = HandStyle(slant=0.0, joins=0.0)


def test_a_bar_becomes_one_level_stroke_in_the_body_of_a_syllable(bars):
    hand = Hand(UPRIGHT, bars)
    written = hand.write("一")
    assert len(written.curves) == 1
    left, top, right, bottom = written.curves.bounds()
    assert bottom - top < 0.01
    assert (top + bottom) / 2 == pytest.approx(-0.35, abs=0.01)
    assert 0.6 < right - left < 0.75
    assert written.width == pytest.approx(hand.advance("가"), abs=0.12)


def test_a_cross_is_two_straight_strokes_that_meet(bars):
    level, upright = Hand(UPRIGHT, bars).write("十").curves.strokes()
    if np.ptp(level[:, 0]) < np.ptp(upright[:, 0]):
        level, upright = upright, level
    assert np.ptp(level[:, 1]) < 0.02 and np.ptp(upright[:, 0]) < 0.02
    assert np.ptp(level[:, 0]) > 0.6 and np.ptp(upright[:, 1]) > 0.6


def test_a_ring_is_one_closed_stroke_with_corners(bars):
    (ring,) = Hand(UPRIGHT, bars).write("口").curves.strokes()
    assert (ring[0] == ring[-1]).all()
    assert np.ptp(ring[:, 0]) == pytest.approx(0.54, abs=0.03)
    assert np.ptp(ring[:, 1]) == pytest.approx(0.5, abs=0.03)


def test_what_is_a_shape_and_no_stroke_keeps_its_outline(bars):
    from sketchsvg.lettering.fonts.centreline import centreline
    from sketchsvg.lettering.fonts.find import FontFile
    from sketchsvg.lettering.fonts.shape import open_face

    face = open_face(FontFile(bars.fonts[0]))
    curves = centreline(face.outline(face.shape("■")[0].glyph))
    assert curves.bounds() == pytest.approx((0.1, -0.76, 0.9, 0.0), abs=1e-9)


def test_letters_of_other_scripts_are_as_high_as_ours(bars):
    hand = Hand(UPRIGHT, bars)
    assert hand.advance("Ж") == pytest.approx(0.8, abs=0.05)
    assert hand.advance("aЖ") > hand.advance("a") + 0.7


def test_words_before_and_after_keep_their_places(bars):
    hand = Hand(UPRIGHT, bars)
    assert hand.advance("가 一 나") == pytest.approx(
        hand.advance("가") + hand.advance("一") + hand.advance("나") + 2 * hand.advance(" "), abs=1e-9
    )
    written = hand.write("가一나")
    assert len(written.origins) == 3 and (np.diff(written.origins[:, 0]) > 0.5).all()


def test_a_run_is_shaped_as_a_whole(tmp_path, no_fonts):
    pytest.importorskip("uharfbuzz", reason="uharfbuzz reads fonts")
    own_font = pytest.importorskip("tests.lettering.fonts.own_font", reason="fontTools makes the font")
    path = own_font.build(tmp_path / "j.ttf", features="feature liga { sub u3041 u3043 by joined; } liga;")
    hand = Hand(UPRIGHT, Fallback((str(path),)))
    assert hand.advance("ぁぃ") == pytest.approx(hand.advance("ぁ"))
    assert len(hand.write("ぁぃ").curves) == 2
    assert len(hand.write("ぁ ぃ").curves) == 2
    assert len(hand.write("ぁぃ").origins) == 1


def test_the_first_font_that_has_it_lends_it(tmp_path, no_fonts):
    pytest.importorskip("uharfbuzz", reason="uharfbuzz reads fonts")
    own_font = pytest.importorskip("tests.lettering.fonts.own_font", reason="fontTools makes the font")
    few, many = own_font.build(tmp_path / "few.ttf", "一"), own_font.build(tmp_path / "many.ttf")
    hand = Hand(UPRIGHT, Fallback((str(few), str(many))))
    assert hand.advance("一十") == pytest.approx(hand.advance("一") + hand.advance("十"))


def test_the_same_font_gives_the_same_strokes(bars):
    first = Hand(UPRIGHT, bars).write("十口一").curves.points
    from tests.lettering.conftest import forget

    forget()
    assert (Hand(UPRIGHT, bars).write("十口一").curves.points == first).all()


def test_a_character_that_is_nowhere_is_named_with_its_code_point(bars):
    with pytest.raises(CharacterError, match=r"U\+4E8C, CJK UNIFIED IDEOGRAPH-4E8C\) in “一二”.*no font here") as caught:
        Hand(UPRIGHT, bars).advance("가 一二 나")
    assert "--lenient" in caught.value.mend and "[fonts]" in caught.value.mend


def test_a_lenient_hand_draws_a_box_and_remembers_it(no_fonts):
    hand = Hand(UPRIGHT, Fallback(lenient=True))
    box = hand.write("가二").curves
    assert hand.boxed == {"二": "가二"}
    assert len(box) > len(hand.write("가").curves) + 4
    assert hand.advance("二") == pytest.approx(tofu("二").advance)


def test_the_box_says_the_code_point():
    frame, *digits = tofu("二").curves.strokes()
    points = np.concatenate(digits)
    assert (points.min(axis=0) > frame.min(axis=0) + 0.05).all() and (points.max(axis=0) < frame.max(axis=0) - 0.05).all()
    assert (tofu("三").curves.points.shape != tofu("二").curves.points.shape)


def test_without_uharfbuzz_one_clear_error_says_how_to_get_it(monkeypatch, no_fonts):
    monkeypatch.delitem(sys.modules, "sketchsvg.lettering.fonts.shape", raising=False)
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    with pytest.raises(CharacterError, match="uharfbuzz") as caught:
        Hand().advance("漢字")
    assert "sketchsvg[fonts]" in caught.value.mend


def test_a_font_that_is_not_there_is_named(no_fonts, tmp_path):
    for name in ("Barz", str(tmp_path / "none.ttf")):
        with pytest.raises(NameUnknownError):
            Hand(UPRIGHT, Fallback((name,))).advance("一")


def test_letters_of_other_scripts_take_one_cell_in_code_and_marks_none(bars, tmp_path):
    hand = Hand(UPRIGHT, bars)
    assert hand.advance("Ж", code=True) == pytest.approx(hand.advance("a", code=True))
    assert hand.advance("Жa", code=True) == pytest.approx(2 * hand.advance("a", code=True))
