"""Syllables out of jamo: the public function ``syllable``."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.text.glyph import Glyph
from sketchsvg.text.hangul.finals import final_skeleton
from sketchsvg.text.hangul.jamo import skeleton
from sketchsvg.text.hangul.notation import Skeleton
from sketchsvg.text.hangul.places import (
    FINAL,
    MIXED,
    OPEN_ABOVE,
    OPEN_BELOW,
    OPEN_RIGHT,
    OPEN_RIGHT_SIDE,
    SHORT,
    SIDE,
    TOP,
    Span,
    shared,
)
from sketchsvg.text.hangul.vowels import MIXED as COMPOUND
from sketchsvg.text.hangul.vowels import TALL, WIDE, Piece, stems_and_ticks, tall_strokes, wide_strokes

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

#: Level lines rise to the right by this much an em (2.6 degrees); down-strokes stay upright.
RISE = 0.045
#: The body's top above the baseline; centrelines fill y = 0.045..0.855 of it and, when crowded, 0..0.9.
ASCENT = 0.80
MIDDLE = 0.45
HEIGHT = 0.81
MOST = 0.87
#: No centreline comes nearer to the ends of the advance.
EDGE = 0.065
#: Clear centreline distance below which two strokes run into each other at 8 pt.
CLEAR = 0.118

Box = tuple[float, float, float, float]


@lru_cache(maxsize=4096)
def syllable(char: str) -> Glyph:
    """The strokes of one Hangul syllable (U+AC00..D7A3) or one compatibility jamo (U+3131..3163).

    Em units on the baseline, in stroke order. Raises ``ValueError`` for any other character.
    """
    code = ord(char) - 0xAC00 if len(char) == 1 else -1
    if 0 <= code < 11172:
        initial, vowel, final = INITIALS[code // 588], VOWELS[code // 28 % 21], FINALS[code % 28]
        return _set(_composed(initial, vowel, "" if final == "\0" else final))
    if len(char) == 1 and "ㄱ" <= char <= "ㅣ":
        return _set(_alone(char))
    raise ValueError(f"{char!r} is neither a Hangul syllable nor a compatibility jamo")


class _Draft:
    """Strokes in body coordinates, collected in the order in which they are written."""

    def __init__(self) -> None:
        self.points: list[Floats] = []
        self.lengths: list[int] = []

    def form(self, form: Skeleton, box: Box) -> None:
        self.points.append(form.within(*box))
        self.lengths.extend(form.lengths.tolist())

    def pieces(self, pieces: list[Piece]) -> None:
        self.points.append(np.array(pieces).reshape(-1, 2))
        self.lengths.extend([4] * len(pieces))


def _composed(initial: str, vowel: str, final: str) -> _Draft:
    if vowel in TALL:
        return _beside_and_above(initial, vowel, final) if final else _beside(initial, vowel)
    if vowel in WIDE:
        return _stacked(initial, vowel, final)
    return _around(initial, vowel, final)


def _beside(initial: str, vowel: str) -> _Draft:
    """Initial left, tall vowel right: 가, 네."""
    width, top, bottom = SIDE[initial]
    width = _squeezed(width, vowel)
    reach = _reach(initial, vowel)
    draft = _Draft()
    draft.form(skeleton(initial, "side"), (0.0, top, width, bottom))
    draft.pieces(tall_strokes(vowel, width - reach, 0.03, 0.865, 0.40))
    return draft


def _squeezed(width: float, vowel: str) -> float:
    """An initial's width beside ``vowel``: smaller when both together would be too wide, larger beside a slim one."""
    room = 0.72 - TALL[vowel].width
    return width + 0.03 if vowel == "ㅣ" and width < 0.4 else max(0.86 * width, min(width, room))


def _reach(initial: str, vowel: str) -> float:
    """How far a single tick of ``vowel`` may reach into ``initial`` from the right."""
    shape = TALL[vowel]
    return OPEN_RIGHT_SIDE.get(initial, 0.0) if shape.left and shape.ticks == 1 else 0.0


