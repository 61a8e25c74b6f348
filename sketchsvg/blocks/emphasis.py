"""Emphasis: what the pens leave under, through and around words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import cos, pi, sin

import numpy as np
from msgspec import Struct

from sketchsvg.frame import POINT, Line, Setting, TextStyle
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line as straight
from sketchsvg.geometry.shapes import polyline, polyline_stroke, rectangle, smooth_stroke
from sketchsvg.lettering.emphasis import Drawn
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.inline import InlineStyle
from sketchsvg.lettering.setline import SetRun
from sketchsvg.scene import Layer, Mark
from sketchsvg.theme.theme import Theme

#: Hues for signs that carry a tone of their own.
TONE_HUES = {"yes": "leaf", "no": "rose", "star": "banana", "warning": "tangerine"}
#: Depth of the line under a link, of an underline and of the second one under it, in em, and how heavy they are.
LINK, UNDER, SECOND, UNDER_WEIGHT = 0.17, 0.205, 0.095, 0.055
#: Half a wave of a wavy underline and its height, in em.
HALF_WAVE, WAVE = 0.15, 0.042
#: From the baseline up to the top and down to the bottom of a ring or a box, and how far it stands out sideways, in em.
TOP, BOTTOM, BESIDE = 0.99, 0.30, 0.095
RING_WEIGHT = 0.06
#: How far it stands out towards a letter that follows at once: it passes between the two.
CLOSE = 0.06
#: How much further a ring stands out than a box: its corners are cut.
RING_BESIDE = 0.075
#: The end of a ring is so long, in em, whatever it holds; its nodes lie on a superellipse of this power.
CAP, POWER, CAP_NODES = 0.66, 2.5, 7
#: How far from its caps the side of a long ring is held level, and how long that side may be and bulge, in em.
LEVEL, BULGES = 0.3, 3.5
#: How far a line that goes on in the next line of text runs past its last word, in em.
RUNS_ON = 0.12


class _Stretch(Struct, frozen=True):
    """Neighbouring runs that share an emphasis: number of the first, the first, ends in mm.

    ``from_before`` and ``goes_on`` tell whether the range began and ends in other lines, ``close_before`` and
    ``close_after`` whether other letters follow without a space.
    """

    first: int
    run: SetRun
    start: float
    end: float
    from_before: bool = False
    goes_on: bool = False
    close_before: bool = False
    close_after: bool = False


def trace_emphasis(
    line: Line, setting: Setting, key: str, layer: int, before: Line | None = None, after: Line | None = None
) -> Iterator[Mark]:
    """The marks of all emphasis of a line. ``before`` and ``after`` are the other lines of its paragraph.

    Words of one range get one swipe, line or ring, however many styles they are written in.
    """
    runs = line.words.runs
    if not any(_emphasised(run.style) for run in runs):
        return
    theme, em = setting.theme, line.style.size * POINT
    for part in _stretches(line, "highlight", None, None):
        yield _swipe(line, part, em, theme, f"{key}/{part.first}/highlight", layer)
    for part in _stretches(line, "code", None, None):
        middle = line.baseline - MIDDLE * em
        yield Mark(
            f"{key}/{part.first}/code", straight(part.start - 0.06 * em, middle, part.end + 0.06 * em, middle),
            theme.pens.highlight, em * 0.98, theme.ink.note, Layer.HIGHLIGHT, 0.12,
        )
    for part in _stretches(line, "link", None, None):
        y = line.baseline + LINK * em
        colour = run_colour(part.run, line.style, theme)
        yield Mark(
            f"{key}/{part.first}/link", straight(part.start, y, part.end, y), theme.pens.rule, em * 0.05, colour, layer
        )
    for part in _stretches(line, "struck", None, None):
        y = line.baseline - 0.28 * em
        yield Mark(
            f"{key}/{part.first}/struck", straight(part.start, y, part.end, y), theme.pens.rule, em * 0.07,
            line.style.colour, layer,
        )
    for part in _stretches(line, "underline", before, after):
        drawn = part.run.style.underline
        assert drawn is not None
        colour = theme.accents[drawn.hue] if drawn.hue else run_colour(part.run, line.style, theme)
        curves = _underlines(drawn.kind, part.start, part.end, line.baseline + UNDER * em, em)
        yield Mark(f"{key}/{part.first}/underline", curves, theme.pens.rule, em * UNDER_WEIGHT, colour, layer)
    for part in _stretches(line, "around", before, after):
        drawn = part.run.style.around
        assert drawn is not None
        colour = theme.accents[drawn.hue or setting.accent]
        shape = _ring if drawn.kind == "ring" else _box
        curves = shape(part, line.baseline, em)
        yield Mark(f"{key}/{part.first}/{drawn.kind}", curves, theme.pens.rule, em * RING_WEIGHT, colour, layer)


def run_colour(run: SetRun, style: TextStyle, theme: Theme) -> str:
    """The colour of a run: its sign's own tone, the hue its author chose, that of a link, or the line's."""
    if run.style.tone is not None and style.toned:
        return theme.written[TONE_HUES[run.style.tone]]
    if run.style.hue:
        return theme.written[run.style.hue]
    if run.style.link is not None and style.toned:
        return theme.written["cobalt"]
    return style.colour


def _emphasised(style: InlineStyle) -> bool:
    return bool(
        style.highlight or style.code or style.struck or style.underline or style.around or style.link is not None
    )


def _stretches(line: Line, name: str, before: Line | None, after: Line | None) -> Iterator[_Stretch]:
    """The longest stretches of runs that have the same value of an emphasis."""
    em = line.style.size * POINT
    runs = line.words.runs
    index = 0
    while index < len(runs):
        value = _value(runs[index].style, name)
        last = index
        while last + 1 < len(runs) and _value(runs[last + 1].style, name) == value:
            last += 1
        inside = runs[index : last + 1]
        if value and any(run.text.strip() or run.icon for run in inside):
            yield _Stretch(
                index,
                inside[0],
                line.rect.x + inside[0].x * em,
                line.rect.x + (inside[-1].x + inside[-1].width) * em,
                index == 0 and before is not None and _value(before.words.runs[-1].style, name) == value,
                last == len(runs) - 1 and after is not None and _value(after.words.runs[0].style, name) == value,
                index > 0 and runs[index - 1].text[-1:].isalnum(),
                last + 1 < len(runs) and runs[last + 1].text[:1].isalnum(),
            )
        index = last + 1


def _value(style: InlineStyle, name: str) -> object:
    """What runs must share to be emphasised by one mark."""
    value: Drawn | str | bool | None = getattr(style, name)
    return (value, style.swipe_hue) if name == "highlight" and value else value


def _swipe(line: Line, part: _Stretch, em: float, theme: Theme, key: str, layer: int) -> Mark:
    middle = line.baseline - MIDDLE * em + 0.10 * em
    hue = part.run.style.swipe_hue
    under = Layer.HIGHLIGHT if layer < Layer.TOP_FILL else Layer.TOP_FILL + 1
    return Mark(
        key, straight(part.start - 0.10 * em, middle, part.end + 0.10 * em, middle), theme.pens.highlight, em * 0.82,
        theme.accents[hue] if hue else theme.ink.highlight, under,
        theme.ink.swipe_opacity * 1.3 if hue else theme.ink.highlight_opacity,
    )  # fmt: skip


def _underlines(kind: str, start: float, end: float, y: float, em: float) -> Curves:
    if kind == "double":
        lower = y + SECOND * em
        return Curves.of([
            polyline_stroke([(start, y), (end, y)]),
            polyline_stroke([(start + 0.05 * em, lower), (end - 0.03 * em, lower)]),
        ])
    if kind == "wavy":
        halves = max(2, round((end - start) / (HALF_WAVE * em)))
        step = (end - start) / halves
        y += 0.02 * em
        nodes = [(start + n * step, y + (WAVE * em if n % 2 else -WAVE * em)) for n in range(halves + 1)]
        return Curves.of([smooth_stroke(nodes)])
    return straight(start, y, end, y)


def _box(part: _Stretch, baseline: float, em: float) -> Curves:
    """A box around a stretch, open where the words go on in another line."""
    left, right, top, bottom = _bounds(part, baseline, em, BESIDE)
    if part.from_before and part.goes_on:
        return _rails(left, right, top, bottom)
    if part.from_before:
        return polyline([(left, top), (right, top), (right, bottom), (left, bottom)])
    if part.goes_on:
        return polyline([(right, top), (left, top), (left, bottom), (right, bottom)])
    return rectangle(Rect(left, top, right - left, bottom - top))


def _ring(part: _Stretch, baseline: float, em: float) -> Curves:
    """A ring around a stretch, begun at the upper right as a hand does; open where the words go on."""
    left, right, top, bottom = _bounds(part, baseline, em, BESIDE + RING_BESIDE)
    if part.from_before and part.goes_on:
        return _rails(left, right, top, bottom)
    cap = min(CAP * em, (right - left) / 2)
    half = (bottom - top) / 2
    middle = top + half
    nodes: list[Floats | list[tuple[float, float]]]
    turned = _cap() * np.array((cap, half))
    at_left = np.array((left + cap, middle)) + turned * np.array((-1.0, 1.0))
    at_right = np.array((right - cap, middle)) + turned[::-1]
    # Nodes near the caps keep the long sides level; short rings are left to bulge.
    first, last = left + cap + LEVEL * em, right - cap - LEVEL * em
    if part.goes_on:
        nodes = [[(right, top), (first, top)], at_left, [(first, bottom), (right, bottom)]]
        return Curves.of([smooth_stroke(np.concatenate(nodes))])
    if part.from_before:
        nodes = [[(left, bottom), (last, bottom)], at_right, [(last, top), (left, top)]]
        return Curves.of([smooth_stroke(np.concatenate(nodes))])
    if last - first > BULGES * em:
        nodes = [at_left, [(first, bottom), (last, bottom)], at_right, [(last, top), (first, top)]]
        return Curves.of([smooth_stroke(np.concatenate(nodes), closed=True)])
    if right - left - 2 * cap < 0.2 * em:
        at_right = at_right[1:-1]
    return Curves.of([smooth_stroke(np.concatenate((at_left, at_right)), closed=True)])


def _bounds(part: _Stretch, baseline: float, em: float, beside: float) -> tuple[float, float, float, float]:
    """Left, right, top and bottom in mm of what is drawn around a stretch."""
    left = part.start - (RUNS_ON if part.from_before else CLOSE if part.close_before else beside) * em
    right = part.end + (RUNS_ON if part.goes_on else CLOSE if part.close_after else beside) * em
    return left, right, baseline - TOP * em, baseline + BOTTOM * em


def _rails(left: float, right: float, top: float, bottom: float) -> Curves:
    """What a ring or a box is in a line where it neither begins nor ends."""
    return Curves.of([polyline_stroke([(left, top), (right, top)]), polyline_stroke([(left, bottom), (right, bottom)])])


@cache
def _cap() -> Floats:
    """Half a superellipse of radius 1, from its top over the right to its bottom (y down)."""
    nodes = []
    for number in range(CAP_NODES):
        angle = pi * number / (CAP_NODES - 1)
        across, along = sin(angle), -cos(angle)
        # Rounded, so that the last digit of a platform's power can never reach the page.
        x = round(abs(across) ** (2 / POWER), 12)
        y = round(abs(along) ** (2 / POWER), 12)
        nodes.append((x if number not in (0, CAP_NODES - 1) else 0.0, -y if along < 0 else y))
    return np.array(nodes)
