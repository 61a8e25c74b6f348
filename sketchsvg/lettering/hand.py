"""The hand: how wide a run of text is, and the clean strokes that write it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import radians, tan

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.latin import kerning
from sketchsvg.lettering.skeleton import skeleton

#: Optical middle of a line over the baseline, in em: that of the Hangul body (-0.80 to +0.10).
MIDDLE = 0.35
#: How far ink reaches over and under the baseline, in em, pen included.
ASCENT, DESCENT = 0.86, 0.26
#: The white between words in em; a heavier pen takes some of it.
WORD_SPACE, BOLD_WORD_SPACE = 0.26, 0.3
#: What a heavier pen adds to each advance, in em.
BOLD_SPACING = 0.022
#: Equal advance of the writing hand for code, in em, and how much its letters are widened or narrowed at most.
CODE_ADVANCE = 0.53
ICON_ADVANCE = 1.06
#: Between Hangul and Latin in one word, in em: closed up, but not touching.
MIXED_SPACE = 0.1
#: From here on (Hangul jamo) characters keep their own width in code.
FIRST_WIDE = "\u1100"


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A run of text as clean strokes, in em from the start of its baseline.

    ``origins`` (g, 2): where each glyph begins; ``glyph_of_stroke`` (m,): the glyph that a stroke belongs to.
    """

    curves: Curves
    origins: Floats
    glyph_of_stroke: Ints
    width: float


class Hand:
    """One way of writing: ``slant`` in degrees, ``width`` and ``spacing`` (em) on top of the skeletons."""

    def __init__(self, slant: float = 3.5, width: float = 1.0, spacing: float = 0.0) -> None:
        self._lean = round(tan(radians(slant)), 12)
        self._width = width
        self._spacing = spacing
        self._advances: dict[tuple[str, bool, bool], float] = {}
        self._runs: dict[tuple[str, bool, bool], Written] = {}
        self._leaning: dict[str, Glyph] = {}

    def advance(self, text: str, bold: bool = False, code: bool = False) -> float:
        """The width of ``text`` in em. ``CharacterError`` for what the hand cannot write."""
        key = (text, bold, code)
        known = self._advances.get(key)
        if known is None:
            known = self._advances[key] = self._end_of(self._steps(text, bold, code))
        return known

    def write(self, text: str, bold: bool = False, code: bool = False) -> Written:
        """The strokes of ``text`` in em, every glyph at its place."""
        key = (text, bold, code)
        known = self._runs.get(key)
        if known is None:
            if len(self._runs) > 20_000:
                self._runs.clear()
            known = self._runs[key] = self._written(text, bold, code)
        return known

    def _written(self, text: str, bold: bool, code: bool) -> Written:
        steps = self._steps(text, bold, code)
        glyphs = [self._glyph(char) for char in text]
        inked = [(glyph, x, scale) for glyph, (x, _, scale) in zip(glyphs, steps, strict=True) if len(glyph.curves)]
        curves = Curves.joined(glyph.curves for glyph, _, _ in inked)
        counts = np.array([len(glyph.curves) for glyph, _, _ in inked], dtype=np.int64)
        points = np.array([len(glyph.curves.points) for glyph, _, _ in inked], dtype=np.int64)
        origins = np.zeros((len(inked), 2))
        origins[:, 0] = [x for _, x, _ in inked]
        placed = curves.points.copy()
        placed[:, 0] *= np.repeat(np.array([scale for _, _, scale in inked]), points)
        placed[:, 0] += np.repeat(origins[:, 0], points)
        owner = np.repeat(np.arange(len(inked), dtype=np.int64), counts)
        owner.setflags(write=False)
        origins.setflags(write=False)
        return Written(Curves(placed, curves.starts), origins, owner, self._end_of(steps))

    def _glyph(self, char: str) -> Glyph:
        """The skeleton with this hand's slant and width."""
        known = self._leaning.get(char)
        if known is None:
            upright = skeleton(char)
            points = upright.curves.points.copy()
            # Leaning about the middle of the body keeps a letter over its advance.
            points[:, 0] = points[:, 0] * self._width - (points[:, 1] + MIDDLE) * self._lean
            known = Glyph(upright.advance * self._width, Curves(points, upright.curves.starts))
            self._leaning[char] = known
        return known

    def _steps(self, text: str, bold: bool, code: bool) -> list[tuple[float, float, float]]:
        """For each character where it begins, its advance, and the scale of its strokes along x."""
        steps: list[tuple[float, float, float]] = []
        x = 0.0
        previous = ""
        for char in text:
            if char in " \u00a0":
                space = BOLD_WORD_SPACE if bold else WORD_SPACE
                advance, scale, shift = (CODE_ADVANCE if code else space * self._width), 1.0, 0.0
            else:
                own = skeleton(char, text).advance * self._width
                advance, scale, shift = own, 1.0, 0.0
                if code and char < FIRST_WIDE:
                    scale = min(1.0, CODE_ADVANCE / own) if own > CODE_ADVANCE else 1.0
                    shift = (CODE_ADVANCE - own * scale) / 2
                    advance = CODE_ADVANCE
                else:
                    advance += self._spacing + (BOLD_SPACING if bold else 0.0)
                    x += self._between(previous, char) if previous and not code else 0.0
            steps.append((x + shift, advance - shift, scale))
            x += advance
            previous = char
        return steps

    def _between(self, left: str, right: str) -> float:
        """The white added between two neighbours: kerning, or a hair where Hangul meets Latin."""
        if left.isalnum() and right.isalnum() and (left < FIRST_WIDE) != (right < FIRST_WIDE):
            return MIXED_SPACE
        return kerning(left, right) * self._width

    @staticmethod
    def _end_of(steps: list[tuple[float, float, float]]) -> float:
        return steps[-1][0] + steps[-1][1] if steps else 0.0


@lru_cache(maxsize=32)
def hand_of(slant: float, width: float, spacing: float) -> Hand:
    """The hand with these parameters; the same one each time, so that what it has written once it knows."""
    return Hand(slant, width, spacing)
