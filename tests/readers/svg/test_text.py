"""Which words stand where."""

import pytest

from tests.readers.svg.reading import PX, origin, words


def test_words_have_their_place_size_and_colour():
    (item,) = words('<text x="10" y="20" font-size="12pt" fill="teal" font-weight="bold">some   words\n here </text>')
    assert item.text == "some words here" and origin(item) == (10, 20)
    assert item.matrix[0] == pytest.approx(16 * PX) and item.colour == "#008080" and item.bold


def test_spans_follow_each_other_and_begin_anew():
    one, two, three = words('<text x="10" y="20">one <tspan fill="red">two</tspan><tspan x="5" dy="15">three</tspan></text>')
    assert [item.text for item in (one, two, three)] == ["one ", "two", "three"]
    assert origin(two)[0] == pytest.approx(10 + one.width * 16, abs=0.01) and origin(two)[1] == 20
    assert origin(three) == (5, 35) and two.colour == "#ff0000"


def test_an_inner_span_has_the_place_of_the_outer_one():
    (item,) = words('<text x="1" y="2"><tspan x="10" y="20"><tspan font-weight="bold">in</tspan></tspan></text>')
    assert origin(item) == (10, 20) and item.bold


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_anchors(anchor, share):
    (item,) = words(f'<text x="50" y="20" text-anchor="{anchor}">word</text>')
    assert item.anchor == share and origin(item) == (50, 20)
    left, right = words(f'<text x="50" y="20" text-anchor="{anchor}">left<tspan font-weight="bold">right</tspan></text>')
    whole = (left.width + right.width) * 16
    assert origin(left)[0] == pytest.approx(50 - share * whole, abs=0.01) and left.anchor == 0


def test_a_length_that_is_said_is_kept():
    (item,) = words('<text textLength="160" font-size="20">word</text>')
    assert item.fixed and item.width == 8
    (item,) = words('<text x="0 20 40 60" font-size="20">abcd</text>')
    assert item.text == "abcd" and item.fixed and 3.4 < item.width < 3.7


def test_other_lines_than_the_baseline():
    for how, lower in (("dominant-baseline", 0.35), ("alignment-baseline", 0.35)):
        (item,) = words(f'<text y="20" font-size="10" {how}="central">a</text>')
        assert origin(item)[1] == pytest.approx(20 + lower * 10)
    (item,) = words('<text y="20" font-size="10" baseline-shift="super">a</text>')
    assert origin(item)[1] < 20


def test_words_along_a_path():
    path = '<path id="p" d="M0 0h80" transform="translate(0 5)"/>'
    (item,) = words(path + '<text font-size="10"><textPath href="#p" startOffset="25%">along</textPath></text>')
    assert item.track is not None and item.start == -0.25
    assert item.track.points[-1] / PX == pytest.approx((80, 5))


def test_white_space_that_is_preserved():
    (item,) = words('<text xml:space="preserve">a   b</text>')
    assert item.text == "a   b"
    (item,) = words('<text style="white-space: pre">a   b</text>')
    assert item.text == "a   b"


def test_embedded_html_gives_its_lines():
    html = '<div xmlns="http://www.w3.org/1999/xhtml" style="font-size: 10px; color: red">one<br/>two <b>bold</b><div>three</div></div>'
    one, two, bold, three = words(f'<foreignObject x="10" width="60" height="40">{html}</foreignObject>')
    assert [item.text for item in (one, two, bold, three)] == ["one", "two ", "bold", "three"]
    assert [item.bold for item in (one, two, bold, three)] == [False, False, True, False]
    assert origin(one)[0] == 40 and origin(three)[1] - origin(one)[1] == pytest.approx(24) and one.colour == "#ff0000"


def test_outlined_words_of_matplotlib_are_words_again():
    glyphs = '<defs><path id="D-13" d="M0 0h9v9z"/></defs><use href="#D-13"/><use href="#D-13" transform="translate(60 0)"/>'
    inner = '<g id="text_1"><!-- {} --><g transform="translate(10 20) scale(0.1 -0.1)">' + glyphs + "</g></g>"
    (item,) = words(inner.format("ab"))
    assert item.text == "ab" and origin(item) == (10, 20) and item.width == pytest.approx(1.2)
    assert item.matrix[3] == pytest.approx(10 * PX)
    (item,) = words(inner.format(r"$\mathdefault{10^{-1}}$"))
    assert item.text == "10⁻¹"
    assert words(inner.format(r"$\frac{a}{b}$")) == []


def test_characters_with_places_of_their_own_stand_there():
    found = words('<text x="10 30 50" y="20 40 20">abcd</text>')
    assert [(item.text, origin(item)) for item in found[:3]] == [("a", (10, 20)), ("b", (30, 40)), ("c", (50, 20))]
    assert found[3].text == "d" and origin(found[3])[0] > 50 and origin(found[3])[1] == 20


def test_characters_jump_and_turn():
    jumps = words('<text x="10" y="20" dx="0 5 5" dy="0 -3">abc</text>')
    assert [item.text for item in jumps] == list("abc") and origin(jumps[1])[1] == origin(jumps[2])[1] == 17
    assert origin(jumps[1])[0] - origin(jumps[0])[0] > 10
    turned = words('<text x="10" y="20" rotate="0 90">abc</text>')
    assert [round(item.matrix[1] / item.matrix[0]) if item.matrix[0] > 1e-9 else 90 for item in turned] == [0, 90, 90]


def test_letters_stay_together_where_only_their_line_is_spread():
    (item,) = words('<text x="10 20 30" y="20">abc</text>')
    assert item.text == "abc" and item.fixed
    (item,) = words('<text x="10" y="20 20 20" rotate="0">abc</text>')
    assert item.text == "abc"


def test_letter_spacing_makes_words_longer():
    usual, spaced = words('<text>words</text>') + words('<text letter-spacing="4">words</text>')
    assert spaced.fixed and not usual.fixed and (spaced.width - usual.width) * 16 == pytest.approx(20)
