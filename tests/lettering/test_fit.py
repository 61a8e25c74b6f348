from dataclasses import dataclass
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.lettering.fit import GAPING, LINE_COST, MOST_STRETCH, SLACK_COST, justified, optimum_fit, ragged


@dataclass(frozen=True)
class Box:
    width: float
    space: float = 0.25
    cost: float = 0.0
    tail: float = 0.0
    spaces: int = 1


BOXES = st.lists(
    st.builds(
        Box,
        width=st.integers(1, 12).map(lambda quarters: quarters / 4),
        cost=st.sampled_from([0.0, 0.0, 0.0, 60.0, 400.0, 4000.0]),
        tail=st.sampled_from([0.0, 0.0, 0.0, 0.5]),
    ),
    min_size=1,
    max_size=8,
)


def width_of(boxes, first, end):
    line = boxes[first:end]
    tail = boxes[end].tail if end < len(boxes) else 0.0
    return sum(box.width for box in line) + sum(box.space for box in line[1:]) + tail


def cost_of(boxes, cuts, measure, line_cost):
    total = 0.0
    for first, end in pairwise((0, *cuts, len(boxes))):
        width = width_of(boxes, first, end)
        if width > measure and end > first + 1:
            return float("inf")
        total += LINE_COST + (boxes[first].cost if first else 0.0)
        total += line_cost(width, measure, end - first - 1, end == len(boxes))
    return total


@settings(max_examples=150)
@given(BOXES, st.integers(8, 30).map(lambda quarters: quarters / 4), st.sampled_from([ragged, justified]))
def test_no_other_way_costs_less(boxes, measure, line_cost):
    lines = optimum_fit(boxes, measure, line_cost)
    assert [first for first, _ in lines] == [0, *(end for _, end in lines[:-1])]
    assert lines[-1][1] == len(boxes)
    mine = cost_of(boxes, [end for _, end in lines[:-1]], measure, line_cost)
    ways = (cuts for many in range(len(boxes)) for cuts in combinations(range(1, len(boxes)), many))
    assert mine == pytest.approx(min(cost_of(boxes, cuts, measure, line_cost) for cuts in ways), rel=1e-9)
    assert mine < float("inf")


def test_ragged_lines_are_even_and_as_few_as_can_be():
    assert optimum_fit([Box(2.0)] * 4, 7.0) == [(0, 2), (2, 4)]


def test_a_break_that_costs_is_avoided_until_it_saves_a_line():
    boxes = [Box(2.0), Box(2.0, cost=60.0), Box(2.0)]
    assert optimum_fit(boxes, 4.5) == [(0, 2), (2, 3)]
    boxes = [Box(2.0), Box(2.0, cost=400.0), Box(3.0)]
    assert optimum_fit(boxes, 5.5) == [(0, 1), (1, 3)] or optimum_fit(boxes, 5.5) == [(0, 2), (2, 3)]
    assert optimum_fit([Box(4.0), Box(4.0, cost=9e5)], 5.0) == [(0, 1), (1, 2)]


def test_a_hyphen_takes_room():
    boxes = [Box(2.0), Box(2.0), Box(2.0, space=0.0, cost=60.0, tail=0.5)]
    assert optimum_fit(boxes, 4.25) == [(0, 1), (1, 3)]
    assert optimum_fit(boxes, 4.75) == [(0, 1), (1, 3)]


def test_what_is_wider_than_the_measure_has_a_line_of_its_own():
    assert optimum_fit([Box(1.0), Box(9.0), Box(1.0)], 4.0) == [(0, 1), (1, 2), (2, 3)]


def test_line_costs():
    assert ragged(10, 10, 3, False) == 0
    assert ragged(5, 10, 3, False) == SLACK_COST / 4
    assert ragged(5, 10, 3, True) < ragged(5, 10, 3, False)
    assert justified(10 - 2 * MOST_STRETCH, 10, 2, False) == pytest.approx(SLACK_COST)
    assert justified(10 - 4 * MOST_STRETCH, 10, 2, False) == pytest.approx(4 * GAPING * SLACK_COST)
    assert justified(9, 10, 0, False) > justified(9, 10, 1, False)
