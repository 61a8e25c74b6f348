"""Drawn with the nominal pen, every counter stays open and nothing grows together."""

from __future__ import annotations

import cairocffi
import numpy as np
from scipy import ndimage

from sketchsvg.lettering.hangul import syllable
from sketchsvg.lettering.hangul.compose import jamo_of

PEN = 0.085
PIXELS = 120
HOLES = {**dict.fromkeys("ㅁㅂㅇㅍㅎㅒㄶㄻㄼㄿㅀㅄ", 1), "ㅃ": 2}
#: Pieces of ink of each jamo: how many parts of it never touch each other.
PIECES = {**dict.fromkeys("ㄲㄸㅃㅆㅉㅎㄳㄵㄺㄻㄼㄽㄾㄿㅄㅔㅖㅘㅙㅚㅝㅟㅢ", 2), **dict.fromkeys("ㄶㅀㅞ", 3)}


def drawn(char: str, pen: float = PEN) -> np.ndarray:
    """True where there is ink, ``PIXELS`` an em."""
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, PIXELS, PIXELS * 11 // 10)
    context = cairocffi.Context(surface)
    context.set_line_width(pen * PIXELS)
    context.set_line_cap(cairocffi.LINE_CAP_ROUND)
    context.set_line_join(cairocffi.LINE_JOIN_ROUND)
    for stroke in syllable(char).curves.strokes():
        points = (stroke + np.array((0.0, 0.88))) * PIXELS
        context.move_to(*points[0])
        for a, b, c in zip(points[1::3], points[2::3], points[3::3], strict=True):
            context.curve_to(*a, *b, *c)
        context.stroke()
    surface.flush()
    rows = np.frombuffer(surface.get_data(), np.uint8).reshape(surface.get_height(), surface.get_stride())
    return rows[:, :PIXELS] > 127


def test_counters_stay_open_and_parts_apart() -> None:
    daily = [bytes((row, cell)).decode("euc-kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)]
    wrong = []
    for char in daily[::4]:
        ink = drawn(char)
        paper, count = ndimage.label(~ink)
        holes = int((np.bincount(paper.ravel(), minlength=count + 1)[1:] > 6).sum()) - 1
        pieces = ndimage.label(ink, np.ones((3, 3)))[1]
        jamo = [part for part in jamo_of(char) if part]
        if holes != sum(HOLES.get(part, 0) for part in jamo):
            wrong.append((char, "holes", holes))
        if pieces < sum(PIECES.get(part, 1) for part in jamo):
            wrong.append((char, "pieces", pieces))
    assert wrong == []
