"""The consonants at the foot of a syllable: single ones and the eleven pairs."""

from __future__ import annotations

from functools import cache

import numpy as np

from sketchsvg.lettering.hangul.jamo import skeleton
from sketchsvg.lettering.hangul.notation import Skeleton
from sketchsvg.lettering.hangul.shapes import PLAIN, Shapes

#: Pairs: left and right consonant, where the left one ends and the right one begins (shares of the width).
PAIRS: dict[str, tuple[str, str, float, float]] = {
    "ㄳ": ("ㄱ", "ㅅ", 0.36, 0.54),
    "ㄵ": ("ㄴ", "ㅈ", 0.35, 0.54),
    "ㄶ": ("ㄴ", "ㅎ", 0.36, 0.51),
    "ㄺ": ("ㄹ", "ㄱ", 0.43, 0.61),
    "ㄻ": ("ㄹ", "ㅁ", 0.43, 0.62),
    "ㄼ": ("ㄹ", "ㅂ", 0.43, 0.62),
    "ㄽ": ("ㄹ", "ㅅ", 0.40, 0.57),
    "ㄾ": ("ㄹ", "ㅌ", 0.42, 0.62),
    "ㄿ": ("ㄹ", "ㅍ", 0.40, 0.57),
    "ㅀ": ("ㄹ", "ㅎ", 0.41, 0.57),
    "ㅄ": ("ㅂ", "ㅅ", 0.36, 0.53),
}


@cache
def final_skeleton(final: str, shapes: Shapes = PLAIN) -> Skeleton:
    """The skeleton of a single or double final in a unit box."""
    if final not in PAIRS:
        return shapes.of(final, "final", 1)
    left, right, left_end, right_start = PAIRS[final]
    first, second = skeleton(left, "half"), skeleton(right, "half")
    points = np.concatenate(
        (
            first.points * np.array((left_end, 1.0)),
            second.points * np.array((1.0 - right_start, 1.0)) + np.array((right_start, 0.0)),
        )
    )
    points.setflags(write=False)
    return Skeleton(points, np.concatenate((first.lengths, second.lengths)), False)
