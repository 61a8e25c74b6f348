"""The sketch: every shape in mm and px, keys that stay, order that holds, errors that say where."""

import subprocess
import sys
from collections import Counter
from math import inf, nan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sketchsvg.ink as ink_room
from sketchsvg import Sketch
from sketchsvg.errors import CharacterError, NameUnknownError, SheetError
from sketchsvg.ink import marks, pen_names
from sketchsvg.ink.draw import ink
from sketchsvg.scene import Looseness

#: A call of every shape, its lengths in the sketch's unit times ``u``.
SHAPES = {
    "line": lambda s, u, **o: s.line(10 * u, 10 * u, 50 * u, 20 * u, **o),
    "polyline": lambda s, u, **o: s.polyline([(10 * u, 10 * u), (30 * u, 12 * u), (10 * u, 40 * u)], **o),
    "polygon": lambda s, u, **o: s.polygon([(10 * u, 10 * u), (30 * u, 12 * u), (10 * u, 40 * u)], **o),
    "rectangle": lambda s, u, **o: s.rectangle(10 * u, 10 * u, 40 * u, 20 * u, **o),
    "rounded": lambda s, u, **o: s.rectangle(10 * u, 10 * u, 40 * u, 20 * u, radius=3 * u, **o),
    "ellipse": lambda s, u, **o: s.ellipse(40 * u, 30 * u, 20 * u, 12 * u, **o),
    "circle": lambda s, u, **o: s.circle(40 * u, 30 * u, 12 * u, **o),
    "arc": lambda s, u, **o: s.arc(40 * u, 30 * u, 20 * u, 12 * u, 20, 250, **o),
    "sector": lambda s, u, **o: s.sector(40 * u, 30 * u, 20 * u, 12 * u, 20, 250, **o),
    "curve": lambda s, u, **o: s.curve([(10 * u, 10 * u), (30 * u, 30 * u), (60 * u, 10 * u)], **o),
    "loop": lambda s, u, **o: s.curve([(10 * u, 10 * u), (40 * u, 8 * u), (60 * u, 30 * u), (20 * u, 40 * u)], closed=True, **o),
    "bezier": lambda s, u, **o: s.bezier([(10 * u, 10 * u), (30 * u, 0 * u), (50 * u, 30 * u), (60 * u, 9 * u)], **o),
    "path": lambda s, u, **o: s.path("M10 10 h30 q10 15 -4 20 z", scale=u, **o),
    "text": lambda s, u, **o: s.text(10 * u, 30 * u, "안녕 hello", **o),
}
CLOSED = ("polygon", "rectangle", "rounded", "ellipse", "circle", "sector", "loop", "path")
OPEN = ("line", "polyline", "arc", "curve", "bezier", "text")


def strokes_of(sketch):
    """The ink by key: each mark drawn alone, so that nothing but itself can move it."""
    scene = sketch.drawing().scene
    made = {}
    for mark in scene.marks:
        alone = type(scene)(scene.width, scene.height, (mark,), scene.seed)
        made[mark.key] = b"".join(path.curves.points.tobytes() for path in ink(alone).paths)
    return made


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_drawn_and_gives_the_sketch_back(shape):
    sketch = Sketch(80, 60)
    assert SHAPES[shape](sketch, 1.0) is sketch
    (mark,) = sketch.marks
    left, top, right, bottom = mark.curves.bounds()
    assert 0 <= left < right <= 80 and -5 <= top < bottom <= 55
    assert '="#1f2a44"' in sketch.to_svg()


@pytest.mark.parametrize("shape", CLOSED)
def test_closed_shapes_take_a_fill(shape):
    svg = SHAPES[shape](Sketch(80, 60), 1.0, fill="hachure", fill_colour="#d6456b").to_svg()
    assert 'stroke="#d6456b"' in svg and '="#1f2a44"' in svg


@pytest.mark.parametrize("shape", OPEN)
def test_open_shapes_refuse_a_fill(shape):
    with pytest.raises(SheetError, match=r"filled") as caught:
        SHAPES[shape](Sketch(80, 60), 1.0, fill="wash")
    assert caught.value.where.file == __file__


