import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink
from sketchsvg.ink.swipe import is_swipe
from tests.ink.measures import flattened, winding
from tests.ink.scenes import mark, scene


def swipes(count=40, length=30.0, height=3.5):
    marks = [
        mark(f"{n}", shapes.line(0, 10 * n, length, 10 * n), "highlighter", height, opacity=0.4) for n in range(count)
    ]
    return ink(scene(*marks)).paths


def test_no_two_swipes_are_alike():
    band, _ = swipes()
    assert len({stroke.tobytes() for stroke in band.curves.strokes()}) == 40


def test_a_swipe_is_as_high_as_its_nib_and_ends_about_where_it_was_told():
    band, _ = swipes()
    for stroke in band.curves.strokes():
        edge = flattened(stroke)
        middle = edge[(edge[:, 0] > 12) & (edge[:, 0] < 18)]
        assert np.ptp(middle[:, 1]) == pytest.approx(3.5, rel=0.12)
        assert -0.3 * 3.5 < edge[:, 0].min() < 0.02 * 3.5
        assert 30 - 0.02 * 3.5 < edge[:, 0].max() < 30 + 0.3 * 3.5


def test_a_swipe_tilts_by_less_than_one_degree():
    band, _ = swipes()
    tilts = []
    for stroke in band.curves.strokes():
        begin, end = (stroke[0] + stroke[9]) / 2, (stroke[3] + stroke[6]) / 2
        tilts.append(np.degrees(np.arctan2(*(end - begin)[::-1])))
    assert np.abs(tilts).max() < 1.0
    assert np.std(tilts) > 0.1


def test_the_ends_are_darker_inside_the_band():
    band, ends = swipes(20)
    assert ends.label == band.label == "highlighter"
    assert (ends.width, ends.layer, ends.colour) == (0.0, band.layer, band.colour)
    assert 0 < ends.opacity < band.opacity
    assert len(ends.curves) == 40
    for index, patch in enumerate(ends.curves.strokes()):
        inner = patch.mean(axis=0)
        bands = [stroke for n, stroke in enumerate(band.curves.strokes()) if n == index // 2]
        assert winding(inner[None], type(band.curves).of(bands))[0] != 0
        edge = flattened(patch)
        assert np.ptp(edge[:, 0]) < 3.5


def test_where_swipes_of_one_colour_overlap_they_are_darker():
    lines = {"one": (0, 0, 40, 0), "across": (20, -15, 20, 15), "beside": (0, 9, 15, 9), "both": (5, -15, 12, 15)}
    marks = [mark(key, shapes.line(*ends), "highlighter", 3.5, opacity=0.4) for key, ends in lines.items()]
    under, over = [path for path in ink(scene(*marks)).paths if path.opacity == 0.4]
    assert (len(under.curves), len(over.curves)) == (2, 2)
    other = mark("other", shapes.line(0, -10, 40, 10), "highlighter", 3.5, opacity=0.4)
    assert [len(path.curves) for path in ink(scene(*marks, other)).paths if path.opacity == 0.4] == [2, 2, 1]


def test_a_swipe_follows_its_line_at_any_angle():
    one = mark("up", shapes.line(50, 50, 50, 20), "highlighter", 4.0)
    left, top, right, bottom = ink(scene(one)).paths[0].curves.bounds()
    assert 47 < left < 49
    assert 51 < right < 53
    assert 18.5 < top < 20.1
    assert 49.9 < bottom < 51.5


def test_a_bent_stroke_is_drawn_not_swiped():
    wave = shapes.smooth([(10, 10), (30, 5), (50, 12)])
    path, ends = ink(scene(mark("wave", wave, "highlighter", 3.0, opacity=0.4))).paths
    assert (path.width, path.opacity) == (0.0, 0.4)
    assert len(ends.curves) == 2
    left, top, right, bottom = path.curves.bounds()
    assert (left, right) == pytest.approx((10, 50), abs=1.2)
    assert (top, bottom) == pytest.approx((3.3, 13.5), abs=1.0)


def test_swiping_is_for_straight_lines():
    assert is_swipe(shapes.line(0, 0, 20, 3))
    assert not is_swipe(shapes.polyline([(0, 0), (20, 0), (20, 9)]))
    assert not is_swipe(Curves.of([np.array([(0.0, 0.0), (5.0, 8.0), (15.0, 8.0), (20.0, 0.0)])]))
