import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.errors import CharacterError, SketchError
from sketchsvg.lettering.fonts.fallback import Fallback
from sketchsvg.lettering.hand import Hand, hand_of
from sketchsvg.lettering.maths import formula as module
from sketchsvg.lettering.maths.formula import MathsError, formula
from sketchsvg.theme.theme import HandStyle

HAND = hand_of()
FORMULAS = [
    r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}",
    r"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}",
    r"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V",
    r"\mathcal{L} = -\sum_{t=1}^{T} \log p_\theta(x_t \mid x_{<t})",
    r"A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}",
    r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
    r"\lim_{n\to\infty}\left(1+\frac{1}{n}\right)^n = e",
    r"f(x) = \begin{cases} x & x > 0 \\ 0 & \text{그 밖} \end{cases}",
    r"\hat{y} = \sigma(\mathbf{w}^\top \mathbf{x} + b) \in \mathbb{R}^{m\times n}",
    r"\prod_{i=1}^n i = n!, \quad \max_{x \in X} f(x), \quad a \not= b \pmod{n}",
    r"\underbrace{a+b}_{n} \ne \overline{c} \cdot \vec{v}, \quad \sqrt[3]{x} \le \lfloor y \rfloor",
]


def boxes(made):
    """The box of every letter: left, top, right, bottom in em."""
    found = []
    for group in made.letters:
        strokes = group.letters.curves.strokes()
        owner = group.letters.glyph_of_stroke
        for glyph in range(len(group.letters.origins)):
            points = np.concatenate([s for s, o in zip(strokes, owner, strict=True) if o == glyph])
            found.append((*points.min(axis=0), *points.max(axis=0)))
    return found


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize("source", FORMULAS)
def test_no_letter_lies_on_another(source, display):
    found = boxes(formula(source, HAND, display))
    for index, (left, top, right, bottom) in enumerate(found):
        for other in found[index + 1 :]:
            wide = min(right, other[2]) - max(left, other[0])
            high = min(bottom, other[3]) - max(top, other[1])
            # Leaning neighbours may share a sliver of their boxes, never the depth of a pen.
            assert min(wide, high) < 0.09, (source, wide, high)


@pytest.mark.parametrize("source", FORMULAS)
def test_all_ink_lies_within_its_measures(source):
    made = formula(source, HAND, True)
    for curves in [*(group.letters.curves for group in made.letters), made.lines]:
        if len(curves):
            left, top, right, bottom = curves.bounds()
            assert left >= 0 and right <= made.width
            assert -made.ascent <= top and bottom <= made.descent


def test_a_letter_is_the_one_of_the_hand_on_its_baseline():
    made = formula("x", HAND)
    (group,) = made.letters
    _, top, _, bottom = group.letters.curves.bounds()
    _, own_top, _, own_bottom = HAND.write("x", italic=True).curves.bounds()
    assert (top, bottom) == pytest.approx((own_top, own_bottom), abs=2e-3)


def test_powers_stand_high_and_small_indices_low_with_a_lighter_pen():
    made = formula("x_b^a", HAND)
    big, small = made.letters
    assert (big.name, small.name) == ("letters", "indices") and small.weight < big.weight
    (x,) = boxes(module.Formula("", (big,), made.lines, 0, 0, 0))
    lower, upper = boxes(module.Formula("", (small,), made.lines, 0, 0, 0))
    assert upper[3] < lower[1] and upper[1] < x[1] and lower[3] > x[3]
    assert lower[0] >= x[2] - 0.09 and upper[0] >= x[2] - 0.09


def test_a_fraction_has_its_bar_between_what_it_divides():
    made = formula(r"\frac{a}{b}", HAND, True)
    _, bar, _, also = made.lines.bounds()
    above, below = boxes(made)
    assert bar == also and above[3] < bar - 0.04 and below[1] > bar + 0.04


def test_a_root_covers_what_stands_under_it():
    made = formula(r"\sqrt{abc}", HAND)
    left, top, right, _ = made.lines.bounds()
    for box in boxes(made):
        assert left < box[0] and box[2] < right + 0.06 and top < box[1]


