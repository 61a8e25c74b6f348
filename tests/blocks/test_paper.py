import numpy as np
import pytest

from sketchsvg.blocks.paper import trace_paper
from sketchsvg.scene import Layer
from sketchsvg.theme.theme import Paper


def paper(kind):
    return Paper(kind, "#fffdf5", "#d6e6f2", 0.13, 5.0)


def test_the_ground_covers_the_page():
    ground, *_ = trace_paper(paper("grid"), 210, 297)
    assert ground.curves.bounds() == (0, 0, 210, 297)
    assert (ground.layer, ground.width, ground.fill.colour) == (Layer.PAPER, 0, "#fffdf5")


def test_a_grid_has_a_line_every_pitch_and_none_on_the_edge():
    _, grid = trace_paper(paper("grid"), 210, 297)
    strokes = grid.curves.strokes()
    level = sorted(stroke[0, 1] for stroke in strokes if stroke[0, 1] == stroke[-1, 1])
    upright = sorted(stroke[0, 0] for stroke in strokes if stroke[0, 0] == stroke[-1, 0])
    assert level == pytest.approx(np.arange(5, 297, 5))
    assert upright == pytest.approx(np.arange(5, 210, 5))
    assert grid.pen == "ruler"


def test_ruled_paper_has_level_lines_only():
    _, ruled = trace_paper(paper("ruled"), 100, 100)
    assert all(stroke[0, 1] == stroke[-1, 1] and (stroke[0, 0], stroke[-1, 0]) == (0, 100) for stroke in ruled.curves.strokes())
    assert len(ruled.curves) == 19


def test_dots_stand_where_lines_would_cross():
    _, dots = trace_paper(paper("dots"), 20, 30)
    assert sorted(map(tuple, dots.curves.points.tolist())) == [(x, y) for x in (5, 10, 15) for y in (5, 10, 15, 20, 25)]
    assert (np.diff(dots.curves.starts) == 1).all()


def test_plain_paper_is_only_its_colour():
    assert len(list(trace_paper(paper("plain"), 210, 297))) == 1


@pytest.mark.parametrize("kind", ["grid", "ruled", "dots"])
def test_paper_goes_on_beyond_the_cut_as_it_is_inside(kind):
    _, plain = trace_paper(paper(kind), 50, 60)
    wide, bled = trace_paper(paper(kind), 50, 60, bleed=12)
    assert wide.curves.bounds() == (-12, -12, 62, 72)
    points = {tuple(point) for point in bled.curves.points.round(6).tolist()}
    if kind == "dots":
        assert {tuple(point) for point in plain.curves.points.round(6).tolist()} < points
        assert (-10.0, -5.0) in points
    assert not any(x in (0.0, 50.0) and kind == "dots" for x, _ in points)
    left, top, right, bottom = bled.curves.bounds()
    assert (left, right) == ((-10, 60) if kind == "dots" else (-12, 62))
    assert (top, bottom) == {"grid": (-12, 72), "ruled": (-10, 70), "dots": (-10, 70)}[kind]


def test_paper_can_be_clear():
    (grid,) = trace_paper(paper("grid"), 50, 60, ground=False)
    assert grid.layer == Layer.GRID
