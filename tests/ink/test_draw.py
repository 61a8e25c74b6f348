"""The engine as a whole: what holds for every page."""

import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink, pen_names
from sketchsvg.scene import Fill, Layer
from tests.ink.measures import flattened
from tests.ink.scenes import INK, box, filled, line_mark, mark, scene, text_mark

#: Pens that stroke lines of 0.25 mm in one go.
STROKED = ("ballpoint", "fineliner", "marker")
FREE = [name for name in pen_names() if name not in ("ruler", "highlighter")]


def all_bytes(page):
    return [(path.layer, path.colour, path.opacity, path.width, path.curves.points.tobytes()) for path in page.paths]


def only(page, layer=None):
    paths = [path for path in page.paths if layer is None or path.layer == layer]
    return Curves.joined(path.curves for path in paths)


def mixed_marks():
    return [
        text_mark("text", em=3.35),
        text_mark("heading", em=9.0, pen="marker"),
        filled("wash", box(30, 12, 2), "wash"),
        filled("hatched", box(30, 12, x=60), "hachure"),
        filled("crossed", shapes.ellipse(60, 120, 12, 8), "cross-hatch"),
        mark("swipe", shapes.line(10, 80, 50, 80), "highlighter", 3.5, opacity=0.4),
        mark("star", shapes.polygon([(0, 9), (9, 9), (1, 15), (4, 4), (8, 15)]), "marker", 0.5),
        line_mark("rule", 120.0, "pencil"),
    ]


def test_the_ruler_leaves_exactly_its_input():
    marks = [
        line_mark("line", 80.0, "ruler"),
        mark("box", box(radius=3.0), "ruler"),
        text_mark("text", pen="ruler"),
        mark("dot", Curves.of([np.array([(5.0, 5.0)])]), "ruler"),
    ]
    for one in marks:
        (path,) = ink(scene(one)).paths
        assert path.curves.points.tobytes() == one.curves.points.tobytes()
        assert path.curves.starts.tolist() == one.curves.starts.tolist()
        assert path.width == pytest.approx(one.width, abs=1e-4)


def test_the_same_scene_gives_the_same_bytes():
    assert all_bytes(ink(scene(*mixed_marks()))) == all_bytes(ink(scene(*mixed_marks())))


def test_another_seed_gives_other_ink():
    first, second = (ink(scene(*mixed_marks(), seed=seed)) for seed in (1, 2))
    assert all_bytes(first) != all_bytes(second)


def test_a_new_mark_moves_no_other():
    """Every stroke of the old page is found byte for byte in the new one."""
    old = ink(scene(*mixed_marks()))
    marks = mixed_marks()
    marks[3:3] = [text_mark("new text", 5), filled("new box", box(9, 9, 1, x=150), "hachure", gap=0.7)]
    marks.insert(0, line_mark("new line", 33.0, "marker", width=0.6))
    new = {stroke.tobytes() for path in ink(scene(*marks)).paths for stroke in path.curves.strokes()}
    strokes = [stroke.tobytes() for path in old.paths for stroke in path.curves.strokes()]
    assert len(strokes) > 50
    assert all(stroke in new for stroke in strokes)


def test_blocks_of_marks_leave_no_trace(monkeypatch):
    whole = ink(scene(*mixed_marks()))
    monkeypatch.setattr("sketchsvg.ink.draw._BLOCK", 30)
    parted = ink(scene(*mixed_marks()))
    assert [path.label for path in whole.paths] == [path.label for path in parted.paths]
    for one, other in zip(whole.paths, parted.paths, strict=True):
        assert sorted(s.tobytes() for s in one.curves.strokes()) == sorted(s.tobytes() for s in other.curves.strokes())


def test_no_two_marks_share_a_wobble():
    marks = [mark(f"line {n}", shapes.line(10, 10, 60, 10)) for n in range(60)]
    strokes = {s.tobytes() for path in ink(scene(*marks)).paths for s in path.curves.strokes()}
    assert len(strokes) == 60


def test_equal_letters_differ():
    curves = only(ink(scene(text_mark("text", 20))))
    shapes_seen = {np.round(s - s[0], 6).tobytes() for s in curves.strokes()}
    assert len(shapes_seen) == len(curves)


def test_passes_go_over_the_same_strokes_differently():
    once = only(ink(scene(text_mark("text", 6))))
    twice = only(ink(scene(text_mark("text", 6, passes=2))))
    assert len(twice) == 2 * len(once)
    first = {s.tobytes() for s in once.strokes()}
    again = [s for s in twice.strokes() if s.tobytes() not in first]
    assert len(again) == len(once)
    for stroke in again:
        nearest = min(abs(stroke[0] - other[0]).max() for other in once.strokes())
        assert nearest < 0.1 * 3.35