def test_bold_letters_take_the_bold_pen():
    made = formula(r"\mathbf{w} + x", HAND)
    assert {group.name: group.bold for group in made.letters} == {"letters": False, "bold": True}


def test_letters_stay_small_in_a_hand_of_capitals_and_of_equal_widths():
    caps = hand_of(HandStyle(case="capitals", advance=0.6))
    plain = formula("x + i", HAND)
    assert formula("x + i", caps).width == pytest.approx(plain.width)


def test_display_is_larger_than_inline():
    assert formula(r"\sum_{i=1}^n i", HAND, True).ascent > formula(r"\sum_{i=1}^n i", HAND).ascent


@pytest.mark.parametrize(
    ("source", "said", "place"),
    [
        (r"a + \fracc{a}{b}", r"\\fracc is not known", 4),
        (r"x^{a", "{ is not closed", 2),
        (r"x}", "} closes nothing", 1),
        (r"x^^2", r"\^\^ says nothing", 1),
        (r"\begin{bmatri}1\end{bmatri}", "no {bmatri}", 7),
        (r"\def\x{\x}\x", r"\\def cannot be used", 0),
        (r"a \color{red}x", r"\\color cannot be used", 2),
        (r"\begin{array}{c}a\\\hline b\end{array}", r"\\hline cannot be used", 19),
        (r"\begin{array}{c|c}a&b\end{array}", "lines between columns are not drawn", 15),
        ("a\\", "stands at the end", 1),
        ("{" * 40 + "}" * 40, "too deep", 30),
        (r"\left( x", r"\\left has no", None),
        (r"x_a_b", "two indices", None),
        (r"x^a^b", "two powers", None),
        (r"a \over", "missing", None),
        ("a" * 2001, "too long", None),
        (" ", "empty", None),
        (r"\,", "nothing", None),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(source, said, place):
    with pytest.raises(MathsError, match=said) as caught:
        formula(source, HAND)
    assert caught.value.position == place
    assert caught.value.mend


def test_the_nearest_command_is_offered():
    with pytest.raises(MathsError) as caught:
        formula(r"\alfa", HAND)
    assert "alpha" in caught.value.mend


def test_a_character_that_is_nowhere_is_an_error_here_too():
    with pytest.raises(CharacterError, match=r"U\+13000"):
        formula("x + 𓀀", HAND)


def test_without_ziamath_one_clear_error_says_how_to_get_it(monkeypatch):
    formula.cache_clear()
    monkeypatch.delitem(sys.modules, "sketchsvg.lettering.maths.layout", raising=False)
    monkeypatch.setitem(sys.modules, "ziamath", None)
    with pytest.raises(MathsError, match="not installed") as caught:
        formula("x", HAND)
    assert "sketchsvg[maths]" in caught.value.mend
    formula.cache_clear()


PIECES = st.sampled_from(["x", "y_1", "z^2", r"\alpha", "12", "n+1", r"\mathbf{w}", r"\hat a", "(b)"])
COMPOUND = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: rf"\frac{{{p[0]}}}{{{p[1]}}}"),
        inner.map(lambda p: rf"\sqrt{{{p}}}"),
        inner.map(lambda p: rf"\left({p}\right)"),
        st.tuples(inner, inner).map(lambda p: f"{p[0]} = {p[1]}"),
    ),
    max_leaves=5,
)


@given(COMPOUND)
@settings(max_examples=20, deadline=None)
def test_any_formula_has_finite_ink_within_its_measures_and_is_always_the_same(source):
    made = formula(source, HAND, True)
    formula.cache_clear()
    again = formula(source, HAND, True)
    assert made.width == again.width > 0
    for group, other in zip(made.letters, again.letters, strict=True):
        assert (group.letters.curves.points == other.letters.curves.points).all()
        assert np.isfinite(group.letters.curves.points).all()
        left, _, right, _ = group.letters.curves.bounds()
        assert left >= 0 and right <= made.width


