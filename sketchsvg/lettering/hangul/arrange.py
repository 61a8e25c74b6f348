"""The five ways in which jamo share the body of a syllable."""

from __future__ import annotations

from sketchsvg.lettering.hangul.draft import Draft
from sketchsvg.lettering.hangul.finals import final_skeleton
from sketchsvg.lettering.hangul.places import (
    BESIDE_TAIL,
    DOUBLE,
    DOUBLE_ROOM,
    FINAL,
    INSIDE,
    MIXED,
    OPEN_ABOVE,
    OPEN_BELOW,
    OPEN_RIGHT,
    OPEN_RIGHT_SIDE,
    SHORT,
    SIDE,
    TAIL_SINKS,
    TOP,
    UPRIGHT_LEFT,
    Span,
    shared,
)
from sketchsvg.lettering.hangul.shapes import PLAIN, Shapes
from sketchsvg.lettering.hangul.vowels import MIXED as COMPOUND
from sketchsvg.lettering.hangul.vowels import TALL, WIDE, stems_and_ticks, tall_strokes, wide_strokes

#: Middle of the body, the height that a column of parts should fill, and the most it may take when crowded.
MIDDLE = 0.45
HEIGHT = 0.81
MOST = 0.892
#: How near the end of a tick, tail or stem comes to the part it points at: with the nominal pen (0.085) a gap
#: stays open at ``TIGHT``, with the bold one (0.11) at ``CLEAR``.
TIGHT = 0.107
CLEAR = 0.120
#: Upper and lower end of a stem with no final below.
FULL_STEM = (0.03, 0.865)
NO_FINAL: tuple[float, Span] = (0.0, (0.0, 0.0, 0.0))


def beside(initial: str, vowel: str, shapes: Shapes = PLAIN) -> Draft:
    """Initial left, tall vowel right: 가, 네."""
    width, top, bottom = SIDE[initial]
    width = _squeezed(width, vowel)
    reach = _reach(initial, vowel)
    draft = Draft()
    draft.form(shapes.of(initial, "side", 0), (0.0, top, width, bottom))
    pieces = tall_strokes(vowel, width - reach, *FULL_STEM, 0.40 + shapes.waist)
    draft.pieces(shapes.vowel(pieces, initial, width))
    return draft


def _squeezed(width: float, vowel: str) -> float:
    """An initial's width beside ``vowel``: smaller where both would be too wide, larger by a slim one."""
    room = 0.735 - TALL[vowel].width
    return width + 0.03 if vowel == "ㅣ" and width < 0.4 else max(0.86 * width, min(width, room))


def _reach(initial: str, vowel: str) -> float:
    """How far a single tick of ``vowel`` may reach into ``initial`` from the right."""
    shape = TALL[vowel]
    return OPEN_RIGHT_SIDE.get(initial, 0.0) if shape.left and shape.ticks == 1 else 0.0


def beside_and_above(initial: str, vowel: str, final: str, shapes: Shapes = PLAIN) -> Draft:
    """Initial and tall vowel above a final: 한, 젤."""
    width, height = SHORT[initial]
    width = _squeezed(width, vowel)
    foot, foot_height = FINAL[final]
    upper, gap, lower = shared([height, (0.115, 0.135, 0.16), foot_height], HEIGHT, MOST)
    top = MIDDLE - (upper + gap + lower) / 2
    under = top + upper + gap
    reach = _reach(initial, vowel)
    draft = Draft()
    draft.form(shapes.of(initial, "short", 0), (0.0, top, width, top + upper))
    start, end = _stem_ends(top, under, final)
    pieces = tall_strokes(vowel, width - reach, start, end, top + 0.5 * upper + shapes.waist)
    draft.pieces(shapes.vowel(pieces, initial, width))
    last = width - reach + TALL[vowel].width - TALL[vowel].right
    left = _foot_left(last, foot)
    draft.form(final_skeleton(final, shapes), (left, under, left + foot, under + lower), shapes.runs_into(final, vowel))
    return draft


def _stem_ends(top: float, under: float, final: str) -> tuple[float, float]:
    """Upper and lower end of a stem beside parts that begin at ``top``, above a final that begins at ``under``."""
    return max(0.005, min(top - 0.015, 0.02)), under - 0.114 + OPEN_RIGHT.get(final, 0.0)


def _foot_left(last: float, foot: float) -> float:
    """Where a final of width ``foot`` begins when the last stem stands at ``last``: right of the middle."""
    return max(0.0, min(0.60 * last + 0.03 - foot / 2, last + 0.04 - foot))


def _above(wide: str, sunk: float) -> Span:
    """From the initial down to the bar of a wide vowel whose tick may rise into the initial by ``sunk``."""
    return (0.195 - sunk, 0.232 - sunk, 0.28 - sunk) if WIDE[wide].up else (0.115, 0.140, 0.18)


def _below(wide: str, final: str, sunk: float) -> Span:
    """From the bar of a wide vowel down to the final, into which its tail may sink, or to the end of its tail."""
    if WIDE[wide].down:
        return (0.185 - sunk, 0.225 - sunk, 0.25 - sunk) if final else (0.24, 0.270, 0.31)
    return (0.112, 0.130, 0.16) if final else (0.0, 0.0, 0.0)


