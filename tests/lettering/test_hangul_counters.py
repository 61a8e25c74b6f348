"""Drawn with the pen of its hand, every counter stays open and nothing grows together."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.hangul.compose import jamo_of
from tests.lettering.painting import daily_syllables, painted

PIXELS = 120
#: The pen of each set of shapes in em: that of body text by the weight of the hand.
PENS = {"print": 0.085, "neat": 0.080, "quick": 0.075}
HOLES = {**dict.fromkeys("ㅁㅂㅇㅍㅎㅒㄶㄻㄼㄿㅀㅄ", 1), "ㅃ": 2}
#: Pieces of ink of each jamo: how many parts of it never touch each other.
PIECES = {**dict.fromkeys("ㄲㄸㅃㅆㅉㅎㄳㄵㄺㄻㄼㄽㄾㄿㅄㅔㅖㅘㅙㅚㅝㅟㅢ", 2), **dict.fromkeys("ㄶㅀㅞ", 3)}
#: Syllables that no word has, with so many level lines that two of them touch.
CROWDED = frozenset("춶춿췋췛훦훯훷훻휂휋휓휗")
EVERY = [chr(code) for code in range(0xAC00, 0xD7A4)]


def drawn(char: str, pen: float = PENS["print"], forms: str = "print") -> np.ndarray:
    """True where there is ink, ``PIXELS`` an em."""
    return painted(syllable(char, forms).curves.strokes(), pen, PIXELS) > 0.5


def faults(chars: list[str], forms: str) -> list[tuple[str, str, int]]:
    found = []
    for char in chars:
        ink = drawn(char, PENS[forms], forms)
        paper, count = ndimage.label(~ink)
        holes = int((np.bincount(paper.ravel(), minlength=count + 1)[1:] > 6).sum()) - 1
        pieces = ndimage.label(ink, np.ones((3, 3)))[1]
        jamo = [part for part in jamo_of(char) if part]
        if holes != sum(HOLES.get(part, 0) for part in jamo):
            found.append((char, "holes", holes))
        # The quick hand goes on from the bar of ㅎ into its ring.
        if pieces < sum(1 if forms == "quick" and part == "ㅎ" else PIECES.get(part, 1) for part in jamo):
            found.append((char, "pieces", pieces))
    return found


@pytest.mark.parametrize("half", range(2))
@pytest.mark.parametrize("forms", PENS)
def test_counters_stay_open_and_parts_apart(forms: str, half: int) -> None:
    assert faults(daily_syllables()[half::2], forms) == []


@pytest.mark.parametrize("forms", PENS)
def test_so_they_do_in_all_syllables_but_a_dozen(forms: str) -> None:
    sample = sorted({*EVERY[::19], *CROWDED})
    assert {char for char, _, _ in faults(sample, forms)} <= CROWDED
