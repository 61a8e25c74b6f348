"""Where shapes come to stand, and in which order, colours and widths."""

import numpy as np
import pytest

from sketchsvg.readers.svg.items import Gradient, Patterned, Solid
from sketchsvg.readers.svg.reader import read_picture
from tests.readers.svg.reading import PX, box, items, shapes, svg


def colours(inner):
    return [item.fill.colour if item.fill else None for item in shapes(inner)]


def test_every_basic_shape_has_its_outline():
    found = shapes(
        '<path d="M1 2h9v8z"/><rect x="1" y="2" width="9" height="8"/><circle cx="5" cy="6" r="4"/>'
        '<ellipse cx="5" cy="6" rx="4" ry="3"/><polygon points="1,2 10,2 10,10"/><polyline points="1,2 10,10"/>'
        '<line x1="1" y1="2" x2="10" y2="10" stroke="red"/>'
    )
    assert [box(item) for item in found] == [
        (1, 2, 10, 10), (1, 2, 10, 10), (1, 2, 9, 10), (1, 3, 9, 9), (1, 2, 10, 10), (1, 2, 10, 10), (1, 2, 10, 10)
    ]  # fmt: skip


def test_a_radius_that_is_not_said_takes_the_others_value():
    one, both = shapes('<rect width="20" height="10" rx="4"/><rect width="20" height="10" rx="4" ry="4"/>')
    assert np.array_equal(one.curves.points, both.curves.points)
    too_round, largest = shapes('<rect width="20" height="10" rx="99"/><rect width="20" height="10" rx="10" ry="5"/>')
    assert np.allclose(too_round.curves.points, largest.curves.points) or box(too_round) == box(largest)


@pytest.mark.parametrize(
    ("length", "px"), [("10", 10), ("10px", 10), ("1in", 96), ("25.4mm", 96), ("2.54cm", 96), ("72pt", 96), ("6pc", 96),
                       ("50%", 50), ("2em", 32), ("1e1", 10), ("101.6q", 96)],
)  # fmt: skip
def test_units(length, px):
    (item,) = shapes(f'<rect width="{length}" height="5"/>')
    assert box(item) == pytest.approx((0, 0, px, 5), abs=1e-3)


def test_transforms_nest_from_the_outside_in():
    (item,) = shapes('<g transform="translate(10 20)"><g transform="scale(2)"><rect x="1" width="3" height="4"/></g></g>')
    assert box(item) == (12, 20, 18, 28)
    (item,) = shapes('<rect transform="rotate(90 5 5), translate(1)" width="4" height="2"/>')
    assert box(item) == (8, 1, 10, 5)
    (item,) = shapes('<rect transform="matrix(1 0 0 1 3 4) skewX(45)" width="4" height="2"/>')
    assert box(item) == (3, 4, 9, 6)
    (item,) = shapes('<rect style="transform: translate(3px, 4px)" width="4" height="2"/>')
    assert box(item) == (3, 4, 7, 6)


@pytest.mark.parametrize(
    ("aspect", "expected"),
    [("", (0, 25, 100, 75)), ("xMinYMin", (0, 0, 100, 50)), ("xMaxYMax meet", (0, 50, 100, 100)),
     ("none", (0, 0, 100, 100)), ("xMidYMid slice", (-50, 0, 150, 100)), ("xMinYMin slice", (0, 0, 200, 100))],
)  # fmt: skip
def test_view_box_and_aspect(aspect, expected):
    attributes = f'width="100" height="100" viewBox="5 5 20 10" preserveAspectRatio="{aspect}"'
    (item,) = shapes('<rect x="5" y="5" width="20" height="10"/>', attributes)
    assert box(item) == expected


@pytest.mark.parametrize(
    ("attributes", "size"),
    [('width="96" height="48"', (25.4, 12.7)), ('viewBox="0 0 96 48"', (25.4, 12.7)), ('width="1in" viewBox="0 0 2 1"', (25.4, 12.7)),
     ('height="12.7mm" viewBox="0 0 2 1"', (25.4, 12.7)), ('width="100%" height="100%" viewBox="0 0 96 48"', (25.4, 12.7))],
)  # fmt: skip
def test_the_size_of_the_page(attributes, size):
    picture = read_picture(svg("", attributes))
    assert (picture.width, picture.height) == pytest.approx(size)


def test_a_drawing_of_no_size_is_as_large_as_what_is_in_it():
    picture = read_picture(svg('<rect x="40" y="50" width="80" height="40"/>', ""))
    assert (picture.width / PX, picture.height / PX) == pytest.approx((96, 56))
    assert box(picture.items[0]) == pytest.approx((8, 8, 88, 48))


def test_use_and_symbols():
    found = shapes(
        '<defs><rect id="r" width="4" height="4"/><symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol></defs>'
        '<use href="#r" x="10" y="20"/><use xlink:href="#s" x="30" width="20" height="20"/>'
        '<use href="#r" transform="translate(50) scale(2)" fill="red"/><use href="#nothing"/>'
    )
    assert [box(item) for item in found] == [(10, 20, 14, 24), (30, 0, 50, 20), (50, 0, 58, 8)]
    assert [item.fill.colour for item in found] == ["#000000", "#000000", "#ff0000"]
    assert len({item.key for item in found}) == 3


