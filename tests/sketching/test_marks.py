"""From items to marks: fills, lines, layers, keys."""

import warnings

import pytest

from sketchsvg.errors import NameUnknownError
from sketchsvg.roughening import roughen
from tests.readers.svg.reading import PX, svg


def marks(inner, attributes='width="400" height="300"', **options):
    return roughen(svg(inner, attributes), **options).scene.marks


def styles(inner, **options):
    return [mark.fill.style for mark in marks(inner, **options) if mark.fill is not None]


BOX = '<rect x="20" y="20" width="120" height="80" fill="{}"/>'


def test_dark_areas_are_hatched_on_a_pale_ground_light_and_thin_ones_washed():
    assert styles(BOX.format("#1f77b4")) == ["wash", "hachure"]
    assert styles(BOX.format("#ffeebb")) == ["wash"]
    assert styles('<circle cx="50" cy="50" r="4" fill="#1f77b4"/>') == ["wash"]
    ground, hatching = marks(BOX.format("#1f77b4"))
    assert ground.fill.colour == "#aecee4" and hatching.fill.colour == "#1f77b4" and hatching.layer > ground.layer


def test_a_fill_that_is_asked_for_is_taken_but_for_paper():
    assert styles(BOX.format("#1f77b4"), fill="cross-hatch") == ["wash", "cross-hatch"]
    assert styles(BOX.format("#ffdd99"), fill="cross-hatch") == ["wash", "cross-hatch"]
    assert styles(BOX.format("white"), fill="cross-hatch") == ["wash"]
    assert styles(BOX.format("#1f77b4"), fill="wash") == ["wash"]


def test_what_carries_words_or_white_ink_is_washed():
    words = BOX.format("#1f77b4") + '<text x="40" y="60" fill="{}">words</text>'
    assert styles(words.format("black")) == ["wash"]
    assert styles(words.format("white"), fill="hachure") == ["wash"]
    assert styles(words.format("black"), fill="hachure") == ["wash", "hachure"]
    assert styles(BOX.format("#1f77b4") + '<path d="M40 60h60" stroke="white" fill="none"/>') == ["wash"]
    beside = BOX.format("#1f77b4") + '<text x="200" y="200">words</text>'
    assert styles(beside) == ["wash", "hachure"]


def test_the_colours_lean_their_own_way():
    blue, green, blue_again = (
        mark.fill.angle for mark in marks(BOX.format("#1f77b4") + BOX.format("#2ca02c") + BOX.format("#1f77b4"))
        if mark.fill.style == "hachure"
    )  # fmt: skip
    assert blue == blue_again != green


def test_line_and_fill_of_a_shape_are_one_mark():
    (mark,) = marks('<rect x="20" y="20" width="120" height="80" fill="#ffeebb" stroke="#123456" stroke-width="2"/>')
    assert mark.colour == "#123456" and mark.fill.colour == "#ffeebb" and mark.width == pytest.approx(2 * PX)
    fill, line = marks('<path d="M20 20h99v50" fill="#ffeebb" stroke="#123456"/>')
    assert fill.width == 0 and line.fill is None and len(line.curves.points) == 7


def test_rules_of_filling():
    path = '<path d="M20 20h99v99h-99z M40 40h50v50h-50z" fill="#ffeebb" fill-rule="{}"/>'
    assert [marks(path.format(rule))[0].fill.rule for rule in ("nonzero", "evenodd")] == ["nonzero", "evenodd"]


def test_painters_order_where_things_overlap_and_few_layers_where_not():
    over = marks(BOX.format("#ffeebb") + '<circle cx="60" cy="60" r="30" fill="#eeffbb"/><path d="M0 60h90" stroke="red"/>')
    assert [mark.layer for mark in over] == sorted({mark.layer for mark in over})
    apart = marks("".join(f'<rect x="{40 * n}" y="9" width="20" height="20" fill="#ffeebb" stroke="red"/>' for n in range(9)))
    assert len({mark.layer for mark in apart}) == 1
    crossing = marks('<path d="M0 0l99 99M0 99l99-99" stroke="red"/><path d="M50 0v99" stroke="red"/>')
    assert len({mark.layer for mark in crossing}) == 1


def test_keys_are_unique_even_where_ids_are_not():
    found = marks('<path id="a" d="M0 0h9" stroke="red"/><path id="a" d="M0 9h9" stroke="red"/><use href="#a" y="20"/>')
    assert len({mark.key for mark in found}) == 3


