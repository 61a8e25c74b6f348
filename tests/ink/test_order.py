"""Painter's order: later shapes over earlier ones, in few layers."""

from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg import Sketch
from sketchsvg.ink.order import TOUCH, layers
from sketchsvg.ink.style import Style, fill_with
from sketchsvg.scene import Layer
from tests.ink.plain_order import plain_layers


def test_later_shapes_lie_over_what_they_meet():
    sketch = Sketch(80, 60).line(0, 20, 80, 20).rectangle(10, 10, 30, 20, fill="wash", fill_colour="#ffffff")
    sketch.line(12, 15, 30, 15, colour="#d6456b").rectangle(50, 40, 9, 9, fill="wash", fill_colour="#ffffff")
    line, box, mark, apart = sketch.marks
    assert line.layer == apart.layer == Layer.LINE
    assert line.layer < box.layer < mark.layer


def test_what_meets_nothing_shares_a_layer():
    sketch = Sketch(200, 200)
    for row in range(12):
        for column in range(12):
            sketch.rectangle(5 + 15 * column, 5 + 15 * row, 12, 12, fill="hachure", colour="#2f6fde")
    assert {mark.layer for mark in sketch.marks} == {Layer.LINE}
    assert sketch.to_svg().count("<path") <= 10


def test_sheets_over_sheets_keep_their_order():
    sketch = Sketch(1700, 1700)
    for number in range(60):
        sketch.rectangle(number, number, 1600, 1600, fill="wash", fill_colour="#ffffff")
    assert [mark.layer for mark in sketch.marks] == [Layer.LINE + number for number in range(60)]


def test_lines_of_one_ink_share_a_layer_and_others_rise():
    sketch = Sketch(80, 60)
    for y in range(5, 50, 5):
        sketch.line(5, y, 70, y).line(y, 5, y, 50)
    assert {mark.layer for mark in sketch.marks} == {Layer.LINE}
    sketch.line(5, 5, 70, 50, colour="#d6456b")
    assert [mark.layer for mark in sketch.marks][-1] == Layer.LINE + 1


WASHED = Style(fill=fill_with("wash", "#2f6fde"))
_BOXES = st.tuples(st.integers(0, 1600), st.integers(0, 1600), st.integers(1, 60), st.integers(1, 60))


@given(st.lists(_BOXES, min_size=64, max_size=90))
@settings(max_examples=50, deadline=None)
def test_hundreds_of_shapes_are_ordered_as_a_few_are(places):
    boxes = np.array([(x, y, x + wide, y + high) for x, y, wide, high in places], dtype=float)
    level = layers([WASHED] * len(boxes), boxes, 5)
    left, top, right, bottom = boxes.T
    meet = (left[:, None] < right - TOUCH) & (left < right[:, None] - TOUCH)
    meet &= (top[:, None] < bottom - TOUCH) & (top < bottom[:, None] - TOUCH)
    over, under = np.nonzero(np.tril(meet, -1))
    assert all(level[a] > level[b] for a, b in zip(over.tolist(), under.tolist(), strict=True))
    assert len(over) or set(level) == {5}


@pytest.mark.parametrize("shift", [0.0, 0.5])
def test_a_lattice_of_shapes_is_one_layer_until_two_of_them_meet(shift):
    boxes = np.array([(x, y, x + 16.0, y + 16.0) for y in range(0, 400, 20) for x in range(0, 400, 20)])
    boxes[210, 2] += 3.9 + shift
    assert max(layers([WASHED] * len(boxes), boxes, 0)) == (shift > 0)


@given(st.randoms(use_true_random=False), st.integers(1, 400), st.sampled_from((1, 2, 6, 300)))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_crowds_are_ordered_as_shape_after_shape_tells(random: Random, count: int, inks: int):
    styles = [
        Style(colour=f"#{ink:06x}", width=random.choice((0.3, 2.0)), fill=random.choice((None, WASHED.fill)))
        for ink in range(inks)
    ]
    drawn = [random.choice(styles) for _ in range(count)]
    room, large = random.choice(((8, 3), (30, 40), (300, 20)))
    corners = [(random.uniform(-9, room), random.uniform(-9, room)) for _ in drawn]
    boxes = [(x, y, x + random.uniform(0, large), y + random.uniform(0, large)) for x, y in corners]
    assert layers(drawn, np.array(boxes), 5) == plain_layers(drawn, boxes, 5)


def test_thousands_on_one_spot_lie_each_over_those_before():
    styles = [Style(colour=f"#{ink:06x}", fill=WASHED.fill) for ink in range(4500)]
    boxes = np.array([(x, x, x + 2.0, x + 2.0) for x in np.arange(4500) / 1e5])
    assert layers(styles, boxes, 0) == list(range(4500))
