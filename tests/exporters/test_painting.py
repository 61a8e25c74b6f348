import numpy as np
import pytest
from msgspec.structs import replace

from sketchsvg.errors import SheetError
from sketchsvg.exporters import painting
from sketchsvg.exporters.painting import number_text, painting_of
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import line, polygon
from sketchsvg.inked import InkedPage, InkedPath

LINE = InkedPath(line(1, 1, 5, 5), 70, "#1f2a44", 1.0, 0.4, "frames")


def page_with(*paths: InkedPath, **changes: object) -> InkedPage:
    return replace(InkedPage(100, 80, paths, ()), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("colour", [
    "red", "#fff", "#1f2a4g", 'red"/><script>', "#1f2a44 ", "#1f2a44\n", "url(#a)",
])
def test_only_six_digit_colours_pass(colour: str):
    with pytest.raises(SheetError, match="is not a colour"):
        painting_of(page_with(replace(LINE, colour=colour)))


@pytest.mark.parametrize("change", [
    {"opacity": -0.1}, {"opacity": 1.1}, {"opacity": float("nan")},
    {"width": -1.0}, {"width": float("inf")}, {"width": float("nan")},
    {"label": "a\0b"},
    *({"curves": Curves.of([np.array([[0.0, wrong]])])} for wrong in (float("nan"), float("inf"), -101.0, 1801.0)),
])
def test_what_is_no_ink_is_refused(change: dict[str, object]):
    with pytest.raises(SheetError):
        painting_of(page_with(replace(LINE, **change)))  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [
    {"width": 0.5}, {"height": -3.0}, {"width": float("nan")}, {"height": float("inf")}, {"width": 9_999.0},
    {"language": ""}, {"language": 'ko" onload="x'}, {"language": "en_GB"},
])
def test_what_is_no_page_is_refused(change: dict[str, object]):
    with pytest.raises(SheetError):
        painting_of(page_with(LINE, **change))


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\r", "\x7f\x00", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize("field", ["title", "description"])
def test_a_character_that_no_file_can_hold_is_named(character: str, field: str):
    with pytest.raises(SheetError, match=rf"The {field} holds the character U\+[0-9A-F]{{4}}"):
        painting_of(page_with(LINE, **{field: f"a{character}b"}))


def test_a_very_long_opaque_line_path_is_cut_between_strokes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(painting, "POINTS_A_PATH", 10)
    curves = Curves.joined([line(i, 0, i, 1) for i in range(8)])
    cut = painting_of(page_with(replace(LINE, curves=curves), LINE)).elements
    assert [(piece.first, piece.last) for piece in cut] == [(0, 3), (3, 6), (6, 8), (8, 9)]


@pytest.mark.parametrize("change", [{"opacity": 0.5}, {"width": 0.0}])
def test_what_would_show_its_seams_is_never_cut(monkeypatch: pytest.MonkeyPatch, change: dict[str, float]):
    monkeypatch.setattr(painting, "POINTS_A_PATH", 10)
    curves = Curves.joined([polygon([(i, 0), (i + 1, 0), (i, 1)]) for i in range(8)])
    cut = painting_of(page_with(replace(LINE, curves=curves, **change))).elements  # type: ignore[arg-type]
    assert [(piece.first, piece.last) for piece in cut] == [(0, 8)]


def test_a_hair_line_does_not_become_an_area():
    (element,) = painting_of(page_with(replace(LINE, width=1e-9))).elements
    assert element.paint == {"stroke": "#1f2a44", "stroke-width": "0.001"}


def test_a_path_without_strokes_leaves_nothing_behind():
    assert painting_of(page_with(replace(LINE, curves=Curves.empty()))).elements == ()


def test_ink_that_nobody_can_see_leaves_nothing_behind():
    unseen = replace(LINE, opacity=0.0)
    assert [element.first for element in painting_of(page_with(unseen, LINE)).elements] == [1]


def test_a_dot_becomes_a_line_without_length():
    dots = Curves.of([np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]])])
    drawn = painting.with_drawn_dots(dots)
    assert drawn.starts.tolist() == [0, 4, 8]
    assert drawn.points.tolist() == [[1, 2]] * 4 + [[3, 4]] * 4


@pytest.mark.parametrize(("value", "text"), [
    (1, "1"), (0.0, "0"), (-0.0, "0"), (0.13, "0.13"), (6.5, "6.5"), (210.0, "210"), (0.0004, "0"),
    (100, "100"),
])
def test_numbers_have_no_more_digits_than_they_need(value: float, text: str):
    assert number_text(value) == text
