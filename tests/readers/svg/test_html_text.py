"""Words of embedded HTML: in their lines, sizes and places."""

import pytest

from sketchsvg.readers.svg.items import Lettering, Shape
from tests.readers.svg.reading import PX, items, origin, words


def html(inner, style="font-size: 10px", box='x="10" width="100" height="60"'):
    return f'<foreignObject {box}><div xmlns="http://www.w3.org/1999/xhtml" style="{style}">{inner}</div></foreignObject>'


def lines(inner, **options):
    found = {}
    for item in words(html(inner, **options)):
        found.setdefault(round(item.matrix[5], 3), []).append(item.text)
    return ["".join(texts) for texts in found.values()]


def test_long_labels_are_broken_at_spaces_where_their_box_has_room():
    assert lines("a long label that is wrapped in its box") == ["a long label that is", "wrapped in its box"]
    assert lines("a long label that is wrapped in its box", box='width="100" height="12"') == ["a long label that is wrapped in its box"]
    nowrap = "font-size: 10px; white-space: nowrap"
    assert lines("a long label that is wrapped in its box", style=nowrap) == ["a long label that is wrapped in its box"]


def test_where_lines_stand_is_what_html_says():
    (middle,), (left,), (right,) = (
        words(html("one", style=f"font-size: 10px; text-align: {align}")) for align in ("center", "left", "right")
    )
    assert [origin(item)[0] for item in (middle, left, right)] == [60, 10, 110]
    assert [item.anchor for item in (middle, left, right)] == [0.5, 0.0, 1.0]
    heading, item = words(html("<h1>Head</h1><ul><li>item</li></ul>"))[::2]
    assert origin(heading)[0] == 10 and heading.bold and heading.matrix[0] == pytest.approx(2 * item.matrix[0])


def test_lists_have_bullets():
    assert lines("<ul><li>one</li><li>two</li></ul>") == ["• one", "• two"]


def test_style_sheets_mean_html_too():
    (item,) = words("<style>.label span { color: #123456 }</style><g class='label'>" + html("<span>x</span>") + "</g>")
    assert item.colour == "#123456"


def test_a_label_covers_the_line_it_stands_on():
    line = '<path d="M0 30h99" stroke="black"/>'
    ground, word = items(line + html('<span style="background-color: rgba(232,232,232,.8)">yes</span>'))[1:]
    assert isinstance(ground, Shape) and isinstance(word, Lettering)
    assert ground.fill.colour == "#e8e8e8" and ground.fill.opacity == pytest.approx(0.8)
    left, top, right, bottom = (value / PX for value in ground.curves.bounds())
    assert 40 < left < 55 and 65 < right < 80 and top == pytest.approx(24) and bottom == pytest.approx(36)


def test_no_line_is_longer_than_its_box():
    (item,) = words(html("a label without any end", box='width="60" height="12"'))
    assert item.width * item.matrix[0] <= 60 * PX + 1e-9 and item.fixed