def _pointing(distance: float) -> float:
    """The length of a tick or tail that points at a part ``distance`` away: the more room, the wider its gap."""
    return distance - max(TIGHT, min(CLEAR, distance - 0.10))


def _rising(initial: str, wide: str, upper: float, distance: float) -> float:
    """The length of a tick that points at an initial of height ``upper``: a single one may go on inside of it."""
    inside = INSIDE.get(initial, 0.0) if wide == "ㅗ" else 0.0
    return min(_pointing(distance) + inside, upper + distance - CLEAR)


def stacked(initial: str, vowel: str, final: str, shapes: Shapes = PLAIN) -> Draft:
    """Initial above a wide vowel, with or without a final below: 고, 를."""
    width, height = TOP[initial]
    foot, foot_height = FINAL[final] if final else NO_FINAL
    rise = OPEN_BELOW.get(initial, 0.0) if vowel == "ㅗ" else 0.0
    sink = OPEN_ABOVE.get(final, 0.0) if vowel == "ㅜ" else 0.0
    above, below = _above(vowel, rise), _below(vowel, final, sink)
    room = HEIGHT if final else {"ㅡ": 0.62}.get(vowel, 0.77)
    upper, up, down, lower = shared([height, above, below, foot_height], room, MOST)
    top = MIDDLE - (upper + up + down + lower) / 2
    level = top + upper + up
    draft = Draft()
    draft.form(shapes.of(initial, "top", 0), (0.345 - width / 2, top, 0.345 + width / 2, top + upper))
    tail = _pointing(down + sink) if final else down
    tick = _rising(initial, vowel, upper, up + rise)
    draft.pieces(shapes.vowel(wide_strokes(vowel, 0.0, 0.70, level, tick, tail, 0.35)))
    if final:
        under = level + down
        box = (0.355 - foot / 2, under, 0.355 + foot / 2, under + lower)
        draft.form(final_skeleton(final, shapes), box, vowel == "ㅜ" and shapes.runs_into(final, vowel))
    return draft


def around(initial: str, vowel: str, final: str, shapes: Shapes = PLAIN) -> Draft:
    """Initial above the bar and left of the stem of a compound vowel, with or without a final."""
    wide = COMPOUND[vowel][0]
    width, height = TOP[initial]
    plan = MIXED[vowel].widened(DOUBLE_ROOM) if width > DOUBLE else MIXED[vowel]
    width = min(width, plan.initial)
    foot, foot_height = FINAL[final] if final else NO_FINAL
    tick_below = vowel in "ㅝㅞ"
    rise = OPEN_BELOW.get(initial, 0.0) if wide == "ㅗ" else 0.0
    dodges = wide == "ㅜ" and final in UPRIGHT_LEFT
    sink = TAIL_SINKS if dodges else 0.0
    above, below = _above(wide, rise), _below(wide, final, sink)
    if tick_below and final:
        below = (0.215, 0.255, 0.28)
    room = HEIGHT if final else {"ㅗ": 0.62, "ㅜ": 0.74, "ㅡ": 0.54}[wide]
    upper, up, down, lower = shared([height, above, below, foot_height], room, MOST)
    top = MIDDLE - (upper + up + down + lower) / 2 - (0.0 if final else 0.04)
    level = top + upper + up
    under = level + down
    draft = Draft()
    left = max(0.0, plan.bar / 2 - width / 2)
    draft.form(shapes.of(initial, "top", 0), (left, top, left + width, top + upper))
    pole = min(plan.pole, 0.165) if dodges else plan.pole
    tail = _pointing(down + sink) if final else down
    tick = _rising(initial, wide, upper, up + rise)
    draft.pieces(shapes.vowel(wide_strokes(wide, 0.0, plan.bar, level, tick, tail, pole)))
    start, end = _stem_ends(top, under, final) if final else FULL_STEM
    waist = level + 0.115 if tick_below else level - (0.19 if final else 0.20)
    rows = (waist,) if plan.ticks else ()
    pieces = stems_and_ticks(plan.stems, plan.ticks or (0.0, 0.0), start, end, rows)
    # A tick below the bar has no room for a bend.
    draft.pieces(pieces if tick_below else shapes.vowel(pieces))
    if final:
        left = _foot_left(plan.stems[-1], foot)
        if dodges:
            right = max(left + foot, plan.stems[-1] + 0.03)
            left = max(left, pole + BESIDE_TAIL)
            foot = right - left
        box = (left, under, left + foot, under + lower)
        draft.form(final_skeleton(final, shapes), box, shapes.runs_into(final, vowel))
    return draft


def alone(jamo: str, shapes: Shapes = PLAIN) -> Draft:
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
        draft.form(shapes.of(jamo, "side", 0), (0.0, MIDDLE - grown / 2, 1.35 * width, MIDDLE + grown / 2))
    else:
        width, height = FINAL[jamo]
        draft.form(final_skeleton(jamo, shapes), (0.0, MIDDLE - 0.7 * height[2], 1.1 * width, MIDDLE + 0.7 * height[2]))
    return draft
