"""Shapes that are made together: what each would be alone, in any number and of every kind."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg import Sketch
from sketchsvg.ink import marks
from sketchsvg.ink.draw import ink
from tests.calls import CLOSED, SHAPES

CHAINS = np.array([[(1, 2), (30.5, 4), (5, 36), (1, 9)], [(31, 22), (50.5, 4), (25, 36), (61, 9)]])
ROWS = {
    "line": [(1, 2, 30, 4), (5, 6, 7.5, 38)],
    "polyline": CHAINS.tolist(),
    "polygon": CHAINS.tolist(),
    "rectangle": [(1, 2, 30, 4), (5, 6, 7.5, 8)],
    "ellipse": [(20, 12, 9, 4), (15, 16, 7.5, 8)],
    "circle": [(20, 12, 9), (15, 16, 7.5)],
    "arc": [(20, 12, 9, 4, 20, 300), (15, 16, 7.5, 8, 90, 10), (50, 20, 9, 4, 0, 360)],
    "sector": [(20, 12, 9, 4, 20, 300), (15, 16, 7.5, 8, 90, 10)],
    "curve": CHAINS,
    "bezier": CHAINS,
    "path": ["M1 2h9v9M5 5L20 30z", "M1 3l9 9a3 3 0 1 0 5 5", "M3 2h9v9M5 6L20 31z", "M2.5 5L9 9"],
}


@pytest.mark.parametrize("unit", ["mm", "px"])
@pytest.mark.parametrize("kind", ROWS)
def test_many_shapes_lie_where_each_would_alone(kind, unit):
    alone = Sketch(200, 200, unit=unit)
    for row in ROWS[kind]:
        getattr(alone, kind)(*row) if isinstance(row, tuple) else getattr(alone, kind)(row)
    (together,) = Sketch(200, 200, unit=unit).many(kind, ROWS[kind]).marks
    strokes = [stroke for mark in alone.marks for stroke in mark.curves.strokes()]
    for stroke, other in zip(strokes, together.curves.strokes(), strict=True):
        assert np.array_equal(stroke, other)


def test_many_closed_curves_and_round_corners_have_their_rows():
    (loops,) = Sketch(90, 90).many("loop", CHAINS).marks
    (loop, _) = Sketch(90, 90).curve(CHAINS[0], closed=True).curve(CHAINS[1], closed=True).marks
    assert np.array_equal(loops.curves.strokes()[0], loop.curves.points)
    (boxes,) = Sketch(90, 90).many("rectangle", [(1, 2, 30, 4, 1.5), (40, 6, 7.5, 8, 99)]).marks
    alone = Sketch(90, 90).rectangle(1, 2, 30, 4, radius=1.5).rectangle(40, 6, 7.5, 8, radius=99).marks
    for mark, stroke in zip(alone, boxes.curves.strokes(), strict=True):
        assert np.array_equal(mark.curves.points, stroke)


def crowd(kind, unfilled=False):
    """Some hundred shapes of a kind in three styles, a few of them over others."""
    sketch = Sketch(300, 300, seed=5)
    for number in range(140):
        x, y = 4 + number % 12 * 22, 4 + number // 12 * 22
        options = {"passes": 2, "pen": ("fineliner", "marker", "pencil")[number // 50]}
        if kind in CLOSED and not unfilled:
            options |= {"fill": ("hachure", "wash")[number % 40 == 0], "fill_colour": "#2f6fde"}
        wide = 30 if number % 30 == 7 else 15
        points = [(x, y), (x + wide, y + 2), (x + 9, y + wide), (x + 1, y + 12)]
        if kind in ("polyline", "polygon", "curve", "bezier"):
            getattr(sketch, kind)(points, **options)
        elif kind == "loop":
            sketch.curve(points, closed=True, **options)
        elif kind == "path":
            sketch.path("M1 1h12v12h-9z", x=x, y=y, scale=wide / 12, **options)
        elif kind in ("arc", "sector"):
            getattr(sketch, kind)(x + 8, y + 8, wide / 2, wide / 3, number, number + 40 + number % 7, **options)
        elif kind == "rounded":
            sketch.rectangle(x, y, wide, 14, radius=3, **options)
        elif kind == "circle":
            sketch.circle(x + 9, y + 9, wide / 2, **options)
        else:
            getattr(sketch, kind)(x + 8, y + 8, wide / 2 + 1, wide / 3, **options)
    return sketch


@pytest.mark.parametrize("kind", [kind for kind in SHAPES if kind != "text"])
def test_many_alike_are_drawn_in_one_go_as_they_are_alone(kind):
    sketch = crowd(kind)
    marks_in_one_go = sketch._quick().scene.marks
    assert len(marks_in_one_go) < len(sketch.marks) == 140
    assert strokes_of_paths(sketch._quick()) == strokes_of_paths(sketch.drawing())


def strokes_of_paths(drawing):
    """Every stroke with its paint, to the nanometre, and how many paths there are."""
    paths = ink(drawing.scene).paths
    return Counter(
        (path.colour, path.opacity, path.width, path.layer, path.label, (np.rint(stroke * 1e6) + 0.0).tobytes())
        for path in paths for stroke in path.curves.strokes()
    ), len(paths)  # fmt: skip


@pytest.mark.parametrize("kind", ["line", "rectangle", "ellipse", "circle", "arc", "sector"])
def test_plain_shapes_are_what_the_plain_functions_make(kind):
    for row in ROWS[kind]:
        quick = getattr(Sketch(200, 200), kind)(*map(float, row)).marks[0]
        slow = getattr(marks, kind)(*row)
        assert quick.key == slow.key
        assert np.array_equal(quick.curves.points, slow.curves.points)


@pytest.mark.parametrize("options", [{}, {"x": 3, "y": 4.5, "scale": 1.75}])
@pytest.mark.parametrize(
    "d",
    [
        "M1 1h9v9", "M1 2L30 4 5 36zl9 9", "m1-2.5c1 2 3 4 5 6s1 2 3 4 9 8 7 6", "M5 5 Q9 1 12 5Q3 4 5 6z M1 1z",
        "M1,1 2,2 m3,3 4,4z z", "M9 9L9 9L12 9L9 9z", "M3 4H4V5C5 5 5 5 5 5L1e1 2E-1z", "M1 1M2 2L3 3",
        "M20 20S30 30 40 20 50 10 60 20V5", "M5 5a3 3 0 1 0 5 5z", "M5 5q9 9 18 0t18 0",
    ],
)  # fmt: skip
def test_paths_are_what_the_plain_function_makes(d, options):
    (quick,) = Sketch(200, 200).path(d, **options).marks
    slow = marks.path(d, **options)
    assert quick.key == slow.key
    assert np.array_equal(quick.curves.points, slow.curves.points)
    assert np.array_equal(quick.curves.starts, slow.curves.starts)


@given(st.lists(st.lists(st.integers(0, 3), min_size=10, max_size=10), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_paths_of_one_build_leave_out_their_own_pieces_without_length(rows):
    texts = ["M{} {}L{} {}h{}v{}Q{} {} {} {}z".format(*row) for row in rows]
    together = Sketch(99, 99)
    for number, d in enumerate(texts):
        together.path(d, key=f"{number}")
    for mark, d in zip(together.marks, texts, strict=True):
        slow = marks.path(d)
        assert np.array_equal(mark.curves.points, slow.curves.points)
        assert np.array_equal(mark.curves.starts, slow.curves.starts)


def test_many_filled_shapes_are_marks_of_their_own():
    rows = [(20, 20, 10), (28, 20, 10), (70, 20, 10)]
    first, second, apart = Sketch(99, 99).many("circle", rows, fill="wash", key="bubble").marks
    assert [first.key, second.key, apart.key] == ["bubble/0", "bubble/1", "bubble/2"]
    assert first.layer == apart.layer < second.layer
    assert all(mark.fill for mark in (first, second, apart))


@pytest.mark.parametrize("kind", ["polyline", "polygon", "curve", "bezier"])
def test_chains_are_what_the_plain_functions_make(kind):
    points = [(1, 2), (30.5, 4), (5, 36), (1, 9)]
    quick = getattr(Sketch(200, 200), kind)(points).marks[0]
    slow = getattr(marks, kind)(points)
    listed = getattr(Sketch(200, 200), kind)(np.array(points)).marks[0]
    assert quick.key == slow.key == listed.key
    assert np.array_equal(quick.curves.points, slow.curves.points)


@given(st.lists(st.tuples(*[st.integers(1, 9)] * 2), min_size=3, max_size=7), st.booleans())
@settings(max_examples=60, deadline=None)
def test_curves_are_what_the_plain_function_makes(points, closed):
    (quick,) = Sketch(200, 200).curve(points, closed=closed).marks
    slow = marks.curve(points, closed)
    assert quick.key == slow.key
    assert np.array_equal(quick.curves.points, slow.curves.points)


def test_many_shapes_wobble_each_for_itself():
    (path, *_) = ink(Sketch(99, 99).many("line", [(5, 5, 50, 5)] * 2).drawing().scene).paths
    one, other = path.curves.strokes()[:2]
    assert not np.array_equal(one, other)
