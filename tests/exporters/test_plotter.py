import re
from xml.etree import ElementTree

import numpy as np
import pytest

from sketchsvg.exporters.plotter import DOT, JOIN, to_plot
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import ellipse, line
from sketchsvg.plotting import PenLayer, PenPage

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def layer(*curves, pen="fineliner", colour="#1f2a44", nibs=None):
    strokes = Curves.joined(curves)
    return PenLayer(pen, colour, strokes, np.array(nibs or [0.3] * len(strokes)))


def plot_of(*layers, title=""):
    return to_plot(PenPage(210, 297, layers, ("a note",), title))


def groups(plot):
    return list(ElementTree.fromstring(plot.svg).iter(f"{SVG}g"))


def test_it_is_in_millimetres():
    root = ElementTree.fromstring(plot_of(layer(line(0, 0, 10, 0))).svg)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("210mm", "297mm", "0 0 210 297")


def test_a_layer_a_pen():
    plot = plot_of(layer(line(0, 0, 10, 0)), layer(line(0, 5, 10, 5), pen="marker", colour="#1f9d61", nibs=[0.8]))
    first, second = groups(plot)
    assert first.get(f"{INKSCAPE}groupmode") == "layer"
    assert first.get(f"{INKSCAPE}label") == "1 fineliner #1f2a44"
    assert second.get(f"{INKSCAPE}label") == "2 marker #1f9d61"
    assert (second.get("stroke"), second.get("stroke-width"), second.get("fill")) == ("#1f9d61", "0.8", "none")


def test_the_nib_is_said_once_and_where_it_differs():
    (group,) = groups(plot_of(layer(line(0, 0, 9, 0), line(0, 2, 9, 2), line(0, 4, 9, 4), nibs=[0.3, 0.31, 0.52])))
    assert group.get("stroke-width") == "0.3"
    assert [path.get("stroke-width") for path in group] == [None, None, "0.5"]


def test_exact_geometry():
    (group,) = groups(plot_of(layer(line(10, 10, 20.5, 10), Curves.of([np.array([(30.0, 30), (31, 29), (32, 29), (33, 30)])]))))
    assert [path.get("d") for path in group] == ["M10 10L20.5 10", "M30 30C31 29 32 29 33 30"]


def test_strokes_that_meet_are_one_however_they_were_drawn():
    plot = plot_of(layer(line(10, 0, 0, 0), line(10, JOIN / 2, 20, 5)))
    (group,) = groups(plot)
    assert [path.get("d") for path in group] == ["M0 0L10 0L10 0.05L20 5"]
    assert plot.lifts == 1


def test_strokes_of_two_nibs_stay_apart():
    plot = plot_of(layer(line(0, 0, 10, 0), line(10, 0, 20, 0), nibs=[0.3, 0.6]))
    assert plot.lifts == 2


def test_a_dot_is_a_line_that_a_plotter_draws():
    (group,) = groups(plot_of(layer(Curves.of([np.array([[5.0, 5.0]])]))))
    (x0, y0), (x1, y1) = [tuple(map(float, pair)) for pair in re.findall(r"([\d.]+) ([\d.]+)", group[0].get("d"))]
    assert (y0, y1) == (5, 5)
    assert x1 - x0 == pytest.approx(DOT)


def test_a_loop_is_closed():
    (group,) = groups(plot_of(layer(ellipse(50, 50, 10, 10))))
    assert group[0].get("d").endswith("Z")


def test_the_figures():
    plot = plot_of(layer(line(0, 0, 100, 0), line(0, 10, 100, 10)))
    assert plot.drawn == pytest.approx(200)
    assert plot.travel == pytest.approx(10)
    assert plot.travel_as_drawn == pytest.approx(np.sqrt(100**2 + 10**2))
    assert plot.notes == ("a note",)
    assert "0.2 m of lines in 2 strokes" in plot.summary


def test_a_title_is_escaped_and_a_bad_number_refused():
    assert "<title>a &lt;b&gt;</title>" in plot_of(layer(line(0, 0, 1, 0)), title="a <b>").svg
    with pytest.raises(ValueError, match="no number"):
        plot_of(layer(line(0, 0, float("nan"), 0)))


def test_a_page_without_ink_is_still_a_file():
    plot = to_plot(PenPage(100, 50, ()))
    assert groups(plot) == []
    assert plot.travel == plot.drawn == plot.lifts == 0
