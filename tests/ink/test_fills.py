"""Fills stay inside the line they belong to, for every style, shape and seed."""

import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.draw import inks_of
from sketchsvg.scene import Fill, Scene
from tests.ink.measures import flattened, winding
from tests.ink.scenes import box, filled, mark, scene

SHAPES = {
    "box": box(24, 11),
    "round box": box(24, 11, 3),
    "small box": box(4, 2),
    "oval": shapes.ellipse(40, 40, 11, 6),
    "star": shapes.polygon([(0, 18), (18, 18), (3, 30), (9, 9), (15, 30)]),
    "bay": shapes.polygon([(0, 0), (30, 0), (30, 20), (20, 20), (20, 6), (10, 6), (10, 20), (0, 20)]),
    "ring": Curves.of([box(30, 20).strokes()[0], box(18, 8, x=16, y=16).strokes()[0][::-1]]),
}


def ink_of(one, seed: int):
    """The wash of a shape, which is its drawn outline, and what another fill leaves in the very same outline."""
    page = ink(Scene(210, 297, (one,), seed=seed))
    return [path for path in page.paths if path.label == "fill"]


def outline_of(curves: Curves, seed: int) -> Curves:
    (wash,) = ink_of(filled("shape", curves, "wash"), seed)
    return wash.curves


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("style", ["hachure", "cross-hatch"])
def test_hatching_never_leaves_the_shape(name, style):
    lines = 0
    for seed in range(3):
        angle, gap, weight = (41.0, 0.0, 90.0, 117.0)[seed], (0.8, 0.4, 1.2, 0.6)[seed], (0.25, 0.1, 0.3, 0.2)[seed]
        outline = outline_of(SHAPES[name], seed)
        for path in ink_of(filled("shape", SHAPES[name], style, gap=gap, weight=weight, angle=angle), seed):
            assert path.width == pytest.approx(weight, abs=1e-4)
            lines += len(path.curves)
            points = np.concatenate([flattened(stroke, 6) for stroke in path.curves.strokes()])
            around = np.linspace(0, 2 * np.pi, 8, endpoint=False)
            rim = np.stack((np.cos(around), np.sin(around)), axis=1) * (weight / 2 - 0.005)
            points = (points[:, None] + rim).reshape(-1, 2)
            assert (winding(points, outline) != 0).all()
    assert lines > 8


@pytest.mark.parametrize(
    ("width", "height", "gap", "angle", "count"),
    [(4, 4, 0.4, 0.0, 10), (4, 2, 0.4, 0.0, 5), (4, 4, 0.4, 90.0, 10), (30, 12, 1.2, 0.0, 10), (30, 12, 1.5, 90.0, 20)],
)
def test_hatching_has_the_lines_that_fit(width, height, gap, angle, count):
    lines = Fill("hachure", "#2f6fde", gap=gap, weight=0.1, angle=angle)
    one = mark("ruled", box(width, height), "ruler", 0.0, fill=lines)
    (path,) = ink(scene(one)).paths
    assert len(path.curves) == count
    middles = np.sort([stroke[:, 1 if angle == 0.0 else 0].mean() for stroke in path.curves.strokes()])
    assert np.diff(middles) == pytest.approx(np.full(count - 1, gap))


@pytest.mark.parametrize("seed", range(5))
def test_a_hand_draws_as_many_lines_but_not_as_even(seed):
    one = mark("box", box(4, 4), "ballpoint", 0.3, fill=Fill("hachure", "#2f6fde", gap=0.4, weight=0.1, angle=0.0))
    (path,) = ink_of(one, seed)
    assert 9 <= len(path.curves) <= 11
    gaps = np.diff(np.sort([stroke[:, 1].mean() for stroke in path.curves.strokes()]))
    assert gaps.std() > 0.005
    assert gaps.min() > 0.2
    assert gaps.max() < 0.6


def test_positive_angles_rise_to_the_right():
    one = mark("ruled", box(20, 20), "ruler", 0.0, fill=Fill("hachure", "#2f6fde", angle=30.0))
    for stroke in ink(scene(one)).paths[0].curves.strokes():
        run, rise = stroke[-1] - stroke[0]
        assert -rise / run == pytest.approx(np.tan(np.radians(30)))


