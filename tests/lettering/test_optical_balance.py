"""What a reader sees of lines: even colour and place, English like Hangul, and no two syllables alike."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from scipy import ndimage

from sketchsvg.geometry.curves import Floats
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.hangul import syllable
from sketchsvg.theme import load_hand
from tests.lettering.painting import ABOVE, LEFT, daily_syllables, painted

Picture = npt.NDArray[np.float32]

#: The pen of each set of shapes in em: that of body text by the weight of the hand.
PENS = {"print": 0.085, "neat": 0.080}
EM = 100
#: Ink centre of a syllable: right of the middle of its advance and above the baseline, em.
CENTRE, HEIGHT = (-0.04, 0.10), (0.26, 0.45)
#: Grey value: share of its advance times an em that is ink. Nine of ten syllables lie within ``MOST``.
GREY, MOST = (0.13, 0.43), (0.195, 0.352)


def looks(forms: str) -> Floats:
    """For each daily syllable its ink centre (right of the middle, above the baseline) and its grey value."""
    found = []
    for char in daily_syllables():
        glyph = syllable(char, forms)
        ink = painted(glyph.curves.strokes(), PENS[forms], EM)
        total = float(ink.sum())
        x = float((ink.sum(axis=0) * (np.arange(ink.shape[1]) + 0.5)).sum()) / total / EM - LEFT
        y = float((ink.sum(axis=1) * (np.arange(ink.shape[0]) + 0.5)).sum()) / total / EM - ABOVE
        found.append((x - glyph.advance / 2, -y, total / EM**2 / glyph.advance))
    return np.array(found)


@pytest.mark.parametrize("forms", PENS)
def test_ink_centre_and_grey_value_of_any_two_syllables_lie_within_bounds(forms: str) -> None:
    right, up, grey = looks(forms).T
    assert CENTRE[0] <= right.min() and right.max() <= CENTRE[1]
    assert HEIGHT[0] <= up.min() and up.max() <= HEIGHT[1]
    assert right.std() <= 0.02 and up.std() <= 0.026
    assert GREY[0] <= grey.min() and grey.max() <= GREY[1]
    assert np.mean((grey >= MOST[0]) & (grey <= MOST[1])) >= 0.9


SENTENCES = (
    "큰 언어 모델은 다음에 올 낱말을 미루어 알고 쉬운 우리말로 대답한다",
    "읽고 쓰는 일은 천천히 익히되 넓게 훑고 닮은 것끼리 묶어 둔다",
    "값이 싼 모델부터 써 보고 모자라면 그때 더 큰 것으로 바꾼다",
)


def line_of(hand: Hand, text: str) -> tuple[float, float]:
    """Grey value and height of the ink centre of a line."""
    written = hand.write(text)
    ink = painted(written.curves.strokes(), 0.085 * hand.style.weight, EM, (written.width + 0.5, 1.5))
    rows = np.arange(ink.shape[0]) + 0.5
    return float(ink.sum()) / EM**2 / written.width, ABOVE - float((ink.sum(axis=1) * rows).sum() / ink.sum()) / EM


@pytest.mark.parametrize("name", ["note", "neat", "quick", "caps", "child"])
def test_english_beside_hangul_has_its_colour_and_height(name: str) -> None:
    hand = Hand(load_hand(name))
    korean = [line_of(hand, text) for text in SENTENCES]
    grey = sum(value for value, _ in korean) / len(korean)
    assert max(value for value, _ in korean) < 1.09 * grey
    middle = korean[0][1]
    for text, lowest in (
        ("Large language models predict the next word and answer in plain English", 0.13),
        ("THE QUICK BROWN FOX JUMPS OVER", 0.03),
        ("0123456789 1,200 3.5% 2026", 0.04),
    ):
        value, height = line_of(hand, text)
        assert 0.90 <= value / grey <= 1.10, text
        assert middle - lowest - 0.01 <= height <= middle + 0.03, text


@pytest.mark.parametrize("name", ["note", "neat"])
def test_small_letters_are_half_as_high_as_hangul_and_capitals_three_quarters(name: str) -> None:
    hand, pen = Hand(load_hand(name)), 0.085

    def height(text: str) -> float:
        ys = hand.write(text).curves.points[:, 1]
        return float(ys.max() - ys.min()) + pen

    body = height("한글말을")
    assert 0.48 <= height("x") / body <= 0.56
    assert 0.73 <= height("H") / body <= 0.80


#: What 8 pt is at 300 pixels an inch.
SMALL = 8 / 72 * 300


def small(chars: list[str], forms: str) -> Picture:
    """Each syllable at 8 pt, a little out of focus."""
    pages = [painted(syllable(char, forms).curves.strokes(), PENS[forms], SMALL, (1.15, 1.2)) for char in chars]
    return np.stack([ndimage.gaussian_filter(page, 1.0) for page in pages]).astype(np.float32)


def differ(a: Picture, b: Picture) -> float:
    """The share of the ink that differs, however one is shifted by up to a pixel."""
    moved = (np.roll(b, (down, right), (0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1))
    return min(float(np.abs(a - one).sum()) for one in moved) / min(float(a.sum()), float(b.sum()))


@pytest.mark.parametrize("forms", PENS)
def test_any_two_syllables_can_be_told_apart_at_8_pt(forms: str) -> None:
    chars = daily_syllables()
    seen = small(chars, forms)
    flat = seen.reshape(len(seen), -1)
    squares = (flat * flat).sum(axis=1)
    apart = squares[:, None] + squares - 2 * flat @ flat.T
    apart[np.tril_indices(len(chars))] = np.inf
    nearest = np.argpartition(apart, 300, axis=None)[:300]
    pairs = [divmod(int(place), len(chars)) for place in nearest]
    alike = [chars[a] + chars[b] for a, b in pairs if differ(seen[a], seen[b]) < 0.055]
    assert alike == []


#: Pairs that hurried hands confuse.
CONFUSABLE = (
    "뱍뱡 홋훗 즉측 쇠쇄 공긍 곰금 곡극 골글 곳긋 고그 코크 를틀 룰툴 롤톨 홀홑 불붙 돌돝 물울 몸옴 밈임 모오 마아 먹억 멍엉 "
    "맘암 미이 에애 게개 네내 데대 롤를 팡광 넓넒 획확 괜괸 빛빚 볕별 닭맑 웃옷 농동 의외 꿇끓 훌홀 술솔 굴골 틈틀 자차 지치 "
    "주추 중충 신산 말밀 힘함 서시 저지 리라 둔든 순슨 우으 무므 각간 곤곧 반받 입잎 압앞 역연 문믄 쇼소 교고 뷰부 쥬주 규구"
)


@pytest.mark.parametrize("forms", PENS)
def test_confusable_pairs_differ_clearly_at_8_pt(forms: str) -> None:
    pairs = CONFUSABLE.split()
    first, second = small([a for a, _ in pairs], forms), small([b for _, b in pairs], forms)
    shares = [(round(differ(a, b), 3), pair) for pair, a, b in zip(pairs, first, second, strict=True)]
    near = [one for one in shares if one[0] < 0.075]
    assert near == []
