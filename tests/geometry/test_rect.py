"""Rectangles in millimetres."""

from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.geometry import Rect

place, size = st.floats(-300, 300), st.floats(0, 300)
rects = st.builds(Rect, place, place, size, size)


def test_edges_and_centre():
    rect = Rect(10, 20, 30, 8)
    assert (rect.right, rect.bottom, rect.centre) == (40, 28, (25, 24))


def test_inset_takes_from_every_side():
    assert Rect(10, 20, 30, 8).inset(2) == Rect(12, 22, 26, 4)
    assert Rect(10, 20, 30, 8).inset(5, 1) == Rect(15, 21, 20, 6)
    assert Rect(10, 20, 30, 8).inset(5, 0) == Rect(15, 20, 20, 8)


def test_moved_keeps_its_size():
    assert Rect(1, 2, 3, 4).moved(10, -5) == Rect(11, -3, 3, 4)


@given(rects, st.floats(0, 5))
def test_holds_itself_and_its_inset(rect, by):
    assert rect.holds(rect)
    assert rect.holds(rect.inset(min(by, rect.width / 2, rect.height / 2)))


@given(rects, st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_does_not_hold_what_sticks_out_on_one_side(rect, way):
    assert not rect.holds(rect.moved(way[0] * 0.01, way[1] * 0.01))
    assert rect.holds(rect.moved(way[0] * 0.01, way[1] * 0.01), tolerance=0.011)


@given(rects, rects)
def test_overlapping_is_mutual(a, b):
    assert a.overlaps(b) == b.overlaps(a)


def test_neighbours_that_touch_do_not_overlap():
    left = Rect(0, 0, 10, 10)
    assert not left.overlaps(Rect(10, 0, 5, 10))
    assert not left.overlaps(Rect(0, 10, 10, 5))
    assert left.overlaps(Rect(9.9, 9.9, 5, 5))
    assert not left.overlaps(Rect(9.9, 9.9, 5, 5), tolerance=0.2)
    assert left.overlaps(Rect(4, 4, 1, 1))


def test_as_list_rounds_to_a_micrometre():
    assert Rect(1 / 3, 2 / 3, 1.0004, 1.0006).as_list() == [0.333, 0.667, 1.0, 1.001]
