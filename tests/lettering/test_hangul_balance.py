"""What a reader sees: even placing, room between strokes, and no two syllables that could be taken for each other."""

from __future__ import annotations

import numpy as np
import pytest

from sketchsvg.geometry.curves import Floats
from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.hangul.compose import jamo_of

STROKES = {
    **dict.fromkeys("ㄱㄴㅇㅡㅣ", 1),
    **dict.fromkeys("ㄲㄷㅅㅈㅋㅏㅓㅗㅜㅢ", 2),
    **dict.fromkeys("ㄹㅁㅊㅌㅎㅐㅑㅔㅕㅛㅠㅚㅟㄳㄵ", 3),
    **dict.fromkeys("ㄸㅂㅆㅉㅍㅒㅖㅘㅝㄶㄺ", 4),
    **dict.fromkeys("ㅙㅞㄽ", 5),
    **dict.fromkeys("ㄻㄾㅀㅄ", 6),
    **dict.fromkeys("ㄼㄿ", 7),
    "ㅃ": 8,
}


def ksx1001() -> list[str]:
    """The 2,350 syllables of KS X 1001: those that are in daily use."""
    return [bytes((row, cell)).decode("euc-kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)]


def samples(stroke: Floats, count: int = 8) -> Floats:
    """Points along a stroke, ``count`` a segment."""
    t = np.linspace(0, 1, count)[:, None, None]
    a, b, c, d = stroke[:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    return (
        ((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d).swapaxes(0, 1).reshape(-1, 2)
    )


def ink(char: str) -> Floats:
    return np.concatenate([samples(stroke) for stroke in syllable(char).curves.strokes()])


def mass(char: str) -> tuple[float, float]:
    """The centre of the ink of ``char``, from its strokes' lengths."""
    total, moment = 0.0, np.zeros(2)
    for stroke in syllable(char).curves.strokes():
        path = samples(stroke)
        length = np.hypot(*(path[1:] - path[:-1]).T)
        total += length.sum()
        moment += ((path[1:] + path[:-1]) / 2 * length[:, None]).sum(axis=0)
    x, y = moment / total
    return float(x), float(y)


def nearest(a: Floats, b: Floats) -> Floats:
    """For each point of ``a`` its distance from ``b``."""
    return np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2).min(axis=1))


def test_syllables_in_daily_use_stand_in_the_middle_of_their_advance() -> None:
    centres = []
    for char in ksx1001():
        glyph = syllable(char)
        left, _, right, _ = glyph.curves.bounds()
        centres.append(((left + right) / 2 + mass(char)[0]) / 2 - glyph.advance / 2)
    assert max(centres) - min(centres) <= 0.06


def test_syllables_in_daily_use_share_one_line() -> None:
    heights = np.array([mass(char)[1] for char in ksx1001()])
    assert np.abs(heights + 0.35).max() <= 0.11
    assert heights.std() <= 0.03


def test_initial_vowel_and_final_never_run_into_each_other() -> None:
    close = []
    for char in ksx1001()[::3]:
        strokes = [samples(stroke) for stroke in syllable(char).curves.strokes()]
        parts, at = [], 0
        for jamo in filter(None, jamo_of(char)):
            parts.append(np.concatenate(strokes[at : at + STROKES[jamo]]))
            at += STROKES[jamo]
        gaps = [nearest(a, b).min() for i, a in enumerate(parts) for b in parts[i + 1 :]]
        if min(gaps) < 0.09:
            close.append((char, min(gaps)))
    assert close == []


LOOK_ALIKE = """뱍뱡 홋훗 즉측 쇠쇄 에애 롤를 개게 흥홍 을올 팡광 먹믹 넓넒 획확 괜괸 빛빚 볕별 닭맑 웃옷 농동 쳐쳬
의외 꿇끓 홀훌 솔술 글골 틀틈"""


@pytest.mark.parametrize("pair", LOOK_ALIKE.split())
def test_syllables_that_look_alike_stay_apart(pair: str) -> None:
    a, b = (ink(char) for char in pair)
    farthest = max(float(nearest(a, b).max()), float(nearest(b, a).max()))
    # Half a pen is 0.0425: what tells the two apart stands clear of the other's ink.
    assert farthest >= 0.065


def test_the_tail_of_a_tall_vowel_runs_lower_than_its_initial() -> None:
    for char in "가나다라마바사아자차카타파하기니디리":
        initial, *rest = (samples(stroke)[:, 1].max() for stroke in syllable(char).curves.strokes())
        assert max(rest) > initial + 0.1