def _beside_and_above(initial: str, vowel: str, final: str) -> _Draft:
    """Initial and tall vowel above a final: 한, 젤."""
    width, height = SHORT[initial]
    width = _squeezed(width, vowel)
    foot, foot_height = FINAL[final]
    upper, gap, lower = shared([height, (0.115, 0.135, 0.16), foot_height], HEIGHT, MOST)
    top = MIDDLE - (upper + gap + lower) / 2
    under = top + upper + gap
    reach = _reach(initial, vowel)
    draft = _Draft()
    draft.form(skeleton(initial, "short"), (0.0, top, width, top + upper))
    end = under - 0.108 + OPEN_RIGHT.get(final, 0.0)
    start = max(0.005, min(top - 0.015, 0.02))
    draft.pieces(tall_strokes(vowel, width - reach, start, end, top + 0.5 * upper))
    last = width - reach + TALL[vowel].width - TALL[vowel].right
    left = _foot_left(last, foot)
    draft.form(final_skeleton(final), (left, under, left + foot, under + lower))
    return draft


def _foot_left(last: float, foot: float) -> float:
    """Where a final of width ``foot`` begins under a syllable whose last stem stands at ``last``: right of its middle."""
    return max(0.0, min(0.60 * last + 0.03 - foot / 2, last + 0.04 - foot))


def _wide_gaps(initial: str, vowel: str, final: str) -> tuple[Span, Span]:
    """The spans from the initial down to the bar of ``vowel``, and from there to the final or the end of the tail."""
    shape = WIDE[vowel]
    above: Span = (0.115, 0.140, 0.18)
    if shape.up:
        low = OPEN_BELOW.get(initial, 0.0) if shape.up == 1 else 0.0
        above = (0.185 - low, 0.220 - low, 0.28 - low)
    below: Span = (0.112, 0.130, 0.16)
    if shape.down:
        low = OPEN_ABOVE.get(final, 0.0) if vowel == "ㅜ" else 0.0
        below = (0.175 - low, 0.215 - low, 0.25 - low) if final else (0.24, 0.270, 0.31)
    elif not final:
        below = (0.0, 0.0, 0.0)
    return above, below


def _stacked(initial: str, vowel: str, final: str) -> _Draft:
    """Initial above a wide vowel, with or without a final below: 고, 를."""
    width, height = TOP[initial]
    above, below = _wide_gaps(initial, vowel, final)
    foot, foot_height = FINAL[final] if final else (0.0, (0.0, 0.0, 0.0))
    room = HEIGHT if final else {"ㅡ": 0.62}.get(vowel, 0.77)
    upper, drop_in, drop_out, lower = shared([height, above, below, foot_height], room, MOST)
    top = MIDDLE - (upper + drop_in + drop_out + lower) / 2
    level = top + upper + drop_in
    draft = _Draft()
    draft.form(skeleton(initial, "top"), (0.345 - width / 2, top, 0.345 + width / 2, top + upper))
    open_below = OPEN_BELOW.get(initial, 0.0) if WIDE[vowel].up == 1 else 0.0
    up = drop_in - CLEAR + open_below
    down = drop_out - (CLEAR - (OPEN_ABOVE.get(final, 0.0) if vowel == "ㅜ" else 0.0) if final else 0.0)
    draft.pieces(wide_strokes(vowel, 0.0, 0.70, level, up, down, 0.35))
    if final:
        under = level + drop_out
        draft.form(final_skeleton(final), (0.355 - foot / 2, under, 0.355 + foot / 2, under + lower))
    return draft


