import itertools

import pytest

from sketchsvg.blocks.text import text
from sketchsvg.blocks.turning import turned
from sketchsvg.frame import POINT
from tests.blocks.reading import marks_of


def writings(frame):
    return [mark for mark in marks_of(frame) if mark.writing is not None]


def test_words_are_those_of_the_author_in_their_places(compose):
    frame = compose(text("모델 **가중치의** 숫자"), 80)
    words = [word for mark in writings(frame) for word in mark.writing.words]
    assert [word.text for word in words] == ["모델", "가중치의", "숫자"]
    assert [word.space for word in words] == [True, True, False]
    xs = [word.x for word in words]
    assert xs == sorted(xs)
    for before, after in itertools.pairwise(words):
        assert before.x + before.width < after.x


def test_a_word_in_two_styles_stays_one_word(compose):
    frame = compose(text("**마크다운**을 쓴다"), 80)
    words = [word for mark in writings(frame) for word in mark.writing.words]
    assert [(word.text, word.space) for word in words] == [("마크다운", False), ("을", True), ("쓴다", False)]
    assert words[0].x + words[0].width == pytest.approx(words[1].x, abs=0.2)


def test_bold_is_heavier_and_signs_have_their_colour(compose, setting):
    frame = compose(text("a **b** ✓"), 80)
    plain, bold, tick = writings(frame)
    assert bold.width > plain.width
    assert tick.colour == setting.theme.written["leaf"]


def test_emphasis_lies_under_the_words(compose):
    frame = compose(text("==빛== [주소](https://example.org) ~~지움~~ `x`"), 80)
    marks = {mark.key.rsplit("/", 1)[-1]: mark for mark in marks_of(frame)}
    words = {mark.writing.text: mark for mark in writings(frame)}
    left, _, right, _ = marks["highlight"].curves.bounds()
    word = words["빛"].writing.words[0]
    assert left < word.x and right > word.x + word.width
    assert marks["highlight"].layer < words["빛"].layer
    assert {"link", "struck", "code"} <= set(marks)


def test_icons_are_words_for_those_who_copy_them(compose):
    frame = compose(text("go 💻 now"), 80)
    (icon,) = [mark for mark in writings(frame) if mark.writing.text == "💻"]
    assert icon.writing.words[0].text == "💻"
    left, top, right, bottom = icon.curves.bounds()
    assert right - left <= icon.writing.em * 1.1
    assert bottom - top <= icon.writing.em * 1.1


def test_strokes_stand_on_their_line(compose, setting):
    frame = compose(text("한글 Text"), 80)
    (mark,) = writings(frame)
    (line,) = frame.lines
    em = setting.body * POINT
    left, top, right, bottom = mark.curves.bounds()
    assert line.rect.x - 0.1 * em < left and right < line.rect.right + 0.1 * em
    assert line.baseline - 0.95 * em < top and bottom < line.baseline + 0.3 * em


def test_turning_keeps_lengths_and_turns_words_with_their_strokes(compose):
    from msgspec.structs import replace

    frame = replace(compose(text("한글 Text"), 80), turn=90.0)
    (mark,) = writings(frame)
    other = turned(mark, frame)
    x, y = frame.rect.centre
    assert other.curves.points[:, 0] - x == pytest.approx(-(mark.curves.points[:, 1] - y))
    assert other.curves.points[:, 1] - y == pytest.approx(mark.curves.points[:, 0] - x)
    word, old = other.writing.words[0], mark.writing.words[0]
    assert (word.width, word.angle) == (old.width, 90.0)
    assert word.y - y == pytest.approx(old.x - x)