def test_an_inner_svg_clips_and_scales():
    (item,) = shapes('<svg x="10" y="10" width="20" height="20" viewBox="0 0 5 5"><rect x="4" width="4" height="4"/></svg>')
    assert box(item) == (26, 10, 42, 26) and len(item.clips) == 2


def test_what_is_not_shown_is_not_drawn():
    hidden = '<rect width="5" height="5" {}/>'
    for how in ('display="none"', 'visibility="hidden"', 'opacity="0"', 'style="display:none"', 'fill="none"'):
        assert items(hidden.format(how)) == ()
    assert items('<defs><rect width="5" height="5"/></defs><symbol><rect width="5" height="5"/></symbol>') == ()
    (item,) = items('<g visibility="hidden"><rect width="5" height="5" visibility="visible"/></g>')
    assert item.fill == Solid("#000000")


def test_switch_draws_the_first_that_can_be_drawn():
    inner = (
        '<switch><foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml">html</div></foreignObject>'
        '<rect width="5" height="5" fill="red"/><rect width="6" height="6"/></switch>'
    )
    assert colours(inner) == ["#ff0000"]


def test_rules_attributes_and_styles_in_their_order():
    css = (
        "<style>/* a */ rect { fill: red } .b { fill: green } #c { fill: blue } g .d { fill: teal } g > .e { fill: navy }"
        " .f.g { fill: gold } * { stroke: none } rect.h { fill: lime !important } @media print { rect { fill: gray } }"
        " rect:hover, .i { fill: pink } rect.j, .k { fill: tan }</style>"
    )
    rect = '<rect width="5" height="5" fill="black" {}/>'
    for how, colour in (
        ("", "#ff0000"), ('class="b"', "#008000"), ('class="b" id="c"', "#0000ff"), ('class="f"', "#ff0000"),
        ('class="x f g"', "#ffd700"), ('class="h" style="fill:black"', "#00ff00"), ('style="fill: #123"', "#112233"),
        ('class="i"', "#ffc0cb"), ('class="j"', "#d2b48c"), ('style="fill: var(--x, #abc)"', "#aabbcc"),
        ('style="fill: light-dark(rgb(1, 2, 3), white)"', "#010203"), ('style="fill:inherit"', "#000000"),
    ):  # fmt: skip
        assert colours(css + rect.format(how)) == [colour], how
    d, e = rect.format('class="d"'), rect.format('class="e"')
    assert colours(f"{css}<g>{d}<a>{e}</a></g>") == ["#008080", "#ff0000"]
    assert colours(f"{css}<g>{e}</g>") == ["#000080"]


def test_selectors_below_each_other_skip_what_lies_between():
    css = "<style>#a b c { fill: red } #a > g > .x { fill: green } .o .p .q { fill: blue }</style>"
    rect = '<rect width="5" height="5" class="{}"/>'
    assert colours(f'{css}<g id="a"><g>{rect.format("x")}<g>{rect.format("x")}</g></g></g>') == ["#008000", "#000000"]
    assert colours(f'{css}<g class="o"><g><g class="p"><g>{rect.format("q")}</g></g></g></g>') == ["#0000ff"]
    assert colours(f'{css}<g class="p"><g class="o">{rect.format("q")}</g></g>') == ["#000000"]


@pytest.mark.parametrize(
    ("text", "colour", "opacity"),
    [("#abc", "#aabbcc", 1), ("#abcd", "#aabbcc", 0xDD / 255), ("#AABBCC80", "#aabbcc", 128 / 255), ("Teal", "#008080", 1),
     ("rgb(255, 0, 128)", "#ff0080", 1), ("rgb(100% 0% 50% / 50%)", "#ff0080", 0.5), ("rgba(1,2,3,.25)", "#010203", 0.25),
     ("hsl(120, 100%, 25%)", "#008000", 1), ("hsl(0.5turn 100% 50%)", "#00ffff", 1), ("currentColor", "#000000", 1),
     ("nonsense", "#000000", 1)],
)  # fmt: skip
def test_colours(text, colour, opacity):
    (item,) = shapes(f'<rect width="5" height="5" fill="{text}"/>')
    assert item.fill.colour == colour and item.fill.opacity == pytest.approx(opacity)


def test_current_colour_and_opacities_multiply():
    (item,) = shapes('<g color="#123456" opacity=".5"><rect width="5" height="5" fill="currentColor" fill-opacity="50%" opacity=".5"/></g>')
    assert item.fill == Solid("#123456", 0.125)


def test_lines_have_their_width_in_mm_and_their_dashes():
    (item,) = shapes('<g transform="scale(2)"><path d="M0 0h9" stroke="red" stroke-width="3" stroke-dasharray="4,2 1" stroke-dashoffset="1"/></g>')
    assert item.line.width == pytest.approx(6 * PX) and item.line.offset == pytest.approx(2 * PX)
    assert item.line.dashes == pytest.approx([8 * PX, 4 * PX, 2 * PX] * 2)
    (item,) = shapes('<g transform="scale(2)"><path d="M0 0h9" stroke="red" vector-effect="non-scaling-stroke"/></g>')
    assert item.line.width == pytest.approx(1.0)
    for none in ("none", "0", "-1 2", "x"):
        (item,) = shapes(f'<path d="M0 0h9" stroke="red" stroke-dasharray="{none}"/>')
        assert item.line.dashes == ()


