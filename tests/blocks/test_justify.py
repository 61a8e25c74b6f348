"""Justified paragraphs: all lines but the last as long as the block is wide, words where the text layer says."""

import numpy as np
import pytest

from sketchsvg.blocks.text import text
from sketchsvg.blocks.writing import trace_lines
from tests.blocks.reading import assert_tidy, lines_of, texts_of

WORDS = "A page that looks **written by hand** should not be set by hand: ==lines end where== the eye rests, and words are never cut."


def test_lines_fill_the_width_and_say_the_same(compose):
    ragged, frame = compose(text(WORDS), 70), compose(text(WORDS, align="justify"), 70)
    *full, last = lines_of(frame)
    assert len(full) > 1
    for line in full:
        assert (line.rect.x, line.rect.right) == pytest.approx((0, 70), abs=1e-4)
    assert last.rect.right < 70
    assert " ".join(texts_of(frame)) == " ".join(texts_of(ragged))
    assert_tidy(frame)


def test_each_word_is_written_where_the_text_layer_has_it(compose):
    frame = compose(text(WORDS, align="justify"), 70)
    for mark in trace_lines(frame):
        if mark.writing is None:
            continue
        glyphs = [char for char in mark.writing.text if char != " "]
        assert len(mark.writing.origins) == len(glyphs)
        assert len(mark.writing.glyph_of_stroke) == len(mark.curves)
        at = 0
        for word in mark.writing.words:
            assert mark.writing.origins[at][0] == pytest.approx(word.x, abs=0.05 * mark.writing.em)
            at += len(word.text)
        left, _, right, _ = mark.curves.bounds()
        assert left >= -0.6
        assert right <= 70.6


def test_only_spaces_grow(compose):
    """The glyphs of a stretched word keep the distances that they have in a ragged line."""
    frame = compose(text("aaa bbb ccc ddd eee fff", align="justify"), 22)
    mark = next(mark for mark in trace_lines(frame) if mark.writing)
    steps = np.diff(mark.writing.origins[:, 0])
    letters = [step for place, step in enumerate(steps) if place % 3 != 2]
    spaces = [step for place, step in enumerate(steps) if place % 3 == 2]
    assert min(spaces) > max(letters)
