"""The sketch: every shape in mm and px, keys that stay, order that holds."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sketchsvg.ink as ink_room
from sketchsvg import Sketch
from sketchsvg.errors import SheetError
from sketchsvg.ink import pen_names
from sketchsvg.ink.draw import ink
from tests.calls import CLOSED, OPEN, SHAPES


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
    assert caught.value.where.file == SHAPES[shape].__code__.co_filename


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
