"""Formulas on a page: their letters as writing, their bars, roots and brackets as lines of the same pen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Line, Setting
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.setline import SetLine, SetRun
from sketchsvg.scene import Mark, Word, Writing

# What sets formulas is read when there is one: most pages have none.
if TYPE_CHECKING:
    from sketchsvg.lettering.maths.formula import Formula
    from sketchsvg.lettering.maths.strokes import Letters

#: How much of their drift letters keep in a formula: its places mean more than those of words.
CALM = 0.6
#: White between a formula and the lines over and under it, in em.
HAIR = 0.04


def formula_of(source: str, setting: Setting, display: bool, where: Source | None = None) -> Formula:
    """The formula in the hand of ``setting``; errors say ``where`` it was written."""
    from sketchsvg.lettering.maths.formula import MathsError, formula

    try:
        return formula(source, setting.hand, display)
    except MathsError as error:
        error.stands_in(where)
        raise


def trace_formula(
    run: SetRun, x: float, line: Line, setting: Setting, colour: str, key: str, layer: int, index: int = 0
) -> Iterator[Mark]:
    """The marks of a run that is a formula and begins at ``x`` mm on its line. Its words are its source.

    ``index`` is its place among the runs of its line.
    """
    theme, style, em = setting.theme, line.style, line.style.size * POINT
    made = formula_of(run.text, setting, run.style.maths == "display")
    heavy = theme.type.bold * em
    light = heavy if run.style.bold and not style.bold else style.weight * em
    word = Word(
        made.source, x, line.baseline, made.width * em, em, 0.0, *line.words.after(index), style.role,
        run.style.link or "", "formula",
    )  # fmt: skip
    drift = theme.hand.drift * CALM
    for number, one in enumerate(made.letters):
        width = (heavy if one.bold else light) * one.weight
        words = () if number else (word,)
        yield _letters(one.letters, x, line, words, drift, f"{key}/{one.name}", width, colour, layer)
    if len(made.lines):
        yield Mark(f"{key}/lines", made.lines.placed(x, line.baseline, em), style.pen, light, colour, layer)


def beyond_line(row: SetLine, setting: Setting, pitch: float) -> tuple[float, float]:
    """How far the formulas of a line reach over and under its line box of ``pitch`` em, a hair of white included."""
    over = under = 0.0
    for run in row.runs:
        if run.style.maths:
            made = formula_of(run.text, setting, run.style.maths == "display")
            over = max(over, made.ascent + HAIR - (pitch / 2 + MIDDLE))
            under = max(under, made.descent + HAIR - (pitch / 2 - MIDDLE))
    return over, under


def _letters(
    letters: Letters, x: float, line: Line, words: tuple[Word, ...], drift: float, key: str, width: float, colour: str,
    layer: int,
) -> Mark:  # fmt: skip
    em = line.style.size * POINT
    origins = letters.origins * em + np.array((x, line.baseline))
    writing = Writing(words[0].text if words else "", words, origins, letters.glyph_of_stroke, em, drift)
    placed = letters.curves.placed(x, line.baseline, em)
    return Mark(key, placed, line.style.pen, width, colour, layer, writing=writing)


__all__ = ["beyond_line", "formula_of", "trace_formula"]