@given(st.text(alphabet="\\{}^_&ab+ frac$%#~", max_size=12))
@settings(max_examples=60, deadline=None)
def test_nonsense_is_set_or_refused_never_a_crash(source):
    try:
        formula(source, HAND)
    except SketchError as error:
        assert error.mend or error.what


@pytest.mark.parametrize("source", [r"a \iff b", r"\dot{x}", r"\overbrace{ab}", r"\vec{v}", r"a \longrightarrow b", r"\check{x}"])
def test_no_sign_is_lost_in_silence(source):
    bare = formula("ab", HAND)
    made = formula(source, HAND)
    assert len(made.lines) > len(bare.lines)


def test_rare_signs_come_with_the_layout_and_need_no_font_of_the_machine(no_fonts):
    formula.cache_clear()
    assert len(formula(r"\circledparallel", hand_of(HandStyle(spacing=0.001))).letters) == 1
    formula.cache_clear()


def test_a_lenient_hand_tells_of_boxes_in_formulas_too():
    hand = Hand(fallback=Fallback(lenient=True))
    formula("x + 𓀀", hand)
    assert hand.boxed == {"𓀀": "x + 𓀀"}


def test_choosing_two_of_many_has_no_bar():
    made = formula(r"\binom{n}{k}", HAND)
    for stroke in made.lines.strokes():
        assert stroke[0, 1] != stroke[-1, 1]


def test_matrices_keep_their_brackets_at_a_distance():
    made = formula(r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}", HAND)
    left, _, right, _ = made.lines.bounds()
    assert all(left + 0.09 < box[0] and box[2] < right - 0.09 for box in boxes(made))


@pytest.mark.parametrize("source", [r"\hat y", r"\tilde y", r"\bar y", r"\dot y"])
def test_accents_are_no_wider_than_their_letter_and_over_its_middle(source):
    made = formula(source, HAND, True)
    (letter,) = boxes(made)
    left, _, right, bottom = made.lines.bounds()
    assert bottom < letter[1] and right - left < letter[2] - letter[0] + 0.2
    assert (left + right) / 2 == pytest.approx((letter[0] + letter[2]) / 2, abs=0.12)


def test_a_wide_hat_covers_all_its_letters():
    made = formula(r"\widehat{abc}", HAND, True)
    left, _, right, _ = made.lines.bounds()
    assert right - left > 0.5 * made.width


@pytest.mark.parametrize("sign", [r"\prod", r"\sum", r"\bigcup", r"\bigoplus", r"\max", r"\lim"])
def test_limits_stand_in_the_middle_over_and_under_in_a_formula_of_its_own(sign):
    made = formula(sign + "_{n}^{n}", HAND, True)
    small = [one for one in made.letters if one.name == "indices"]
    limits = boxes(module.Formula("", tuple(small), made.lines, 0, 0, 0))
    (left, right) = made.lines.bounds()[::2] if len(made.lines) else (0.0, 0.0)
    if sign in (r"\max", r"\lim"):
        found = boxes(module.Formula("", tuple(one for one in made.letters if one not in small), made.lines, 0, 0, 0))
        left, right = min(box[0] for box in found), max(box[2] for box in found)
    assert limits
    for box in limits:
        assert (box[0] + box[2]) / 2 == pytest.approx((left + right) / 2, abs=0.06)
    beside = formula(sign + "_{n}^{n}", HAND, False)
    assert beside.ascent + beside.descent < made.ascent + made.descent


def test_a_struck_relation_is_one_sign_and_a_factorial_stands_close():
    assert formula(r"a \not= b", HAND).width == pytest.approx(formula(r"a \neq b", HAND).width)
    assert formula("n!", HAND).width < formula("n1", HAND).width + 0.2
    low, high = formula(r"\pmod{n}", HAND), formula(r"\frac{a}{b} \pmod{n}", HAND)
    assert low.ascent < 0.9 and high.ascent > low.ascent
