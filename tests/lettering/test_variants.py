"""Letters, figures and jamo have several shapes; which one is taken depends on what stands around, and none misleads."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.latin.forms import shapes
from sketchsvg.lettering.skeleton import shape_number
from sketchsvg.theme import HandStyle, load_hand

FORMS = ("print", "quick", "child", "caps")
LIVELY = Hand(HandStyle(variants=1.0))


def samples(stroke: np.ndarray) -> np.ndarray:
    t = np.linspace(0, 1, 9)[:, None, None]
    a, b, c, d = stroke[:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    along = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
    return along.swapaxes(0, 1).reshape(-1, 2)


def inks(char: str, forms: str) -> list[np.ndarray]:
    """Every shape of a letter, as points from the left end of its ink."""
    found = []
    for number in range(max(1, len(shapes(forms).get(char, ())))):
        points = np.concatenate([samples(stroke) for stroke in letter(char, forms, number).curves.strokes()])
        found.append(points - (points[:, 0].min(), 0.0))
    return found


def away(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2).min(axis=1)).max())


@pytest.mark.parametrize("char", "AEGMNRSTWKYQ0124679aegfkrstyz")
def test_frequent_letters_have_several_shapes(char: str) -> None:
    assert len(shapes("print")[char]) >= 2


@pytest.mark.parametrize("forms", FORMS)
@pytest.mark.parametrize("pair", ["17", "49", "ao", "g9", "Il", "l1", "I1", "5S", "2Z", "0O", "6b", "8B", "3B", "uv", "nh", "rn", "yg", "q9", "UV", "DO", "CG", "EF", "PR", "ce"])
def test_no_shape_of_one_letter_is_taken_for_another(pair: str, forms: str) -> None:
    for one, other in product(inks(pair[0], forms), inks(pair[1], forms)):
        # As far apart as the plain letters are that are nearest to each other: half a pen and more.
        assert max(away(one, other), away(other, one)) >= 0.05, pair


@pytest.mark.parametrize("char", "아사자하가라차")
def test_frequent_jamo_differ_by_more_than_a_wobble(char: str) -> None:
    shown = [syllable(char, "print", number).curves for number in range(4)]
    points = [np.concatenate([samples(stroke) for stroke in curves.strokes()]) for curves in shown]
    others = [max(away(points[0], other), away(other, points[0])) for other in points[1:]]
    assert max(others) > 0.03


def test_a_ring_at_the_foot_has_no_tick_that_makes_another_jamo_of_it() -> None:
    tops = [float(syllable("응", "print", number).curves.strokes()[-1][:, 1].min()) for number in range(4)]
    assert max(tops) - min(tops) < 0.03


def test_the_figures_of_a_number_are_of_one_kind() -> None:
    for seed in range(1, 30):
        numbers, _ = LIVELY._chosen("a777 777,77", "print", seed)
        for text, chosen in (("777", numbers[1:4]), ("777", numbers[5:8]), ("77", numbers[9:])):
            assert len(set(chosen)) == 1, (text, seed)


def test_a_letter_that_is_doubled_takes_another_shape() -> None:
    text = "aabbeellssooAARRSS아아하하"
    for seed in range(1, 30):
        numbers, _ = LIVELY._chosen(text, "print", seed)
        for (left, a), (right, b) in pairwise(zip(text, numbers, strict=True)):
            assert left != right or a != b


def test_small_capitals_vary_too_and_a_steady_hand_does_not() -> None:
    caps = Hand(replace(load_hand("caps"), variants=1.0))
    assert len({caps._chosen("r", "caps", seed)[0][0] for seed in range(1, 40)}) == len(shapes("caps")["R"])
    neat = Hand(load_hand("neat"))
    assert all(neat._chosen("aegfkrstAEG1247하사", "neat", seed)[0] == [0] * 17 for seed in range(1, 40))


def test_laughter_stands_close_and_every_jamo_of_it_varies() -> None:
    hand = Hand()
    assert hand.advance("ㅋㅋㅋ") < 2.4 < hand.advance("크크크")
    assert shape_number("ㅎ", "print", 3) == 3


TIGHT = ["AV", "To", "Ty", "Wa", "rn", "f)", "(j", "[g", "y]", "y,", "yj", "J7", "JT", "FJ", "fi", "ff", "ry", "7.", "P.", "L'", "A/", "가A", "A가", "가x", "원0", "0원", "“한", "글”", '"값', '값"', "(가", "가)"]


@pytest.mark.parametrize("name", ["note", "neat", "quick", "caps", "child"])
@pytest.mark.parametrize("pair", TIGHT)
def test_no_shapes_of_two_neighbours_touch(pair: str, name: str) -> None:
    hand = Hand(replace(load_hand(name), joins=0.0))
    x, forms = hand.steps(pair)[1][0], hand._forms(code=False)
    shown = []
    for char in pair:
        numbers = range(4) if char >= "가" else range(max(1, len(shapes(forms).get(hand._capital(char, forms) or char, ()))))
        strokes = [hand._glyph(char, forms, number).curves.strokes() for number in numbers]
        shown.append([np.concatenate([samples(stroke) for stroke in one]) for one in strokes])
    for left, right in product(*shown):
        gap = np.sqrt(((left[:, None] - right[None] - (x, 0.0)) ** 2).sum(axis=2)).min()
        # The pen of ordinary text is 0.085 em wide, that of the quick hand 0.075.
        assert gap >= (0.078 if name == "quick" else 0.088)


def test_quotes_and_dashes_take_one_cell_where_all_letters_do() -> None:
    mono = Hand(load_hand("mono"))
    for text in ("“”", "‘’", "–—", "…₩"):
        assert mono.advance(text) == pytest.approx(mono.advance("ab"))
        assert Hand().advance(text, code=True) == pytest.approx(Hand().advance("ab", code=True))
    assert mono.advance("→") == pytest.approx(mono.advance("ab"))
