import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.ink import ink
from tests.ink.scenes import scene, text_mark

EM = 3.35


def uprights(one, seed=1):
    page = ink(replace(scene(one), seed=seed))
    strokes = [s for path in page.paths for s in path.curves.strokes() if len(s) <= 7]
    return np.array(sorted((*s[0], *s[-1]) for s in strokes))


def test_glyphs_turn_lift_and_grow_within_reason():
    ends = uprights(text_mark("long", 300))
    top, foot = ends[:, :2], ends[:, 2:]
    lean = np.degrees(np.arctan2(top[:, 0] - foot[:, 0], foot[:, 1] - top[:, 1]))
    assert 0.5 < lean.std() < 2.5
    assert np.abs(lean).max() < 8
    baseline = (foot[:, 1] - 60.0) / EM
    assert 0.008 < baseline.std() < 0.035
    assert np.abs(baseline).max() < 0.09
    height = (foot[:, 1] - top[:, 1]) / EM / 0.7
    assert 0.01 < height.std() < 0.06


def test_the_baseline_drifts_smoothly():
    feet = uprights(text_mark("long", 300))[:, 3]
    near, far = np.diff(feet).std(), (feet[40:] - feet[:-40]).std()
    assert near < far * 1.1


def test_no_drift_leaves_glyphs_where_they_are():
    one = text_mark("still", 60)
    still = replace(one, writing=replace(one.writing, drift=0.0))
    calm, free = uprights(still)[:, 3], uprights(one)[:, 3]
    assert calm.std() < 0.8 * free.std()


@pytest.mark.parametrize("em", [3.0, 6.0, 12.0])
def test_the_hand_is_the_same_at_every_size(em):
    strokes = [s for p in ink(scene(text_mark("t", 200, em))).paths for s in p.curves.strokes() if len(s) <= 7]
    feet = np.array([s[-1][1] - 60.0 for s in strokes]) / em
    assert 0.008 < feet.std() < 0.035
