"""Scales: bars that stand on one line under their labels, in their order, and the ends that are named."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg.blocks.scale import scale
from sketchsvg.errors import LayoutError, SheetError
from tests.blocks.reading import assert_tidy, marks_of, texts_of


def precision(**changed):
    return scale("FP32", "BF16", "FP8", "INT4", **{"low": "높음", "high": "낮음"} | changed)


def bars_of(frame):
    return [mark.curves.bounds() for mark in marks_of(frame) if mark.key.endswith("/bar")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(50, 190), st.floats(0, 15), st.sampled_from(["", "정밀도"]))
def test_tidy_at_any_width_and_height(compose, width, more, title):
    block = scale("FP32|32비트", ("BF16", "16비트"), "FP8", low="무거움", high="가벼움", title=title)
    frame = compose(block, width)
    assert_tidy(frame)
    taller = compose(block, width, frame.rect.height + more)
    assert taller.rect.height == pytest.approx(frame.rect.height + more)
    assert_tidy(taller)
    said = ["FP32", "32비트", "BF16", "16비트", "FP8", "무거움", "가벼움", *([title] if title else [])]
    assert sorted(texts_of(taller)) == sorted(said)


def test_bars_stand_on_the_line_and_fall(compose):
    frame = compose(precision(), 88)
    axis = next(mark for mark in marks_of(frame) if mark.key == "scale/axis").curves.bounds()
    bars = bars_of(frame)
    assert [bar[3] for bar in bars] == pytest.approx([axis[1]] * 4)
    heights = [bar[3] - bar[1] for bar in bars]
    assert heights == sorted(heights, reverse=True)
    for stop, bar in zip(frame.children, bars, strict=True):
        assert stop.lines[0].rect.bottom <= bar[1] + 1e-6
        assert (bar[0] + bar[2]) / 2 == pytest.approx(stop.rect.centre[0]) == pytest.approx(
            stop.lines[0].rect.centre[0]
        )


def test_stops_tile_the_width_equally_where_they_can(compose):
    frame = compose(precision(), 88)
    assert [stop.rect.width for stop in frame.children] == pytest.approx([22] * 4)
    frame = compose(scale("아주 긴 이름의 단계", "둘", "셋"), 50)
    assert sum(stop.rect.width for stop in frame.children) == pytest.approx(50)
    assert [len(stop.lines) for stop in frame.children] == [1, 1, 1]


def test_sizes_are_the_heights_of_the_bars(compose):
    bars = bars_of(compose(precision(sizes=(32, 16, 8, 8)), 88, 40))
    heights = [bar[3] - bar[1] for bar in bars]
    assert [height / heights[0] for height in heights] == pytest.approx([1, 0.5, 0.25, 0.25])


def test_the_ends_are_named_at_the_ends(compose):
    frame = compose(precision(), 88)
    low, high = frame.lines
    assert low.words.text == "높음"
    assert low.rect.x == pytest.approx(frame.rect.x)
    assert high.rect.right == pytest.approx(frame.rect.right)
    (arrow,) = [mark.curves.bounds() for mark in marks_of(frame) if mark.key == "scale/ends"]
    assert low.rect.right < arrow[0]
    assert arrow[2] < high.rect.x
    assert not any(mark.key == "scale/ends" for mark in marks_of(compose(precision(low="", high=""), 88)))


def test_a_title_stands_beside_the_bars_where_there_is_room(compose):
    low, wide, narrow = (compose(precision(**changed), width) for changed, width in (
        ({}, 150), ({"title": "정밀도"}, 150), ({"title": "정밀도"}, 50),
    ))  # fmt: skip
    assert wide.rect.height == pytest.approx(low.rect.height)
    assert narrow.rect.height > low.rect.height + 3
    title = wide.lines[0]
    assert title.words.text == "정밀도"
    axis = next(mark for mark in marks_of(wide) if mark.key.endswith("/axis")).curves.bounds()
    assert title.rect.right < axis[0] == pytest.approx(wide.children[0].rect.x)
    assert wide.children[-1].rect.right == pytest.approx(axis[2]) == pytest.approx(wide.rect.right)


def test_it_is_low(compose):
    assert compose(precision(), 88).rect.height < 16


@pytest.mark.parametrize("changed", [{}, {"low": "정확하지만 아주 무거움"}, {"title": "정밀도를나타내는아주긴제목이에요"}])
def test_the_least_width_is_just_wide_enough(compose, setting, changed):
    block = precision(**changed)
    assert_tidy(compose(block, block.least_width(setting) + 0.02))


def test_what_does_not_fit(compose):
    with pytest.raises(LayoutError, match="stops"):
        compose(precision(), 20)
    with pytest.raises(LayoutError, match="ends"):
        compose(precision(low="정확하지만 아주 많이 무거움", high="가볍지만 꽤 거침"), 44)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: scale("one"), "at least two stops"),
        (lambda: scale("one", ("a", "b", "c")), "A stop is a label"),
        (lambda: scale("one", "|note"), "label of a stop is empty"),
        (lambda: scale("one", "two", sizes=(1,)), "2 stops and 1 sizes"),
        (lambda: scale("one", "two", sizes=(1, 0)), "over 0"),
        (lambda: scale("one", "two", low="a\nb"), "line break"),
    ],
)
def test_mistakes_are_named(make, said):
    with pytest.raises(SheetError, match=said):
        make()
