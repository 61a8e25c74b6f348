"""Options of shapes: how loosely the pen is held, how fills are laid, which points are left out."""


import pytest

from sketchsvg import Sketch
from sketchsvg.scene import Looseness

LOOSE = {
    "roughness": (3.0, {"roughness": 3.0}), "bowing": (4.0, {"bowing": 4.0}), "max_offset": (0.2, {"max_offset": 0.2}),
    "preserve_vertices": (True, {"preserve_vertices": True}),
}  # fmt: skip


@pytest.mark.parametrize("option", LOOSE)
def test_how_loosely_a_pen_is_held_is_an_option(option):
    value, said = LOOSE[option]
    (one,) = Sketch(80, 60).circle(20, 20, 9, **{option: value}).marks
    (other,) = Sketch(80, 60, **{option: value}).circle(20, 20, 9).marks
    assert one.loose == other.loose == Looseness(**said)
    assert Sketch(80, 60).circle(20, 20, 9).marks[0].loose is None


FILLED = {"fill_dash": (3, 1), "fill_dash_offset": 0.5, "fill_passes": 2}


def test_fills_take_dashes_passes_and_teeth():
    (mark,) = Sketch(80, 60).circle(20, 20, 9, fill="hachure", **FILLED).marks
    assert (mark.fill.dash, mark.fill.dash_offset, mark.fill.passes) == ((3, 1), 0.5, 2)
    (mark,) = Sketch(80, 60).circle(20, 20, 9, fill="zigzag-line", tooth=2).marks
    assert mark.fill.tooth == 2


def test_what_a_sketch_asks_of_some_fills_is_not_for_the_others():
    sketch = Sketch(80, 60, fill="zigzag-line", tooth=2, fill_passes=2, fill_dash=(3, 1))
    sketch.circle(20, 20, 9, fill="wash").circle(50, 20, 9, fill="zigzag-line").circle(20, 45, 9, fill="dots")
    wash, zigzag, dots = (mark.fill for mark in sketch.marks)
    assert (wash.passes, wash.dash, wash.tooth) == (1, (), 0)
    assert (zigzag.passes, zigzag.dash, zigzag.tooth) == (2, (3, 1), 2)
    assert (dots.passes, dots.dash, dots.tooth) == (2, (), 0)


def test_new_options_are_lengths_of_the_unit():
    px = 96 / 25.4
    said = {"fill": "hachure", "fill_dash": (3, 1), "fill_dash_offset": 0.5, "max_offset": 0.2, "gap": 1.5, "width": 0.5}
    mm = Sketch(80, 60).circle(20, 20, 9, **said).curve([(5, 5), (30, 9), (50, 5)], tightness=0.4, simplify=0.1)
    said = {name: value * px if isinstance(value, float) else value for name, value in said.items()}
    said["fill_dash"] = (3 * px, px)
    scaled = [(x * px, y * px) for x, y in ((5, 5), (30, 9), (50, 5))]
    pixels = Sketch(80 * px, 60 * px, unit="px").circle(20 * px, 20 * px, 9 * px, **said)
    assert pixels.curve(scaled, tightness=0.4, simplify=0.1 * px).to_svg() == mm.to_svg()


WAVE = [(x / 4, 20 + 5 * ((x // 7) % 2)) for x in range(120)]


@pytest.mark.parametrize("shape", ["polyline", "polygon", "curve"])
def test_points_that_are_not_needed_are_left_out_when_asked(shape):
    whole, fewer = (getattr(Sketch(80, 60), shape)(WAVE, **more).marks[0] for more in ({}, {"simplify": 0.3}))
    assert len(fewer.curves.points) < 0.5 * len(whole.curves.points)
    assert fewer.curves.bounds() == pytest.approx(whole.curves.bounds(), abs=0.9)


def test_a_path_is_simplified_within_its_tolerance():
    d = "M10 10L40 10.3L70 10C75 30 75 40 70 50H10z"
    whole, fewer = (Sketch(80, 60).path(d, **more).marks[0] for more in ({}, {"simplify": 0.5}))
    nodes = fewer.curves.points[::3]
    assert [10, 10] in nodes.tolist() and [40, 10.3] not in nodes.tolist() and len(nodes) < 9
    assert nodes[:, 0].max() == pytest.approx(73.75, abs=0.5)
    assert fewer.key != whole.key
    assert Sketch(80, 60).path(d, simplify=0.5, fill="hachure").to_svg()
