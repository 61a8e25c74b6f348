"""Syllables in haste: strokes run on, fewer than elsewhere, and still no two are taken for each other."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.lettering.glyph import SYLLABLE_SHAPES
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.hangul.running import run_on
from sketchsvg.lettering.hangul.vowels import tall_strokes, wide_strokes
from sketchsvg.theme import load_hand

JOINED = range(SYLLABLE_SHAPES, 2 * SYLLABLE_SHAPES)
#: What differs by one jamo only: ㄷ/ㄹ, ㅁ/ㅂ, ㅁ/ㅇ, ㅅ/ㅈ, ㅈ/ㅊ, ㄴ/ㄷ, ㅏ/ㅣ, ㅓ/ㅣ, ㅗ/ㅡ, ㅜ/ㅡ, ㅜ/ㅗ, and finals.
LOOK_ALIKE = """다라 더러 도로 마바 마아 모오 모보 사자 소조 자차 조초 나다 노도 가기 거기 아이 어이 고그 구그 고구 오우
담답 담당 밤방 갓갖 잣잦 것겆 굿궂 웃옷 정전 중준 궁군 물문 들든 달닫 말맏 즉측 쇠쇄 에애 홋훗 롤를 넌넝 하아 호오 할알"""


def samples(stroke: np.ndarray) -> np.ndarray:
    t = np.linspace(0, 1, 9)[:, None, None]
    a, b, c, d = stroke[:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    along = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
    return along.swapaxes(0, 1).reshape(-1, 2)


def ink(char: str, variant: int) -> np.ndarray:
    return np.concatenate([samples(stroke) for stroke in syllable(char, "quick", variant).curves.strokes()])


def away(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2).min(axis=1)).max())


@pytest.mark.parametrize("pair", LOOK_ALIKE.split())
def test_joined_syllables_that_look_alike_stay_apart(pair: str) -> None:
    one, other = pair
    for a in JOINED:
        for b in JOINED:
            first, second = ink(one, a), ink(other, b)
            # Half of this hand's pen is 0.037 em; in print ㅁ and ㅇ are 0.055 em apart at their corners.
            assert max(away(first, second), away(second, first)) >= 0.058, (pair, a, b)


@pytest.mark.parametrize("char", "마라자사라물들밥엉정중")
def test_joined_syllables_take_fewer_strokes(char: str) -> None:
    plain = len(syllable(char).curves)
    assert min(len(syllable(char, "quick", variant).curves) for variant in JOINED) < plain


@pytest.mark.parametrize("char", "차치처체천초하한해호")
@pytest.mark.parametrize("variant", JOINED)
def test_the_dash_on_top_stands_clear_of_the_bar(char: str, variant: int) -> None:
    # Grown together with its bar 차 was read as 자, and 했 as 랬. The pen of this hand is 0.075 em wide.
    dash, *others = (samples(stroke) for stroke in syllable(char, "quick", variant).curves.strokes())
    rest = np.concatenate(others)
    assert np.sqrt(((dash[:, None] - rest[None]) ** 2).sum(axis=2)).min() > 0.09


@pytest.mark.parametrize("variant", JOINED)
def test_a_hasty_digeut_has_a_corner(variant: int) -> None:
    # Round at its upper left ㄷ was read as ㅇ.
    drawn = ink("ㄷ", variant)
    top, bottom = drawn[:, 1].min(), drawn[:, 1].max()
    upper = drawn[:, 1] < top + 0.2 * (bottom - top)
    assert drawn[upper, 0].min() < drawn[:, 0].min() + 0.012


@pytest.mark.parametrize("char", "에세게데")
def test_two_stems_stand_as_far_apart_with_a_tick_before_them_as_between_them(char: str) -> None:
    def apart(one: str) -> float:
        stems = [stroke[[0, -1], 0].mean() for stroke in syllable(one).curves.strokes() if np.ptp(stroke[:, 1]) > 0.6]
        return float(max(stems) - min(stems))

    assert apart(char) > 0.95 * apart(chr(ord(char) - 4 * 28))


def test_a_tick_bends_out_of_its_stem_and_another_into_it() -> None:
    _, tick = run_on(tall_strokes("ㅏ", 0.3, 0.0, 0.8, 0.4))
    assert tick[0][1] > tick[3][1] + 0.1 and tick[1][0] == pytest.approx(tick[0][0])
    tick, stem = run_on(tall_strokes("ㅓ", 0.3, 0.0, 0.8, 0.4))
    assert tick[3][1] < tick[0][1] - 0.1 and tick[3][0] == pytest.approx(stem[1][0])
    _, tail = run_on(wide_strokes("ㅜ", 0.0, 0.7, 0.5, 0.2, 0.3, 0.35))
    assert tail[0][0] > tail[3][0] + 0.1
    tick, _ = run_on(wide_strokes("ㅗ", 0.0, 0.7, 0.5, 0.2, 0.3, 0.35))
    assert tick[3][0] < tick[0][0] - 0.1
    assert run_on(wide_strokes("ㅡ", 0.0, 0.7, 0.5, 0.2, 0.3, 0.35)) == wide_strokes("ㅡ", 0.0, 0.7, 0.5, 0.2, 0.3, 0.35)


def test_joins_say_how_many_syllables_are_joined() -> None:
    text, style = "정말중요한일이있다" * 20, replace(load_hand("quick"), variants=0.0)
    strokes = [len(Hand(replace(style, joins=joins)).write(text, seed=3).curves) for joins in (0.0, 0.5, 1.0)]
    assert strokes[0] > strokes[1] > strokes[2]
    half = Hand(replace(style, joins=0.5)).write("정" * 30, seed=5)
    assert len(set(np.bincount(half.glyph_of_stroke).tolist())) > 1


def test_joined_or_not_a_syllable_is_as_wide() -> None:
    joined, apart = Hand(load_hand("quick")), Hand(replace(load_hand("quick"), joins=0.0))
    text = "흥부와 놀부 얘기"
    assert joined.write(text, seed=9).width == apart.write(text, seed=9).width
