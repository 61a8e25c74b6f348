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
    assert text_of(bent) == "M0 0c50 2 100 0 150 0"


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
def test_the_text_read_back_is_the_curve_within_half_a_unit(given_strokes):
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
            for t in (0.0, 0.25, 0.5, 0.75, 1.0):
                s = 1 - t
                true = s**3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t**3 * d
                found = segment.point(t)
                # Half a unit for the rounding of every point, and as much for a straight step.
                assert abs(found.real - true[0]) <= 1.0 + 1e-6
                assert abs(found.imag - true[1]) <= 1.0 + 1e-6


@settings(max_examples=30, deadline=None)
@given(strokes.filter(lambda each: len(each) > 1))
def test_no_error_adds_up_along_a_stroke(given_stroke):
    curves = Curves.of([np.array(given_stroke)])
    here = np.zeros(2)
    text = text_of(curves)
    for command, numbers in re.findall("([Mcl])([^Mclz]*)", text):
        values = np.array([int(number) for number in re.findall(r"-?\d+", numbers)]).reshape(-1, 2)
        steps = {"M": values, "l": values, "c": values[2::3]}[command]
        here = values[0] if command == "M" else here + steps.sum(axis=0)
    assert np.abs(here - curves.points[-1] * UNITS).max() <= 0.5 + 1e-9
