"""Blocks of code: every character as typed, in columns, long lines behind a hook."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg.blocks.code import code, code_hand, wrapped
from sketchsvg.errors import LayoutError, SheetError
from sketchsvg.frame import POINT
from sketchsvg.lettering.hand import CODE_ADVANCE, hand_of
from tests.blocks.reading import assert_tidy, lines_of, marks_of, texts_of

HAND = code_hand(hand_of())
SNIPPET = """
    def hello(name):
        if name:

            print(f"**hi** `{name}` :star: ==x==")
    """


def test_it_is_drawn_as_typed(compose):
    frame = compose(code(SNIPPET), 150)
    assert texts_of(frame) == [
        "def hello(name):",
        "    if name:",
        '        print(f"**hi** `{name}` :star: ==x==")',
    ]
    first, second, third = lines_of(frame)
    assert third.baseline - second.baseline == pytest.approx(2 * (second.baseline - first.baseline))
    em = first.style.size * POINT
    assert second.rect.width == pytest.approx(len("    if name:") * CODE_ADVANCE * em)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(40, 190), st.floats(0, 10), st.sampled_from(["", "python"]))
def test_tidy_at_any_width_and_height(compose, width, more, language):
    frame = compose(code(SNIPPET, language), width)
    assert_tidy(frame)
    taller = compose(code(SNIPPET, language), width, frame.rect.height + more)
    assert taller.rect.height == pytest.approx(frame.rect.height + more)
    assert_tidy(taller)


@settings(max_examples=100, deadline=None)
@given(st.text("ab 가(=,", max_size=60), st.floats(7, 30))
def test_wrapping_loses_nothing(row, room):
    row = row.rstrip()
    parts = wrapped(row, room, HAND)
    assert "".join(part.text for part in parts).replace(" ", "") == row.replace(" ", "")
    assert [part.goes_on for part in parts] == [False] + [True] * (len(parts) - 1)
    for part in parts:
        assert part.begin + HAND.advance(part.text) <= room + 1e-9 or len(part.text.strip()) <= 1


def test_a_row_breaks_behind_a_comma_before_anything_else():
    parts = wrapped("call(alpha, beta=gamma)", 18 * CODE_ADVANCE + 1e-6, HAND)
    assert [part.text for part in parts] == ["call(alpha,", "beta=gamma)"]


def test_every_wrapped_line_has_a_hook(compose):
    frame = compose(code("one_name(two, three)\nfour"), 30)
    hooks = [mark for mark in marks_of(frame) if "/hook" in mark.key]
    assert len(hooks) == len(lines_of(frame)) - 2 > 0
    for hook, line in zip(hooks, lines_of(frame)[1:], strict=False):
        assert hook.curves.bounds()[2] < line.rect.x
        assert line.rect.y < hook.curves.bounds()[1]


def test_the_language_stands_in_the_corner(compose):
    frame = compose(code("x = 1", "python"), 60)
    line, tag = lines_of(frame)
    assert tag.words.text == "python"
    assert line.rect.right < tag.rect.x
    assert line.rect.y == pytest.approx(tag.rect.y)
    line, tag = sorted(lines_of(compose(code("x = 1234567890123", "python"), 42)), key=lambda row: -row.rect.y)
    assert tag.rect.bottom <= line.rect.y + 1e-6


def test_nothing_in_it_is_markup(compose):
    marks = marks_of(compose(code("`a` ==b== ~~c~~"), 80))
    assert not any(mark.key.endswith(("/highlight", "/code", "/struck")) for mark in marks)


def test_tabs_are_four_spaces(compose):
    assert texts_of(compose(code("a\n\tb"), 60)) == ["a", "    b"]


def test_what_cannot_be(compose):
    with pytest.raises(LayoutError, match="too narrow"):
        compose(code("x = 1"), 18)
    for wrong in ("", " \n ", 3):
        with pytest.raises(SheetError):
            code(wrong)


def test_frames_close_from_line_to_line_however_high_the_panel(compose):
    rows = "├─ a\n│  ├─ b\n└─ c"
    framed, plain = (compose(code(said), 80, 120) for said in (rows, "a\nb\nc"))
    (first, second, _), (above, below, _) = (
        sorted(line.baseline for line in lines_of(one) if line.words.text != "") for one in (framed, plain)
    )
    em = lines_of(framed)[0].style.size * POINT
    assert second - first <= 1.45 * em < below - above
