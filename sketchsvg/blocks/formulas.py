"""Formulas on a page: their letters as writing, their bars, roots and brackets as lines of the same pen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sketchsvg.errors import Source
from sketchsvg.frame import Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.maths.formula import Formula, MathsError, formula
from sketchsvg.lettering.maths.strokes import Letters
from sketchsvg.scene import Mark, Word, Writing

#: How much of their drift letters keep in a formula: its places mean more than those of words.
CALM = 0.6


def formula_of(source: str, setting: Setting, display: bool, where: Source | None = None) -> Formula:
    """The formula in the hand of ``setting``; errors say ``where`` it was written."""
    try:
        return formula(source, setting.hand, display)
    except MathsError as error:
        error.where = error.where or where
        raise


def trace_formula(
    made: Formula, x: float, baseline: float, em: float, style: TextStyle, setting: Setting, colour: str, key: str,
    layer: int, *, bold: bool = False, last: bool = True,
) -> Iterator[Mark]:  # fmt: skip
    """The marks of a formula whose baseline begins at (x, baseline) mm, at a type size of ``em`` mm.

    ``bold`` writes all of it heavier, ``last`` says that its line ends with it. Its words are its source.
    """
    theme = setting.theme
    light, heavy = style.weight * em, theme.type.bold * em
    light = heavy if bold else light
    word = Word(made.source, x, baseline, made.width * em, em, space=last, end=last)
    drift = theme.hand.drift * CALM
    told = False
    for name, letters, width in (("formula", made.plain, light), ("formula-bold", made.bold, heavy)):
        if len(letters.curves):
            words = () if told else (word,)
            yield _letters(letters, x, baseline, em, words, drift, f"{key}/{name}", style, width, colour, layer)
            told = True
    if len(made.lines):
        placed = made.lines.placed(x, baseline, em)
        yield Mark(f"{key}/formula-lines", placed, style.pen, light, colour, layer)


def formula_box(made: Formula, x: float, baseline: float, em: float) -> Rect:
    """The rectangle of a formula's ink, mm."""
    return Rect(x, baseline - made.ascent * em, made.width * em, (made.ascent + made.descent) * em)


def _letters(
    letters: Letters, x: float, baseline: float, em: float, words: tuple[Word, ...], drift: float, key: str,
    style: TextStyle, width: float, colour: str, layer: int,
) -> Mark:  # fmt: skip
    writing = Writing(
        words[0].text if words else "", words, letters.origins * em + np.array((x, baseline)), letters.glyph_of_stroke, em, drift
    )
    return Mark(key, letters.curves.placed(x, baseline, em), style.pen, width, colour, layer, writing=writing)


__all__ = ["formula_box", "formula_of", "trace_formula"]