def test_a_wash_is_the_drawn_outline():
    one = mark("box", box(30, 20, 3), "fineliner", 0.15, fill=Fill("wash", "#2f6fde"))
    wash, line = ink(scene(one)).paths
    drawn = {tuple(point) for point in line.curves.points.tolist()}
    nodes = wash.curves.points[:-3:3].tolist()
    assert len(nodes) > 20
    assert all(tuple(node) in drawn for node in nodes)


def test_two_washes_of_one_colour_never_cancel():
    """One is drawn clockwise and one anticlockwise; where they lie over each other there is colour."""
    one, two = filled("box", box(20, 20, 2), "wash"), filled("oval", shapes.ellipse(30, 20, 12, 8), "wash")
    (path,) = [path for path in ink(scene(one, two)).paths if path.label == "fill"]
    assert (winding(np.array([(24.0, 20.0)]), path.curves) != 0).all()


RING = Curves.of([box(30, 20).strokes()[0], box(18, 8, x=16, y=16).strokes()[0]])


@pytest.mark.parametrize("style", ["wash", "solid"])
def test_a_wash_hands_its_rule_on_and_keeps_to_itself(style):
    marks = [filled(f"{n}", RING, style, rule=rule) for n, rule in enumerate(("evenodd", "nonzero", "evenodd"))]
    rules = [path.rule for path in ink(scene(*marks)).paths if path.label == "fill"]
    assert sorted(rules) == ["evenodd", "evenodd", "nonzero"]


@pytest.mark.parametrize("style", ["hachure", "cross-hatch", "dots", "dashed", "zigzag", "zigzag-line", "scribble"])
def test_evenodd_leaves_the_middle_of_a_ring_free(style):
    def inked(rule: str) -> int:
        paths = ink_of(filled("ring", RING, style, rule=rule, gap=0.8), 3)
        points = np.concatenate([flattened(stroke, 6) for path in paths for stroke in path.curves.strokes()])
        return int(((points[:, 0] > 18) & (points[:, 0] < 32) & (points[:, 1] > 17) & (points[:, 1] < 23)).sum())

    assert inked("evenodd") == 0
    assert inked("nonzero") > 20


def test_no_fill_leaves_no_ink():
    paths = ink(scene(filled("box", box(), "none"))).paths
    assert [path.label for path in paths] == ["frames"]


@pytest.mark.parametrize("style", ["zigzag", "scribble"])
def test_a_convex_shape_is_filled_without_lifting_the_pen(style):
    (path,) = ink_of(filled("box", box(30, 20), style), 1)
    assert len(path.curves) == 1
    assert np.ptp(path.curves.points, axis=0) == pytest.approx((30, 20), abs=3.0)


def test_dots_are_short_and_twice_as_wide_as_the_ink_of_lines():
    paths = ink_of(filled("box", box(30, 20), "dots", gap=1.5, weight=0.3), 1)
    assert [path.width for path in paths] == pytest.approx([0.504, 0.6, 0.696], abs=1e-3)
    strokes = [stroke for path in paths for stroke in path.curves.strokes()]
    assert len(strokes) == pytest.approx(30 * 20 / 1.5**2, rel=0.15)
    assert max(np.hypot(*(stroke[-1] - stroke[0])) for stroke in strokes) < 0.35


@pytest.mark.parametrize("style", ["hachure", "cross-hatch", "dots", "dashed", "zigzag", "zigzag-line", "scribble"])
def test_no_two_shapes_are_filled_alike_and_another_seed_fills_them_otherwise(style):
    """Outlines drawn by a ruler are alike; what a hand lays in them is not."""
    pen = replace(pen_of("ruler"), uneven=1.0)
    marks = [mark(f"{n}", box(20, 15), "ruler", 0.0, fill=Fill(style, "#2f6fde")) for n in range(6)]

    def strokes(*some, seed=7):
        return {s.tobytes() for made in inks_of(some, [pen] * len(some), seed) for s in made.curves.strokes()}

    assert len(strokes(*marks)) == sum(len(strokes(one)) for one in marks)
    assert not strokes(*marks) & strokes(*marks, seed=8)
