import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg import Column, Row, SketchError, section
from sketchsvg.blocks.text import text
from sketchsvg.errors import LayoutError, SheetError
from tests.blocks.reading import assert_tidy, texts_of

LEAVES = st.sampled_from([text("하나"), text("둘"), section("셋", "three")])
BLOCKS = st.recursive(
    LEAVES, lambda inner: st.tuples(inner, inner, st.booleans()).map(lambda t: t[0] | t[1] if t[2] else t[0] / t[1])
)


@given(BLOCKS, BLOCKS, BLOCKS)
def test_beside_and_above_are_associative(a, b, c):
    assert (a | b) | c == a | (b | c)
    assert (a / b) / c == a / (b / c)


@given(BLOCKS, BLOCKS)
def test_beside_is_a_row_and_above_a_column(a, b):
    assert isinstance(a | b, Row)
    assert isinstance(a / b, Column)
    assert (a | b) != (a / b)


def test_a_row_with_a_share_stays_one_part():
    inner = (text("a") | text("b")).share(40)
    outer = inner | text("c")
    assert outer.blocks[0] is inner


@pytest.mark.parametrize("share", [0, -1, 101, float("nan"), "15", True, None])
def test_impossible_shares_are_refused(share):
    with pytest.raises(SheetError, match="share"):
        text("a").share(share)


def test_only_blocks_are_joined():
    with pytest.raises(SheetError, match="str") as caught:
        text("a") | "b"
    assert caught.value.where.file == __file__


def test_a_row_is_as_high_as_its_highest(compose):
    frame = compose(text("하나") | text("하나\n둘\n셋"), 60)
    heights = {child.rect.height for child in frame.children}
    assert len(heights) == 1
    assert_tidy(frame)


def test_widths_go_by_shares(compose, setting):
    frame = compose(text("a").share(30) | text("b").share(70), 100)
    room = 100 - setting.gap
    assert [child.rect.width for child in frame.children] == pytest.approx([0.3 * room, 0.7 * room])


def test_a_fuller_column_becomes_wider_when_that_saves_lines(compose):
    long = "모델 가중치의 숫자 정밀도를 낮춰 모델 크기를 축소한다 " * 4
    frame = compose(text(long) | text("짧다"), 80)
    left, right = frame.children
    assert left.rect.width > right.rect.width * 1.2


def test_a_column_gives_its_spare_height_away(compose):
    natural = compose(text("a") / section("B", "b") / text("c"), 60)
    frame = compose(text("a") / section("B", "b") / text("c"), 60, natural.rect.height + 5)
    assert frame.children[-1].rect.bottom == pytest.approx(natural.rect.height + 5)
    assert frame.children[1].rect.height > natural.children[1].rect.height
    assert_tidy(frame)
    assert texts_of(frame) == ["a", "B", "b", "c"]


def test_a_box_never_grows_until_it_looks_forgotten(compose):
    natural = compose(section("B", "b"), 60).rect.height
    frame = compose(text("a") / section("B", "b"), 60, 200)
    assert frame.rect.height == pytest.approx(200)
    assert frame.children[1].rect.height <= natural * 1.5 + 5 + 1e-6


def test_shares_that_cannot_be_are_named_with_their_line(compose):
    with pytest.raises(LayoutError, match="add up to 120") as caught:
        compose(text("a").share(60) | text("b").share(60))
    assert caught.value.where.file == __file__
    assert isinstance(caught.value, SketchError)
