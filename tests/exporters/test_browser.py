"""An SVG in a real browser: what can be selected, found and clicked on there."""

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from sketchsvg import Sheet, Web, code, section, text, title
from sketchsvg.exporters.svg import to_svg
from sketchsvg.inked import InkedPage
from sketchsvg.pipeline import compose, ink, trace
from tests.exporters.browser import asked, inline, pictured

WRAPPED = "모델 가중치의 숫자 정밀도를 낮춰서 크기를 줄이는 방법이며 맥북에서도 잘 실행된다"


@pytest.fixture(scope="module")
def notes() -> InkedPage:
    sheet = Sheet(
        title("Where to **find** LLMs") / section("Key terms", text(WRAPPED), text("see [the talk](https://example.org/)"),
            code("def f(x):\n    return  x"),
        ),
        page="A6", seed=3,
    )
    return ink(trace(sheet, compose(sheet)))


def test_what_is_selected_and_found_is_what_was_written(notes: InkedPage, tmp_path):
    answer = asked(tmp_path, inline(to_svg(notes)), """
        const layer = document.querySelector('[pointer-events=all]');
        getSelection().selectAllChildren(layer);
        const selected = getSelection().toString();
        getSelection().removeAllRanges();
        const find = words => window.find(words, true, false, true);
        return {selected, found: ['정밀도를 낮춰서', '크기를 줄이는 방법이며 맥북에서도', 'find LLMs', '없는 말'].map(find),
                link: document.querySelector('svg a').href.baseVal,
                role: document.querySelector('[role=region]').getAttribute('aria-label')};
    """)
    lines = answer["selected"].split("\n")
    assert WRAPPED in lines
    assert "Where to find LLMs" in lines
    assert "see the talk" in lines
    at = lines.index("def f(x):")
    assert lines[at:at + 2] == ["def f(x):", "    return  x"]
    assert answer["found"] == [True, True, True, False]
    assert (answer["link"], answer["role"]) == ("https://example.org/", "Key terms")


def test_the_text_lies_over_its_ink(notes: InkedPage, tmp_path):
    """In the browser's own font the words begin and end where they are drawn, and the mouse meets them there."""
    boxes = asked(tmp_path, f"<style>body{{margin:0}}</style>{inline(to_svg(notes))}", """
        return [...document.querySelectorAll('tspan')].map(span => {
            const last = span.getNumberOfChars() - 1;
            const box = span.getBoundingClientRect();
            const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return [span.getStartPositionOfChar(0).x, span.getEndPositionOfChar(last).x, hit === span];
        });
    """, "--window-size=600,800")
    assert len(boxes) == len(notes.words)
    for word, (start, end, hit) in zip(notes.words, boxes, strict=True):
        assert start == pytest.approx(50 * word.x, abs=2), "0.04 mm"
        assert end == pytest.approx(50 * (word.x + word.width), abs=6), "0.12 mm"
        assert hit or word.text.isspace(), word.text


def test_the_text_is_not_seen(notes: InkedPage, tmp_path):
    with_text = np.asarray(Image.open(pictured(tmp_path, inline(to_svg(notes)), 420, 600)))
    without = np.asarray(Image.open(pictured(tmp_path, inline(to_svg(notes, Web(text=False))), 420, 600)))
    assert (with_text == without).all()
    assert len(np.unique(with_text)) > 20, "something is drawn"


def test_two_sheets_on_one_page_and_the_page_itself_keep_apart(notes: InkedPage, tmp_path):
    other = replace(notes, title="Another")
    svgs = inline(to_svg(notes, Web(dark=True))) + inline(to_svg(other))
    paper = '<svg><path id=mine fill="#fffdf5"></path></svg><p id=words>words</p>'
    answer = asked(tmp_path, paper + svgs, """
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        const [first, second] = document.querySelectorAll('svg[role]');
        const paint = svg => getComputedStyle(svg.querySelector('path[fill]')).fill;
        return {ids, paints: [paint(first), paint(second)], mine: getComputedStyle(document.getElementById('mine')).fill,
                scripts: document.querySelectorAll('svg script').length};
    """, "--blink-settings=preferredColorScheme=0")
    assert len(set(answer["ids"])) == len(answer["ids"]) > 5
    dark, light = answer["paints"]
    assert light == answer["mine"] == "rgb(255, 253, 245)"
    assert max(int(channel) for channel in dark[4:-1].split(", ")) < 60
    assert answer["scripts"] == 0


def test_the_ink_has_the_colour_of_the_text_around_it(notes: InkedPage, tmp_path):
    svg = inline(to_svg(notes, Web(current_color=True, responsive=True)))
    answer = asked(tmp_path, f'<div style="color:rgb(1, 2, 3);width:300px">{svg}</div>', """
        const box = document.querySelector('svg').getBoundingClientRect();
        const ink = document.querySelector('[stroke=currentColor]');
        return [getComputedStyle(ink).stroke, box.width, box.height];
    """)
    assert answer[0] == "rgb(1, 2, 3)"
    assert answer[1:] == pytest.approx([300, 300 * 148 / 105], abs=0.5)
