"""The six hands differ in what they write; letters vary from place to place and never in width."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.lettering.bending import footed, rounded, small_letters
from sketchsvg.lettering.chance import chances, line_seed
from sketchsvg.lettering.hand import CODE_ADVANCE, Hand
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.latin.forms import shapes
from sketchsvg.lettering.skeleton import skeleton
from sketchsvg.theme import HandStyle, load_hand
from sketchsvg.theme.theme import LETTER_FORMS

NAMES = ("note", "neat", "quick", "caps", "mono", "child")
LATIN, HANGUL = "The quick brown fox: handwriting", "다람쥐 헌 쳇바퀴에 타고파"
HANDS = {name: Hand(load_hand(name)) for name in NAMES}
TEXTS = st.text("aeotnsrilgydh 아리하사자ㄱ을를05.,", min_size=1, max_size=12)


def lean(hand):
    """How far a stem leans to the right, over its height."""
    points = hand.write("H").curves.strokes()[0]
    return (points[0, 0] - points[-1, 0]) / (points[-1, 1] - points[0, 1])


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
@pytest.mark.parametrize("text", [LATIN, HANGUL])
def test_hands_differ_in_both_scripts(one, other, text):
    a, b = HANDS[one].write(text), HANDS[other].write(text)
    if len(a.curves.points) == len(b.curves.points):
        assert np.abs(a.curves.points - b.curves.points).max() > 0.05


def test_each_hand_is_what_it_says():
    width = {name: hand.advance(LATIN) for name, hand in HANDS.items()}
    assert width["quick"] < width["note"] < width["child"]
    assert lean(HANDS["quick"]) > lean(HANDS["note"]) > lean(HANDS["neat"]) >= 0
    heights = {name: -HANDS[name].write("x").curves.points[:, 1].min() for name in NAMES}
    assert heights["child"] > heights["note"] > heights["quick"]


def test_capitals_stand_for_small_letters():
    caps = HANDS["caps"]
    small, large = caps.write("m").curves.points, caps.write("M").curves.points
    assert len(small) == len(large)
    assert -small[:, 1].min() == pytest.approx(0.84 * -large[:, 1].min())
    assert caps.advance("ß") > 0


def test_mono_has_equal_advances_and_syllables_take_two():
    mono = HANDS["mono"]
    cell = mono.advance("i")
    assert mono.advance("mW@ 0") == pytest.approx(5 * cell)
    assert mono.advance("한글") == pytest.approx(4 * cell)
    assert len(mono.write("0").curves) == len(HANDS["note"].write("0").curves) + 1


def test_quick_joins_neighbours_and_only_neighbours():
    quick, apart = HANDS["quick"], Hand(replace(load_hand("quick"), joins=0.0))
    assert len(quick.write("an").curves) == len(apart.write("an").curves) + 1
    assert len(quick.write("a n").curves) == len(apart.write("a n").curves)
    for pair in ("rn", "vv", "ob", "An", "가n"):
        assert len(quick.write(pair).curves) == len(apart.write(pair).curves)
    joined = quick.write("an")
    stroke = joined.curves.strokes()[-3]
    assert stroke[0, 0] < stroke[-1, 0]
    assert list(joined.glyph_of_stroke) == sorted(joined.glyph_of_stroke)


@pytest.mark.parametrize("forms", LETTER_FORMS)
def test_all_shapes_of_a_letter_have_one_advance_and_differ(forms):
    for char, drawn in shapes(forms).items():
        glyphs = [letter(char, forms, number) for number in range(len(drawn))]
        assert len({glyph.advance for glyph in glyphs}) == 1
        assert len({glyph.curves.points.tobytes() for glyph in glyphs}) == len(drawn), char


@pytest.mark.parametrize("char", "아리하사자그름을")
def test_syllables_have_several_shapes(char):
    points = {skeleton(char, variant=number).curves.points.tobytes() for number in range(16)}
    assert len(points) >= 2


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(1, 2**64 - 1))
def test_shapes_are_kept_and_never_change_a_width(text, seed):
    hand, again = HANDS["note"], Hand(load_hand("note"))
    one, two = hand.write(text, seed=seed), again.write(text, seed=seed)
    assert (one.curves.points == two.curves.points).all()
    assert one.width == pytest.approx(hand.advance(text))
    assert (one.origins == hand.write(text).origins).all()


def test_a_line_varies_with_its_key_and_goes_on_as_it_began():
    hand = HANDS["note"]
    text = "aeotnsr" * 4
    a, b = (hand.write(text, seed=line_seed(key)).curves.points for key in ("list/line0", "list/line1"))
    assert len(a) != len(b) or (a != b).any()
    assert chances(line_seed("x"), 5) == chances(line_seed("x"), 9)[:5]
    assert line_seed("x") != 0


def test_variants_are_as_frequent_as_asked():
    none, all_of_them = Hand(HandStyle(variants=0.0)), Hand(HandStyle(variants=1.0))
    plain = none.write("aaaaaaaa", seed=5).curves.points
    assert (plain == none.write("aaaaaaaa").curves.points).all()
    assert len({one.tobytes() for one in np.array_split(plain[:, 1], 8)}) == 1
    varied = all_of_them.write("aaaaaaaa", seed=5).curves.points
    assert len(varied) != len(plain) or (varied != plain).any()


def test_italic_leans_further_over_the_same_advance():
    hand = HANDS["note"]
    upright, italic = hand.write("H"), hand.write("H", italic=True)
    assert italic.width == upright.width
    assert (italic.curves.points[:, 1] == upright.curves.points[:, 1]).all()
    tops = [one.curves.points[one.curves.points[:, 1].argmin(), 0] for one in (upright, italic)]
    assert tops[1] > tops[0]


def test_code_keeps_its_cells_in_every_hand():
    for hand in HANDS.values():
        assert hand.advance("il0O", code=True) == pytest.approx(4 * CODE_ADVANCE)


def test_bends_stay_near_their_corner_and_keep_the_ends():
    curves = skeleton("v").curves
    bent = rounded(curves, 1.0)
    assert rounded(curves, 0.0) is curves
    assert (bent.points[0] == curves.points[0]).all() and (bent.points[-1] == curves.points[-1]).all()
    assert bent.points[:, 1].max() < curves.points[:, 1].max() + 1e-9
    assert len(bent.points) > len(curves.points)


def test_small_letters_keep_baseline_descender_and_ascender():
    points = np.array([(0.0, -0.70), (0.0, -0.43), (0.0, 0.0), (0.0, 0.16)])
    moved = small_letters(points, 1.1)[:, 1]
    assert moved == pytest.approx([-0.70, -0.473, 0.0, 0.16])
    body = footed(np.array([(0.0, -0.80), (0.0, -0.35), (0.0, 0.10)]), 0.9)[:, 1]
    assert body[0] == pytest.approx(-0.80) and body[2] == pytest.approx(0.10)
    assert body[1] > -0.35


def test_frames_close_where_advances_are_equal():
    rows = ("┌──────┬────┐", "│ code │ 값 │", "├──────┼────┤", "│ 1 = 1│ok()│", "└──────┴────┘")
    assert len({round(HANDS["mono"].advance(row), 9) for row in rows}) == 1
    latin = [row for row in rows if "값" not in row]
    for hand in HANDS.values():
        assert len({round(hand.advance(row, code=True), 9) for row in latin}) == 1
    for code, hand in ((False, HANDS["mono"]), (True, HANDS["note"])):
        line = hand.write("┌─┬─┐", code=code).curves
        level = [stroke for stroke in line.strokes() if np.ptp(stroke[:, 0]) > 0.2]
        ends = sorted((stroke[:, 0].min(), stroke[:, 0].max()) for stroke in level)
        assert len(ends) == 5
        assert all(after[0] < before[1] for before, after in pairwise(ends))


def test_quotes_dashes_and_relations_take_one_cell_and_arrows_two():
    mono, note = HANDS["mono"], HANDS["note"]
    cell = mono.advance("i")
    for char in "‘’“”–…•≤≥≠−²₂€′":
        assert mono.advance(char) == pytest.approx(cell), char
        assert note.advance(char, code=True) == pytest.approx(CODE_ADVANCE), char
    assert mono.advance("→") == pytest.approx(2 * cell)


def test_code_keeps_its_small_letters_in_a_hand_of_capitals():
    caps = HANDS["caps"]
    assert (caps.write("q", code=True).curves.points[:, 1].max()) > 0.1 > caps.write("q").curves.points[:, 1].max()
    assert len(caps.write("l1I", code=True).curves.points) == len(HANDS["neat"].write("l1I", code=True).curves.points)


def test_box_drawing_stands_upright_in_a_leaning_hand():
    points = HANDS["quick"].write("│", code=True).curves.points
    assert np.ptp(points[:, 0]) == pytest.approx(0.0, abs=1e-9)
