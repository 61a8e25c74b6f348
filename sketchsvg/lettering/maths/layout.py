"""The only door to ziamath: LaTeX in, places of signs and lines out, measured with our own hand's letters.

ziamath sets formulas by the MATH table of a font. Here the letters of that font are replaced by ours, with their own
advances and heights, before anything is set; so spacing is right for the handwriting and not for the print. Only
signs that are stretched (brackets, roots, sums, accents) keep the boxes of the font and are drawn into them later.
This module imports ziamath; import it only where a formula is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import ziamath
from ziafont.fonttypes import BBox
from ziafont.glyph import SimpleGlyph
from ziamath import drawable, zmath
from ziamath.mathfont import MathFont

from sketchsvg.lettering.maths.parts import Laid, Part, Ring, Root, Rule, Sign, Stretched

#: Font units in an em, and the size at which everything is set: one unit of the result is a thousandth of an em.
UNITS = 1000
#: Letters in the index and in the index of an index, as percentages: larger than in print, where small letters have
#: thinner lines. No index gets smaller than ``SMALLEST`` em.
SCRIPT, SMALLEST = 74, 0.6
#: Half the line of the pen, in font units: what a letter reaches further than its centreline.
PEN = 40
#: An index of no glyph, so that nothing of the font (kerning, variants) is taken for a letter of ours.
NO_GLYPH = -1

#: Signs that are drawn into the box that the font gives them, because they grow with what they hold.
GROWING = frozenset(
    "()[]{}|‖∣∥⟨⟩⌈⌉⌊⌋/\\√∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀^ˆ\u0302~˜\u0303¯ˉ\u0304\u0305‾_´`˘ˇ˙¨\u20d7⃖\u20db˚"
    "→←↔⟶⟵⟷⇒⇐⇔⟹⟸⟺↦⟼⏞⏟⎴⎵⏜⏝′″‴"
)

#: How a character measures: advance, left, top, right, bottom in em, y down; None for one that cannot be written.
Measure = Callable[[str, bool], tuple[float, float, float, float, float] | None]


class HandGlyph(SimpleGlyph):  # type: ignore[misc]
    """A letter of our hand where ziamath looks for a glyph."""

    def __init__(self, char: str, box: tuple[int, int, int, int], advance: int, font: MathFont) -> None:
        left, top, right, bottom = box
        super().__init__(NO_GLYPH, [], BBox(left, right, -bottom, -top), font)
        self.written = char
        self._advance = advance

    def advance(self, nextchr: object = None) -> int:
        """How far the hand moves on, in font units."""
        return self._advance


class HandFont(MathFont):  # type: ignore[misc]
    """The mathematics font with our hand's letters in it."""

    def __init__(self, path: Path, measure: Measure) -> None:
        super().__init__(path, UNITS * SMALLEST / ziamath.config.minsizefraction)
        self.math.consts = replace(self.math.consts, scriptPercentScaleDown=SCRIPT)
        self._measure = measure
        self._known: dict[tuple[str, bool], HandGlyph] = {}

    def findglyph(self, char: str, variant: Any) -> SimpleGlyph:
        """The letter of our hand; the font's own glyph for what grows or what the hand does not write."""
        if char in GROWING or variant.style in ("script", "fraktur", "double"):
            return super().findglyph(char, variant)
        key = (char, variant.bold)
        if key not in self._known:
            measured = self._measure(char, variant.bold)
            if measured is None:
                return super().findglyph(char, variant)
            advance, left, top, right, bottom = (round(value * UNITS) for value in measured)
            box = (left - PEN, top - PEN, right + PEN, bottom + PEN) if right > left or bottom > top else (0, 0, 0, 0)
            self._known[key] = HandGlyph(char, box, advance, self)
        return self._known[key]


def lay_out(source: str, display: bool, font: HandFont) -> Laid:
    """The parts of the formula ``source`` (LaTeX without dollars). Raises what latex2mathml raises."""
    zmath.loadedfonts["sketchsvg"] = font
    formula = ziamath.Latex(source, size=UNITS, font="sketchsvg", inline=not display)
    node = formula.node
    return Laid(tuple(_walk(node, 0.0, 0.0)), node.bbox.xmin / UNITS, max(node.bbox.xmax, node.xadvance()) / UNITS)


@cache
def font_for(measure: Measure) -> HandFont:
    """The font with the letters that ``measure`` knows; the same one each time."""
    return HandFont(Path(ziamath.__file__).parent / "fonts" / "STIXTwoMath-Regular.ttf", measure)


def _walk(node: Any, x: float, y: float) -> Iterator[Part]:
    """The parts of a node that stands at (x, y), in thousandths of an em."""
    if getattr(node, "phantom", False):
        return
    if isinstance(node, drawable.Glyph):
        yield from _glyph(node, x, y)
    elif isinstance(node, drawable.HLine):
        middle = (y + node.lw / 2) / UNITS
        yield Rule(x / UNITS, middle, (x + node.length) / UNITS, middle)
    elif isinstance(node, drawable.VLine):
        yield Rule(x / UNITS, y / UNITS, x / UNITS, (y + node.height) / UNITS)
    elif isinstance(node, drawable.Diagonal):
        yield Rule(x / UNITS, (y - node.height) / UNITS, (x + node.width) / UNITS, y / UNITS)
    elif isinstance(node, drawable.Box | drawable.Ellipse):
        yield from _around(node, x, y)
    elif node.mtag in ("msqrt", "mroot"):
        yield from _root(node, x, y)
    else:
        for (dx, dy), part in zip(node.nodexy, node.nodes, strict=False):
            yield from _walk(part, x + dx, y + dy)


def _glyph(node: Any, x: float, y: float) -> Iterator[Part]:
    variant = node.style.mathvariant
    if isinstance(node.glyph, HandGlyph):
        char = node.glyph.written
        if not char.isspace():
            yield Sign(char, x / UNITS, y / UNITS, node.size / UNITS, variant.bold, variant.italic)
        return
    char = node.char if node.char in GROWING else min(node.glyph.char, default=node.char)
    box = node.bbox
    if box.xmax > box.xmin or box.ymax > box.ymin:
        yield Stretched(
            char, (x + box.xmin) / UNITS, (y - box.ymax) / UNITS, (x + box.xmax) / UNITS, (y - box.ymin) / UNITS
        )


def _root(node: Any, x: float, y: float) -> Iterator[Part]:
    """Tick and roof as one part, then what stands under them (and in the tick)."""
    tick = next(number for number, part in enumerate(node.nodes) if isinstance(part, drawable.Glyph))
    box = node.nodes[tick].bbox
    (dx, dy), roof = node.nodexy[tick], node.nodes[-1]
    right = x + node.nodexy[-1][0]
    yield Root(
        (x + dx + box.xmin) / UNITS, (y + dy - box.ymax + roof.lw / 2) / UNITS, right / UNITS,
        (y + dy - box.ymin) / UNITS, (right + roof.length) / UNITS,
    )  # fmt: skip
    for number, ((px, py), part) in enumerate(zip(node.nodexy[:-1], node.nodes[:-1], strict=True)):
        if number != tick:
            yield from _walk(part, x + px, y + py)


def _around(node: Any, x: float, y: float) -> Iterator[Part]:
    left, top, right, bottom = (v / UNITS for v in (x, y - node.height, x + node.width, y))
    if isinstance(node, drawable.Ellipse) or node.cornerradius:
        yield Ring(left, top, right, bottom)
        return
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    for (x0, y0), (x1, y1) in pairwise(corners):
        yield Rule(x0, y0, x1, y1)


__all__ = ["GROWING", "HandFont", "font_for", "lay_out"]
