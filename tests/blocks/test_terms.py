"""Lists of terms: aligned where there is room, under each other where there is none, every word there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg.blocks.terms import terms
from sketchsvg.errors import SheetError
from sketchsvg.frame import POINT
from tests.blocks.reading import assert_tidy, marks_of, texts_of

ENTRIES = (
    ("Base Model", "SFT/RLHF 없이 사전학습만 완료된 모델", "예: Llama 3.1 Base"),
    ("Precision (정밀도)", "모델 가중치의 **숫자 정밀도**", "FP32, BF16, FP8, INT4"),
    ("Quantization", "정밀도를 낮춰 모델 크기 축소"),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(34, 190), st.floats(0, 15))
def test_tidy_at_any_width_and_height(compose, width, more):
    frame = compose(terms(*ENTRIES), width)
    assert_tidy(frame)
    taller = compose(terms(*ENTRIES), width, frame.rect.height + more)
    assert taller.rect.height == pytest.approx(frame.rect.height + more)
    assert_tidy(taller)
    assert texts_of(taller) == texts_of(frame)
    said = " ".join(texts_of(frame)).split()
    assert sorted(said) == sorted(" ".join(part for entry in ENTRIES for part in entry).replace("**", "").split())


def test_explanations_stand_in_one_column_where_there_is_room(compose):
    frame = compose(terms(*ENTRIES), 120)
    for entry in frame.children:
        term, meaning = entry.lines[:2]
        assert term.baseline == pytest.approx(meaning.baseline)
    assert len({round(entry.lines[1].rect.x, 6) for entry in frame.children}) == 1


def test_explanations_stand_in_under_their_terms_where_there_is_none(compose):
    frame = compose(terms(*ENTRIES), 50)
    for entry in frame.children:
        term, meaning = entry.lines[:2]
        assert meaning.rect.y >= term.rect.bottom - 1e-6
        assert meaning.rect.x > term.rect.x


def test_a_short_remark_follows_on_the_line(compose):
    wide = compose(terms(ENTRIES[0]), 150).children[0]
    assert wide.lines[2].baseline == pytest.approx(wide.lines[1].baseline)
    assert wide.lines[2].rect.x > wide.lines[1].rect.right
    narrow = compose(terms(ENTRIES[0]), 75).children[0]
    assert narrow.lines[-1].rect.y >= narrow.lines[-2].rect.bottom - 1e-6


def test_a_swipe_lies_under_every_line_of_a_term(compose, setting):
    frame = compose(terms(*ENTRIES), 120)
    swipes = [mark for mark in marks_of(frame) if mark.key.endswith("swipe0")]
    assert len(swipes) == 3
    for entry, swipe in zip(frame.children, swipes, strict=True):
        left, top, right, bottom = swipe.curves.bounds()
        term = entry.lines[0]
        assert left < term.rect.x
        assert right > term.rect.right
        assert right < entry.lines[1].rect.x
        assert term.rect.y < top <= bottom < term.baseline
        assert swipe.colour == setting.accent_colour
        assert swipe.width < term.style.size * POINT
    assert [entry.id for entry in frame.children] == [
        "terms/base-model", "terms/precision-정밀도", "terms/quantization",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "make", [lambda: terms(), lambda: terms("ab"), lambda: terms(("a",)), lambda: terms(("a", ""))]
)
def test_mistakes_are_named(make):
    with pytest.raises(SheetError) as caught:
        make()
    assert caught.value.where.file == __file__
