"""Filters: shadows, shifts and other colours of flat shapes."""

import pytest

from sketchsvg.readers.svg.reader import read_picture
from tests.readers.svg.reading import box, shapes, svg

SQUARE = '<rect x="10" y="10" width="40" height="30" fill="#cc0000" stroke="black" filter="url(#f)"/>'


def filtered(steps, attributes="", drawn=SQUARE):
    return shapes(f'<filter id="f" {attributes}>{steps}</filter>{drawn}')


def colours(found):
    return [(item.fill.colour, round(item.fill.opacity, 3)) for item in found]


def test_a_drop_shadow_lies_beneath_and_beside():
    shadow, shape = filtered('<feDropShadow dx="4" dy="6" stdDeviation="0" flood-color="#333" flood-opacity=".5"/>')
    assert box(shadow) == (14, 16, 54, 46) and box(shape) == (10, 10, 50, 40)
    assert colours([shadow]) == [("#333333", 0.5)] and shadow.line is None and shape.line is not None


def test_the_long_way_to_a_shadow():
    steps = ('<feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feOffset dx="3" dy="3" result="o"/>'
             '<feFlood flood-color="blue" flood-opacity=".4"/><feComposite in2="o" operator="in"/>'
             '<feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>')  # fmt: skip
    shadow, shape = filtered(steps)
    assert box(shadow) == (13, 13, 53, 43) and shadow.fill.colour == "#0000ff" and 0.2 < shadow.fill.opacity <= 0.4
    assert shape.fill.colour == "#cc0000"


def test_shadows_of_design_tools():
    steps = ('<feFlood flood-opacity="0" result="fix"/><feColorMatrix in="SourceAlpha" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0"/>'
             '<feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/>'
             '<feBlend in2="fix" result="s"/><feBlend in="SourceGraphic" in2="s"/>')  # fmt: skip
    shadow, shape = filtered(steps)
    assert box(shadow) == (10, 14, 50, 44) and shadow.fill.colour == "#000000" and 0.1 < shadow.fill.opacity <= 0.25
    assert shape.fill.colour == "#cc0000"


@pytest.mark.parametrize(
    ("step", "colour"),
    [('<feColorMatrix type="saturate" values="0"/>', "#2b2b2b"),
     ('<feColorMatrix type="hueRotate" values="180"/>', "#005757"),
     ('<feColorMatrix values="0 0 1 0 0 0 1 0 0 0 1 0 0 0 0 0 0 0 1 0"/>', "#0000cc"),
     ('<feColorMatrix type="saturate" values="1"/>', "#cc0000"),
     ('<feComponentTransfer><feFuncR type="linear" slope=".5"/></feComponentTransfer>', "#660000"),
     ('<feComponentTransfer><feFuncR type="table" tableValues="1 0"/></feComponentTransfer>', "#330000"),
     ('<feComponentTransfer><feFuncG type="discrete" tableValues="1 0"/></feComponentTransfer>', "#ccff00")],
)  # fmt: skip
def test_colours_of_srgb_are_exact(step, colour):
    (item,) = filtered(step, 'color-interpolation-filters="sRGB"')
    assert item.fill.colour == colour


def test_colours_are_mixed_as_light_unless_it_says_otherwise():
    (item,) = filtered('<feComponentTransfer><feFuncR type="linear" slope=".5"/></feComponentTransfer>')
    assert item.fill.colour == "#950000"


def test_an_alpha_can_be_made_and_lost():
    (item,) = filtered('<feComponentTransfer><feFuncA type="linear" slope=".5"/></feComponentTransfer>')
    assert colours([item]) == [("#cc0000", 0.5)] and item.line.opacity == 0.5
    (item,) = filtered('<feColorMatrix type="luminanceToAlpha"/>', 'color-interpolation-filters="sRGB"')
    assert colours([item]) == [("#000000", pytest.approx(0.17, abs=1e-3))]


def test_a_flood_fills_the_filters_region():
    flood, shape = filtered('<feFlood flood-color="yellow" result="y"/><feMerge><feMergeNode in="y"/><feMergeNode in="SourceGraphic"/></feMerge>')
    assert box(flood) == (6, 7, 54, 43) and flood.fill.colour == "#ffff00" and shape.fill.colour == "#cc0000"


def test_a_blur_is_said_to_be_left_out_and_pixels_too():
    def said(step):
        picture = read_picture(svg(f'<filter id="f">{step}</filter>{SQUARE}'))
        assert len(picture.items) == 1
        return picture.warnings

    assert "blurred" in said('<feGaussianBlur stdDeviation="3"/>')[0]
    assert "feTurbulence" in said('<feTurbulence baseFrequency=".05"/>')[0]
    assert said('<feGaussianBlur stdDeviation="0"/>') == ()


def test_a_filter_works_on_a_whole_group_and_keys_stay_apart():
    found = filtered('<feDropShadow dx="2" dy="2"/>', drawn='<g filter="url(#f)"><rect width="9" height="9"/><circle r="4"/></g>')
    assert len(found) == 4 and len({item.key for item in found}) == 4


def test_a_filter_that_is_empty_or_missing_or_a_function_of_css():
    assert len(filtered("")) == 1
    picture = read_picture(svg('<rect width="9" height="9" style="filter: blur(2px)"/>'))
    assert len(picture.items) == 1 and "CSS function" in picture.warnings[0]
