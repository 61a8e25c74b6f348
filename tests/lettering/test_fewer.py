import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sketchsvg.geometry import shapes
from sketchsvg.lettering.composing import composed
from sketchsvg.lettering.fewer import SMOOTH, TOLERANCE, fewer
from sketchsvg.lettering.prebuilding import entries
from sketchsvg.lettering.prebuilt import RASTER, prebuilt

ALL = list(entries())
#: Every letter, digit and sign, and one in 25 syllables: each form of each jamo many times over.
SOME = [entry for number, entry in enumerate(ALL) if not "가" <= entry[0] <= "힣" or number % 25 == 0]


def line(stroke: np.ndarray, steps: int) -> np.ndarray:
    """Points along a stroke."""
    if len(stroke) == 1:
        return stroke
    t = (np.arange(steps) / steps)[:, None, None]
    a, b, c, d = (stroke[place : len(stroke) - 3 + place : 3] for place in range(4))
    s = 1 - t
    points = s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d
    return np.concatenate((points.transpose(1, 0, 2).reshape(-1, 2), stroke[-1:]))


def off(points: np.ndarray, chain: np.ndarray) -> float:
    """How far the furthest of the points lies from a chain of short lines."""
    start, way = chain[:-1], np.diff(chain, axis=0)
    square = np.maximum((way * way).sum(axis=1), 1e-18)
    share = np.clip(((points[:, None] - start) * way).sum(axis=2) / square, 0, 1)
    return float(np.sqrt(((start + way * share[..., None] - points[:, None]) ** 2).sum(axis=2).min(axis=1).max()))


def corners(stroke: np.ndarray) -> int:
    """How many nodes turn the stroke by more than 13 degrees; a handle of no length leaves the way to the other one."""
    found = 0
    for node in range(3, len(stroke) - 1, 3):
        into, out = stroke[node] - stroke[node - 1], stroke[node + 1] - stroke[node]
        into = into if into.any() else stroke[node] - stroke[node - 2]
        out = out if out.any() else stroke[node + 2] - stroke[node]
        found += (into * out).sum() < (SMOOTH - 0.01) * np.sqrt((into * into).sum() * (out * out).sum())
    return found


def test_what_the_package_brings_along_is_drawn_as_the_tables_say():
    longest = 0
    for char, forms, variant in SOME:
        kept, whole = prebuilt(char, forms, variant), composed(char, forms, variant)
        assert kept.advance == whole.advance
        for few, many in zip(kept.curves.strokes(), whole.curves.strokes(), strict=True):
            longest += len(many) - len(few)
            if len(few) == len(many):
                assert np.array_equal(few, many)
                continue
            assert few[0].tolist() == many[0].tolist()
            assert few[-1].tolist() == many[-1].tolist()
            # The samples lie between those that were measured; a step of the raster more.
            assert off(line(many, 4), line(few, 24)) < 1.2 * TOLERANCE + 1 / RASTER, char
            assert corners(few) <= corners(many), char
    assert longest > 10_000


def test_a_ring_is_three_thirds():
    ring = fewer(shapes.ellipse(0.3, 0.4, 0.2, 0.17).points)
    assert len(ring) == 10
    assert ring[0].tolist() == ring[-1].tolist()
    assert off(line(shapes.ellipse(0.3, 0.4, 0.2, 0.17).points, 40), line(ring, 60)) < 0.0005


def test_corners_stay():
    zigzag = shapes.polyline_stroke([(0, 0), (0.3, 0), (0.3, 0.3), (0.6, 0.3)])
    assert np.array_equal(fewer(zigzag), zigzag)


def test_a_line_of_two_pieces_is_one():
    assert len(fewer(shapes.polyline_stroke([(0, 0), (0.2, 0.1), (0.6, 0.3)]))) == 4


@pytest.mark.parametrize("stroke", [np.array([[0.1, 0.2]]), np.zeros((7, 2)), shapes.polyline_stroke([(0, 0), (1, 1)])])
def test_what_has_nothing_to_spare_is_left_alone(stroke):
    assert np.array_equal(fewer(stroke), stroke)


def turns_back(before, here, after) -> bool:
    (x, y), (to_x, to_y) = np.subtract(here, before), np.subtract(after, here)
    return x * to_x + y * to_y < -0.95 * np.sqrt((x * x + y * y) * (to_x * to_x + to_y * to_y))


def test_a_line_that_runs_back_over_itself_stays():
    back = shapes.smooth_stroke([(0, 0), (0, 0.375), (0, 0.25)])
    assert off(line(back, 9), line(fewer(back), 200)) < 2 * TOLERANCE


coordinate = st.floats(0, 0.4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=9))
def test_any_smooth_stroke_stays_where_it_is_and_smooth(points):
    # No letter's stroke turns right about between two nodes.
    assume(not any(turns_back(*three) for three in zip(points, points[1:], points[2:], strict=False)))
    many = shapes.smooth_stroke(points)
    few = fewer(many)
    assert len(few) <= len(many)
    assert few[0].tolist() == many[0].tolist()
    assert few[-1].tolist() == many[-1].tolist()
    # Between the samples the hardest bends lie a little further off than letters' (above) ever do.
    assert off(line(many, 9), line(few, 200)) < 4 * TOLERANCE
    assert corners(few) <= corners(many)
