"""White between letters: side bearings for each glyph and kerning for each pair, measured on their profiles.

The eye evens out areas, not gaps. Two letters stand right when the white between them, over the height where
both have a side, equals that between two stems; a hollow deeper than the eye counts (``REACH``) is white no
longer. All figures are thousandths of an em.
"""

from __future__ import annotations

from functools import lru_cache

from sketchsvg.text.glyph import Glyph
from sketchsvg.text.latin.profile import BANDS, EMPTY, Profile, profile

#: Distance of two neighbouring stems, by class.
STEMS = {"small": 218, "capital": 240, "digit": 225, "sign": 196}
#: Bands in which a class has its sides: x-height, cap height; a sign is measured where it has ink.
ZONES = {"small": range(16, 29), "capital": range(9, 29), "digit": range(9, 29)}
#: White deeper than this is not seen as part of the gap.
REACH = 300
#: How much of the measured white is given back: 1 would set rounds as tight as the area says, which looks
#: clogged.
SHARE = 0.8
#: No two centrelines at one height come nearer than this.
NEAREST = 140
#: Kerning never moves a letter further.
FURTHEST = 120

#: Signs that take part in kerning; anything else (arrows, ticks, boxes) keeps its distance.
KERNED_SIGNS = frozenset(".,:;!?'\"‘’“”„‚‹›«»()[]{}/\\-–—…·*°™®©&%#@_|+=")


def kind(char: str) -> str | None:
    """The class of ``char`` for spacing; None when it takes no part."""
    if char.isdigit() and char.isascii():
        return "digit"
    if char.isalpha() and ord(char) < 0x2000:
        return "capital" if char.isupper() else "small"
    return "sign" if char in KERNED_SIGNS else None


def bearings(shape: Profile, of: str) -> tuple[int, int]:
    """White to the left and right of a glyph of class ``of``, as if it stood between stems."""
    zone = _zone(shape, of)
    left_edge, right_edge = min(shape.left), max(shape.right)
    left = [min(shape.left[i] - left_edge, REACH // 2) for i in zone]
    right = [min(right_edge - shape.right[i], REACH // 2) for i in zone]
    half = STEMS[of] / 2
    return (
        max(35, round(half - SHARE * sum(left) / len(left))),
        max(35, round(half - SHARE * sum(right) / len(right))),
    )


def pair_kerning(left: Glyph, left_kind: str, right: Glyph, right_kind: str) -> float:
    """How much nearer (negative) or further ``right`` stands after ``left``, in em."""
    if left_kind == right_kind == "digit":
        return 0.0
    before, after = _shape(left), _shape(right)
    zone = [i for i in _zone(before, left_kind) if i in _zone(after, right_kind)]
    zone = [i for i in zone if before.right[i] > -EMPTY or after.left[i] < EMPTY]
    advance = round(left.advance * 1000)
    gaps = [
        advance - before.right[i] + after.left[i]
        for i in range(BANDS)
        if before.right[i] > -EMPTY and after.left[i] < EMPTY
    ]
    move = 0
    if zone:
        edge = max(before.right[i] for i in zone)
        start = min(after.left[i] for i in zone)
        if edge > -EMPTY and start < EMPTY:
            white = [min(edge - before.right[i] + after.left[i] - start, REACH) for i in zone]
            wanted = (STEMS[left_kind] + STEMS[right_kind]) / 2 - SHARE * sum(white) / len(white)
            move = round(wanted - (advance - edge + start))
    if gaps:
        move = max(move, NEAREST - min(gaps))
    return max(-FURTHEST, min(FURTHEST, move)) / 1000


def _zone(shape: Profile, of: str) -> range | list[int]:
    if of in ZONES:
        return ZONES[of]
    return [i for i in range(BANDS) if shape.left[i] < EMPTY]


@lru_cache(maxsize=1024)
def _shape(glyph: Glyph) -> Profile:
    return profile(glyph.curves)
