"""Contrast as WCAG defines it, and colours moved until they read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.theme.contrast import READABLE, contrast, laid_over, luminance, readable, soaked

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_figures_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # #767676 is the lightest grey that passes on white, #777777 the first that fails.
    assert contrast("#767676", "#ffffff") > READABLE > contrast("#777777", "#ffffff")
    assert luminance("#ff0000") == pytest.approx(0.2126)


def test_a_colour_laid_over_a_ground():
    assert laid_over("#ffffff", "#000000", 0.0) == "#ffffff"
    assert laid_over("#ffffff", "#000000", 1.0) == "#000000"
    assert laid_over("#000000", "#ff0000", 0.2) == "#330000"


@given(colours)
def test_every_colour_becomes_readable_on_white_and_on_black(colour):
    assert contrast(readable(colour, ("#ffffff", "#fff8dc"), "#222222"), "#fff8dc") >= READABLE
    assert contrast(readable(colour, ("#000000",), "#eeeeee"), "#000000") >= READABLE


@given(colours)
def test_what_reads_already_is_left_alone(colour):
    if contrast(colour, "#ffffff") >= READABLE:
        assert readable(colour, ("#ffffff",), "#000000") == colour


@pytest.mark.parametrize("tint", ["#ffcccc", "#ccffcc", "#ccddff", "#eeeeee"])
def test_tints_stay_what_they_are_on_white_and_take_the_colour_of_other_papers(tint):
    assert soaked(tint, "#ffffff") == tint
    kraft, navy = soaked(tint, "#e9d9b8"), soaked(tint, "#16223f")
    assert luminance(kraft) < luminance("#e9d9b8")
    assert luminance(navy) < 0.25
    assert contrast(navy, "#ffffff") > 4.5


def test_strong_colours_stay_what_they_are_on_any_paper():
    assert {soaked("#c02030", ground) for ground in ("#ffffff", "#e9d9b8", "#16223f")} == {"#c02030"}
