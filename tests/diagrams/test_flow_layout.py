from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sketchsvg.diagrams.flow_layout import Chain, arranged, column_of, least_width


def chain(*natural, least=None, arrow=7.0):
    return Chain(natural, least or tuple(one / 2 for one in natural), (arrow,) * (len(natural) - 1))


def test_boxes_stand_in_one_row_where_it_holds_them():
    places = arranged(chain(20.0, 20.0, 20.0), 74.0)
    assert [place.row for place in places] == [0, 0, 0]
    assert [place.x for place in places] == pytest.approx([0.0, 27.0, 54.0])
    assert [place.width for place in places] == pytest.approx([20.0] * 3)


def test_the_widest_give_way_first():
    places = arranged(chain(20.0, 40.0, 40.0), 20 + 30 + 30 + 14.0)
    assert [place.width for place in places] == pytest.approx([20.0, 30.0, 30.0])


def test_what_is_left_over_makes_arrows_longer_and_boxes_equal():
    places = arranged(chain(20.0, 30.0), 70.0)
    assert [place.width for place in places] == pytest.approx([30.0, 30.0])
    assert places[1].x - places[0].x - 30.0 == pytest.approx(10.0)


def test_what_does_not_fit_goes_on_below_and_back():
    places = arranged(chain(30.0, 30.0, 30.0, 30.0), 70.0)
    assert [place.row for place in places] == [0, 0, 1, 1]
    assert places[1].x == places[2].x
    assert places[0].x == places[3].x


def test_a_box_that_is_too_wide_fits_nowhere():
    one = chain(30.0, 50.0, least=(10.0, 45.0))
    assert least_width(one) == 45.0
    assert arranged(one, 44.9) is None
    assert {place.row for place in arranged(one, 45.0)} == {0, 1}


@pytest.mark.parametrize(("index", "column"), [(0, 0), (2, 2), (3, 2), (5, 0), (6, 0)])
def test_a_snake_runs_back_and_forth(index, column):
    assert column_of(index, 3) == column


boxes = some.lists(some.tuples(some.floats(5, 60), some.floats(0.2, 1)), min_size=1, max_size=9)


@given(boxes, some.floats(7, 20), some.floats(60, 250))
def test_boxes_keep_their_least_widths_and_arrows_their_lengths(sizes, arrow, width):
    natural = tuple(full for full, _ in sizes)
    least = tuple(full * part for full, part in sizes)
    places = arranged(Chain(natural, least, (arrow,) * (len(sizes) - 1)), width)
    for place, low in zip(places, least, strict=True):
        assert place.width >= low - 1e-6
        assert -1e-6 <= place.x <= place.x + place.width <= width + 1e-6
    for a, b in pairwise(places):
        if a.row == b.row:
            left, right = sorted((a, b), key=lambda place: place.x)
            assert right.x - left.x - left.width >= arrow - 1e-6
        else:
            assert (a.x, a.width) == (b.x, b.width)
