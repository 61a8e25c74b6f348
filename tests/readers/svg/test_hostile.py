"""Drawings made to do harm: refused by the limit they break, or drawn without it."""

import gzip
import warnings

import pytest

from sketchsvg.errors import SketchError
from sketchsvg.readers.svg.errors import LimitError, SecurityError, SvgError
from sketchsvg.readers.svg.limits import MOST_BYTES
from sketchsvg.readers.svg.reader import read_picture
from sketchsvg.roughening import roughen
from tests.readers.svg.reading import svg


def bomb(levels, copies):
    groups = "".join(
        f'<g id="a{level}">{f"<use href=#{level - 1}/>".replace("#", chr(34) + "#a").replace("/>", chr(34) + "/>") * copies}</g>'
        for level in range(1, levels)
    )
    return svg(f'<defs><path id="a0" d="M0 0h9"/>{groups}</defs><use href="#a{levels - 1}"/>')


@pytest.mark.parametrize(
    "subset",
    ['<!ENTITY a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY % a SYSTEM "http://x/y"> %a;',
     '<!ENTITY a "bbbb"><!ENTITY c "&a;&a;&a;&a;">'],
)  # fmt: skip
def test_entities_are_refused(subset):
    with pytest.raises(SecurityError, match='declares an entity "a"'):
        read_picture(f"<!DOCTYPE svg [{subset}]>{svg('<text>&a;</text>')}")


def test_a_document_type_without_entities_is_harmless():
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:9/svg11.dtd">'
    assert len(read_picture(doctype + svg('<rect width="9" height="9"/>')).items) == 1


def test_an_entity_that_nobody_declares_is_named():
    with pytest.raises(SvgError, match="&nbsp;"):
        read_picture('<!DOCTYPE svg SYSTEM "x.dtd">' + svg("<text>&nbsp;</text>"))