def test_another_element_leaves_the_others_as_they_were():
    one = marks('<g id="x"><path id="a" d="M0 0h90" stroke="red"/></g>')
    two = marks('<rect width="9" height="9"/><g id="x"><path id="a" d="M0 0h90" stroke="red"/></g>')
    assert one[0].key == two[-1].key


def test_dashes_and_gaps_look_as_long_as_they_were():
    path = '<path d="M20 20h100" stroke="red" stroke-width="2" stroke-dasharray="10 5" {}/>'
    (mark,) = marks(path.format('stroke-linecap="round"'))
    assert mark.dash == pytest.approx((10 * PX, 5 * PX)) and mark.dash_offset == 0
    (shifted,) = marks(path.format('stroke-linecap="round" stroke-dashoffset="-5"'))
    assert shifted.dash_offset == pytest.approx(10 * PX)
    (butt,) = marks(path.format(""))
    assert butt.dash[0] < 10 * PX and sum(butt.dash) == pytest.approx(15 * PX)
    (fine,) = marks(path.format("").replace("10 5", ".5 .5"))
    assert fine.dash == ()


def test_areas_of_one_colour_that_meet_show_no_seam():
    both = marks(BOX.format("#1f77b4") + '<circle cx="140" cy="60" r="40" fill="#1f77b4"/>')
    assert all(mark.width == 0 for mark in both)
    assert any(mark.width > 0 for mark in marks(BOX.format("#1f77b4")))


def test_larger_pages_have_coarser_hatching():
    gaps = [
        marks(BOX.format("#1f77b4").replace("120", "600"), f'width="{size}" height="{size}"')[1].fill.gap for size in (700, 1400)
    ]
    assert gaps[0] < gaps[1]


def test_no_frame_is_left_of_a_picture_beneath_a_box():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        shadow = '<image x="20" y="20" width="104" height="84" href="x.png"/>'
        assert len(marks(shadow + BOX.format("#ffeebb"))) == 1
        assert len(marks(BOX.format("#ffeebb") + shadow)) == 3


def test_clips_cut_lines_and_fills():
    clip = '<clipPath id="c"><rect x="40" y="0" width="50" height="300"/></clipPath>'
    fill, line = marks(clip + '<rect x="20" y="20" width="100" height="40" fill="#ffeebb" stroke="red" stroke-width="2" clip-path="url(#c)"/>')
    assert fill.curves.bounds() == pytest.approx((40 * PX, 20 * PX, 90 * PX, 60 * PX))
    # A round pen that is to end flush ends half its width before the edge.
    assert len(line.curves) == 2 and line.curves.bounds()[0] == pytest.approx(41 * PX)
    assert marks(clip + '<rect width="9" height="9" stroke="red" clip-path="url(#c)"/>') == ()


def test_what_lies_off_the_page_is_left_away():
    assert marks('<rect x="-90" y="20" width="40" height="40" fill="#ffeebb"/>') == ()
    (fill,) = marks('<rect x="-90" y="20" width="140" height="40" fill="#ffeebb"/>')
    assert fill.curves.bounds()[0] == pytest.approx(0)


def test_gradients_are_bands_from_end_to_end():
    inner = '<linearGradient id="g"><stop stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></linearGradient>'
    found = marks(inner + BOX.format("url(#g)"))
    reds = [int(mark.fill.colour[1:3], 16) for mark in found]
    lefts = [mark.curves.bounds()[0] for mark in found]
    assert len(found) > 12 and reds == sorted(reds, reverse=True) and lefts == sorted(lefts)
    assert all(mark.curves.bounds()[2] == pytest.approx(140 * PX) for mark in found)
    disc = marks(inner.replace("linear", "radial") + BOX.format("url(#g)"))
    widths = [mark.curves.bounds()[2] - mark.curves.bounds()[0] for mark in disc]
    assert widths == sorted(widths, reverse=True) and disc[-1].fill.colour > "#e0"
    assert styles(inner + BOX.format("url(#g)"), fill="hachure")[-1] == "hachure"


def test_opacity_of_lines_and_fills():
    fill, line = marks('<g opacity=".5"><path d="M20 20h99v50" fill="#ffeebb" stroke="red" stroke-opacity=".5"/></g>')
    assert fill.fill.opacity == 0.5 and line.opacity == 0.25


def test_wide_frames_are_drawn_in_one_go():
    (mark,) = marks('<rect x="20" y="20" width="100" height="60" fill="none" stroke="red" stroke-width="8"/>')
    first, last = mark.curves.points[0], mark.curves.points[-1]
    assert not (first == last).all() and abs(first - last).max() < 0.05


