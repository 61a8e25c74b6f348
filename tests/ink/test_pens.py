"""Every pen leaves its own line."""

import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink, pen_names
from sketchsvg.ink.catalogue import pen_of
from sketchsvg.ink.grain import pattern
from tests.ink.measures import flattened, winding
from tests.ink.scenes import line_mark, mark, scene, text_mark

OUTLINED = ["ballpoint", "brush", "chisel", "fountain", "marker"]
GRAINY = ["chalk", "pencil"]


def outline(curves: Curves, pen: str, width: float, key: str = "one") -> Curves:
    paths = ink(scene(mark(key, curves, pen, width))).paths
    assert {path.width for path in paths} == {0.0}
    return Curves.joined(path.curves for path in paths)


def widths(pen: str, way: tuple[float, float], width: float = 1.0, key: str = "one") -> np.ndarray:
    """The width of a line across its direction at places along it, measured on the ink."""
    way = np.array(way) / np.hypot(*way)
    across = np.array((-way[1], way[0]))
    ink_ = outline(shapes.line(50, 50, *(50 + 40 * way)), pen, width, key)
    places = np.linspace(1.0, 39.0, 60)
    offs = np.linspace(-1.5 * width, 1.5 * width, 301)
    points = 50 + places[:, None, None] * way + offs[None, :, None] * across
    inside = winding(points.reshape(-1, 2), ink_).reshape(len(places), -1) != 0
    return inside.sum(axis=1) * (offs[1] - offs[0])


@pytest.mark.parametrize("pen", OUTLINED)
def test_lines_are_as_wide_as_their_nib_on_average(pen):
    angles = np.arange(0, 180, 30)
    mean = np.mean([widths(pen, (np.cos(a), np.sin(a)), key=str(a)).mean() for a in np.radians(angles)])
    assert mean == pytest.approx(1.0, abs=0.17)


@pytest.mark.parametrize(
    ("pen", "least", "most"), [("marker", 1.05, 1.3), ("fountain", 1.8, 3.0), ("chisel", 4.0, 6.0)]
)
def test_broad_nibs_tell_the_direction(pen, least, most):
    nib = np.radians(pen_of(pen).profile.nib)
    along, across = (np.cos(nib), -np.sin(nib)), (np.sin(nib), np.cos(nib))
    assert least < np.median(widths(pen, across)) / np.median(widths(pen, along)) < most


def test_a_brush_swells_at_rest_and_leaves_in_a_point():
    line = widths("brush", (1, 0))
    assert line[:6].max() > 1.2 * np.median(line)
    assert line[-1] < 0.55 * np.median(line)


def test_a_chisel_cuts_its_ends_along_the_nib():
    rim = outline(shapes.line(20, 20, 60, 20), "chisel", 2.0).strokes()[0]
    end = rim[::3][np.argsort(rim[::3, 0])[-2:]]
    top, foot = end[np.argmin(end[:, 1])], end[np.argmax(end[:, 1])]
    assert np.degrees(np.arctan2(foot[1] - top[1], top[0] - foot[0])) == pytest.approx(40, abs=6)


def test_ink_gathers_under_a_ballpoint_where_it_sets_down_once_in_three_times():
    count, width = 300, 1.0
    marks = [mark(f"line {n}", shapes.line(10, 3 + 3 * n, 60, 3 + 3 * n), "ballpoint", width) for n in range(count)]
    pieces = [piece for path in ink(scene(*marks)).paths for piece in path.curves.strokes()]
    # A blob is a round dot of two cubics; a line has more.
    blobs = [piece for piece in pieces if len(piece) == 7]
    profile = pen_of("ballpoint").profile
    assert 0.27 < len(blobs) / count < 0.43
    for blob in blobs:
        (left, top), (right, bottom) = flattened(blob).min(axis=0), flattened(blob).max(axis=0)
        assert abs((left + right) / 2 - 10) < 0.3
        assert width * 1.05 < bottom - top < width * 1.1 * (1 + profile.blob) * 1.1


