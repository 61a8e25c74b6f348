import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.ink import ink
from tests.ink.scenes import box, mark, scene, text_mark


def drawn(curves, count=80, pen="fineliner"):
    page = ink(scene(*[mark(f"{pen} {n}", curves, pen, 0.15) for n in range(count)]))
    return [stroke for path in page.paths for stroke in path.curves.strokes()]


@pytest.mark.parametrize(("curves", "way"), [(box(60, 30, 3), (1, 0)), (shapes.ellipse(40, 40, 20, 12), (-1, 0))])
def test_a_loop_runs_on_or_misses_by_a_hair(curves, way):
    runs = np.array([(stroke[-1] - stroke[0]) @ np.array(way) for stroke in drawn(curves)])
    sides = np.array([abs((stroke[-1] - stroke[0])[1]) for stroke in drawn(curves)])
    assert runs.max() < 2.6
    assert runs.min() > -0.9
    assert (runs > 0.4).mean() > 0.7
    assert (runs < 0.2).any()
    assert sides.max() < 0.9
    assert np.median(sides) > 0.02


def test_small_loops_run_on_less():
    small = [np.hypot(*(s[-1] - s[0])) for s in drawn(shapes.ellipse(10, 10, 1.5, 1.5))]
    large = [np.hypot(*(s[-1] - s[0])) for s in drawn(shapes.ellipse(50, 50, 20, 20))]
    assert max(small) < 1.2
    assert np.mean(small) < 0.6 * np.mean(large)


def test_ovals_of_letters_close_within_a_tenth_of_their_em():
    em = 3.35
    page = ink(scene(text_mark("text", 60, em)))
    ovals = [s for path in page.paths for s in path.curves.strokes() if len(s) > 7]
    gaps = np.array([np.hypot(*(s[-1] - s[0])) for s in ovals]) / em
    assert len(gaps) == 60
    assert gaps.max() < 0.16
    assert gaps.min() > 0.0


def test_an_oval_of_a_letter_runs_on_without_a_node_more():
    em = 3.35
    page = ink(scene(text_mark("text", 60, em)))
    ovals = [s for path in page.paths for s in path.curves.strokes() if len(s) > 7]
    assert {len(oval) for oval in ovals} == {len(shapes.ellipse(0, 0, 1, 1).points)}
    # Round to the end: the last piece bends on the same side as ever.
    for oval in ovals:
        a, b, c, d = oval[-4:]
        assert (b - a)[0] * (c - b)[1] < (b - a)[1] * (c - b)[0]
        assert (c - b)[0] * (d - c)[1] < (c - b)[1] * (d - c)[0]
