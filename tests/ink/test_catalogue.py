import pytest

from sketchsvg.ink import fill_names, pen_names
from sketchsvg.ink.catalogue import fill_of, pen_of
from sketchsvg.ink.pen import Pen


def test_the_names_are_the_files():
    assert pen_names() == (
        "ballpoint", "brush", "chalk", "chisel", "fineliner", "fountain", "highlighter", "marker", "pencil", "ruler",
    )  # fmt: skip
    assert fill_names() == ("cross-hatch", "dashed", "dots", "hachure", "none", "scribble", "solid", "wash", "zigzag", "zigzag-line")


@pytest.mark.parametrize("name", pen_names())
def test_every_pen_is_a_pen(name):
    assert isinstance(pen_of(name), Pen)
    assert pen_of(name).exact is (name == "ruler")


@pytest.mark.parametrize("name", fill_names())
def test_every_fill_can_be_called(name):
    assert callable(fill_of(name))
