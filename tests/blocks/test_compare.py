"""Comparisons: two sides of one height, and a badge between them that covers nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.blocks.compare import compare
from sketchsvg.blocks.table import table
from sketchsvg.blocks.text import text
from sketchsvg.errors import LayoutError, SheetError
from sketchsvg.theme.contrast import contrast, laid_over
from sketchsvg.theme.load import load_theme
from tests.blocks.reading import assert_tidy, marks_of, texts_of

LEFT, RIGHT = text("인터넷 필요, 비용 발생"), text("오프라인 가능, 무료, 완전한 프라이버시, 작은 모델만")


def badge_of(frame):
    marks = {mark.key: mark for mark in marks_of(frame)}
    return marks["compare/versus/disc"].curves.bounds()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(70, 190), st.floats(0, 30), st.sampled_from(["VS", "→", "versus"]))
def test_the_badge_covers_nothing(compose, width, more, versus):
    block = compare(LEFT, RIGHT, versus=versus)
    frame = compose(block, width)
    frame = compose(block, width, frame.rect.height + more)
    assert_tidy(frame)
    left, badge, right = frame.children
    x0, y0, x1, y1 = badge_of(frame)
    assert left.rect.right + 1 < x0
    assert x1 < right.rect.x - 1
    assert frame.rect.y - 1e-6 <= y0
    assert y1 <= frame.rect.bottom + 1e-6
    (word,) = badge.lines
    assert x0 < word.rect.x
    assert word.rect.right < x1
    assert word.rect.centre == pytest.approx(((x0 + x1) / 2, (y0 + y1) / 2))


def test_sides_are_equally_wide_and_high(compose):
    frame = compose(compare(LEFT, RIGHT), 100)
    left, _, right = (child.rect for child in frame.children)
    assert left.width == pytest.approx(right.width)
    assert left.height == pytest.approx(right.height) == pytest.approx(frame.rect.height)
    assert left.x == pytest.approx(frame.rect.x)
    assert right.right == pytest.approx(frame.rect.right)
    assert texts_of(frame)[-1] != texts_of(frame)[0]


def test_shares_are_kept(compose):
    frame = compose(compare(LEFT.share(60), RIGHT), 100)
    left, _, right = (child.rect.width for child in frame.children)
    assert left / (left + right) == pytest.approx(0.6)


@pytest.mark.parametrize("theme", ["nano-banana", "kraft", "night", "blueprint"])
def test_the_badge_can_be_read(setting, theme):
    frame = compare(LEFT, RIGHT).compose(120, replace(setting, theme=load_theme(theme)))
    (fill,) = [mark.fill for mark in marks_of(frame) if mark.key.endswith("/disc")]
    behind = laid_over(frame.setting.theme.ink.panel, fill.colour, fill.opacity)
    assert contrast(frame.children[1].lines[0].style.colour, behind) > 4.5


def test_it_grows_as_its_sides_do():
    assert compare(LEFT, RIGHT).stretch == 0
    assert compare(LEFT, table(None, ("a",))).stretch == 1


def test_what_cannot_be(compose):
    with pytest.raises(LayoutError, match="too narrow for its badge") as caught:
        compose(compare(LEFT, RIGHT), 9)
    assert caught.value.missing_mm > 0
    for make in (lambda: compare(LEFT, 3), lambda: compare(LEFT, RIGHT, versus=" ")):
        with pytest.raises(SheetError):
            make()


def test_a_line_parts_high_sides_and_stays_off_the_badge(compose):
    low, high = (compose(compare(LEFT, RIGHT), 100, height) for height in (14, 50))
    assert {mark.key for mark in low.block.trace(low)} == set()
    above, below = (mark.curves.bounds() for mark in high.block.trace(high))
    _, top, _, bottom = badge_of(high)
    assert high.rect.y < above[1] < above[3] < top - 1
    assert bottom + 1 < below[1] < below[3] < high.rect.bottom
