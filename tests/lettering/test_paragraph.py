from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.lettering.breaking import NOT_AT_END, NOT_AT_START
from sketchsvg.lettering.fit import MOST_STRETCH
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.paragraph import justified_lines, least_width, natural_width, set_lines

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


@settings(max_examples=60)
@given(WORDS, st.floats(6, 40))
def test_justified_lines_fill_the_measure_or_stay_as_they_are(words, measure):
    text = " ".join(words)
    lines = justified_lines(text, measure, HAND)
    assert lines[-1].final
    assert not any(line.final for line in lines[:-1])
    for line in lines:
        stretch = {run.stretch for run in line.runs if run.stretch}
        if stretch:
            assert not line.final
            assert line.width == measure
            assert len(stretch) == 1
            assert 0 < max(stretch) <= MOST_STRETCH
            assert not any(run.stretch for run in line.runs if run.style.code)
        x = 0.0
        for run in line.runs:
            assert run.x == pytest.approx(x, abs=1e-9)
            x += run.width
        assert x == pytest.approx(line.width)


@settings(max_examples=60)
@given(WORDS, st.floats(1, 30))
def test_a_line_is_as_wide_as_the_hand_writes_it(words, measure):
    for line in set_lines(" ".join(words), measure, HAND):
        for run in line.runs:
            assert run.width == pytest.approx(HAND.advance(run.text, run.style.bold, run.style.code))


@settings(max_examples=80)
# Two = are the signs of a highlight, not words.
@given(
    st.text(alphabet="가나다ab(){}.,!/-=%” 1", min_size=1, max_size=24).filter(lambda text: "==" not in text),
    st.floats(1.3, 9),
)
def test_whatever_signs_there_are_nothing_is_lost_and_the_measure_kept(text, measure):
    lines = set_lines(text, measure, HAND)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line.width <= measure + 1e-6 or len(line.text) == 1


@settings(max_examples=80)
@given(WORDS, st.floats(8, 30))
def test_no_line_begins_or_ends_with_what_must_not(words, measure):
    text = " ".join(words)
    lines = set_lines(text, measure, HAND)
    for before, after in pairwise(lines):
        assert after.text[0] not in NOT_AT_START - {"→"}
        assert before.text[-1] not in NOT_AT_END


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line():
    text = "super\u00adcalifragilistic"
    (line,) = set_lines(text, 100, HAND)
    assert line.text == "supercalifragilistic"
    lines = set_lines(text, HAND.advance("califragilistic") + 0.1, HAND)
    assert [line.text for line in lines] == ["super-", "califragilistic"]
    assert lines[0].width == pytest.approx(HAND.advance("super-"), abs=0.1)


def test_a_place_to_break_that_is_not_seen_and_a_joiner():
    assert [line.text for line in set_lines("가나\u200b다라", HAND.advance("가나") + 0.1, HAND)] == ["가나", "다라"]
    assert [line.text for line in set_lines("가나\u200b다라", 99, HAND)] == ["가나다라"]
    lines = set_lines("가 나\u00a0다 라", HAND.advance("가 나"), HAND)
    assert [line.text for line in lines] == ["가", "나\u00a0다", "라"]


def test_a_number_keeps_its_unit_even_if_that_takes_a_line_more():
    lines = set_lines("메모리 64 GB 이상", HAND.advance("메모리 64") + 0.05, HAND)
    assert [line.text for line in lines] == ["메모리", "64 GB", "이상"]


def test_marks_across_a_break_stay_with_their_words():
    lines = set_lines("**굵은/==빛==** 글", HAND.advance("굵은/", bold=True) + 0.1, HAND)
    assert [line.text for line in lines] == ["굵은/", "빛 글"]
    assert lines[1].runs[0].style.highlight
    assert lines[1].runs[0].style.bold


def test_words_of_code_break_after_operators():
    lines = set_lines("`x=foo(bar,baz)`", HAND.advance("x=foo(bar,", code=True), HAND)
    assert [line.text for line in lines] == ["x=foo(bar,", "baz)"]


@pytest.mark.parametrize("kind", ["ring", "box"])
def test_rings_and_boxes_get_room_of_their_own(kind):
    def gap(text, left, right):
        (line,) = set_lines(text, 100, HAND)
        runs = {run.text.strip(): run for run in line.runs if run.text.strip()}
        return runs[right].x - (runs[left].x + runs[left].width)

    (line,) = set_lines(f"a [b]{{.{kind}}} c", 100, HAND)
    (flat,) = set_lines("a b c", 100, HAND)
    assert line.width > flat.width + 0.15
    assert gap(f"(a [b]{{.{kind}}}, c", "b", ", c") > 0.1
    assert gap(f"[b]{{.{kind}}}을", "b", "을") > 0.1
    # What is broken is measured with that room: a measure a hair too narrow breaks the line.
    assert len(set_lines(f"a [b]{{.{kind}}} c", line.width + 1e-9, HAND)) == 1
    assert len(set_lines(f"a [b]{{.{kind}}} c", line.width - 1e-3, HAND)) == 2


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["가나", "b,", "[c]{.ring}", "[d e]{.box}", "[f]{.ring}을", "(g)"]), min_size=1, max_size=9),
    st.floats(3, 12),
)
def test_lines_with_rings_are_as_wide_as_their_runs_and_keep_the_measure(words, measure):
    for line in set_lines(" ".join(words), measure, HAND):
        assert line.width <= measure + 1e-6
        for before, after in pairwise(line.runs):
            assert after.x >= before.x + before.width - 1e-9