@pytest.mark.parametrize("shape", SHAPES)
def test_pixels_and_millimetres_of_one_drawing_are_the_same_ink(shape):
    px = 96 / 25.4
    filled = {"fill": "hachure"} if shape in CLOSED else {}
    lined = {} if shape == "text" else {"width": 0.5}
    mm = SHAPES[shape](Sketch(80, 60, seed=4), 1.0, **filled, **lined, **({"gap": 1.5} if filled else {}))
    lined = {name: value * px for name, value in lined.items()}
    pixels = Sketch(80 * px, 60 * px, unit="px", seed=4)
    SHAPES[shape](pixels, px, **filled, **lined, **({"gap": 1.5 * px} if filled else {}))
    assert pixels.to_svg() == mm.to_svg()


def test_a_pixel_is_a_96th_of_an_inch():
    (mark,) = Sketch(960, 96, unit="px").line(0, 0, 960, 96).marks
    assert mark.curves.bounds() == (0, 0, 254.0, 25.4)


@given(start=st.floats(-400, 400), way=st.sampled_from([1, -1]))
@settings(max_examples=60, deadline=None)
def test_a_full_turn_closes_and_can_be_filled(start, way):
    (mark,) = Sketch(100, 100).arc(50, 50, 30, 20, start, start + 360 * way, fill="wash").marks
    assert tuple(mark.curves.points[0]) == tuple(mark.curves.points[-1])
    assert len(mark.curves.points) == 13


def test_a_new_shape_leaves_all_others_as_they_were():
    def drawn(more):
        sketch = Sketch(90, 70, seed=9)
        if more:
            sketch.circle(45, 35, 30, fill="cross-hatch").text(3, 60, "new")
        for shape, call in SHAPES.items():
            call(sketch, 1.0, **({"fill": "hachure"} if shape in CLOSED else {}))
        return Counter(
            (path.colour, path.opacity, path.width, stroke.tobytes())
            for path in ink(sketch.drawing().scene).paths
            for stroke in path.curves.strokes()
        )

    before, after = drawn(False), drawn(True)
    assert before.total() > 100
    assert before < after


def test_a_key_is_of_the_place_and_not_of_the_paint():
    def key(**options):
        return Sketch(80, 60).circle(20, 20, 9, **options).marks[0].key

    assert key() == key(colour="#d6456b", pen="marker", width=1.0, fill="wash")
    assert key() != Sketch(80, 60).circle(20, 20, 9.5).marks[0].key


def test_equal_shapes_are_counted_and_wobble_apart():
    first, second, third = (Sketch(80, 60).circle(20, 20, 9).circle(20, 20, 9).circle(20, 20, 9)).marks
    assert (second.key, third.key) == (f"{first.key}-2", f"{first.key}-3")
    inks = list(strokes_of(Sketch(80, 60).circle(20, 20, 9).circle(20, 20, 9)).values())
    assert inks[0] != inks[1]


def test_given_keys_win_and_are_counted():
    sketch = Sketch(80, 60)
    for key in ("roof", "roof-2", "roof", "roof"):
        sketch.line(0, 0, 9, 9, key=key)
    assert [mark.key for mark in sketch.marks] == ["roof", "roof-2", "roof-3", "roof-4"]


def test_a_named_shape_keeps_its_wobble_when_it_moves():
    there, here = (Sketch(90, 60).rectangle(x, 10, 30, 20, key="box") for x in (10, 40))
    one, other = (ink(sketch.drawing().scene).paths[0].curves.points for sketch in (there, here))
    assert other - one == pytest.approx(np.broadcast_to((30, 0), one.shape), abs=1e-9)


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


def test_seeds_draw_the_same_thing_another_time():
    def svg(seed):
        return Sketch(80, 60, seed=seed).circle(40, 30, 20).to_svg()

    assert svg(1) == svg(1)
    assert svg(1) != svg(2)


def test_the_ruler_draws_exactly():
    svg = Sketch(80, 60, pen="ruler").line(10, 10, 70, 10).to_svg()
    assert "M500 500l3000 0" in svg


