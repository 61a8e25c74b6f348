import numpy as np
import pytest

from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line, rectangle
from sketchsvg.ink.centrelines import BROADEST, HATCH_WEIGHT, WIDEST, centrelines
from sketchsvg.ink.draw import ink
from sketchsvg.scene import Fill, Layer, Mark, Scene

INK, ACCENT = "#1f2a44", "#2f6fde"
BOX = rectangle(Rect(20, 20, 60, 40), 2)


def page(*marks):
    return centrelines(Scene(200, 100, marks, seed=4))


def mark(key="box", curves=BOX, pen="fineliner", width=0.4, colour=INK, layer=Layer.LINE, **more):
    return Mark(key, curves, pen, width, colour, layer, **more)


def names(drawn):
    return [(layer.pen, layer.colour) for layer in drawn.layers]


def test_a_heavy_marker_is_one_line_of_one_nib():
    (layer,) = page(mark(pen="marker", width=1.2, curves=line(10, 10, 90, 12))).layers
    assert len(layer.strokes) == 1
    assert layer.nibs.tolist() == [1.2]


def test_it_wobbles_as_on_paper():
    thin = mark(width=0.15, curves=line(10, 10, 90, 12))
    (path,) = ink(Scene(200, 100, (thin,), seed=4)).paths
    (layer,) = page(thin).layers
    assert np.array_equal(layer.strokes.points, path.curves.points)


def test_a_ruled_line_is_exact_and_drawn_with_a_fineliner():
    drawn = page(mark(pen="ruler", curves=line(1, 1, 9, 1)))
    assert names(drawn) == [("fineliner", INK)]
    assert drawn.layers[0].strokes.points.tolist() == line(1, 1, 9, 1).points.tolist()


def test_paper_tints_and_shades_are_left_out_with_a_note():
    drawn = page(
        mark("paper", layer=Layer.PAPER, width=0, fill=Fill("wash", "#fffdf5")),
        mark("tint", width=0, fill=Fill("wash", ACCENT, 0.05)),
        mark("panel", width=0, fill=Fill("wash", "#ffffff")),
        mark("shade", pen="highlighter", curves=line(20, 20, 50, 20), width=3, opacity=0.12),
        mark("frame"),
    )
    assert names(drawn) == [("fineliner", INK)]
    assert len(drawn.layers[0].strokes) == 1
    assert drawn.notes == ("2 tints and grounds left to the paper", "1 shades and tapes left to the paper")


def test_a_strong_area_is_hatched_and_drawn_round():
    (layer,) = page(mark(width=0, fill=Fill("solid", ACCENT))).layers
    assert (layer.pen, layer.colour) == ("fineliner", ACCENT)
    assert len(layer.strokes) > 20
    assert HATCH_WEIGHT in layer.nibs
    left, top, right, bottom = layer.strokes.bounds()
    assert (left, top, right, bottom) == pytest.approx((20, 20, 80, 60), abs=1)


def test_faint_hatching_is_sparse():
    full = page(mark(fill=Fill("hachure", ACCENT, 1.0)))
    faint = page(mark(fill=Fill("hachure", ACCENT, 0.2)))
    count = {name: len(layer.strokes) for drawn, name in ((full, "full"), (faint, "faint")) for layer in drawn.layers if layer.colour == ACCENT}
    assert count["full"] / count["faint"] == pytest.approx(WIDEST, rel=0.25)


def test_a_highlighter_comes_first_and_a_broad_swipe_is_several_strokes():
    swipe = mark("swipe", pen="highlighter", curves=line(20, 50, 80, 50), width=10, colour="#ffd84d", opacity=0.75)
    drawn = page(mark("frame"), swipe)
    assert names(drawn) == [("highlighter", "#ffd84d"), ("fineliner", INK)]
    layer = drawn.layers[0]
    assert len(layer.strokes) == 3
    assert max(layer.nibs) <= BROADEST
    _, top, _, bottom = layer.strokes.bounds()
    assert (top, bottom) == pytest.approx((50 - 10 / 3, 50 + 10 / 3), abs=0.5)


def test_accents_that_are_alike_are_one_pen_and_others_are_not():
    drawn = page(
        mark("a"), mark("b", colour="#2f6fde"), mark("c", colour="#2f6fde"), mark("d", colour="#2c6cdb"),
        mark("e", colour="#1f9d61"), mark("f", pen="marker", colour="#2c6cdb"),
    )  # fmt: skip
    assert set(names(drawn)) == {("fineliner", INK), ("fineliner", "#2f6fde"), ("fineliner", "#1f9d61"), ("marker", "#2c6cdb")}


def test_an_empty_scene():
    assert page().layers == ()
