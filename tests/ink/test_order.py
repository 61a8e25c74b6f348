"""Painter's order: later shapes over earlier ones, in few layers."""

from sketchsvg import Sketch
from sketchsvg.scene import Layer


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