@pytest.mark.parametrize(
    ("name", "markup", "limit"),
    [
        ("many copies", bomb(12, 10), "elements; at most 35,000"),
        ("a copy of itself", svg('<g id="a"><use href="#a"/></g>'), "shows itself"),
        ("copies of each other", svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "shows itself"),
        ("copies in copies", svg('<g id="a0"/>' + "".join(
            f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 100)) + '<use href="#a99"/>'), "too deep"),
        ("deep groups", svg("<g>" * 10_000 + "</g>" * 10_000), "too deep in each other; at most 160"),
        ("many elements", svg("<g/>" * 200_001), "too many elements; at most 200,000"),
        ("many shapes", svg('<path d="M0 0h1"/>' * 35_001), "35,002 elements; at most 35,000"),
        ("many points", svg(f'<polyline points="{"0,0 1,1 " * 260_000}"/>'), "too many points"),
        ("many points of a path", svg(f'<path d="M{"0,0 1,1 " * 500_000}"/>'), "too many points"),
        ("many dashes", None, "too many dashes"),
        ("many markers", svg('<marker id="m"><path d="M0 0h1"/></marker><polyline marker-mid="url(#m)" '
                             f'points="{"0,0 1,1 " * 20_000}"/>'), "too many elements"),
        ("much hatching", svg('<circle cx="2000" cy="2000" r="1900" fill="#26d"/>' * 90, 'width="4000" height="4000"'),
         "metres of hatching; at most 20,000"),
        ("many letters", svg(f"<text>{'word ' * 13_000}</text>"), "too many characters"),
        ("many rules", svg(f"<style>{''.join(f'.a{n}{{fill:red}}' for n in range(4_001))}</style>"), "too many rules"),
        ("a wide page", svg("", 'width="1e7" height="9"'), "mm wide"),
        ("a small page", svg("", 'width="9" height="1"'), "mm high"),
        ("far away", svg('<g transform="scale(1e8)"><path d="M0 0h9" stroke="red"/></g>'), "mm away"),
        ("many colours", svg('<linearGradient id="g">' + '<stop offset="1"/>' * 501 + '</linearGradient><rect width="9" '
                             'height="9" fill="url(#g)"/>'), "gradient with too many stops; at most 500"),
        ("rules for all", svg("<style>" + "".join(f"g .a{{opacity:.{n}}}" for n in range(2_000)) + "</style><g>"
                              + '<path class="a" d="M0 0h1"/>' * 200 + "</g>"), "too many rules for too many elements"),
        ("shadows of shadows", svg('<filter id="f"><feDropShadow/></filter>' + '<g filter="url(#f)">' * 60
                                   + '<rect width="9" height="9"/>' + "</g>" * 60), "too many elements; at most"),
        ("a filter that doubles", svg('<filter id="f">' + "<feMerge><feMergeNode/><feMergeNode/></feMerge>" * 40
                                      + '</filter><rect width="9" height="9" filter="url(#f)"/>'), "too many elements"),
        ("groups over groups", svg('<g opacity=".9"><path d=""/>' * 100 + '<rect width="9" height="9"/>' * 2_500
                                   + "</g>" * 100), "over too many elements; at most 200,000"),
        ("cuts", svg('<clipPath id="c"><path d="M0 9' + "L0 50L99 51" * 100 + '"/></clipPath><path clip-path="url(#c)" '
                     'fill="red" d="M9 0' + "L50 0L51 99" * 100 + '"/>'), "cuts an outline at too many places"),
        ("letters for themselves", svg('<text rotate="1">' + "a" * 50_001 + "</text>"), "too many elements"),
        ("a packed giant", gzip.compress(b" " * (MOST_BYTES + 1)), "unpacked, it has too many bytes"),
        ("a giant", b" " * (MOST_BYTES + 1), "bytes; at most 32,000,000"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_each_limit_says_which_it_is(name, markup, limit):
    if markup is None:
        line = "".join(f'<path d="M0 {n}h1000" stroke-dasharray=".6"/>' for n in range(80))
        markup = svg(f'<g stroke="red">{line}</g>', 'width="1000" height="80"')
    with pytest.raises(LimitError, match=limit):
        roughen(markup)


def test_selectors_and_values_cannot_run_away():
    deep = f"<style>{'g ' * 5_000}{{fill:red}} {'@media {' * 5_000}</style>"
    value = f'<rect style="fill:{"light-dark(" * 5_000}" width="9" height="9"/>'
    assert len(read_picture(svg(deep + value)).items) == 1


@pytest.mark.parametrize(
    "inner",
    [
        '<linearGradient id="g" href="#g"/><rect width="9" height="9" fill="url(#g)"/>',
        '<pattern id="p"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
        '<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath>'
        '<rect width="9" height="9" clip-path="url(#c)"/>',
        '<marker id="m"><path d="M0 0h3" marker-end="url(#m)"/></marker><path d="M0 0h9" marker-end="url(#m)"/>',
        '<mask id="m"><rect mask="url(#m)" width="9" height="9"/></mask><rect width="9" height="9" mask="url(#m)"/>',
        '<mask id="m"><use href="#a"/></mask><g id="a" mask="url(#m)"><rect width="9" height="9"/></g>',
        '<filter id="f" href="#f"><feMerge result="a"><feMergeNode in="a"/></feMerge></filter>'
        '<rect width="9" height="9" filter="url(#f)"/>',
    ],
)  # fmt: skip
def test_what_points_to_itself_ends(inner):
    read_picture(svg(inner))


def test_nothing_is_fetched(monkeypatch):
    import socket

    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the network was asked"))
    inner = (
        '<style>@import url("http://127.0.0.1:9/x.css");</style><image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'
        '<use href="http://127.0.0.1:9/x.svg#a"/><rect width="9" height="9" fill="url(http://127.0.0.1:9/x#y)"/>'
        '<use href="file:///etc/passwd#a"/><text><textPath href="http://127.0.0.1:9/x#y">words</textPath></text>'
    )  # fmt: skip
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        out = roughen(svg(inner)).to_svg()
    assert any("neither fetched nor drawn" in str(warning.message) for warning in caught)
    assert "127.0.0.1" not in out and "passwd" not in out


def test_nothing_of_the_input_reaches_the_output_unescaped():
    inner = (
        '<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title><script>alert(2)</script>'
        '<g id="&quot;/&gt;&lt;script&gt;" onload="alert(3)"><rect width="40" height="40" fill="&quot;&gt;&lt;script&gt;" '
        'stroke="red" class="&lt;script&gt;"/></g><a href="javascript:alert(4)"><text y="20">&lt;script&gt;</text></a>'
    )  # fmt: skip
    out = roughen(svg(inner)).to_svg()
    assert "<script" not in out and "javascript" not in out and "onload" not in out


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ('<circle cx="NaN" r="5"/>', 'cx="NaN"'), ('<rect width="Infinity" height="3"/>', 'width="Infinity"'),
        ('<rect width="1e999" height="3"/>', "1e999"), ('<path d="M0 0 L NaN 5"/>', "Path data"),
        ('<g transform="matrix(nan 0 0 1 0 0)"/>', "transform"), ('<polygon points="1 2 x"/>', "points"),
        ('<svg viewBox="0 0 -1 5"/>', "viewBox"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_one_error_with_its_place(inner, what):
    with pytest.raises(SvgError, match="<svg>:1:1") as caught:
        read_picture(svg(inner))
    assert what in str(caught.value)


@pytest.mark.parametrize(
    "inner",
    ['<rect width="-5" height="3"/>', '<rect width="0" height="3"/>', '<circle r="-4"/>', '<ellipse rx="3" ry="0"/>',
     '<path d=""/>', '<path d="none"/>', '<polyline points=""/>', '<svg width="0" height="5"><rect width="9" height="9"/></svg>',
     '<g transform="scale(0)"><path d="M0 0h5v5z"/><text>a</text></g>', '<text font-size="0">a</text>',
     '<path d="M5 5"/>', '<path d="M5 5h0" stroke="red"/>'],
)  # fmt: skip
def test_sizes_of_nothing_draw_nothing(inner):
    assert roughen(svg(inner)).scene.marks == ()


def test_open_paths_are_filled_as_if_closed():
    (mark,) = roughen(svg('<path d="M10 10h50v50" fill="#ffe"/>')).scene.marks
    assert (mark.curves.points[0] == mark.curves.points[-1]).all() and mark.fill.colour == "#ffffee"


@pytest.mark.parametrize("data", [b"", b"hello", "<html/>", b"\x1f\x8b\x08broken", "<svg", b'<?xml version="1.0" encoding="x"?><svg/>'])
def test_what_is_no_svg_is_one_error(data):
    with pytest.raises(SketchError):
        roughen(data)


def test_words_without_end_stay_near_the_page():
    drawing = roughen(svg(f'<text y="20">{"word " * 2_000}</text><text y="40" font-size="9e4">huge</text>'))
    drawing.to_svg()
    drawing.to_pdf()
