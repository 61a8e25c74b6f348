import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.errors import SheetError
from sketchsvg.geometry import shapes
from sketchsvg.ink import ink
from tests.ink.scenes import box, line_mark, mark, scene


def drawn(one):
    return [stroke for path in ink(scene(one)).paths for stroke in path.curves.strokes()]


def test_a_ruler_cuts_exactly():
    strokes = drawn(line_mark("line", 20.0, "ruler", dash=(4.0, 2.0)))
    assert [(stroke[0, 0], stroke[-1, 0]) for stroke in strokes] == [
        pytest.approx(pair, abs=1e-5) for pair in [(10, 14), (16, 20), (22, 26), (28, 30)]
    ]
    strokes = drawn(line_mark("line", 20.0, "ruler", dash=(4.0, 2.0), dash_offset=5.0))
    assert strokes[0][[0, -1], 0] == pytest.approx([11, 15], abs=1e-5)


def test_an_odd_pattern_is_gone_through_twice():
    strokes = drawn(line_mark("line", 24.0, "ruler", dash=(1.0, 2.0, 3.0)))
    lengths = [stroke[-1, 0] - stroke[0, 0] for stroke in strokes]
    assert lengths == pytest.approx([1, 3, 2, 1, 3, 2], abs=1e-5)


@pytest.mark.parametrize("pen", ["ballpoint", "fineliner", "marker"])
def test_a_hand_ends_a_dashed_line_in_ink_and_no_two_dashes_are_alike(pen):
    for length in (31.0, 33.0, 35.0):
        xs = [(s[:, 0].min(), s[:, 0].max()) for s in drawn(line_mark(pen, length, pen, width=0.25, dash=(3.0, 2.0)))]
        assert max(xs)[1] == pytest.approx(10 + length, abs=0.5)
        gaps = np.array([after[0] - before[1] for before, after in zip(sorted(xs), sorted(xs)[1:], strict=False)])
        assert gaps.min() > 0.9
        assert gaps.max() < 3.0
        assert gaps.std() > 0.02


def test_a_dashed_loop_has_a_gap_everywhere():
    strokes = drawn(mark("oval", shapes.ellipse(40, 40, 15, 9), "fineliner", dash=(3.0, 2.0)))
    ends = np.array([(stroke[0], stroke[-1]) for stroke in strokes])
    apart = np.hypot(*(ends[:, None, 0] - ends[None, :, 1]).transpose(2, 0, 1))
    assert apart[~np.eye(len(ends), dtype=bool)].min() > 0.8
    assert len(strokes) == pytest.approx(76.4 / 5, abs=1)


def test_dashes_of_length_0_are_dots():
    strokes = drawn(line_mark("line", 20.0, "ruler", dash=(0.0, 2.0)))
    assert len(strokes) == 10
    assert max(np.ptp(stroke) - np.ptp(stroke[0]) for stroke in strokes) < 1e-6


def test_sides_of_a_box_are_dashed_each():
    strokes = drawn(mark("box", box(30, 20), "fineliner", dash=(3.0, 2.0)))
    assert 18 < len(strokes) < 26
    assert all(min(np.ptp(stroke, axis=0)) < 0.6 for stroke in strokes)


@pytest.mark.parametrize("dash", [(1.0, -1.0), (float("nan"), 1.0), (0.0, 0.0), (0.01, 0.01)])
def test_what_is_no_dash_is_refused(dash):
    with pytest.raises(SheetError, match="the key"):
        ink(scene(replace(line_mark("the key", 20.0), dash=dash)))
