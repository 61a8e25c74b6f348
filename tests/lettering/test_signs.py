import string
from itertools import pairwise

import numpy as np
import pytest

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.signs import compose, sign
from sketchsvg.lettering.signs.arrows import ARROWS
from sketchsvg.lettering.signs.boxes import BLOCKS, BOXES, LIGHTER
from sketchsvg.lettering.signs.marks import MARKS
from sketchsvg.lettering.signs.maths import MATHS
from sketchsvg.lettering.signs.punctuation import HANGUL_MARKS, PUNCTUATION
from sketchsvg.lettering.signs.small import CIRCLED, SMALL

WANTED = (
    string.punctuation
    + "¡¢£¤¥¦§¨©«¬®¯°±²³´¶·¸¹»¼½¾¿×÷"
    + "–—…‘’“”„«»‹›•·※§¶†°′″№™©®、。「」『』〈〉《》【】〔〕～￦₩€£¥¢"
    + "←↑→↓↔↕⇒⇐⇔↗↘↖↙⟶➜×÷±−≤≥≠≈∞√∑∏∫∂∈∉∀∃∅∩∪⊂⊃⊆∧∨¬∝≡∼⋅∘"
    + "✓✔✗✘✕★☆✦♥♡●○◎■□▲△▼▽◆◇▶▷◀◁☐☑☒"
    + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉½¼¾"
    + "─│┌┐└┘├┤┬┴┼⌘⌥⇧⌃⏎⌫⇥"
)
SPACES = [" ", "\u00a0", "\u2009", "\u202f", "\u2003", "\u3000", "\u2007"]
EVERY = sorted({*WANTED, *PUNCTUATION, *HANGUL_MARKS, *ARROWS, *MATHS, *MARKS, *BOXES, *BLOCKS, *LIGHTER, *SMALL, *CIRCLED})


def glyph(char: str) -> Glyph:
    found = sign(char)
    assert found is not None, char
    return found


def ink(curves: Curves, step: float = 0.01, pen: float = 0.085) -> tuple[np.ndarray, np.ndarray]:
    """The points of a fine grid over the em box, and which of them the pen covers."""
    t = np.linspace(0, 1, 40)[:, None]
    points = []
    for stroke in curves.strokes():
        points.append(stroke[:1])
        for a, b, c, d in zip(stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3], strict=True):
            points.append(a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3)
    line = np.concatenate(points)
    grid = np.stack(np.meshgrid(np.arange(0, 1, step), np.arange(-0.8, 0.2, step)), axis=-1).reshape(-1, 2)
    near = np.full(len(grid), np.inf)
    for start in range(0, len(line), 200):
        apart = ((grid[:, None] - line[None, start : start + 200]) ** 2).sum(axis=2)
        near = np.minimum(near, apart.min(axis=1))
    return grid, near <= (pen / 2) ** 2


@pytest.mark.parametrize("char", EVERY)
def test_every_sign_is_drawn_within_its_bounds(char: str) -> None:
    points = glyph(char).curves.points
    assert len(points)
    assert np.isfinite(points).all()
    assert 0.15 < glyph(char).advance < 1.7
    if not "\u2500" <= char <= "\u259f":
        assert points[:, 1].min() > -0.80 and points[:, 1].max() < 0.20
        assert points[:, 0].min() >= -0.05 and points[:, 0].max() <= glyph(char).advance + 0.05


@pytest.mark.parametrize("char", SPACES)
def test_a_space_has_width_and_no_stroke(char: str) -> None:
    assert len(glyph(char).curves) == 0
    assert 0.1 < glyph(char).advance <= 1.0


def test_a_figure_space_is_as_wide_as_a_figure() -> None:
    digit = letter("0")
    assert digit is not None
    assert glyph("\u2007").advance == digit.advance


@pytest.mark.parametrize("char", [*"a가あ中", "", "ab", "\n", "\u0301"])
def test_what_is_not_ours_is_none(char: str) -> None:
    assert sign(char) is None


@pytest.mark.parametrize("char", "●■★▲▼◆▶◀♥✦")
def test_a_solid_shape_is_filled(char: str) -> None:
    """No white is shut in: flood the paper from outside and see that ink and flood cover everything."""
    grid, covered = ink(glyph(char).curves)
    width = len(np.unique(grid[:, 0]))
    dark = np.pad(covered.reshape(-1, width), 1)
    flood = np.zeros_like(dark)
    flood[0, :] = True
    while True:
        spread = flood.copy()
        spread[1:] |= flood[:-1]
        spread[:-1] |= flood[1:]
        spread[:, 1:] |= flood[:, :-1]
        spread[:, :-1] |= flood[:, 1:]
        spread &= ~dark
        if (spread == flood).all():
            break
        flood = spread
    assert covered.mean() > 0.1
    assert (flood | dark).all()