def test_words_are_kept_for_the_text_layer():
    (mark,) = Sketch(80, 60).text(40, 20, "손 글씨\nby hand", align="centre", turn=90).marks
    assert [word.text for word in mark.writing.words] == ["손", "글씨", "by", "hand"]
    assert [word.end for word in mark.writing.words] == [False, True, False, True]
    assert all(word.angle == -90 for word in mark.writing.words)
    left, top, right, bottom = mark.curves.bounds()
    assert abs((top + bottom) / 2 - 20) < 1.5 and left > 34 and right < 50


def test_options_of_the_sketch_are_for_all_shapes_that_do_not_say_otherwise():
    sketch = Sketch(80, 60, pen="pencil", colour="#abc", nib=0.7, fill="hachure", gap=2)
    sketch.circle(20, 20, 9).circle(50, 20, 9, pen="ruler", width=0.2, fill=None)
    one, other = sketch.marks
    assert (one.pen, one.colour, one.width, one.fill.gap, one.fill.colour) == ("pencil", "#aabbcc", 0.7, 2, "#aabbcc")
    assert (other.pen, other.colour, other.width, other.fill) == ("ruler", "#aabbcc", 0.2, None)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_fill_of_a_sketch_is_for_closed_shapes(shape):
    (mark,) = SHAPES[shape](Sketch(80, 60, fill="hachure", colour="#2f6fde"), 1.0).marks
    assert (mark.fill is not None) == (shape in CLOSED)


def test_the_dashes_of_a_sketch_are_not_for_words():
    words, line = Sketch(80, 60, dash=(3, 2)).text(5, 10, "words").line(5, 20, 60, 20).marks
    assert (words.dash, line.dash) == ((), (3, 2))


def test_no_fill_may_be_asked_for_by_name():
    sketch = Sketch(80, 60, fill="wash").circle(20, 20, 9, fill="none").line(5, 5, 9, 9, fill="none")
    assert [mark.fill for mark in sketch.marks] == [None, None]


def test_the_paper_has_its_key_to_itself():
    sketch = Sketch(80, 60, paper="#fff").line(5, 5, 9, 9, key="paper")
    assert [mark.key for mark in sketch.drawing().scene.marks] == ["paper", "paper-2"]
    assert sketch.to_svg()


def test_a_highlighter_is_broad_and_clear():
    (mark,) = Sketch(80, 60).line(10, 10, 60, 10, pen="highlighter", colour="#ffd84d").marks
    assert mark.width == 4 and mark.opacity == 0.5