@pytest.mark.parametrize("pen", FREE)
@pytest.mark.parametrize("ends", [(190.0, 0.0), (0.0, 150.0), (100.0, 100.0), (20.0, 0.0)])
def test_a_straight_line_stays_within_three_tenths(pen, ends):
    worst, reaches = 0.0, []
    way = np.array(ends) / np.hypot(*ends)
    marks = [mark(f"{pen} {n}", shapes.line(10, 10, 10 + ends[0], 10 + ends[1]), pen, 0.25) for n in range(60)]
    for path in ink(scene(*marks)).paths[:1]:
        for stroke in path.curves.strokes():
            away = flattened(stroke) - 10.0
            off = away[:, 0] * way[1] - away[:, 1] * way[0]
            worst = max(worst, np.abs(off).max())
            reaches.append(np.ptp(off))
    if pen in STROKED:
        assert worst <= 0.3
        assert min(reaches) > 0.003 and np.median(reaches) > 0.03
    else:
        # Half the width of a brush at its widest, or the specks beside a line.
        assert 0.05 < worst <= 0.3 + 0.25 * 0.9


def test_a_short_line_is_off_by_hundredths():
    marks = [line_mark(f"{n}", 5.0) for n in range(200)]
    offs = [np.abs(flattened(s)[:, 1] - 50.0).max() for s in only(ink(scene(*marks))).strokes()]
    assert 0.01 < np.median(offs) < 0.08
    assert max(offs) < 0.15


@pytest.mark.parametrize("pen", STROKED)
def test_smooth_nodes_stay_smooth_and_corners_stay_corners(pen):
    wave = shapes.smooth([(10, 50), (30, 40), (55, 60), (80, 45), (120, 50)])
    tick = shapes.polyline([(10, 100), (14, 106), (24, 92)])
    page = ink(scene(mark("wave", wave, pen, 0.25), mark("tick", tick, pen, 0.25)))
    smooth, sharp = 0, 0
    for stroke in only(page).strokes():
        before, after = stroke[3:-1:3] - stroke[2:-2:3], stroke[4::3] - stroke[3:-1:3]
        lengths = np.hypot(*before.T) * np.hypot(*after.T)
        cross = (before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) / lengths
        kinks = np.abs(cross) > 1e-9
        smooth, sharp = smooth + (~kinks).sum(), sharp + kinks.sum()
    assert sharp == len(only(page)) // 2
    assert smooth > 20


def test_dots_stay_dots():
    dots = Curves.of([np.array([(5.0, 5.0)]), np.full((4, 2), 9.0)])
    for pen in STROKED:
        page = ink(scene(mark("dots", dots, pen, 0.2)))
        strokes = [stroke for path in page.paths for stroke in path.curves.strokes()]
        assert {len(stroke) for stroke in strokes} == {1, 4}
        for stroke in strokes:
            assert (stroke == stroke[0]).all()
            assert np.abs(stroke - (5.0 if len(stroke) == 1 else 9.0)).max() < 0.2


def test_paths_are_ordered_by_layer_then_fill_then_line():
    page = ink(scene(*mixed_marks()))
    layers = [path.layer for path in page.paths]
    assert layers == sorted(layers)
    on_lines = [path.label == "fill" for path in page.paths if path.layer == Layer.LINE]
    assert on_lines == sorted(on_lines, reverse=True)
    assert any(on_lines)


def test_what_looks_alike_is_one_path():
    marks = [line_mark(f"{n}", 30.0 + n, "ruler") for n in range(50)]
    (path,) = ink(scene(*marks)).paths
    assert len(path.curves) == 50
    assert (path.colour, path.width, path.label) == (INK, 0.3, "lines")


@pytest.mark.parametrize(("pen", "least", "most"), [("fineliner", 1, 1), ("ballpoint", 2, 4), ("marker", 2, 4)])
def test_small_text_has_few_widths_around_its_nib(pen, least, most):
    page = ink(scene(text_mark("text", 60, pen=pen)))
    nib = 0.085 * 3.35
    assert least <= len(page.paths) <= most
    assert all(path.width == pytest.approx(nib, rel=0.11) for path in page.paths)
    strokes = sum(len(path.curves) for path in page.paths)
    mean = sum(path.width * len(path.curves) for path in page.paths) / strokes
    assert mean == pytest.approx(nib, rel=0.035)
    assert {path.label for path in page.paths} == {"text"}


def test_nearly_equal_widths_share_a_path():
    marks = [line_mark(f"{n}", 30.0 + n, width=0.2 + n / 100_000) for n in range(50)]
    assert len(ink(scene(*marks)).paths) <= 2


def test_headings_are_outlined_and_body_text_is_not():
    (heading,) = ink(scene(text_mark("h", em=6.0, pen="marker"))).paths
    assert heading.width == 0.0
    assert all(path.width > 0 for path in ink(scene(text_mark("b", em=3.35, pen="marker"))).paths)


def test_words_are_handed_on_in_order():
    first, second = text_mark("one", 3), text_mark("two", 4)
    page = ink(scene(first, line_mark("rule", 30), second))
    assert page.words == first.writing.words + second.writing.words


def test_a_fill_without_a_line_leaves_no_line():
    one = mark("panel", box(), "marker", 0.0, fill=Fill("wash", "#1f9d61", 0.05))
    (path,) = ink(scene(one)).paths
    assert (path.label, path.width, path.opacity, path.colour) == ("fill", 0.0, 0.05, "#1f9d61")


def test_an_empty_scene_is_an_empty_page():
    assert ink(scene()).paths == ()
    assert ink(scene(mark("nothing", Curves.empty()))).paths == ()
