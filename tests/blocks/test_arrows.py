import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg import Arrow, Sheet, pipeline, section, title
from sketchsvg.blocks.arrows import arrow_strokes
from sketchsvg.errors import NameUnknownError, SheetError

NUMBERS = st.floats(-100, 100)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.floats(-2, 2))
def test_an_arrow_goes_from_start_to_end_and_its_head_meets_it(x0, y0, x1, y1, bow):
    if (x1 - x0) ** 2 + (y1 - y0) ** 2 < 1:
        return
    shaft, head = arrow_strokes(x0, y0, x1, y1, bow).strokes()
    assert shaft[0] == pytest.approx((x0, y0))
    assert shaft[-1] == pytest.approx((x1, y1))
    assert head[3] == pytest.approx((x1, y1))
    wings = np.sqrt(((head[[0, -1]] - head[3]) ** 2).sum(axis=1))
    assert wings[0] == pytest.approx(wings[1])


def sheet(*arrows):
    blocks = title("T").share(20) / (section("A", "a", name="a") | section("B", "b", name="b")).share(40)
    return Sheet(blocks / section("C", "c", name="c").share(40), page="A5", arrows=arrows)


def marks(*arrows):
    made = sheet(*arrows)
    page = pipeline.compose(made)
    frames = {frame.id: frame.rect for frame in page.walk()}
    return frames, {mark.key: mark for mark in pipeline.trace(made, page).marks if mark.key.startswith("arrows/")}


def test_medallions_stand_on_the_white_between_blocks():
    frames, found = marks("a -> b -> c", Arrow("c", "a"))
    assert set(found) == {f"arrows/{way}{part}" for way in ("a/b", "b/c", "c/a") for part in ("", "/medallion")}
    left, _, right, _ = found["arrows/a/b/medallion"].curves.bounds()
    assert (left + right) / 2 == pytest.approx((frames["a"].right + frames["b"].x) / 2, abs=0.01)
    _, top, _, bottom = found["arrows/b/c/medallion"].curves.bounds()
    assert (top + bottom) / 2 == pytest.approx((frames["b"].bottom + frames["c"].y) / 2, abs=0.01)


def test_arrows_point_where_they_lead():
    _, found = marks("a -> b", "c -> a")
    right, up = (found[key].curves.strokes()[0] for key in ("arrows/a/b", "arrows/c/a"))
    assert right[-1, 0] > right[0, 0]
    assert up[-1, 1] < up[0, 1]


def test_blocks_that_are_not_there_are_named():
    with pytest.raises(NameUnknownError, match='"d"'):
        marks("a -> d")
    with pytest.raises(SheetError, match="block -> block"):
        marks("a, b")
