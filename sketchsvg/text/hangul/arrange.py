"""The five ways in which jamo share the body of a syllable."""

from __future__ import annotations

from sketchsvg.text.hangul.draft import Draft
from sketchsvg.text.hangul.finals import final_skeleton
from sketchsvg.text.hangul.jamo import skeleton
from sketchsvg.text.hangul.places import (
    DOUBLE,
    DOUBLE_ROOM,
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
from sketchsvg.text.hangul.vowels import TALL, WIDE, stems_and_ticks, tall_strokes, wide_strokes

#: Middle of the body, the height that a column of parts should fill, and the most it may take when crowded.
MIDDLE = 0.45
HEIGHT = 0.81
MOST = 0.87
#: How near the end of a tick or tail comes to the part it points at: with the nominal pen (0.085) a gap stays open.
CLEAR = 0.107


def beside(initial: str, vowel: str) -> Draft:
    """Initial left, tall vowel right: 가, 네."""
    width, top, bottom = SIDE[initial]
    width = _squeezed(width, vowel)
    reach = _reach(initial, vowel)
    draft = Draft()
    draft.form(skeleton(initial, "side"), (0.0, top, width, bottom))
    draft.pieces(tall_strokes(vowel, width - reach, 0.03, 0.865, 0.40))
    return draft


def _squeezed(width: float, vowel: str) -> float:
    """An initial's width beside ``vowel``: smaller where both would be too wide, larger by a slim one."""
    room = 0.735 - TALL[vowel].width
    return width + 0.03 if vowel == "ㅣ" and width < 0.4 else max(0.86 * width, min(width, room))


def _reach(initial: str, vowel: str) -> float:
    """How far a single tick of ``vowel`` may reach into ``initial`` from the right."""
    shape = TALL[vowel]
    return OPEN_RIGHT_SIDE.get(initial, 0.0) if shape.left and shape.ticks == 1 else 0.0


def beside_and_above(initial: str, vowel: str, final: str) -> Draft:
    """Initial and tall vowel above a final: 한, 젤."""
    width, height = SHORT[initial]
    width = _squeezed(width, vowel)
    foot, foot_height = FINAL[final]
    upper, gap, lower = shared([height, (0.115, 0.135, 0.16), foot_height], HEIGHT, MOST)
    top = MIDDLE - (upper + gap + lower) / 2
    under = top + upper + gap
    reach = _reach(initial, vowel)
    draft = Draft()
    draft.form(skeleton(initial, "short"), (0.0, top, width, top + upper))
    end = under - 0.108 + OPEN_RIGHT.get(final, 0.0)
    start = max(0.005, min(top - 0.015, 0.02))
    draft.pieces(tall_strokes(vowel, width - reach, start, end, top + 0.5 * upper))
    last = width - reach + TALL[vowel].width - TALL[vowel].right
    left = _foot_left(last, foot)
    draft.form(final_skeleton(final), (left, under, left + foot, under + lower))
    return draft


def _foot_left(last: float, foot: float) -> float:
    """Where a final of width ``foot`` begins when the last stem stands at ``last``: right of the middle."""
    return max(0.0, min(0.60 * last + 0.03 - foot / 2, last + 0.04 - foot))


def _wide_gaps(initial: str, vowel: str, final: str) -> tuple[Span, Span]:
    """The spans from the initial to the bar of ``vowel`` and from there to the final or the tail's end."""
    shape = WIDE[vowel]
    above: Span = (0.115, 0.140, 0.18)
    if shape.up:
        low = OPEN_BELOW.get(initial, 0.0) if shape.up == 1 else 0.0
        above = (0.195 - low, 0.232 - low, 0.28 - low)
    below: Span = (0.112, 0.130, 0.16)
    if shape.down:
        low = OPEN_ABOVE.get(final, 0.0) if vowel == "ㅜ" else 0.0
        below = (0.185 - low, 0.225 - low, 0.25 - low) if final else (0.24, 0.270, 0.31)
    elif not final:
        below = (0.0, 0.0, 0.0)
    return above, below


def stacked(initial: str, vowel: str, final: str) -> Draft:
    """Initial above a wide vowel, with or without a final below: 고, 를."""
    width, height = TOP[initial]
    above, below = _wide_gaps(initial, vowel, final)
    foot, foot_height = FINAL[final] if final else (0.0, (0.0, 0.0, 0.0))
    room = HEIGHT if final else {"ㅡ": 0.62}.get(vowel, 0.77)
    upper, drop_in, drop_out, lower = shared([height, above, below, foot_height], room, MOST)
    top = MIDDLE - (upper + drop_in + drop_out + lower) / 2
    level = top + upper + drop_in
    draft = Draft()
    draft.form(skeleton(initial, "top"), (0.345 - width / 2, top, 0.345 + width / 2, top + upper))
    open_below = OPEN_BELOW.get(initial, 0.0) if WIDE[vowel].up == 1 else 0.0
    up = drop_in - CLEAR + open_below
    down = drop_out - (CLEAR - (OPEN_ABOVE.get(final, 0.0) if vowel == "ㅜ" else 0.0) if final else 0.0)
    draft.pieces(wide_strokes(vowel, 0.0, 0.70, level, up, down, 0.35))
    if final:
        under = level + drop_out
        draft.form(final_skeleton(final), (0.355 - foot / 2, under, 0.355 + foot / 2, under + lower))
    return draft


def around(initial: str, vowel: str, final: str) -> Draft:
    """Initial above the bar and left of the stem of a compound vowel, with or without a final."""
    wide = COMPOUND[vowel][0]
    width, height = TOP[initial]
    plan = MIXED[vowel].widened(DOUBLE_ROOM) if width > DOUBLE else MIXED[vowel]
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
    draft = Draft()
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


def alone(jamo: str) -> Draft:
    """A compatibility jamo by itself, large in the middle of the body."""
    draft = Draft()
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
        draft.form(final_skeleton(jamo), (0.0, MIDDLE - 0.7 * height[2], 1.1 * width, MIDDLE + 0.7 * height[2]))
    return draft
