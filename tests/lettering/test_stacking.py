"""Marks that no composed letter has are set over, under and through the letter before them."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from sketchsvg.lettering.hand import Hand
from sketchsvg.lettering.latin import accents
from sketchsvg.lettering.prebuilt import COMBINING
from sketchsvg.lettering.skeleton import clusters
from sketchsvg.theme import load_hand

HAT, DOT, BAR, TWO_DOTS, ARROW, UNDER = "\u0302", "\u0307", "\u0304", "\u0308", "\u20d7", "\u0331"
# Its letters do not come along merged, as those of the everyday hand do: they are the same under a mark.
HAND = Hand(load_hand("neat"))


def parts(base: str, marks: str, hand: Hand = HAND) -> tuple[np.ndarray, np.ndarray]:
    """The points of a letter and those of what its marks add to it."""
    plain, whole = hand.write(base).curves.points, hand.write(base + marks).curves.points
    assert (whole[: len(plain)] == plain).all()
    return plain, whole[len(plain) :]


def test_the_marks_are_those_of_the_tables() -> None:
    assert {*accents.ABOVE, *accents.BELOW, *accents.THROUGH} == COMBINING
    assert accents.WIDE.keys() <= COMBINING


@pytest.mark.parametrize("base", "xqmpnovwzXQBDEMNW2θωβλΩ∇가를")
@pytest.mark.parametrize("mark", [HAT, DOT, BAR, TWO_DOTS, ARROW])
def test_a_mark_stands_over_any_letter_without_touching_it(base: str, mark: str) -> None:
    letter, drawn = parts(base, mark)
    assert drawn[:, 1].max() <= letter[:, 1].min() - 0.05
    assert drawn[:, 1].min() >= -1.15
    # Its middle is near that of the top of the letter.
    assert letter[:, 0].min() - 0.06 < drawn[:, 0].min() and drawn[:, 0].max() < letter[:, 0].max() + 0.14


@pytest.mark.parametrize("hand", ["note", "neat", "quick", "caps", "mono", "child"])
def test_no_mark_makes_a_letter_wider(hand: str) -> None:
    writer = Hand(load_hand(hand))
    for text, plain in (("x̂", "x"), ("m̄n̈", "mn"), ("a⃗V̂A", "aVA"), ("q̇̂̄.", "q."), ("i̱̇", "i"), ("가̂", "가")):
        assert writer.advance(text) == pytest.approx(writer.advance(plain))
        assert writer.write(text).width == pytest.approx(writer.write(plain).width)
        assert len(writer.write(text).origins) == len(plain)


def test_a_slanted_hand_moves_a_mark_along_the_slant() -> None:
    upright, slanted = Hand(load_hand("neat")), Hand(load_hand("quick"))
    for base in "xE":
        shifts = []
        for hand in (upright, slanted):
            letter, drawn = parts(base, DOT, hand)
            shifts.append((drawn[:, 0].min() + drawn[:, 0].max() - letter[:, 0].min() - letter[:, 0].max()) / 2)
        assert shifts[1] > shifts[0]


def test_several_marks_are_stacked() -> None:
    _, one = parts("x", HAT)
    _, two = parts("x", HAT + BAR)
    assert two[:, 1].min() < one[:, 1].min() - 0.08
    assert (two[: len(one)] == one).all()
    letter, under = parts("y", UNDER)
    assert under[:, 1].min() > letter[:, 1].max() + 0.05


def test_dotted_letters_lose_their_dot_and_keep_their_place() -> None:
    dotted, hatted = HAND.write("j"), HAND.write("j" + BAR)
    assert len(hatted.curves) == len(dotted.curves)
    assert hatted.curves.points[0] == pytest.approx(dotted.curves.points[0])


def test_lines_and_arrows_are_as_wide_as_their_letter() -> None:
    widths = [float(np.ptp(parts(base, ARROW)[1][:, 0])) for base in "nmW"]
    assert widths == sorted(widths) and widths[0] < widths[2] - 0.1


def test_composed_letters_stay_composed() -> None:
    for letter in "éÅçřǘậṩ":
        decomposed = unicodedata.normalize("NFD", letter)
        assert len(HAND.write(decomposed).curves) == len(HAND.write(letter).curves)
        assert HAND.advance(decomposed) == pytest.approx(HAND.advance(letter))


def test_a_mark_over_nothing_is_drawn_all_the_same() -> None:
    assert clusters("x" + HAT + " " + DOT) == ["x" + HAT, "", " ", DOT]
    assert clusters(HAT + "x") == [HAT, "x"]
    assert len(HAND.write(HAT + "a").curves) == len(HAND.write("a").curves) + 1


def test_letters_beside_a_marked_one_keep_their_kerning() -> None:
    assert HAND.advance("V" + HAT + "A") == pytest.approx(HAND.advance("VA"))
    assert HAND.advance("VA") < HAND.advance("V") + HAND.advance("A")