@pytest.mark.parametrize(("solid", "open_"), ["●○", "■□", "★☆", "▲△", "◆◇", "♥♡", "▶▷"])
def test_solid_and_open_shapes_differ(solid: str, open_: str) -> None:
    assert ink(glyph(solid).curves)[1].mean() > 1.4 * ink(glyph(open_).curves)[1].mean()


@pytest.mark.parametrize("char", "+-=−×±→←↔")
def test_signs_of_the_axis_lie_on_it(char: str) -> None:
    _, top, _, bottom = glyph(char).curves.bounds()
    assert (top + bottom) / 2 == pytest.approx(-0.27, abs=0.011)


def test_arrows_point_where_they_say() -> None:
    right, left = glyph("→"), glyph("←")
    mirrored = right.advance - right.curves.points[:, 0]
    assert np.allclose(sorted(mirrored), sorted(left.curves.points[:, 0]))
    head = right.curves.strokes()[1]
    assert head[3, 0] == right.curves.points[:, 0].max()


PAIRS = ["()", "[]", "「」", "『』", "〈〉", "《》", "【】", "〔〕", "«»", "‹›", "<>"]


@pytest.mark.parametrize("pair", PAIRS)
def test_brackets_are_each_others_mirror(pair: str) -> None:
    first, second = glyph(pair[0]), glyph(pair[1])
    assert first.advance == pytest.approx(second.advance)
    a, b = first.curves.bounds(), second.curves.bounds()
    assert a[2] - a[0] == pytest.approx(b[2] - b[0], abs=0.03)


@pytest.mark.parametrize("char", "、。「」『』〈〉《》【】〔〕")
def test_korean_marks_are_half_an_em(char: str) -> None:
    assert glyph(char).advance == 0.5


SIDES = {
    "left": "─┐┘┤┬┴┼═╗╝╣╦╩╬╮╯╴╕╖╛╜╡╢╤╥╧╨╪╫",
    "right": "─┌└├┬┴┼═╔╚╠╦╩╬╭╰╶╒╓╘╙╞╟╤╥╧╨╪╫",
    "up": "│└┘├┤┴┼║╚╝╠╣╩╬╰╯╵╘╙╛╜╞╟╡╢╧╨╪╫",
    "down": "│┌┐├┤┬┼║╔╗╠╣╦╬╭╮╷╒╓╕╖╞╟╡╢╤╥╪╫",
}


def test_box_drawing_reaches_the_sides_it_has_to_and_no_other():
    """In cells of 0.5 to 0.54 em, and at a line pitch of up to 1.45 em."""
    for char in [chr(code) for code in (*range(0x2500, 0x2504), *range(0x250C, 0x254C), *range(0x2550, 0x2571))]:
        left, top, right, bottom = glyph(char).curves.bounds()
        plain = LIGHTER.get(char, char)
        assert (left <= -0.02) == (plain in SIDES["left"]), char
        assert (right >= glyph(char).advance + 0.02) == (plain in SIDES["right"]), char
        assert (-top >= 0.27 + 0.72) == (plain in SIDES["up"]), char
        assert (bottom >= 0.72 - 0.27) == (plain in SIDES["down"]), char
        assert glyph(char).advance == 0.5


def test_eighths_of_a_block_grow():
    shares = [ink(glyph(char).curves)[1].sum() for char in "▁▂▃▄▅▆▇█"]
    assert all(b > a * 1.05 for a, b in pairwise(shares))
    widths = [glyph(char).curves.bounds()[2] for char in "▏▎▍▌▋▊▉█"]
    assert all(b > a for a, b in pairwise(widths))


@pytest.mark.parametrize(("wide", "plain"), ["（(", "！!", "：:", "❤♥", "‑-"])
def test_signs_that_are_another_by_sight(wide: str, plain: str) -> None:
    assert np.array_equal(glyph(wide).curves.points, glyph(plain).curves.points)


def test_superscripts_are_small_and_high_subscripts_small_and_low() -> None:
    full = letter("2")
    assert full is not None
    _, top, _, bottom = full.curves.bounds()
    _, high, _, foot = glyph("²").curves.bounds()
    _, head, _, low = glyph("₂").curves.bounds()
    assert foot - high < 0.7 * (bottom - top)
    assert high < top < head and foot < bottom < low


def test_building_again_gives_the_same_numbers() -> None:
    for char in EVERY:
        again = compose.build(char)
        assert again is not None
        assert np.array_equal(again.curves.points, glyph(char).curves.points)


def test_every_letter_that_mathematics_sets_apart_can_be_written():
    from sketchsvg.lettering.signs.letterlike import BLACKBOARD, OTHERS, SCRIPT

    for char in (*BLACKBOARD, *SCRIPT, *OTHERS):
        assert len(sign(char).curves), char