def test_words_are_cut_by_clips():
    inner = '<clipPath id="c"><rect x="0" y="0" width="40" height="99"/></clipPath><g clip-path="url(#c)"><text x="5" y="30" font-size="20">clipped words</text></g>'
    (mark,) = marks(inner)
    assert mark.curves.bounds()[2] <= 40 * PX + 0.01 and mark.writing is not None
    assert len(mark.writing.glyph_of_stroke) == len(mark.curves)
    assert marks(inner.replace('x="5"', 'x="60"')) == ()


def test_patterns_under_words_are_an_even_tint():
    pattern = '<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><path d="M0 4h9" stroke="#112233"/></pattern>'
    (hatched,) = marks(pattern + BOX.format("url(#p)"))
    assert hatched.fill.style == "hachure"
    tint, _ = marks(pattern + BOX.format("url(#p)") + '<text x="40" y="60">words</text>')
    assert tint.fill.style == "wash" and tint.fill.opacity == pytest.approx(1 / 9)


def test_ends_of_lines_are_not_hatched():
    found = marks('<marker id="m" markerWidth="9" markerHeight="9"><circle cx="4" cy="4" r="4" fill="#336699"/></marker>'
                  '<path d="M20 20h99" stroke="black" stroke-width="3" marker-end="url(#m)"/>')  # fmt: skip
    assert [mark.fill.style for mark in found if mark.fill] == ["wash"]


def test_translucent_gradients_on_paper_overlap_without_seams():
    inner = '<linearGradient id="g"><stop stop-color="#0000ff"/><stop offset="1" stop-color="#0000ff" stop-opacity="0"/></linearGradient>'
    found = marks(inner + BOX.format("url(#g)"))
    assert all(mark.fill.opacity == 1 for mark in found) and found[0].fill.colour == "#0000ff" and found[-1].fill.colour == "#ffffff"
    apart = marks('<rect width="60" height="300" fill="#ff0"/>' + inner + BOX.format("url(#g)"))[1:]
    assert all(mark.fill.opacity < 1 for mark in apart[1:])


def test_what_has_faded_away_is_not_hatched():
    inner = '<linearGradient id="g"><stop/><stop offset="1" stop-opacity="{}"/></linearGradient>' + BOX.format("url(#g)")
    assert styles(inner.format("0"), fill="hachure")[-1] == "wash"
    assert styles(inner.format(".5"), fill="hachure")[-1] == "hachure"


def test_gradients_go_on_beyond_their_ends():
    inner = ('<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="20" x2="50" spreadMethod="{}"><stop stop-color="#ff0000"/>'
             '<stop offset="1" stop-color="#0000ff"/></linearGradient>')  # fmt: skip

    def reds(method):
        return [mark.fill.colour[1:3] > "80" for mark in marks(inner.format(method) + BOX.format("url(#g)"))]

    assert sum(a != b for a, b in zip(reds("pad"), reds("pad")[1:], strict=False)) == 1
    assert sum(a != b for a, b in zip(reds("repeat"), reds("repeat")[1:], strict=False)) >= 6
    assert sum(a != b for a, b in zip(reds("reflect"), reds("reflect")[1:], strict=False)) in (3, 4)


def test_no_words_when_none_are_wanted():
    assert marks('<text y="20">word</text>', text="none") == ()


def test_unknown_names_are_refused():
    for options in ({"pen": "finelinr"}, {"fill": "hachur"}, {"text": "keeep"}):
        with pytest.raises(NameUnknownError):
            roughen(svg(""), **options)


def test_characters_that_the_hand_cannot_write_become_boxes():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        (mark,) = marks('<text y="20">a日z</text>')
    assert mark.writing.text == "a□z" and "U+65E5" in str(caught[0].message)


def test_the_same_drawing_gives_the_same_bytes_and_another_seed_others():
    drawing = svg(BOX.format("#1f77b4") + '<text x="9" y="20">words</text>', 'width="400" height="300"')
    assert roughen(drawing).to_svg() == roughen(drawing).to_svg() != roughen(drawing, seed=1).to_svg()
    assert roughen(drawing).to_pdf() == roughen(drawing).to_pdf()


def test_every_pen_and_every_fill_draws():
    from sketchsvg.ink.catalogue import fill_names, pen_names

    drawing = svg(BOX.format("#1f77b4") + '<text x="9" y="20">words</text>', 'width="400" height="300"')
    for pen in pen_names():
        assert roughen(drawing, pen=pen).to_svg().startswith("<?xml")
    for fill in fill_names():
        roughen(drawing, fill=fill).to_svg()
