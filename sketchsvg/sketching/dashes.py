"""Dashed lines: the pattern that a pen follows so that dashes and gaps look as long as they were."""

from __future__ import annotations

from sketchsvg.geometry.curves import Curves
from sketchsvg.readers.svg.items import Line
from sketchsvg.readers.svg.limits import Budget
from sketchsvg.sketching.measuring import measured

#: A dash and its gap shorter than this together (mm) look like an even line, and are drawn as one.
_FINEST = 0.3
#: A pen's ends are round. Where a drawing asks for butt ends, its dashes are shorter by this share of their width.
_ROUNDING = 0.76


def pattern_of(line: Line, curves: Curves, budget: Budget) -> tuple[tuple[float, ...], float]:
    """Dashes and offset, in mm, for ``curves``; no dashes where they would be too fine to see."""
    dashes = line.dashes
    period = 0.0
    for length in dashes:
        period += length
    if not dashes or period / (len(dashes) // 2) < _FINEST:
        return (), 0.0
    whole = 0.0
    for stroke in curves.strokes():
        if len(stroke) > 1:
            whole += float(measured(stroke)[0][-1])
    budget.dashes(int(whole / period) * (len(dashes) // 2))
    inked = [dash for dash in dashes[0::2] if dash > 0]
    short = min(_ROUNDING * line.width, 0.8 * min(inked)) if line.butt and inked else 0.0
    pattern = [max(0.0, length - short) if number % 2 == 0 else length + short for number, length in enumerate(dashes)]
    return tuple(pattern), (line.offset - short / 2) % period
