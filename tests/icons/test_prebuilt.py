import numpy as np
import pytest

from sketchsvg.icons import icon
from sketchsvg.icons.find import drawn, icon_names
from sketchsvg.icons.prebuilding import content
from sketchsvg.icons.prebuilt import FILE, LONGEST, prebuilt


def test_the_file_is_what_the_drawings_give():
    assert FILE.read_bytes() == content(), "Run: python -m sketchsvg.icons.prebuilding"


def test_every_icon_comes_along_and_is_the_drawn_one():
    names = icon_names()
    assert max(map(len, names)) <= LONGEST
    for name in names[::29]:
        brought, made = prebuilt(name), drawn(name)
        assert np.array_equal(brought.points, made.points)
        assert np.array_equal(brought.starts, made.starts)
        assert not brought.points.flags.writeable


@pytest.mark.parametrize("name", ["", "zzzz", "a", "banan", "bananass", "a" * 60, "é"])
def test_what_it_does_not_bring_is_none(name):
    assert prebuilt(name) is None


def test_an_icon_newer_than_the_file_is_read_from_its_drawing(monkeypatch):
    monkeypatch.setattr("sketchsvg.icons.find.prebuilt", lambda name: None)
    from sketchsvg.icons.find import _icon_called

    _icon_called.cache_clear()
    read = icon("banana").curves
    _icon_called.cache_clear()
    monkeypatch.undo()
    assert np.array_equal(read.points, icon("banana").curves.points)