def test_paper_lies_under_everything():
    sketch = Sketch(80, 60, paper="#fffdf5").circle(40, 30, 20)
    assert sketch.drawing().scene.marks[0].key == "paper"
    assert sketch.to_svg().index("#fffdf5") < sketch.to_svg().index("#1f2a44")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda s: s.line(nan, 0, 1, 1),
        lambda s: s.line(0, inf, 1, 1),
        lambda s: s.line("1", 0, 1, 1),
        lambda s: s.line(1e308, 0, 1, 1),
        lambda s: s.line(10**400, 0, 1, 1),
        lambda s: s.circle(5, 5, -1e308),
        lambda s: s.text(1e300, 5, "far"),
        lambda s: s.line(1, 1, 50, 1, width=200),
        lambda s: s.many("line", [(1, 1, 50, 1)], width=200),
        lambda s: s.line(True, 0, 1, 1),
        lambda s: s.circle(10, 10, 0),
        lambda s: s.circle(10, 10, -3),
        lambda s: s.ellipse(10, 10, 3, nan),
        lambda s: s.rectangle(0, 0, 0, 5),
        lambda s: s.rectangle(0, 0, 5, -5),
        lambda s: s.rectangle(0, 0, 5, 5, radius=-1),
        lambda s: s.arc(10, 10, 5, 5, 30, 30),
        lambda s: s.arc(10, 10, 5, 5, 0, 400),
        lambda s: s.polygon([(0, 0), (1, 1)]),
        lambda s: s.polyline([(0, 0)]),
        lambda s: s.polyline([(0, 0), (1, 1, 1)]),
        lambda s: s.polyline([(0, 0), (1, nan)]),
        lambda s: s.polyline("M0 0"),
        lambda s: s.polyline(5),
        lambda s: s.bezier([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]),
        lambda s: s.path("L 10 10"),
        lambda s: s.path("M0 0 L 10"),
        lambda s: s.path(""),
        lambda s: s.path("M0 0h5", scale=0),
        lambda s: s.path(5),
        lambda s: s.text(5, 5, ""),
        lambda s: s.text(5, 5, "x", size=0),
        lambda s: s.text(5, 5, 5),
        lambda s: s.text(5, 5, "a\x00"),
        lambda s: s.circle(10, 10, 5, width=-1),
        lambda s: s.circle(10, 10, 5, colour="red-ish"),
        lambda s: s.circle(10, 10, 5, colour=5),
        lambda s: s.circle(10, 10, 5, opacity=1.5),
        lambda s: s.circle(10, 10, 5, passes=0),
        lambda s: s.circle(10, 10, 5, passes=1.5),
        lambda s: s.circle(10, 10, 5, fill="hachure", gap=0),
        lambda s: s.circle(10, 10, 5, fill="hachure", gap=nan),
        lambda s: s.circle(10, 10, 5, fill="hachure", weight=-1),
        lambda s: s.circle(10, 10, 5, fill="hachure", angle=inf),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_colour="#12345"),
        lambda s: s.circle(10, 10, 5, gap=2),
        lambda s: s.circle(10, 10, 5, dash=(3, 0)),
        lambda s: s.circle(10, 10, 5, dash=(3, -1)),
        lambda s: s.circle(10, 10, 5, dash="3 2"),
        lambda s: s.circle(10, 10, 5, dash=3),
        lambda s: s.circle(10, 10, 5, key=5),
        lambda s: s.circle(10, 10, 5, roughness=-1),
        lambda s: s.circle(10, 10, 5, bowing=nan),
        lambda s: s.circle(10, 10, 5, max_offset="far"),
        lambda s: s.circle(10, 10, 5, preserve_vertices="yes"),
        lambda s: s.circle(10, 10, 5, fill_passes=2),
        lambda s: s.circle(10, 10, 5, fill="wash", fill_passes=2),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_passes=1.5),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_dash=3),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_dash=(3, -1)),
        lambda s: s.circle(10, 10, 5, fill="hachure", tooth=2),
        lambda s: s.circle(10, 10, 5, fill="zigzag-line", tooth=0),
        lambda s: s.curve([(1, 1), (5, 5), (9, 1)], tightness=2),
        lambda s: s.curve([(1, 1), (5, 5), (9, 1)], simplify=nan),
        lambda s: s.polyline([(1, 1), (5, 5), (9, 1)], simplify=-1),
        lambda s: s.path("M0 0h9", simplify="much"),
        lambda s: s.line(0, 0, 5000, 10),
        lambda s: s.circle(50, 50, 500),
        lambda s: s.polyline([(0, 0), (0, -200)]),
        lambda s: s.many("circle", [(50, 50, 500)]),
        lambda s: s.text(5, 2500, "far"),
        lambda s: s.many("circle", []),
        lambda s: s.many("circle", [(1, 2, 3, 4)]),
        lambda s: s.many("circle", [(1, 2, 0)]),
        lambda s: s.many("line", [(1, 2, 0, nan)]),
        lambda s: s.many("line", "abc"),
        lambda s: s.many("line", [(1, 2, 3, 4)], fill="wash"),
        lambda s: s.many("circle", [(1, 2, 3), (50, 50, 500)], fill="wash"),
        lambda s: s.many("arc", [(10, 10, 5, 5, 0, 400)]),
        lambda s: s.many("arc", [(10, 10, 5, 0, 0, 40)]),
        lambda s: s.many("polygon", [[(1, 2), (3, 4)]]),
        lambda s: s.many("polyline", [[(1, 2), (3, 4)], [(1, 2)]]),
        lambda s: s.many("bezier", [[(1, 2), (3, 4), (1, 2), (3, 4), (5, 5)]]),
        lambda s: s.many("path", "M1 1h5"),
        lambda s: s.many("path", []),
        lambda s: s.many("path", ["M1 1h5", "M1 1h"]),
        lambda s: s.many("path", ["M1 1h5", 5]),
        lambda s: s.path("M1 1h#5"),
        lambda s: s.path("M1 1h1e999"),
        lambda s: s.rectangle(0, 0, 5, 5, radius=None),
        lambda s: s.arc(10, 10, 5, 5, "a", 30),
        lambda s: s.arc(10, 10, 5, 5, True, 30),
        lambda s: Sketch(0, 10),
        lambda s: Sketch(10, nan),
        lambda s: Sketch(10, 1e6),
        lambda s: Sketch(10, 10, seed=1.5),
        lambda s: Sketch(10, 10, paper="white-ish"),
        lambda s: Sketch(10, 10, nib=-1),
    ],
)
def test_what_cannot_be_drawn_is_one_error_at_the_author_s_line(wrong):
    sketch = Sketch(80, 60)
    with pytest.raises(SheetError) as caught:
        wrong(sketch)
    assert caught.value.where.file == __file__
    assert caught.value.where.line == wrong.__code__.co_firstlineno
    assert caught.value.mend
    assert sketch.marks == ()


