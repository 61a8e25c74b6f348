"""Pictures of pixels: frames, what they say, and clips around them."""

import pytest

from sketchsvg.readers.svg.items import Lettering
from tests.readers.svg.reading import PX, box, items, shapes, words

IMAGE = '<image href="x.png" x="10" y="10" width="60" height="40" {}'


def test_what_a_picture_shows_is_written_in_its_foot():
    (caption,) = words(IMAGE.format('aria-label="A  red\nbicycle"/>'))
    assert caption.text == "A red bicycle" and caption.anchor == 0.5 and caption.matrix[4] == pytest.approx(40 * PX)
    frame, foot, cross = shapes(IMAGE.format("><title>A red bicycle</title></image>"))
    assert box(frame) == (10, 10, 70, 50) and box(cross)[3] == box(foot)[1] < caption.matrix[5] / PX < 50


def test_long_words_are_cut_and_small_pictures_say_nothing():
    (caption,) = words(IMAGE.format(f'aria-label="{"word " * 40}"/>').replace('width="60"', 'width="600"'))
    assert len(caption.text) <= 80 and caption.text.endswith("…")
    assert words(IMAGE.format('aria-label="words"/>').replace('height="40"', 'height="4"')) == []


def test_no_words_are_left_of_a_picture_that_is_hidden():
    found = items(IMAGE.format('aria-label="words"/>') + '<rect x="8" y="8" width="70" height="60" fill="#ffe"/>')
    assert len(found) == 1 and not isinstance(found[0], Lettering)


def test_its_frame_follows_its_clip():
    clip = '<clipPath id="c"><rect x="20" y="20" width="30" height="99"/></clipPath>'
    frame, cross = shapes(clip + IMAGE.format('clip-path="url(#c)"/>'))
    assert box(frame) == (20, 20, 50, 50) and len(frame.clips) == 1 and len(cross.clips) == 2
    assert shapes(clip.replace('"20" y', '"90" y') + IMAGE.format('clip-path="url(#c)"/>')) == []
