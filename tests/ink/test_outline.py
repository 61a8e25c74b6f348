import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.outline import Widths, corners, parts_needed, refined, smooth_outlines, tangents_of
from sketchsvg.ink.overlaps import _crossings, rims
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
    usual, none, fine, at = np.full(len(sides), half), np.zeros(len(sides)), sides, sides.segments
    for _ in range(4):
        fine, at = refined(fine, parts_needed(fine, usual, at), none, none)
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


def hard_stroke(rng):
    """A stroke of the kinds that offsets fail at, from a tenth of a millimetre to a centimetre."""

    def some(low, high):
        return float(rng.uniform(low, high))

    kind = int(rng.integers(8))
    if kind == 0:
        pitch = some(0.2, 2.0)
        spiral = [(0.1 + pitch * t * 0.1, t * 0.6) for t in range(int(rng.integers(12, 40)))]
        return shapes.smooth([(far * np.cos(turn), far * np.sin(turn)) for far, turn in spiral])
    if kind == 1:
        gap = some(0.01, 1.5)
        return shapes.smooth([(0, 0), (some(3, 10), some(-0.2, 0.2)), (some(10, 11), gap / 2), (10, gap), (0, 2 * gap)])
    if kind == 2:
        return shapes.ellipse(0, 0, some(0.05, 3), some(0.05, 3))
    if kind == 3:
        cusp = [(0, 0), (some(4, 12), some(0, 8)), (some(-8, 0), some(0, 8)), (some(1, 5), 0)]
        return Curves.of([np.array(cusp)])
    if kind == 4:
        return shapes.smooth([(some(0, 12), some(0, 8)) for _ in range(int(rng.integers(3, 9)))])
    if kind == 5:
        return shapes.polyline([(some(0, 10), some(0, 6)) for _ in range(int(rng.integers(3, 7)))])
    if kind == 6:
        size = some(0.05, 0.3)
        return shapes.smooth([(some(0, size), some(0, size)) for _ in range(5)])
    turns = [(t * 0.25 + some(0.3, 1) * np.cos(t * 1.1), some(0.3, 1) * np.sin(t * 1.1)) for t in range(20)]
    return shapes.smooth(turns)


@pytest.mark.parametrize("seed", range(8))
def test_hard_strokes_are_inked_as_far_as_a_round_nib_reaches(seed):
    shapely = pytest.importorskip("shapely")
    rng = np.random.default_rng(seed)
    for _ in range(15):
        curves, half = hard_stroke(rng), float(rng.choice([0.05, 0.15, 0.4, 1.0]))
        shape, _ = outlined(curves, half)
        middle = shapely.LineString(flattened(curves.strokes()[0], 60))
        off = max(0.12 * half, 0.045)
        core, around = middle.buffer(max(half - off, 0.002)), middle.buffer(half + off)
        left, top, right, bottom = around.bounds
        points = rng.uniform((left - 0.1, top - 0.1), (right + 0.1, bottom + 0.1), (800, 2))
        inked = winding(points, shape) != 0
        assert inked[shapely.contains_xy(core, points)].all()
        assert not inked[~shapely.contains_xy(around, points)].any()


@pytest.mark.parametrize("seed", range(6))
def test_outlines_do_not_cross_themselves(seed):
    """But where the stroke itself comes back to where it was."""
    rng = np.random.default_rng(100 + seed)
    for _ in range(20):
        curves, half = hard_stroke(rng), float(rng.choice([0.05, 0.15, 0.4, 1.0]))
        shape, _ = outlined(curves, half)
        for piece in shape.strokes():
            nodes = piece[::3]
            count = len(nodes) // 2
            middle = (nodes[:count] + nodes[2 * count - 1 : count - 1 : -1]) / 2
            along = np.append(0.0, np.cumsum(np.hypot(*np.diff(middle, axis=0).T)))
            edges = rims(Curves.of([piece]), np.zeros(1), [along])
            first, second, *_ = _crossings(edges.points, edges.points[edges.following], edges.following)
            apart = np.abs(edges.along[first] - edges.along[second])
            assert (apart > 1.5 * half).all()


def test_a_round_dot_has_two_cubics_and_a_straight_line_four():
    dot, _ = outlined(STROKES["dot"])
    line, _ = outlined(STROKES["line"])
    assert (len(dot.points), len(line.points)) == (7, 13)
