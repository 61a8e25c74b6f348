"""Bold letters keep their counters: the clearance of a letter is measured, and its pen made to fit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from sketchsvg.blocks.dense import weights_of
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, line, rectangle
from sketchsvg.lettering.clearance import FREE, MORE_IN_RING, WHITE, WHITE_AHEAD, clearance
from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.hangul.compose import jamo_of
from sketchsvg.lettering.prebuilding import common_syllables
from sketchsvg.lettering.prebuilt import prebuilt
from sketchsvg.theme import load_hand
from tests.lettering.test_hangul_counters import HOLES, drawn

BOLD, HEAD = 0.106, 0.125


def brought(char: str) -> float:
    """The clearance that the package brings along."""
    glyph = prebuilt(char, "print", 0)
    assert glyph is not None and glyph.clearance is not None
    return glyph.clearance


def test_lines_side_by_side_leave_their_distance_less_the_white() -> None:
    two = Curves.joined([line(0, 0, 0.5, 0), line(0, 0.12, 0.5, 0.12)])
    assert clearance(two) == pytest.approx(0.12 - WHITE)
    assert clearance(Curves.joined([two, line(0, 0.22, 0.5, 0.22)])) == pytest.approx(0.10 - WHITE)
    assert clearance(line(0, 0, 0.5, 0)) == FREE
    assert clearance(Curves.empty()) == FREE


def test_a_ring_needs_more_room_than_a_box() -> None:
    ring, box = clearance(ellipse(0, 0, 0.1, 0.08)), clearance(rectangle(Rect(0, 0, 0.4, 0.16)))
    assert ring == pytest.approx(0.16 - WHITE - MORE_IN_RING, abs=0.004)
    assert box == pytest.approx(0.16 - WHITE - MORE_IN_RING, abs=0.004)
    assert clearance(ellipse(0, 0, 0.3, 0.3)) == FREE


def test_strokes_that_part_where_they_meet_and_such_as_touch_do_not_count() -> None:
    assert clearance(Curves.joined([line(0, 0, 0.5, 0.1), line(0, 0, 0.3, 0.6)])) == FREE
    assert clearance(Curves.joined([line(0, 0, 0.5, 0), line(0.25, 0.05, 0.25, 0.3)])) == FREE


def test_an_end_keeps_off_what_it_points_at() -> None:
    pointing = Curves.joined([line(0, 0, 0.5, 0), line(0.25, 0.11, 0.25, 0.5)])
    assert clearance(pointing) == pytest.approx(0.11 - WHITE_AHEAD, abs=0.001)


@pytest.mark.parametrize("pen", [BOLD, HEAD])
def test_no_stroke_of_a_bold_syllable_closes_up_with_another(pen: float) -> None:
    hand, closed = Hand(), []
    for char in common_syllables():
        written = hand.write(char, bold=True)
        weights = weights_of(written, pen)
        used = pen if weights is None else pen * float(weights[0])
        free = brought(char)
        # A hundredth of an em of white at least, between the nearest strokes of the densest: 0.03 mm at 8 pt.
        if free + WHITE - used < 0.0085:
            closed.append((char, free, used))
    assert closed == []


def test_the_counters_of_the_densest_bold_syllables_are_open() -> None:
    dense = sorted(common_syllables(), key=brought)[:200]
    hand, wrong = Hand(), []
    for char in dense:
        weights = weights_of(hand.write(char, bold=True), BOLD)
        paper, count = ndimage.label(~drawn(char, BOLD if weights is None else BOLD * float(weights[0])))
        holes = int((np.bincount(paper.ravel(), minlength=count + 1)[1:] > 6).sum()) - 1
        if holes < sum(HOLES.get(part, 0) for part in jamo_of(char)):
            wrong.append((char, holes))
    assert wrong == []


def test_light_syllables_and_ordinary_writing_keep_their_pen() -> None:
    hand = Hand()
    assert weights_of(hand.write("가는 나라", bold=True), BOLD) is None
    assert weights_of(hand.write("뷁훌", bold=False), BOLD) is None
    weights = weights_of(hand.write("가뷁나", bold=True), BOLD)
    assert weights is not None and weights[1] < weights[0] == weights[2] == 1.0


@pytest.mark.parametrize("name", ["quick", "child", "neat", "caps"])
def test_every_hand_knows_its_dense_syllables(name: str) -> None:
    hand = Hand(load_hand(name))
    free = hand.write("이뷁", bold=True).clearances
    assert free is not None and free[1] < BOLD * 1.1 < free[0]


def test_the_file_brings_what_would_be_measured() -> None:
    for char in "뚫훌가한A8":
        glyph = prebuilt(char, "print", 0)
        assert glyph is not None
        assert brought(char) == pytest.approx(clearance(glyph.curves), abs=0.004)
