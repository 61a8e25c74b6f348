"""Text on the lines of the paper."""

import pytest

from sketchsvg import Sheet, section, table, text
from sketchsvg.pipeline import compose as composed
from tests.blocks.reading import assert_tidy, lines_of

WORDS = "손으로 쓴 글은 종이 위에서 살아 움직이는 것처럼 보인다. A page that looks written by hand stands on its lines."


def paragraphs(root):
    return [frame for frame in root.walk() if frame.block.kind == "text"]


@pytest.mark.parametrize("share", [20, 31, 43, 57])
def test_every_baseline_is_a_line_of_the_paper(share):
    pair = [section(name, text(WORDS * 6, on_lines=True)) for name in ("One", "Two")]
    root = composed(Sheet(pair[0].share(share) / pair[1].share(100 - share)))
    pitch = root.setting.theme.paper.pitch
    for frame in paragraphs(root):
        assert len(frame.lines) > 3
        for line in frame.lines:
            assert line.baseline / pitch == pytest.approx(round(line.baseline / pitch), abs=1e-9)
    assert_tidy(root)


def test_where_it_was_not_asked_for_nothing_moves():
    root = composed(Sheet(section("One", text(WORDS), table(None, ("a", "b")))))
    pitch = root.setting.theme.paper.pitch
    (frame,) = paragraphs(root)
    steps = {round(b.baseline - a.baseline, 6) for a, b in zip(frame.lines[:-1], frame.lines[1:], strict=True)}
    assert len(lines_of(root)) > 3
    assert steps != {pitch}


def test_a_size_that_cannot_follow_the_lines_keeps_its_own_leading(compose, setting):
    large = type(setting)(setting.theme, setting.hand, setting.accent, size=14.0)
    box, own = text(WORDS, on_lines=True).composed(80, large), text(WORDS).composed(80, large)
    assert [line.rect for line in box.lines] == [line.rect for line in own.lines]
