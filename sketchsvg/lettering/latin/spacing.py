"""White between letters: side bearings for each glyph and kerning for each pair, measured on their profiles.

Two letters stand right when the white between them looks like the white between two stems. The eye weighs the
narrow places of that white most, so the measure is a power mean of the gaps, with power -3, over the heights
where both letters have a side. Whole thousandths of an em throughout: the sums are exact on every machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import isqrt
from operator import add

from msgspec import Struct

from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.latin.profile import BAND, BANDS, EMPTY, Profile, profile

#: Distance of two neighbouring stems, by class.
STEMS = {"small": 216, "capital": 250, "digit": 225, "sign": 212}
#: Bands (from, to) in which a class has its sides: x-height, cap height. A sign is measured where it has ink.
ZONES = {"small": (16, 29), "capital": (9, 29), "digit": (9, 29)}
#: A hollow deeper than this is not seen as part of the gap.
REACH = 260
#: A side that is not straight lets its neighbour come this much nearer than equal white asks: rounds and points
#: look further away than they are. A side is straight where it lies within ``FLAT`` of its edge.
EASE = {"small": 26, "capital": 10, "digit": 10, "sign": 0}
FLAT = 20
#: No two centrelines at one height come nearer than this; capitals keep room for a marker.
NEAREST = 145
NEAREST_CAPITALS = 186
ASLANT_CAPITALS = 212
#: White that every letter keeps beside a space or a Hangul syllable; kerning takes it back between letters.
LEAST_BEARING = 55
#: The measure knows no gap narrower than this.
NARROWEST = 40
#: How often the measure of a pair is taken anew while it is brought to what is wanted.
ROUNDS = 4
#: Kerning never moves a letter further.
FURTHEST = 120
#: Nor a figure or its neighbour further than this: 9.9 keeps its point, and columns stay columns.
FURTHEST_FIGURES = 30
#: Bands over which strokes that lie aslant of each other are kept apart.
ASLANT = 4

#: Signs that take part in kerning; anything else (arrows, ticks, boxes) keeps its distance.
KERNED_SIGNS = frozenset(".,:;!?'\"‘’“”„‚‹›«»()[]{}/\\-‐‑–—…·*°™®©&%#@")

#: A pair that moves together by more than this is looked at aslant.
CLOSE = 12


class Sides(Struct, frozen=True):
    """What a letter shows its neighbours: white at each side in every band, its zone of bands and its class.

    ``left`` is from the origin to the ink, ``right`` from the ink to the advance; ``EMPTY`` and more where
    there is no ink. ``ease`` is how much nearer than equal white asks a neighbour may come.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    zone: tuple[int, int]
    kind: str
    ease_left: int
    ease_right: int


def kind(char: str) -> str | None:
    """The class of ``char`` for spacing; None when it takes no part."""
    if char.isdigit() and char.isascii():
        return "digit"
    if char.isalpha() and ord(char) < 0x2000:
        return "capital" if char.isupper() else "small"
    return "sign" if char in KERNED_SIGNS else None


def bearings(shape: Profile, of: str) -> tuple[int, int]:
    """White to the left and right of a glyph of class ``of``, as if it stood between stems."""
    first, last = _zone(shape, of)
    left_edge, right_edge = min(shape.left), max(shape.right)
    stem = STEMS[of]
    left = [min(edge - left_edge, REACH) + stem // 2 for edge in shape.left[first:last]]
    right = [min(right_edge - edge, REACH) + stem // 2 for edge in shape.right[first:last]]
    return (
        max(LEAST_BEARING, _move(left, stem - _ease(left, of))),
        max(LEAST_BEARING, _move(right, stem - _ease(right, of))),
    )


def sides(glyph: Glyph, of: str) -> Sides:
    """The sides of a spaced glyph of class ``of``."""
    shape = profile(glyph.curves)
    advance = round(glyph.advance * 1000)
    first, last = zone = _zone(shape, of)
    right = tuple(advance - edge for edge in shape.right)
    return Sides(shape.left, right, zone, of, _ease(shape.left[first:last], of), _ease(right[first:last], of))


def pair_kerning(before: Sides, after: Sides) -> float:
    """How much nearer (negative) or further a letter stands after another, in em."""
    gaps = [a + b for a, b in zip(before.right, after.left, strict=True)]
    narrowest = min(gaps)
    if narrowest >= EMPTY // 2:
        return 0.0
    move = 0
    facing = gaps[max(before.zone[0], after.zone[0]) : min(before.zone[1], after.zone[1])]
    if facing and (least := min(facing)) < EMPTY // 2:
        wanted = (STEMS[before.kind] + STEMS[after.kind]) // 2 - before.ease_right - after.ease_left
        move = _move([min(gap, least + REACH) for gap in facing], wanted)
    both = {before.kind, after.kind}
    move = max(move, (NEAREST_CAPITALS if both == {"capital"} else NEAREST) - narrowest)
    if move < -CLOSE:
        move = max(move, _aslant(before, after, ASLANT_CAPITALS if both == {"capital"} else NEAREST))
    furthest = FURTHEST_FIGURES if "digit" in both else FURTHEST
    return max(-furthest, min(furthest, move)) / 1000


def _aslant(before: Sides, after: Sides, nearest: int) -> int:
    """The least move that keeps ``nearest`` between strokes aslant of each other."""
    least = -FURTHEST
    for rise in range(1, ASLANT + 1):
        across = isqrt(max(0, nearest**2 - round(rise * BAND * 1000) ** 2))
        upward = min(map(add, before.right[rise:], after.left))
        downward = min(map(add, before.right, after.left[rise:]))
        least = max(least, across - min(upward, downward))
    return least


def _ease(side: Sequence[int], of: str) -> int:
    """How much nearer a neighbour may come to a side: ``EASE`` for a point, nothing for a stem."""
    edge = min(side)
    flat = sum([white - edge <= FLAT for white in side])
    return EASE[of] - EASE[of] * flat // len(side)


def _move(gaps: Sequence[int], wanted: int) -> int:
    """By how much all ``gaps`` must grow for their power mean to be ``wanted``."""
    least = NARROWEST - min(gaps)
    before = max(least, 0)
    missing_before = wanted - _mean(gaps, before)
    move = max(least, before + missing_before)
    # Growing the gaps by what the mean lacks nearly fills it; the secant settles the rest.
    for _ in range(ROUNDS):
        missing = wanted - _mean(gaps, move)
        if missing == missing_before or not missing:
            break
        before, move, missing_before = (
            move,
            max(least, move + missing * (move - before) // (missing_before - missing)),
            missing,
        )
    return move


def _mean(gaps: Sequence[int], move: int) -> int:
    """The power mean of ``gaps`` when each has grown by ``move``."""
    weight = _weights()
    mean = sum([weight[gap + move] for gap in gaps]) // len(gaps)
    return bisect_left(weight, mean, NARROWEST)


@cache
def _weights() -> list[int]:
    """How much a gap counts, by its width: its power -3 in whole numbers, negative so that they ascend."""
    return [-(10**12 // max(gap, NARROWEST) ** 3) for gap in range(1500)]


def _zone(shape: Profile, of: str) -> tuple[int, int]:
    if of in ZONES:
        return ZONES[of]
    inked = [i for i in range(BANDS) if shape.left[i] < EMPTY]
    return inked[0], inked[-1] + 1
