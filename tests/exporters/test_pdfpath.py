import numpy as np

from sketchsvg.exporters.painting import with_drawn_dots
from sketchsvg.exporters.pathdata import steps_of
from sketchsvg.exporters.pdfpath import path_operators
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import polygon


def test_small_strokes_have_exactly_these_operators():
    curve = Curves.of([np.array([(1, 2), (1.1, 2.3), (-0.5, 2.02), (1.5, -1)])])
    dot = Curves.of([np.array([[3.0, 4.0]])])
    curves = with_drawn_dots(Curves.joined([curve, polygon([(0, 0), (1, 0), (0, 1)]), dot]))
    assert path_operators(steps_of(curves, 50), [(0, 1), (1, 1), (1, 3)]) == [
        b" 50 100 m 55 115 -25 101 75 -50 c",
        b"",
        b" 0 0 m 50 0 l 0 50 l 0 0 l 150 200 m 150 200 l",
    ]
