"""Fills laid more than once, and fills whose lines are dashed."""

import numpy as np
import pytest

from sketchsvg.errors import SheetError
from sketchsvg.geometry import shapes
from sketchsvg.ink import ink
from sketchsvg.ink.style import fill_with
from sketchsvg.scene import Fill
from tests.ink.measures import flattened, winding
from tests.ink.scenes import box, filled, mark, scene

LINES = ("hachure", "cross-hatch", "zigzag", "zigzag-line", "scribble")


def laid(style: str, curves=None, pen: str = "ballpoint", **how) -> list[np.ndarray]:
    one = mark("shape", box(30, 20) if curves is None else curves, pen, 0.3, fill=Fill(style, "#2f6fde", **how))
    return [s for path in ink(scene(one)).paths if path.label == "fill" for s in path.curves.strokes()]


def lengths(strokes: list[np.ndarray]) -> np.ndarray:
    return np.array([np.hypot(*np.diff(flattened(stroke, 8), axis=0).T).sum() for stroke in strokes])


@pytest.mark.parametrize("style", [*LINES, "dots", "dashed"])
def test_every_pass_lays_other_ink_and_keeps_what_lies(style):
    once, thrice = laid(style), laid(style, passes=3)
    known = {stroke.tobytes() for stroke in thrice}
    assert all(stroke.tobytes() in known for stroke in once)
    assert len(known) == len(thrice) == pytest.approx(3 * len(once), rel=0.1)


@pytest.mark.parametrize("style", LINES)
def test_dashes_are_as_long_as_was_asked_for(style):
    whole, cut = lengths(laid(style, gap=2.0)), lengths(laid(style, gap=2.0, dash=(3.0, 1.5)))
    assert len(cut) > len(whole)
    assert cut.sum() == pytest.approx(whole.sum() * 2 / 3, rel=0.15)
    assert np.median(cut) == pytest.approx(3.0, rel=0.2)
    assert cut.max() < 3.0 * 1.7


def test_a_ruler_cuts_exactly():
    cut = lengths(laid("hachure", pen="ruler", angle=0.0, gap=2.0, dash=(3.0, 1.5), dash_offset=0.0))
    assert np.isclose(cut, 3.0, atol=1e-6).mean() > 0.8


@pytest.mark.parametrize("style", LINES)
def test_dashes_are_parts_of_the_lines(style):
    """And so they stay inside the shape as the lines do: every point of them lies on one."""
    whole = np.concatenate([flattened(stroke, 60) for stroke in laid(style, gap=2.0)])
    for stroke in laid(style, gap=2.0, dash=(2.0, 1.0), dash_offset=0.7):
        for point in flattened(stroke, 3):
            assert np.hypot(*(whole - point).T).min() < 0.3


def test_the_dashes_of_dashed_are_its_own():
    asked = lengths(laid("dashed", pen="ruler", gap=1.0, dash=(5.0, 1.0), angle=0.0))
    assert np.median(asked) == pytest.approx(5.0, abs=0.01)
    assert np.median(lengths(laid("dashed", pen="ruler", gap=1.0))) == pytest.approx(1.75, abs=0.01)


def test_teeth_are_as_wide_as_was_asked_for():
    for tooth in (1.0, 3.0):
        for stroke in laid("zigzag-line", pen="ruler", angle=0.0, tooth=tooth):
            steps = np.diff(stroke[::3, 0])
            assert np.abs(steps) == pytest.approx(np.full(len(steps), tooth / 2), rel=0.12)


def test_one_shape_s_passes_and_dashes_are_not_its_neighbour_s():
    one = filled("plain", box(20, 20), "hachure")
    other = filled("rich", box(20, 20, x=50), "hachure", passes=2, dash=(2.0, 1.0))
    def strokes(*marks):
        return {s.tobytes() for path in ink(scene(*marks)).paths for s in path.curves.strokes()}

    assert strokes(one, other) == strokes(one) | strokes(other)


def test_the_second_pass_stays_inside_as_well():
    star = shapes.polygon([(0, 18), (18, 18), (3, 30), (9, 9), (15, 30)])
    outline = shapes.polyline([(0, 18), (18, 18), (3, 30), (9, 9), (15, 30), (0, 18)])
    points = np.concatenate([flattened(s, 6) for s in laid("hachure", star, "ruler", passes=4, weight=0.2)])
    assert (winding(points, outline) != 0).all()


@pytest.mark.parametrize(
    ("style", "how"),
    [
        ("wash", {"dash": (2, 1)}), ("dots", {"dash": (2, 1)}), ("solid", {"passes": 2}), ("hachure", {"tooth": 2}),
        ("hachure", {"dash": (0.01, 0.01)}), ("dashed", {"dash": (2, 1, 1, 1)}), ("hachure", {"dash": (2, 0)}),
        ("hachure", {"passes": 0}), ("hachure", {"passes": 99}), ("zigzag-line", {"tooth": 0}),
    ],
)  # fmt: skip
def test_what_no_fill_can_do_is_refused(style, how):
    with pytest.raises(SheetError) as caught:
        fill_with(style, "#2f6fde", **how)
    assert caught.value.mend and caught.value.where.file == __file__


def test_more_dashes_than_can_be_drawn_are_refused_by_the_mark_s_key():
    with pytest.raises(SheetError, match="the key"):
        ink(scene(filled("the key", box(1600, 1600), "hachure", gap=0.2, dash=(0.05, 0.05))))
