import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.outline import Widths, corners, parts_needed, refined, smooth_outlines, tangents_of
from tests.ink.measures import flattened, winding
from tests.ink.scenes import mark, scene

STROKES = {
    "line": shapes.line(0, 0, 30, 4),
    "corner": shapes.polyline([(0, 0), (20, 0), (4, 5)]),
    "zigzag": shapes.polyline([(0, 0), (4, 5), (8, 0), (12, 5), (12.6, 0)]),
    "loop": shapes.ellipse(10, 10, 6, 4),
    "tight bend": shapes.smooth([(0, 0), (10, 0), (10.3, 0.3), (10, 0.6), (0, 0.8)]),
    "tiny oval": shapes.ellipse(5, 5, 0.25, 0.3),
    "dot": Curves.of([np.array([(3.0, 4.0)])]),
}


def outlined(curves, half=0.6):
    """The ink of strokes of one width, and the stroke of each outline."""
    chains = Chains.of(curves)
    sides, old = chains.cut(corners(chains))
    usual = np.full(len(sides), half)
    fine = refined(sides, parts_needed(sides, usual), np.zeros(len(sides)), np.zeros(len(sides)))
    same = np.full(fine.nodes.shape[1], half)
    shape, owner = smooth_outlines(fine, tangents_of(fine), Widths(same, same), np.ones(len(same)))
    return shape, chains.owner[old[sides.first]][owner]


@pytest.mark.parametrize("name", STROKES)
def test_every_point_of_the_middle_line_lies_in_the_ink(name):
    shape, owner = outlined(STROKES[name])
    assert set(owner.tolist()) == {0}
    for stroke in STROKES[name].strokes():
        assert (winding(flattened(stroke), shape) != 0).all()


@pytest.mark.parametrize("name", ["line", "corner", "zigzag", "loop"])
def test_the_ink_reaches_half_a_width_to_both_sides_and_no_further(name):
    shape, _ = outlined(STROKES[name])
    middle = np.concatenate([flattened(stroke, 60) for stroke in STROKES[name].strokes()])
    rim = np.concatenate([flattened(stroke, 12) for stroke in shape.strokes()])
    away = np.sqrt(((rim[:, None] - middle[None]) ** 2).sum(axis=2)).min(axis=1)
    assert away.max() < 0.6 * 1.08
    step = np.diff(middle, axis=0)
    normal = np.stack((step[:, 1], -step[:, 0]), axis=1) / np.hypot(*step.T)[:, None]
    for side in (0.5, -0.5):
        assert (winding(middle[1:] + normal * side, shape) != 0).all()


@pytest.mark.parametrize("name", STROKES)
def test_pieces_are_closed_and_turn_the_same_way(name):
    shape, _ = outlined(STROKES[name])
    for stroke in shape.strokes():
        assert (stroke[0] == stroke[-1]).all()
        x, y = flattened(stroke).T
        assert (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() > 0


def test_a_marker_line_changes_its_width():
    (path,) = ink(scene(mark("rule", shapes.line(10, 20, 110, 20), "marker", 0.8))).paths
    rim = flattened(path.curves.strokes()[0], 12)
    assert path.width == 0.0
    upper, lower = rim[rim[:, 1] < 20], rim[rim[:, 1] > 20]
    x = np.linspace(12, 108, 200)
    order_u, order_l = np.argsort(upper[:, 0]), np.argsort(lower[:, 0])
    width = np.interp(x, lower[order_l, 0], lower[order_l, 1]) - np.interp(x, upper[order_u, 0], upper[order_u, 1])
    assert 0.6 < width.min() < width.max() < 1.0
    assert np.ptp(width) > 0.02
