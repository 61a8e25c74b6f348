import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from svgpathtools import parse_path

from sketchsvg.exporters.painting import with_drawn_dots
from sketchsvg.exporters.pathdata import path_texts, steps_of
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import polygon, polyline

UNITS = 50


def text_of(*strokes: Curves) -> str:
    curves = with_drawn_dots(Curves.joined(strokes))
    return path_texts(steps_of(curves, UNITS), [(0, len(curves))])[0]


def stroke(*points: tuple[float, float]) -> Curves:
    return Curves.of([np.array(points)])


@pytest.mark.parametrize(("curves", "text"), [
    (stroke((1, 2), (1.1, 2.3), (0.5, 2.02), (1.5, 1)), "M50 100c5 15-25 1 25-50"),
    (polyline([(0, 0), (1, 0), (1, -1)]), "M0 0l50 0 0-50"),
    (polygon([(1, 1), (2, 1), (2, 2)]), "M50 50l50 0 0 50-50-50z"),
    (polyline([(-1, -1), (200, 0)]), "M-50-50l10050 50"),
    (stroke((3, 4)), "M150 200l0 0"),
    (stroke((0, 0), (1, 1), (-1, 1), (0, 0)), "M0 0c50 50-50 50 0 0z"),
    (stroke((0, 0), (0, 1), (1, 1), (1, 0), (2, 0), (3, 0), (4, 0)), "M0 0c0 50 50 50 50 0l150 0"),
    (stroke((0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (4, 1), (4, 0), (4, 1), (5, 1), (5, 0)),
     "M0 0l150 0c0 50 50 50 50 0 0 50 50 50 50 0"),
    (Curves.empty(), ""),
])
def test_a_small_curve_has_exactly_this_text(curves: Curves, text: str):
    assert text_of(curves) == text


def test_the_text_of_a_stroke_does_not_depend_on_its_neighbours():
    first = stroke((0, 0), (0, 1), (1, 1), (1, 0))
    middle = polyline([(3.33, 4.44), (5.55, 6.66)])
    last = stroke((9, 9))
    assert text_of(first, middle, last) == text_of(first) + text_of(middle) + text_of(last)


def test_each_cut_gets_its_own_strokes():
    curves = Curves.joined([polyline([(i, 0), (i, 1)]) for i in range(5)])
    texts = path_texts(steps_of(curves, UNITS), [(0, 2), (2, 2), (2, 5)])
    assert texts == ["M0 0l0 50M50 0l0 50", "", "M100 0l0 50M150 0l0 50M200 0l0 50"]


def test_a_handle_a_little_off_the_chord_is_still_drawn():
    bent = stroke((0, 0), (1, 0.03), (2, 0.0), (3, 0))
    assert text_of(bent) == "M0 0q75 2 150 0"


@pytest.mark.parametrize(("curves", "text"), [
    # The thirds of a quadratic's handles, and a curve that is a little lopsided.
    (stroke((0, 0), (1, 0.5), (2, 0.5), (3, 0)), "M0 0q75 38 150 0"),
    (stroke((0, 0), (1, 0.5), (2, 0.4), (3, 0)), "M0 0q75 34 150 0"),
    # One that is an S is none.
    (stroke((0, 0), (1, 0.5), (2, -0.5), (3, 0)), "M0 0c50 25 100-25 150 0"),
    # A line is straight wherever its handles lie on it, not where it turns back.
    (stroke((0, 0), (0.1, 0.01), (2.9, 0.0), (3, 0)), "M0 0l150 0"),
    (stroke((0, 0), (-1, 0), (2, 0), (3, 0)), "M0 0c-50 0 100 0 150 0"),
    # Two quarters of a ring: the second begins as the first ends.
    (stroke((0, 0), (0, -1.1), (0.9, -2), (2, -2), (3.1, -2), (4, -1.1), (4, 0)), "M0 0c0-55 45-100 100-100s100 45 100 100"),
    (stroke((0, 0), (0, -1.1), (0.9, -2), (2, -2), (3.0, -2), (4, -1.1), (4, 0)), "M0 0c0-55 45-100 100-100 50 0 100 45 100 100"),
    # Gentle pieces that meet smoothly in a node.
    (stroke((0, 0), (1, 0.2), (2, 0.3), (3, 0.3), (4, 0.3), (5, 0.2), (6, 0)), "M0 0q75 15 150 15 75 0 150-15"),
])
def test_a_segment_is_written_as_the_shortest_that_draws_it(curves: Curves, text: str):
    assert text_of(curves) == text


def test_a_quadratic_makes_no_corner_where_the_curve_has_none():
    # Alone it would do; after a line that comes in level it would set out at 13 degrees.
    bend = [(0, 0), (0.2, 0), (0.4667, 0.16), (0.8, 0.2)]
    assert text_of(stroke(*bend)) == "M0 0q15 4 40 10"
    assert text_of(stroke((-1, 0), (-0.7, 0), (-0.3, 0), *bend)) == "M-50 0l50 0c10 0 23 8 40 10"


def test_strokes_that_go_on_begin_where_the_one_before_ended():
    curves = Curves.joined([*(polyline([(i, 0), (i, 1)]) for i in range(3)), polygon([(5, 5), (6, 5), (5, 6)]), stroke((9, 9))])
    steps = steps_of(with_drawn_dots(curves), UNITS)
    assert path_texts(steps, [(0, 2), (2, 5)], np.array([0, 2])) == [
        "M0 0l0 50m50-50l0 50", "M100 0l0 50m150 200l50 0-50 50 0-50zm200 200l0 0",
    ]


def test_numbers_are_written_in_as_few_characters_as_can_be():
    values = [0, 1, 9, 10, 99, 100, 999, 1000, 9999, 10000, 49999, 84999]
    for value in values:
        assert text_of(stroke((value / UNITS, -value / UNITS))) == f"M{value}{-value if value else ' 0'}l0 0"


coordinates = st.floats(-20, 320, allow_nan=False).map(lambda value: round(value, 6))
def test_the_longest_step_there_can_be():
    assert text_of(polyline([(-100, 1800), (1800, -100)])) == "M-5000 90000l95000-95000"


points = st.tuples(coordinates, coordinates)
strokes = st.integers(0, 5).flatmap(lambda k: st.lists(points, min_size=3 * k + 1, max_size=3 * k + 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(strokes, min_size=1, max_size=4))
def test_the_text_read_back_is_the_curve_within_two_units(given_strokes):
    curves = Curves.of([np.array(each) for each in given_strokes])
    pieces = re.findall("M[^M]*", text_of(curves))
    assert len(pieces) == len(given_strokes)
    for piece, given_stroke in zip(pieces, curves.strokes(), strict=True):
        read = [segment for segment in parse_path(piece) if segment.length() or len(given_stroke) > 4]
        nodes = given_stroke * UNITS
        wanted = [nodes[i:i + 4] for i in range(0, len(nodes) - 1, 3)]
        if len(read) != len(wanted):  # svgpathtools leaves out what has no length
            assert len(given_stroke) <= 4 or len(read) <= len(wanted)
            continue
        for segment, (a, b, c, d) in zip(read, wanted, strict=True):
            found = np.array([[segment.point(t).real, segment.point(t).imag] for t in np.linspace(0, 1, 201)])
            for t in (0.0, 0.25, 0.5, 0.75, 1.0):
                s = 1 - t
                true = s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d
                # 0.7 units for the rounding of a point, and one more for a shorter step; the rest is the sampling.
                assert nearest(found, true) <= 1.7 + 1e-6


def nearest(line: np.ndarray, point: np.ndarray) -> float:
    """The distance of a point from a chain of short lines."""
    start, way = line[:-1], np.diff(line, axis=0)
    share = ((point - start) * way).sum(axis=1) / np.maximum((way * way).sum(axis=1), 1e-12)
    return float(np.sqrt(((start + way * np.clip(share, 0, 1)[:, None] - point) ** 2).sum(axis=1)).min())


@settings(max_examples=30, deadline=None)
@given(strokes.filter(lambda each: len(each) > 1))
def test_no_error_adds_up_along_a_stroke(given_stroke):
    curves = Curves.of([np.array(given_stroke)])
    here = np.zeros(2)
    text = text_of(curves)
    for command, numbers in re.findall("([Mclqs])([^Mclqsz]*)", text):
        values = np.array([int(number) for number in re.findall(r"-?\d+", numbers)]).reshape(-1, 2)
        steps = {"M": values, "l": values, "c": values[2::3], "q": values[1::2], "s": values[1::2]}[command]
        here = values[0] if command == "M" else here + steps.sum(axis=0)
    assert np.abs(here - curves.points[-1] * UNITS).max() <= 0.5 + 1e-9
