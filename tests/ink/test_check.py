import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.errors import NameUnknownError, SheetError
from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink
from sketchsvg.scene import Fill
from tests.ink.scenes import box, filled, line_mark, mark, scene, text_mark

LINE = line_mark("the key", 20.0)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(LINE, width=-0.1),
        replace(LINE, width=float("nan")),
        replace(LINE, width=float("inf")),
        replace(LINE, colour="red"),
        replace(LINE, colour="#abc"),
        replace(LINE, colour='#1f2a44"/><script>'),
        replace(LINE, opacity=1.5),
        replace(LINE, curves=Curves.of([np.array([(0.0, np.nan)])])),
        replace(LINE, curves=Curves.of([np.array([(0.0, np.inf)])])),
        replace(LINE, curves=shapes.line(0, 0, 1e9, 0)),
        replace(LINE, curves=shapes.polyline([(n % 2 * 9000.0, 5.0) for n in range(200)])),
        replace(LINE, curves=shapes.polyline([(n % 2 * 900.0, 5.0) for n in range(900)]), dash=(0.06, 0.06)),
        filled("the key", shapes.line(0, 0, 9, 9), "hachure"),
        filled("the key", box(), "hachure", rule="winding"),
        filled("the key", box(10_000, 10_000), "dots", gap=0.05),
        filled("the key", box(10_000, 10_000), "zigzag-line", gap=0.05),
        filled("the key", box(), "hachure", gap=0.0),
        filled("the key", box(), "hachure", weight=-1.0),
        filled("the key", box(), "hachure", opacity=2.0),
        mark("the key", box(), fill=Fill("wash", "hsl(1,2%,3%)")),
        text_mark("the key", 3, em=0.0),
    ],
)
def test_what_cannot_be_inked_is_refused_with_its_key(wrong):
    with pytest.raises(SheetError, match="the key") as caught:
        ink(scene(line_mark("fine", 10.0), wrong))
    assert caught.value.mend


def test_two_marks_with_one_key_are_refused():
    with pytest.raises(SheetError, match='"the key"'):
        ink(scene(LINE, line_mark("other", 5.0), LINE))


def test_unknown_names_are_refused_with_the_nearest():
    with pytest.raises(NameUnknownError, match='pen "balpoint"') as caught:
        ink(scene(replace(LINE, pen="balpoint")))
    assert "ballpoint" in str(caught.value)
    with pytest.raises(NameUnknownError, match='fill "hatchure"'):
        ink(scene(filled("box", box(), "hatchure")))