def _around(initial: str, vowel: str, final: str) -> _Draft:
    """Initial above the bar and left of the stem of a compound vowel, with or without a final: 과, 됐."""
    wide = COMPOUND[vowel][0]
    plan = MIXED[vowel]
    width, height = TOP[initial]
    width = min(width, plan.initial)
    above, below = _wide_gaps(initial, wide, final)
    if vowel in "ㅝㅞ" and final:
        below = (0.215, 0.255, 0.28)
    foot, foot_height = FINAL[final] if final else (0.0, (0.0, 0.0, 0.0))
    room = HEIGHT if final else {"ㅗ": 0.62, "ㅜ": 0.74, "ㅡ": 0.54}[wide]
    upper, drop_in, drop_out, lower = shared([height, above, below, foot_height], room, MOST)
    top = MIDDLE - (upper + drop_in + drop_out + lower) / 2 - (0.0 if final else 0.04)
    level = top + upper + drop_in
    under = level + drop_out
    draft = _Draft()
    left = max(0.0, plan.bar / 2 - width / 2)
    draft.form(skeleton(initial, "top"), (left, top, left + width, top + upper))
    open_below = OPEN_BELOW.get(initial, 0.0)
    up = drop_in - CLEAR + open_below
    down = drop_out - (CLEAR if final else 0.0)
    draft.pieces(wide_strokes(wide, 0.0, plan.bar, level, up, down, plan.pole))
    start = max(0.005, min(top - 0.015, 0.02)) if final else 0.03
    end = under - 0.108 + OPEN_RIGHT.get(final, 0.0) if final else 0.865
    waist = level + 0.115 if vowel in "ㅝㅞ" else level - (0.19 if final else 0.2)
    draft.pieces(stems_and_ticks(plan.stems, plan.ticks or (0.0, 0.0), start, end, (waist,) if plan.ticks else ()))
    if final:
        left = _foot_left(plan.stems[-1], foot)
        draft.form(final_skeleton(final), (left, under, left + foot, under + lower))
    return draft


def _alone(jamo: str) -> _Draft:
    """A compatibility jamo by itself, large in the middle of the body."""
    draft = _Draft()
    if jamo in TALL:
        draft.pieces(tall_strokes(jamo, 0.0, 0.05, 0.85, 0.43))
    elif jamo in WIDE:
        draft.pieces(wide_strokes(jamo, 0.0, 0.66, 0.45, 0.24, 0.30, 0.33))
    elif jamo in COMPOUND:
        plan = MIXED[jamo]
        wide = COMPOUND[jamo][0]
        draft.pieces(wide_strokes(wide, 0.0, plan.bar, 0.52, 0.22, 0.26, plan.pole))
        waist = (0.645 if jamo in "ㅝㅞ" else 0.40,) if plan.ticks else ()
        draft.pieces(stems_and_ticks(plan.stems, plan.ticks or (0.0, 0.0), 0.05, 0.85, waist))
    elif jamo in SIDE:
        width, top, bottom = SIDE[jamo]
        grown = 1.15 * (bottom - top)
        draft.form(skeleton(jamo, "side"), (0.0, MIDDLE - grown / 2, 1.35 * width, MIDDLE + grown / 2))
    else:
        width, height = FINAL[jamo]
        draft.form(final_skeleton(jamo), (0.0, MIDDLE - 0.6 * height[2], 1.1 * width, MIDDLE + 0.6 * height[2]))
    return draft


def _set(draft: _Draft) -> Glyph:
    """The draft with its rise, centred optically in its advance, on the baseline."""
    points = np.concatenate(draft.points)
    starts = np.zeros(len(draft.lengths) + 1, dtype=np.int64)
    starts[1:] = np.cumsum(draft.lengths)
    x, y = points[:, 0], points[:, 1]
    left, right, top, bottom = float(x.min()), float(x.max()), float(y.min()), float(y.max())
    mass_x, mass_y = _mass(points, starts)
    advance = max(0.90, min(0.96, right - left + 0.20))
    # Between the middle of the ink's bounds and the middle of its mass; downwards the bounds matter more.
    shift = advance / 2 - (left + right + 2 * mass_x) / 4
    shift = max(EDGE - left, min(advance - EDGE - right, shift))
    drop = 0.35 * (MIDDLE - mass_y)
    drop = max(0.003 - top, min(0.895 - bottom, max(-0.03, min(0.03, drop))))
    placed = np.empty_like(points)
    placed[:, 0] = x + shift
    placed[:, 1] = y + (drop - ASCENT) - RISE * (placed[:, 0] - advance / 2)
    return Glyph(advance, Curves(placed, starts))


def _mass(points: Floats, starts: Ints) -> tuple[float, float]:
    """The mean place of the ink, taken along the control polygon (cumsum: its order of adding never changes)."""
    step = points[1:] - points[:-1]
    length = np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1])
    length[starts[1:-1] - 1] = 0.0
    moments = np.cumsum((points[1:] + points[:-1]) * length[:, None], axis=0)[-1] / (2 * np.cumsum(length)[-1])
    return float(moments[0]), float(moments[1])