@pytest.mark.parametrize(
    ("wrong", "mend"),
    [
        (lambda s: s.circle(10, 10, 5, pen="fineline"), '"fineliner"'),
        (lambda s: s.circle(10, 10, 5, fill="hatchure"), '"hachure"'),
        (lambda s: s.circle(10, 10, 5, fill="wash", rule="even-odd"), '"evenodd"'),
        (lambda s: s.circle(10, 10, 5, color="#123456"), '"colour"'),
        (lambda s: s.text(10, 10, "a", align="center"), '"centre"'),
        (lambda s: Sketch(10, 10, unit="pt"), "mm, px"),
        (lambda s: Sketch(10, 10, width=10) if False else Sketch(10, 10, penn="marker"), '"pen"'),
    ],
)
def test_unknown_names_come_with_the_nearest(wrong, mend):
    with pytest.raises(NameUnknownError) as caught:
        wrong(Sketch(80, 60))
    assert mend in caught.value.mend
    assert caught.value.where.file == __file__


def test_a_character_that_the_hand_cannot_write_is_named():
    with pytest.raises(CharacterError) as caught:
        Sketch(80, 60).text(10, 20, "a\ue000")
    assert "E000" in str(caught.value) and caught.value.where.file == __file__


def test_files_by_their_names(tmp_path):
    sketch = Sketch(40, 30, paper="#ffffff").circle(20, 15, 9, fill="hachure")
    sketch.save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text() == sketch.to_svg() == sketch._repr_svg_() == sketch.drawing().to_svg()
    assert "40mm" in sketch.to_svg()


def test_the_ink_room_offers_what_it_says():
    names = {}
    exec("from sketchsvg.ink import *", names)
    assert {"Sketch", "Style", "fill_with", "loosely", "ink"} <= set(names)
    assert all(names[name].__doc__ for name in ink_room.__all__)


