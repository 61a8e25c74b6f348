"""Lengths along strokes, held against svgpathtools."""

import numpy as np
import pytest
from svgpathtools import CubicBezier, Path

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import ellipse, line, smooth
from sketchsvg.sketching.measuring import measured, places_at
from sketchsvg.sketching.tracks import Track

CURVES = {"ellipse": ellipse(20, 20, 15, 6), "wave": smooth([(0, 0), (10, 8), (20, -5), (40, 3)]), "line": line(0, 0, 9, 12)}


def reference(curves):
    points = [complex(x, y) for x, y in curves.points]
    return Path(*(CubicBezier(*points[at : at + 4]) for at in range(0, len(points) - 1, 3)))


@pytest.mark.parametrize("name", CURVES)
def test_lengths(name):
    along, _, _ = measured(CURVES[name].points)
    assert along[-1] == pytest.approx(reference(CURVES[name]).length(error=1e-6), rel=2e-3)


@pytest.mark.parametrize("name", CURVES)
def test_places_and_directions_along_a_track(name):
    track, path = Track.of(CURVES[name]), reference(CURVES[name])
    lengths = track.length * np.array([0.1, 0.37, 0.8])
    places, ways = track.at(lengths)
    for length, place, way in zip(lengths, places, ways, strict=True):
        t = path.ilength(length * path.length() / track.length)
        assert complex(*place) == pytest.approx(path.point(t), abs=0.06)
        tangent = path.unit_tangent(t)
        assert way[0] * tangent.real + way[1] * tangent.imag > 0.99


def test_places_on_segments():
    along, segment, place = measured(line(0, 0, 10, 0).points)
    number, share = places_at(np.array([2.5, 5.0]), along, segment, place)
    assert number.tolist() == [0, 0] and share == pytest.approx([0.25, 0.5])


def test_beyond_its_ends_a_track_goes_straight_on():
    places, _ = Track.of(line(0, 0, 10, 0)).at(np.array([-2.0, 13.0]))
    assert places.tolist() == [[-2, 0], [13, 0]]
    assert Track.of(Curves.of([np.array([(1.0, 1.0)])])) is None
