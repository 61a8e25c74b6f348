"""No two equal letters of a page are equal in ink, and yet the text stays steady."""

from itertools import combinations

import numpy as np
import pytest

from sketchsvg.ink import ink
from sketchsvg.writing import write


def inked_letters(char, hand, count=36):
    """The ink of a text of one letter over and over: each letter's strokes, moved to where its own ink begins."""
    page = ink(write(f"{char} " * count, size=12, width=70, hand=hand).scene)
    strokes = [stroke for path in page.paths for stroke in path.curves.strokes()]
    return [stroke - stroke[0] for stroke in strokes], strokes


@pytest.mark.parametrize("hand", ["note", "neat", "quick", "child"])
@pytest.mark.parametrize("char", ["o", "ㅇ"])
def test_no_two_equal_letters_have_equal_ink(hand, char):
    shapes, _ = inked_letters(char, hand)
    assert len(shapes) == 36
    for one, other in combinations(shapes, 2):
        assert len(one) != len(other) or np.abs(one - other).max() > 1e-3


def test_the_text_stays_steady_and_a_child_does_not():
    spread = {}
    for hand in ("neat", "note", "child"):
        _, strokes = inked_letters("ㅣ", hand)
        heights = np.array([np.ptp(stroke[:, 1]) for stroke in strokes])
        spread[hand] = heights.std() / heights.mean()
    assert spread["neat"] < spread["note"] < spread["child"] < 0.08