def test_the_ink_room_shows_the_sketch_without_loading_it():
    program = (
        "import sys, sketchsvg.ink; assert 'sketchsvg.sketch' not in sys.modules;"
        "from sketchsvg.ink import Sketch; from sketchsvg import Sketch as same; assert Sketch is same"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[1], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


LOOSE = {
    "roughness": (3.0, {"roughness": 3.0}), "bowing": (4.0, {"bowing": 4.0}), "max_offset": (0.2, {"max_offset": 0.2}),
    "preserve_vertices": (True, {"preserve_vertices": True}),
}  # fmt: skip


@pytest.mark.parametrize("option", LOOSE)
def test_how_loosely_a_pen_is_held_is_an_option(option):
    value, said = LOOSE[option]
    (one,) = Sketch(80, 60).circle(20, 20, 9, **{option: value}).marks
    (other,) = Sketch(80, 60, **{option: value}).circle(20, 20, 9).marks
    assert one.loose == other.loose == Looseness(**said)
    assert Sketch(80, 60).circle(20, 20, 9).marks[0].loose is None


FILLED = {"fill_dash": (3, 1), "fill_dash_offset": 0.5, "fill_passes": 2}


def test_fills_take_dashes_passes_and_teeth():
    (mark,) = Sketch(80, 60).circle(20, 20, 9, fill="hachure", **FILLED).marks
    assert (mark.fill.dash, mark.fill.dash_offset, mark.fill.passes) == ((3, 1), 0.5, 2)
    (mark,) = Sketch(80, 60).circle(20, 20, 9, fill="zigzag-line", tooth=2).marks
    assert mark.fill.tooth == 2


def test_what_a_sketch_asks_of_some_fills_is_not_for_the_others():
    sketch = Sketch(80, 60, fill="zigzag-line", tooth=2, fill_passes=2, fill_dash=(3, 1))
    sketch.circle(20, 20, 9, fill="wash").circle(50, 20, 9, fill="zigzag-line").circle(20, 45, 9, fill="dots")
    wash, zigzag, dots = (mark.fill for mark in sketch.marks)
    assert (wash.passes, wash.dash, wash.tooth) == (1, (), 0)
    assert (zigzag.passes, zigzag.dash, zigzag.tooth) == (2, (3, 1), 2)
    assert (dots.passes, dots.dash, dots.tooth) == (2, (), 0)


def test_new_options_are_lengths_of_the_unit():
    px = 96 / 25.4
    said = {"fill": "hachure", "fill_dash": (3, 1), "fill_dash_offset": 0.5, "max_offset": 0.2, "gap": 1.5, "width": 0.5}
    mm = Sketch(80, 60).circle(20, 20, 9, **said).curve([(5, 5), (30, 9), (50, 5)], tightness=0.4, simplify=0.1)
    said = {name: value * px if isinstance(value, float) else value for name, value in said.items()}
    said["fill_dash"] = (3 * px, px)
    scaled = [(x * px, y * px) for x, y in ((5, 5), (30, 9), (50, 5))]
    pixels = Sketch(80 * px, 60 * px, unit="px").circle(20 * px, 20 * px, 9 * px, **said)
    assert pixels.curve(scaled, tightness=0.4, simplify=0.1 * px).to_svg() == mm.to_svg()


WAVE = [(x / 4, 20 + 5 * ((x // 7) % 2)) for x in range(120)]


@pytest.mark.parametrize("shape", ["polyline", "polygon", "curve"])
def test_points_that_are_not_needed_are_left_out_when_asked(shape):
    whole, fewer = (getattr(Sketch(80, 60), shape)(WAVE, **more).marks[0] for more in ({}, {"simplify": 0.3}))
    assert len(fewer.curves.points) < 0.5 * len(whole.curves.points)
    assert fewer.curves.bounds() == pytest.approx(whole.curves.bounds(), abs=0.9)


def test_a_path_is_simplified_within_its_tolerance():
    d = "M10 10L40 10.3L70 10C75 30 75 40 70 50H10z"
    whole, fewer = (Sketch(80, 60).path(d, **more).marks[0] for more in ({}, {"simplify": 0.5}))
    nodes = fewer.curves.points[::3]
    assert [10, 10] in nodes.tolist() and [40, 10.3] not in nodes.tolist() and len(nodes) < 9
    assert nodes[:, 0].max() == pytest.approx(73.75, abs=0.5)
    assert fewer.key != whole.key
    assert Sketch(80, 60).path(d, simplify=0.5, fill="hachure").to_svg()


@pytest.mark.parametrize("pen", pen_names())
def test_what_has_no_size_is_drawn_by_every_pen(pen):
    for more in ({}, {"dash": (2, 1)}, {"passes": 2, "roughness": 4}, {"nib": 3.0}):
        sketch = Sketch(60, 60, pen=pen, **more)
        sketch.line(1, 1, 1, 1).polyline([(1, 1)] * 5).polygon([(1, 1), (5, 5), (1, 1)], fill="zigzag")
        sketch.path("M5 5z").path("M5 5L5 5").circle(9, 9, 0.001, fill="scribble").curve([(1, 1)] * 3)
        sketch.bezier([(5, 5)] * 4).bezier([(5, 5), (5, 5), (9, 9), (9, 9)]).path("M5 5C25 25 25 5 5 25")
        assert "nan" not in sketch.to_svg()


def test_very_long_paths_are_read_as_any_other():
    steps = "".join(f"l{n % 7} {n % 5 - 2}" for n in range(3000))
    (long,), (short,) = (Sketch(90, 60).path(f"M1 30{d}", scale=0.005).marks for d in (steps, steps[:4000].rsplit("l", 1)[0]))
    count = len(short.curves.points)
    assert len(long.curves.points) > 2 * count
    assert np.array_equal(long.curves.points[:count], short.curves.points)
