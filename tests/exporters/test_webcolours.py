import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.exporters.painting import painting_of
from sketchsvg.exporters.webcolours import dark_colour, dark_style, ink_colour
from sketchsvg.inked import InkedPage

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = (int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ink_is_what_most_is_written_in(page: InkedPage):
    assert ink_colour(painting_of(page)) == "#1f2a44"
    assert ink_colour(painting_of(replace(page, paths=page.paths[:2]))) == "#d6e6f2"
    assert ink_colour(painting_of(replace(page, paths=page.paths[:1]))) == ""


@given(COLOURS)
def test_a_dark_colour_is_a_colour(colour: str):
    assert re.fullmatch("#[0-9a-f]{6}", dark_colour(colour))


def test_paper_becomes_dark_and_ink_light():
    assert luminance(dark_colour("#fffdf5")) < 0.03
    assert luminance(dark_colour("#1f2a44")) > 0.5


#: Ink, pencil and the accents of the shipped theme.
@pytest.mark.parametrize("colour", ["#1f2a44", "#6b7488", "#2f6fde", "#1f9d61", "#8a4fbf", "#d6456b"])
def test_writing_can_be_read_on_dark_paper(colour: str):
    assert contrast(dark_colour(colour), dark_colour("#fffdf5")) >= 4.5


def test_a_hue_stays():
    red, green, blue = (int(dark_colour("#2f6fde")[at:at + 2], 16) for at in (1, 3, 5))
    assert blue > green > red


def test_the_style_reaches_nothing_outside_its_drawing(page: InkedPage):
    style = dark_style(painting_of(page), "notes", ("#1f2a44",))
    inside = style.removeprefix("@media (prefers-color-scheme:dark){").removesuffix("}")
    selectors = re.findall(r"([^{}]+)\{[^{}]*\}", inside)
    assert len(selectors) == 4
    assert all(re.fullmatch(r"#notes \[(fill|stroke)='#[0-9a-f]{6}'\]", selector) for selector in selectors)
    assert "#1f2a44" not in style


def test_a_dark_page_has_its_dark_colours_already(page: InkedPage):
    light = [replace(path, colour={"#fffdf5": "#101820", "#1f2a44": "#eef2ff"}.get(path.colour, path.colour)) for path in page.paths]
    assert dark_style(painting_of(replace(page, paths=tuple(light))), "notes") == ""
