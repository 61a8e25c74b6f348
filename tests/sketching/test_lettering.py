"""Words fitted to the room they had."""

import pytest

from sketchsvg.errors import SheetError
from sketchsvg.roughening import roughen
from sketchsvg.sketching.lettering import fitted, writable
from tests.readers.svg.reading import PX, svg


def written(inner):
    (mark,) = roughen(svg(inner, 'width="600" height="300"')).scene.marks
    return mark


def width(mark):
    left, _, right, _ = mark.curves.bounds()
    return (right - left) / PX


def test_narrower_first_then_smaller():
    assert (fitted(10, 9, False).size, fitted(10, 9, False).stretch) == (1.0, pytest.approx(0.9))
    tight = fitted(10, 5, False)
    assert tight.stretch == 0.8 and tight.size * tight.stretch == pytest.approx(0.5)
    assert fitted(10, 10.5, False).size == 1.05 and fitted(10, 99, False).size == pytest.approx(1.1)
    wide = fitted(10, 22, True)
    assert wide.size * wide.spread == pytest.approx(2.2) and wide.stretch == 1.25


@pytest.mark.parametrize("length", [40, 70, 120, 300])
def test_a_length_that_is_said_is_met(length):
    mark = written(f'<text x="10" y="50" font-size="20" textLength="{length}">length</text>')
    assert width(mark) == pytest.approx(length, abs=6)
    (word,) = mark.writing.words
    assert word.width / PX == pytest.approx(length, abs=0.5)


def test_words_of_the_text_layer_stand_where_they_are_written():
    mark = written('<text x="10" y="50" font-size="20" textLength="300">one two</text>')
    one, two = mark.writing.words
    assert (one.text, one.space, one.end) == ("one", True, False) and (two.text, two.end) == ("two", True)
    assert one.x / PX == pytest.approx(10) and two.x + two.width == pytest.approx(310 * PX, abs=0.3)
    assert two.x == pytest.approx(mark.writing.origins[3, 0], abs=0.3)


def test_turned_words():
    mark = written('<text transform="translate(100 200) rotate(-90)" font-size="20">up</text>')
    (word,) = mark.writing.words
    assert word.angle == -90 and word.x == pytest.approx(100 * PX) and word.size == pytest.approx(20 * PX, rel=0.11)
    left, top, right, bottom = mark.curves.bounds()
    assert bottom - top > right - left


def test_letters_along_a_curve_turn_with_it():
    path = '<path id="p" d="M50 150 A 100 100 0 0 1 250 150" fill="none"/>'
    mark = written(path + '<text font-size="20" text-anchor="middle"><textPath href="#p" startOffset="50%">round the bend</textPath></text>')
    first, *_, last = mark.writing.words
    assert first.angle < -20 and last.angle > 10
    assert (mark.writing.origins[:, 1] / PX < 110).all()


def test_underlines():
    drawing = roughen(svg('<text x="10" y="50" text-decoration="underline">word</text>'))
    _, line = drawing.scene.marks
    assert line.key.endswith("/underline") and line.curves.bounds()[1] > 50 * PX and line.writing is None


def test_what_cannot_be_written():
    assert writable("a\u200d\ufe0fb\tc\u65e5") == ("ab c□", "日")
    assert writable("가 é") == ("가 é", "")


def test_text_that_is_kept_is_escaped_and_in_svg_files_alone():
    from xml.etree import ElementTree

    inner = '<text x="50" y="20" text-anchor="middle" font-size="10" font-family="A&quot;&lt;b" font-weight="bold">a &lt;b&gt; &amp;</text>'
    drawing = roughen(svg(inner), text="keep")
    assert drawing.scene.marks == ()
    root = ElementTree.fromstring(drawing.to_svg())
    (text,) = root.iter("{http://www.w3.org/2000/svg}text")
    assert text.text == "a <b> &" and text.get("font-family") == 'A"<b' and text.get("text-anchor") == "middle"
    scale = 50 * PX
    assert float(text.get("font-size")) == pytest.approx(10 * scale, abs=0.01)
    place = [float(value) for value in text.get("transform")[7:-1].split()]
    assert place == pytest.approx([1, 0, 0, 1, 50 * scale, 20 * scale], abs=0.01)
    for write in (drawing.to_pdf, drawing.to_png):
        with pytest.raises(SheetError, match="cannot keep text"):
            write()
