"""Where washes of one colour lie over each other there is colour, however they wind."""

from itertools import permutations

import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.svgpath import parse_path
from sketchsvg.ink import ink
from sketchsvg.ink.cancelling import loners
from sketchsvg.scene import Fill
from tests.ink.measures import winding
from tests.ink.scenes import box, mark, scene

SHAPES = {
    "eight": parse_path("M10 10L30 30L30 10L10 30z"),
    "box": box(30, 30, x=5, y=5),
    "round": shapes.ellipse(18, 20, 14, 9),
    "star": shapes.polygon([(20, 4), (30, 36), (4, 14), (36, 14), (10, 36)]),
    "bitten": Curves.of([box(20, 20).strokes()[0], box(12, 8, x=22, y=16).strokes()[0][::-1]]),
    "loop": parse_path("M5 20C45 0 45 40 20 30S-5 10 35 8L38 30z"),
}
GRID = np.stack(np.meshgrid(np.linspace(4, 37, 34), np.linspace(4.13, 37.13, 34)), axis=-1).reshape(-1, 2)


def wash(name: str, pen: str = "ruler", key: str = ""):
    return mark(key or name, SHAPES[name], pen, 0.0, fill=Fill("wash", "#2f6fde"))


def coloured(*marks) -> np.ndarray:
    paths = [path for path in ink(scene(*marks)).paths if path.label == "fill"]
    return np.any([winding(GRID, path.curves) != 0 for path in paths], axis=0)


@pytest.mark.parametrize("pair", list(permutations(SHAPES, 2)), ids="-".join)
def test_two_washes_never_make_a_hole(pair):
    one, other = (wash(name) for name in pair)
    alone = coloured(one) | coloured(other)
    assert alone.sum() > 100
    assert (coloured(one, other) == alone).all()


def test_what_turns_one_way_all_round_shares_its_path():
    assert loners([wash("box"), wash("round"), wash("star")]) == frozenset()
    assert len(ink(scene(wash("box"), wash("round"))).paths) == 1


def test_what_meets_nothing_shares_its_path():
    far = mark("far", SHAPES["eight"].placed(60, 60), "ruler", 0.0, fill=Fill("wash", "#2f6fde"))
    assert loners([wash("eight"), far]) == frozenset()
    assert loners([wash("eight"), far, wash("box")]) == {0}


def test_other_colours_other_layers_and_lines_do_not_count():
    other = mark("other", SHAPES["box"], "ruler", 0.0, fill=Fill("wash", "#d6456b"))
    above = mark("above", SHAPES["box"], "ruler", 0.0, layer=99, fill=Fill("wash", "#2f6fde"))
    lines = mark("lines", SHAPES["box"], "ruler", 0.0, fill=Fill("hachure", "#2f6fde"))
    assert loners([wash("eight"), other, above, lines, mark("plain", SHAPES["box"])]) == frozenset()