def test_gradients_take_what_they_do_not_say_from_others():
    inner = (
        '<linearGradient id="a"><stop offset="0" stop-color="red"/><stop offset="150%" style="stop-color:blue;stop-opacity:.5"/></linearGradient>'
        '<linearGradient id="b" href="#a" x1="1" x2="5" gradientUnits="userSpaceOnUse"/><radialGradient id="c" href="#a" r="25%"/>'
        '<linearGradient id="d"><stop stop-color="lime"/></linearGradient><linearGradient id="e"/>'
    )
    rect = '<rect x="10" width="20" height="20" fill="url(#{}) gold"/>'
    linear, user, disc, one, none, lost = (item.fill for item in shapes(inner + "".join(rect.format(name) for name in "abcdef")))
    assert isinstance(linear, Gradient) and [stop.colour for stop in linear.stops] == ["#ff0000", "#0000ff"]
    assert [stop.place for stop in linear.stops] == [0, 1] and linear.stops[1].opacity == 0.5
    assert linear.matrix == pytest.approx((20 * PX, 0, 0, 20 * PX, 10 * PX, 0)) and not linear.round
    assert user.ends[0] == 1 and user.matrix[0] == pytest.approx(PX)
    assert disc.round and disc.radius == pytest.approx(0.25)
    assert one == Solid("#00ff00") and none == Solid("#ffd700") and lost == Solid("#ffd700")


def test_patterns_have_an_ink_and_a_ground():
    inner = '<pattern id="p"><rect width="9" height="9" fill="#eee"/><path d="M0 0l9 9" stroke="#123"/></pattern>'
    (item,) = shapes(inner + '<rect width="9" height="9" fill="url(#p)"/>')
    assert item.fill == Patterned("#112233", "#eeeeee")


def test_markers_stand_where_and_as_the_outline_runs():
    marker = '<marker id="m" markerWidth="4" markerHeight="4" refX="0" refY="2" orient="auto" {}><path d="M0 0 4 2 0 4z"/></marker>'
    line = '<path d="M10 10h40v30" stroke="red" stroke-width="2" fill="none" marker-{}="url(#m)"/>'
    end = shapes(marker.format("") + line.format("end"))[1]
    assert box(end) == (46, 40, 54, 48)  # points down, twice as large as the stroke is wide
    middle = shapes(marker.format('markerUnits="userSpaceOnUse"') + line.format("mid"))[1]
    assert middle.curves.points[3] / PX == pytest.approx((50 + 2 * 2**0.5, 10 + 2 * 2**0.5))
    reverse = marker.format("").replace('"auto"', '"auto-start-reverse"')
    assert box(shapes(reverse + line.format("start"))[1]) == (2, 6, 10, 14)
    every = shapes(marker.format("") + '<polyline points="0,0 9,0 9,9 0,9" style="marker:url(#m)"/>')
    assert len(every) == 5


def test_markers_can_take_the_colour_of_their_line():
    inner = '<marker id="m" orient="auto"><path d="M0 0 4 2 0 4z" fill="context-stroke"/></marker>'
    line = '<path d="M10 10h40" stroke="#123456" marker-end="url(#m)"/>'
    assert shapes(inner + line)[1].fill == Solid("#123456")


def test_clip_paths_come_in_page_units_and_by_the_box():
    inner = (
        '<clipPath id="a"><rect x="10" y="10" width="20" height="20"/></clipPath>'
        '<clipPath id="b" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath>'
        '<clipPath id="c"><circle r="9"/><circle cx="30" r="9"/></clipPath><clipPath id="d"/>'
    )
    rect = '<rect x="20" width="40" height="40" clip-path="url(#{})"/>'
    a, b, c, d = (item.clips[1] for item in shapes(inner + "".join(rect.format(name) for name in "abcd")))
    assert np.array(a.box) / PX == pytest.approx((10, 10, 30, 30))
    assert np.array(b.box) / PX == pytest.approx((20, 0, 40, 40))
    assert len(c.rings) == 2 and not c.convex
    assert d.rings == ()


def test_pictures_are_framed_and_told_of():
    picture = read_picture(svg('<image href="x.png" x="10" y="10" width="20" height="10"/>'))
    assert [box(item) for item in picture.items] == [(10, 10, 30, 20)] * 2
    assert "pictures" in picture.warnings[0]


def test_what_a_drawing_says_about_itself():
    picture = read_picture(svg("<title> A\n title </title><desc>What it is</desc>", 'width="9" height="9" xml:lang="ko"'))
    assert (picture.title, picture.description, picture.language) == ("A title", "What it is", "ko")


def test_a_packed_drawing_is_unpacked():
    import gzip

    assert len(read_picture(gzip.compress(svg('<rect width="5" height="5"/>').encode())).items) == 1
