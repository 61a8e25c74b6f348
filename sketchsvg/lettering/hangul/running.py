"""Syllables of a pen in haste: consonants in fewer strokes, and strokes that run on into the next.

What is written here is what a fast pen leaves on the paper: a tick that leaves its stem in a bend, a bar that swings
round to its tail, a stem that runs into the ring below it. Nothing is drawn twice and no hairlines are added, so that
a joined syllable has the grey of any other.
"""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.lettering.hangul.vowels import Piece, Point

#: Consonants as they are written in one go, by place; notation and places are those of ``jamo.FORMS``.
RUNNING: dict[str, dict[str, tuple[str, ...]]] = {
    "ㄷ": {
        "side": ("32x42: 2,7 46,4 93,1; 8,7 4,50 9,88 /8 50,100 100,88",
                 "32x42: 95,2 50,3 3,7 /1 4,50 9,88 /8 50,100 100,88"),
        "short": ("32x27: 2,7 46,4 93,1; 8,7 4,50 9,88 /6 50,100 100,87",
                  "32x27: 95,2 50,3 3,7 /1 4,50 9,88 /6 50,100 100,87"),
        "top": ("44x23: 1,7 50,4 95,1; 7,7 3,50 8,90 /6 50,101 100,91",
                "44x23: 95,2 50,3 2,7 /1 3,50 8,90 /6 50,101 100,91"),
    },
    "ㄹ": {
        "side": ("32x50: 4,8 42,1 84,6 88,24 60,42 18,54 2,76 22,98 60,99 100,89",
                 "32x50: 4,6 45,2 87,1 /6 90,24 85,46 /5 48,48 8,51 /5 4,74 7,95 /8 46,99 100,89"),
        "short": ("32x34: 4,8 42,1 86,6 90,24 60,42 16,54 2,77 24,99 60,100 100,90",
                  "32x34: 4,6 45,2 87,1 /5 90,24 86,46 /4 48,48 8,51 /4 4,74 7,95 /7 46,99 100,90"),
        "top": ("43x26: 4,7 48,0 88,5 93,24 62,43 16,55 2,78 26,100 62,101 100,92",
                "43x26: 4,5 48,1 91,1 /5 94,24 90,47 /4 48,49 8,51 /4 5,74 8,96 /6 50,99 100,93"),
    },
    "ㅁ": {
        "side": ("31x37: 7,-5 5,46 8,93 /4 50,98 91,96 /4 95,50 95,4 /4 50,2 0,8",
                 "31x37: 5,4 5,50 8,94 /4 50,98 92,96; 5,6 50,2 95,1 /4 95,48 91,101"),
        "top": ("38x22: 6,-7 4,46 7,96 /3 50,98 93,98 /3 97,50 97,3 /3 50,1 -1,8",
                "38x22: 4,3 5,50 7,97 /3 50,98 94,98; 4,5 50,1 96,0 /3 96,48 93,102"),
    },
    "ㅂ": {
        "side": ("31x46: 5,2 5,50 10,96 /8 50,99 88,95 /8 92,50 95,0; 8,52 50,49 92,46",
                 "31x46: 4,3 4,54 12,97; 95,0 94,56 90,86 /7 50,98 14,97 /2 8,74 12,56 /6 50,50 90,48"),
        "top": ("38x25: 4,2 5,50 9,97 /6 50,99 90,96 /6 94,50 96,0; 7,52 50,50 94,48",),
    },
    "ㅅ": {
        "side": ("35x50: 58,0 48,40 24,74 2,94 /2 26,72 48,56 /6 68,74 96,92",),
        "short": ("35x32: 57,0 47,40 24,74 2,94 /2 26,72 48,56 /5 68,76 98,94",),
        "top": ("46x24: 53,0 44,42 24,74 0,95 /2 26,74 47,58 /4 70,78 100,95",),
    },
    "ㅈ": {
        "side": ("35x47: 2,9 46,5 88,3 /4 62,44 32,76 2,97 /2 30,76 52,62 /5 70,78 98,93",),
        "short": ("35x30: 2,9 46,5 89,3 /4 60,46 32,76 2,97 /2 30,78 52,64 /4 72,80 100,95",),
        "top": ("46x23: 3,9 48,4 90,2 /4 60,46 30,76 0,97 /2 28,80 50,66 /4 72,82 100,96",),
    },
    "ㅊ": {
        "side": ("36x62: 42,0 60,6; 2,32 48,29 91,27 /3 68,56 40,80 0,99; 54,68 70,82 98,94",),
        "short": ("36x39: 42,0 60,9; 2,35 48,32 92,30 /3 66,56 38,80 0,99; 52,70 71,84 100,96",),
        "top": ("46x34: 40,0 60,9; 3,43 50,40 92,38 /3 64,64 38,82 0,99; 54,73 74,86 100,97",),
    },
    "ㅌ": {
        "side": ("32x50: 90,0 50,1 10,4 /3 5,48 10,90 /7 50,99 100,88; 9,50 44,48 82,45",),
        "short": ("32x34: 90,0 50,1 10,4 /3 5,48 10,90 /6 50,100 100,89; 9,50 44,48 82,45",),
        "top": ("43x26: 92,0 50,1 8,5 /3 4,48 8,91 /5 50,101 100,92; 8,50 46,49 84,47",),
    },
    "ㅎ": {
        "side": ("36x62: 40,0 60,6; 2,32 50,29 92,26 /6 46,48 14,63 6,82 30,100 66,99 88,82 78,60 50,50 34,50",
                 "36x62: 40,0 62,6; 1,31 50,28 96,26; O 50,74 41,26"),
        "short": ("36x42: 40,0 60,9; 2,36 50,33 92,30 /5 46,52 18,65 12,84 34,100 66,99 86,84 78,66 52,56 36,56",
                  "36x42: 40,0 62,8; 1,34 50,31 97,29; O 50,78 35,22"),
        "top": ("46x36: 38,0 62,7; 2,31 50,29 98,27; O 50,80 28,20",),
    },
    "ㅇ": {
        "side": ("o34x36: 62,4 30,4 4,34 6,72 38,98 74,90 98,58 90,20 58,0 40,8",
                 "34x36: O 50,50 50,50"),
    },
}  # fmt: skip