def test_a_ballpoint_skips_now_and_then_without_a_break():
    pieces = 0
    for number in range(40):
        one = outline(shapes.line(20, 20, 120, 20), "ballpoint", 0.5, str(number))
        spine = flattened(one.strokes()[0])
        assert spine[:, 0].min() > 19
        pieces += sum(np.ptp(stroke[:, 0]) > 1.0 for stroke in one.strokes())
    # 2 skips a metre on 4 metres of line.
    assert 43 <= pieces <= 56


@pytest.mark.parametrize("pen", GRAINY)
def test_grain_is_runs_of_ink_near_the_line(pen):
    paths = ink(scene(line_mark("line", 100.0, pen, width=1.0))).paths
    assert len({path.opacity for path in paths}) == 3
    assert all(path.width > 0 for path in paths)
    for path in paths:
        points = np.concatenate([flattened(stroke, 4) for stroke in path.curves.strokes()])
        assert np.abs(points[:, 1] - 50).max() + path.width / 2 < 0.3 + 0.75
        assert points[:, 0].min() > 9.5
        assert points[:, 0].max() < 110.5
    # Each strand is one stroke, however many grains its dashes make of it.
    assert [len(path.curves) for path in paths] == [1] * len(pen_of(pen).strands)
    for path in paths[1:]:
        seen = [length + path.width * (-1) ** (place % 2) for place, length in enumerate(path.dash)]
        period = sum(path.dash)
        assert 0.15 < 1 - sum(seen[1::2]) / period < 0.95
        assert 100 / period * len(path.dash) / 2 > 40


def test_grain_differs_from_stroke_to_stroke():
    pages = [ink(scene(line_mark(str(key), 50.0, "chalk", width=1.0))).paths for key in range(12)]
    assert len({tuple(path.dash for path in paths) for paths in pages}) >= 6
    assert len({path.curves.points.tobytes() for paths in pages for path in paths[1:]}) == 12 * (len(pages[0]) - 1)


def test_grain_hardly_ever_repeats():
    for pen in GRAINY:
        for strand in pen_of(pen).strands:
            for number in range(4 if strand.run else 0):
                lengths = np.array(pattern(strand, number))
                assert len(set(lengths.tolist())) > 0.9 * len(lengths)
                # As long as a dozen grains at least: the eye finds no row in it.
                assert lengths.sum() > 12 * (strand.run + strand.gap) * 0.8


@pytest.mark.parametrize("pen", sorted(set(pen_names()) - {"ruler"}))
def test_dots_are_a_little_wider_than_the_nib(pen):
    dot = Curves.of([np.array([(5.0, 5.0)])])
    paths = ink(scene(mark("dot", dot, pen, 1.0))).paths
    if paths[0].width:
        widest = max(path.width for path in paths)
        assert widest / max(strand.width for strand in pen_of(pen).strands) == pytest.approx(1.2, rel=0.12)
    else:
        wide, high = np.ptp(flattened(paths[0].curves.strokes()[0]), axis=0)
        assert wide == pytest.approx(high, rel=1e-6)
        assert 1.1 < wide < 2.2


def test_broad_loops_of_a_fineliner_end_thinner_than_they_run():
    rim = outline(shapes.ellipse(40, 40, 15, 9), "fineliner", 0.8)
    middle = winding(np.array([(25.0 + off, 40.0) for off in np.linspace(-0.9, 0.9, 361)]), rim)
    assert (middle != 0).sum() * 0.005 == pytest.approx(0.8, rel=0.08)
    (stroke,) = rim.strokes()
    ends = sorted(np.hypot(*(stroke[at + 3] - stroke[at])) for at in range(0, len(stroke) - 3, 3))
    assert ends[1] < 0.66


def test_writing_shows_broad_nibs_already_when_small():
    for pen in ("fountain", "brush", "chisel"):
        assert {path.width for path in ink(scene(text_mark("t", 9, pen=pen))).paths} == {0.0}
    assert all(path.width > 0 for path in ink(scene(replace(text_mark("t", 9), pen="fineliner"))).paths)
