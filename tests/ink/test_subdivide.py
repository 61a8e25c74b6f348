import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.chains import Chains
from sketchsvg.ink.subdivide import pieces_needed, split
from tests.ink.measures import flattened

MANY = Curves.of(
    [
        shapes.polyline_stroke([(0, 0), (31, 0), (31, 4)]),
        np.array([(5.0, 5.0)]),
        shapes.ellipse(40, 40, 8, 5).strokes()[0],
        shapes.smooth_stroke([(0, 10), (12, 14), (25, 8), (60, 11)]),
    ]
)


def test_curves_survive_the_way_to_chains_and_back():
    back = Chains.of(MANY).curves()
    assert back.starts.tolist() == MANY.starts.tolist()
    assert back.points == pytest.approx(MANY.points, abs=1e-12)


def test_splitting_keeps_the_shape():
    chains = Chains.of(MANY)
    done = split(chains, pieces_needed(chains, np.full(4, 3.0), (0.5, -0.5))).chains.curves()
    assert len(done) == 4
    for clean, cut in zip(MANY.strokes(), done.strokes(), strict=True):
        if len(clean) == 1:
            assert (cut == clean).all()
            continue
        fine = flattened(clean, 4000)
        for point in cut[::3]:
            assert np.hypot(*(fine - point).T).min() < 0.01
        assert (cut[0] == clean[0]).all()
        assert (cut[-1] == clean[-1]).all()


def test_no_piece_is_longer_than_asked_or_bent_by_more_than_60_degrees():
    chains = Chains.of(MANY)
    cut = split(chains, pieces_needed(chains, np.full(4, 3.0), (0.5, -0.5))).chains
    at = cut.segments
    chord = cut.nodes[:, at + 1] - cut.nodes[:, at]
    assert np.hypot(*chord).max() <= 3.0 * 1.1
    a, b = cut.after[:, at], -cut.before[:, at + 1]
    assert ((a * b).sum(axis=0) >= 0.5 * np.hypot(*a) * np.hypot(*b) - 1e-9).all()


def test_tails_run_on_and_ends_stop_short():
    chains = Chains.of(shapes.rectangle(shapes.Rect(0, 0, 20, 10), 2.0))
    ones = np.ones(chains.nodes.shape[1], dtype=int)
    tailed = split(chains, ones, np.array([1.0]), np.array([0.1])).chains
    assert tailed.nodes[:, -1] == pytest.approx((2 + 0.1 * 16, 0.0))
    short = split(chains, ones, np.array([0.5]), np.array([0.0])).chains
    assert short.nodes.shape == chains.nodes.shape
    assert short.nodes[:, -2] == pytest.approx(chains.nodes[:, -2])
    assert np.hypot(*(short.nodes[:, -1] - chains.nodes[:, -1])) > 1.0


def test_cutting_at_nodes_keeps_every_segment():
    chains = Chains.of(MANY)
    marked = np.zeros(chains.nodes.shape[1], dtype=bool)
    marked[1] = marked[-2] = True
    parts, old = chains.cut(marked)
    assert len(parts) == 6
    assert (parts.nodes == chains.nodes[:, old]).all()
    assert len(parts.segments) == len(chains.segments)
    assert (parts.after[:, parts.last] == 0).all()
    assert (parts.before[:, parts.first] == 0).all()


def test_an_end_beyond_one_follows_the_bend():
    third = np.array([(0, -1), (-0.7698, -1), (-1.2509, -0.1667), (-0.866, 0.5)]) * 10
    chains = Chains.of(Curves.of([third]))
    longer = split(chains, np.ones(2, dtype=int), np.array([1.2]), np.array([0.0])).chains.curves().points
    assert len(longer) == 4
    assert longer[0] == pytest.approx(third[0])
    assert np.hypot(*flattened(longer, 100).T) == pytest.approx(10, rel=0.02)
    assert longer[-1][1] > 7
