import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.lettering.breaking import NOT_AT_START
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.paragraph import least_width, natural_width, set_lines

HAND = Hand()
KOREAN = "모델 가중치의 숫자 정밀도를 낮춰 모델 크기를 축소한다 그리고 Base Model은 SFT/RLHF 없이 사전학습만 완료된 모델이다"
WORDS = st.lists(st.sampled_from([*KOREAN.split(), "(토큰당)", "a", "**bold**", "`x = 1`", "==빛=="]), min_size=1, max_size=14)


def test_a_line_that_fits_is_one_line():
    (line,) = set_lines("로컬 실행", 100, HAND)
    assert line.text == "로컬 실행"
    assert line.width == pytest.approx(HAND.advance("로컬 실행"))


@settings(max_examples=60)
@given(WORDS, st.floats(3, 30))
def test_lines_keep_within_the_measure_and_lose_nothing(words, measure):
    text = " ".join(words)
    lines = set_lines(text, measure, HAND)
    plain = text.replace("**", "").replace("==", "").replace("`", "")
    assert "".join(line.text for line in lines).replace(" ", "") == plain.replace(" ", "")
    for line in lines:
        assert line.width <= measure + 1e-6 or len(line.text) == 1


@settings(max_examples=60)
@given(WORDS, st.floats(8, 30))
def test_korean_breaks_between_eojeol_where_they_fit(words, measure):
    text = " ".join(words)
    if least_width(text, HAND) > measure:
        return
    whole = set(text.replace("**", "").replace("==", "").replace("`", "").split())
    for line in set_lines(text, measure, HAND):
        for word in line.text.split():
            assert word in whole or any(word in (big[: len(word)], big[-len(word) :]) for big in whole if "/" in big)


def test_as_few_lines_as_possible_and_even():
    text = "가나 다라 마바 사아"
    two = HAND.advance("가나 다라 마바")
    lines = set_lines(text, two, HAND)
    assert [line.text for line in lines] == ["가나 다라", "마바 사아"]


def test_the_last_resort_keeps_closing_signs_off_the_start():
    for measure in (1.0, 1.5, 2.0, 3.0):
        for line in set_lines("가나다라마바사.아자차카(타파)하", measure, HAND)[1:]:
            assert line.text[0] not in NOT_AT_START or measure < 2.0


def test_soft_breaks_after_a_slash_and_before_a_bracket():
    text = "Assistant/Chat"
    lines = set_lines(text, HAND.advance("Assistant/") + 0.1, HAND)
    assert [line.text for line in lines] == ["Assistant/", "Chat"]
    lines = set_lines("DeepSeek(now)", HAND.advance("DeepSeek") + 0.1, HAND)
    assert [line.text for line in lines] == ["DeepSeek", "(now)"]


def test_the_authors_own_breaks_stay():
    assert [line.text for line in set_lines("한 줄\n두 줄", 100, HAND)] == ["한 줄", "두 줄"]


def test_runs_follow_each_other_without_gap():
    (line,) = set_lines("a **b** ==c== `d`", 100, HAND)
    x = 0.0
    for run in line.runs:
        assert run.x == pytest.approx(x)
        x += run.width
    assert line.width == pytest.approx(x)


def test_widths():
    assert natural_width("긴 줄\n짧", HAND) == pytest.approx(HAND.advance("긴") + HAND.advance(" ") + HAND.advance("줄"))
    assert least_width("a 가나다 b", HAND) == pytest.approx(HAND.advance("가나다"))
