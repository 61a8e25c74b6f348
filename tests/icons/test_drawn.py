"""Our own icons: strokes only, in the field that lucide keeps to as well."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

import sketchsvg.icons
from sketchsvg.icons.drawing import read_drawing


def ink_bounds(curves):
    """(left, top, right, bottom) of the ink, by svgpathtools."""
    from svgpathtools import CubicBezier
    from svgpathtools import Path as Measured

    pieces = [
        CubicBezier(*(complex(x, y) for x, y in stroke[i : i + 4]))
        for stroke in curves.strokes()
        for i in range(0, len(stroke) - 1, 3)
    ]
    left, right, top, bottom = Measured(*pieces).bbox()
    return left, top, right, bottom


FILES = sorted(Path(sketchsvg.icons.__file__).with_name("drawn").glob("*.svg"))


def test_there_are_some_and_the_mascot_is_one():
    assert len(FILES) >= 15 and "banana" in [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawn_icon_is_strokes_only_and_inside_its_field(path):
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 24 24" and root.get("fill") == "none" and root.get("stroke-width") == "2"
    assert root.get("stroke-linecap") == "round"
    for element in root:
        assert element.tag.rpartition("}")[2] in ("path", "circle", "ellipse", "line")
        assert not {"fill", "style", "class", "transform"} & set(element.attrib)
    left, top, right, bottom = ink_bounds(read_drawing(path.read_bytes()))
    assert left >= 1.5 and top >= 1.5 and right <= 22.7 and bottom <= 22.5
    # Drawn for its field: it neither hides in a corner nor is lost in it.
    assert max(right - left, bottom - top) > 17
    assert abs(left + right - 24) < 2.5 and abs(top + bottom - 24) < 3.5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawn_icon_has_few_enough_strokes_for_a_pen(path):
    assert len(read_drawing(path.read_bytes())) <= 14
