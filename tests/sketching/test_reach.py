"""Clips that cut nothing are taken away before anything is cut."""

import pytest
from msgspec.structs import replace

from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.readers.svg.errors import LimitError
from sketchsvg.readers.svg.items import Shape, Solid
from sketchsvg.readers.svg.limits import Budget
from sketchsvg.readers.svg.polygons import clip_of, rings_of
from sketchsvg.sketching.reach import without_idle_clips

PAGE = clip_of(rings_of(rectangle(Rect(0, 0, 100, 100))), "nonzero")
HALF = clip_of(rings_of(rectangle(Rect(0, 0, 50, 100))), "nonzero")


def shape(x, *clips):
    return Shape(f"s{x}", rectangle(Rect(x, 10, 20, 20)), Solid("#123456"), "nonzero", None, (PAGE, *clips))


def test_only_what_is_cut_keeps_its_clip():
    found = without_idle_clips([shape(10, HALF), shape(40, HALF), shape(70, HALF), shape(1)], Budget())
    assert [item.key for item in found] == ["s10", "s40", "s1"]
    assert [len(item.clips) for item in found] == [1, 2, 1]


def test_a_clip_that_keeps_what_is_outside_is_the_other_way_round():
    hole = replace(HALF, outside=True)
    found = without_idle_clips([shape(10, hole), shape(40, hole), shape(70, hole)], Budget())
    assert [(item.key, len(item.clips)) for item in found] == [("s40", 2), ("s70", 1)]


def test_cuts_are_counted():
    with pytest.raises(LimitError, match="cut too many edges"):
        without_idle_clips([shape(40, HALF)] * 7_000, Budget())