#: How long the bend is with which a tick leaves its stem, or meets it, em: of a tick alone, and where two are near.
BEND, NARROW_BEND = 0.13, 0.055
#: No bend is longer than this share of its tick.
MOST = 0.75
#: A tick belongs to the stem or bar that it begins or ends within this of, em.
NEAR = 0.035
#: No stroke runs on to one that begins further away than this, across or down, em.
FURTHEST = 0.24
#: Finals that begin near the foot of a stem, and near that of a tail.
UNDER_STEM, UNDER_TAIL = frozenset("ㅇ"), frozenset("ㅇㅅ")


def run_on(pieces: list[Piece]) -> list[Piece]:
    """The strokes of a vowel with bends where one runs on into the next: a tick out of its stem, a tail out of its bar.

    The pen has come from the end of the stroke before, and goes to the start of the stroke after: a tick of ㅏ leaves
    the stem upwards, that of ㅓ runs up into it, the tail of ㅜ comes from the right end of its bar.
    """
    ticks = [index for index, piece in enumerate(pieces) if _is_tick(piece, pieces)]
    bent = list(pieces)
    for index in ticks:
        tick = pieces[index]
        before = [other for other in pieces[:index] if _touches(tick[0], other)]
        after = [other for other in pieces[index + 1 :] if _touches(tick[3], other)]
        reach = BEND if len(ticks) + len(before) + len(after) == 2 else NARROW_BEND
        reach = min(reach, MOST * _length(tick))
        if before:
            tick = _left_in_a_bend(tick, before[-1], reach)
        if after:
            tick = _left_in_a_bend(tick[::-1], after[0][::-1], reach)[::-1]
        bent[index] = tick
    return bent


def out_of_ring(pieces: list[Piece], right: float) -> list[Piece]:
    """The strokes of a vowel whose one tick begins on the ring before it, which ends at x = ``right``."""
    first, *others = pieces
    if not _is_level(first) or _is_level(others[0]):
        return pieces
    start = (right - 0.012, first[0][1])
    return [(start, (start[0] + 0.04, start[1] - 0.004), first[2], first[3]), *others]


def joint(before: Floats, after: Floats) -> Floats | None:
    """The two handles on the way from the end of one stroke to the start of the next; None where that is far."""
    begin, finish = before[-1], after[0]
    across, down = float(finish[0] - begin[0]), float(finish[1] - begin[1])
    if abs(across) > FURTHEST or not 0.0 < down < FURTHEST:
        return None
    return np.stack((begin + _along(before[-1] - before[-2], down), finish - _along(after[1] - after[0], abs(across))))


def _along(vector: Floats, distance: float) -> Floats:
    length = np.sqrt(vector[0] * vector[0] + vector[1] * vector[1])
    handle: Floats = vector * (0.5 * distance / length)
    return handle


def _length(piece: Piece) -> float:
    return abs(piece[3][0] - piece[0][0]) + abs(piece[3][1] - piece[0][1])


def _is_level(piece: Piece) -> bool:
    return abs(piece[3][0] - piece[0][0]) > abs(piece[3][1] - piece[0][1])


def _is_tick(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a piece is the shorter of two that stand across each other."""
    return any(_is_level(piece) != _is_level(other) and _length(piece) < _length(other) for other in pieces)


def _touches(point: Point, other: Piece) -> bool:
    """Whether a point lies on another piece, away from its ends."""
    across, along = (1, 0) if _is_level(other) else (0, 1)
    low, high = sorted((other[0][along], other[3][along]))
    return low + NEAR < point[along] < high - NEAR and abs(point[across] - other[1][across]) < NEAR


def _left_in_a_bend(piece: Piece, other: Piece, reach: float) -> Piece:
    """A tick that leaves ``other`` in a bend, coming from its end."""
    start, end = piece[0], piece[3]
    sign = 1.0 if (other[3][0] - other[0][0] if _is_level(other) else other[3][1] - other[0][1]) > 0 else -1.0
    if _is_level(other):
        start = (start[0] + sign * reach, other[2][1])
        corner = (piece[0][0], start[1])
    else:
        start = (other[2][0], start[1] + sign * reach)
        corner = (start[0], piece[0][1])
    return (
        start,
        (start[0] + 0.62 * (corner[0] - start[0]), start[1] + 0.62 * (corner[1] - start[1])),
        (corner[0] + 0.34 * (end[0] - corner[0]), corner[1] + 0.34 * (end[1] - corner[1])),
        end,
    )
