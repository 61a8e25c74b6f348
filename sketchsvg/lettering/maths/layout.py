"""The only door to ziamath: LaTeX in, places of signs and lines out, measured with our own hand's letters.

ziamath sets formulas by the MATH table of a font. Here the letters of that font are replaced by ours, with their own
advances and heights, before anything is set; so spacing is right for the handwriting and not for the print. Only
signs that are stretched (brackets, roots, sums, accents) keep the boxes of the font and are drawn into them later.
This module imports ziamath; import it only where a formula is set.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import ziamath
from ziafont.fonttypes import BBox
from ziafont.glyph import SimpleGlyph
from ziamath import drawable, zmath
from ziamath.mathfont import MathFont
from ziamath.styles import styledchr
from ziamath.tex import tex2mml

from sketchsvg.lettering.maths.parts import Laid, Part, Ring, Root, Rule, Sign, Stretched
from sketchsvg.lettering.skeleton import is_writable

#: The mathematics font that comes with ziamath.
FONT = Path(ziamath.__file__).parent / "fonts" / "STIXTwoMath-Regular.ttf"
#: Font units in an em, and the size at which everything is set: one unit of the result is a thousandth of an em.
UNITS = 1000
#: Letters in the index and in the index of an index, as percentages: larger than in print, where small letters have
#: thinner lines. No index gets smaller than ``SMALLEST`` em.
SCRIPT, SMALLEST = 74, 0.6
#: Half the line of the pen, in font units: what a letter reaches further than its centreline.
PEN = 40
#: From here on (Hangul jamo, kana, Hanja) letters do not lean.
FIRST_UPRIGHT = "\u1100"
#: The white around the names of functions, and the least white after a letter, in font units.
THIN, APART = 190, 75
#: The white between a bar and what it divides, in font units: more than in print, for the line of a pen is broad.
GAPS = {
    "fractionNumeratorGapMin": 100, "fractionDenominatorGapMin": 110,
    "fractionNumDisplayStyleGapMin": 150, "fractionDenomDisplayStyleGapMin": 160,
}  # fmt: skip
#: The white between the columns and the rows of a matrix, in ziamath's em of 1.333.
COLUMNS, ROWS = "0.55em", "0.36em"
#: Signs with limits, which stand beside them in running text.
BIG = tuple("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂")
#: What has its limits over and under it in a formula of its own: all of these but integrals, and some functions.
LIMITED = frozenset(BIG) - frozenset("∫∬∭∮") | frozenset(
    ("lim", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin", "limsup", "liminf")
)
#: What limits are called beside a sign, and over and under it.
STACKED = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
#: The stroke that latex2mathml writes for \\not before a sign, and what strikes that sign through.
NOT, STRUCK = "\u29f8", "\u0338"
#: The white between a matrix and its brackets, and after limits, in the same em.
PADDING = "0.09em"
#: An index of no glyph, so that nothing of the font (kerning, variants) is taken for a letter of ours.
NO_GLYPH = -1

#: Signs that are drawn into the box that the font gives them, because they grow with what they hold.
GROWING = frozenset(
    "()[]{}|‖∣∥⟨⟩⌈⌉⌊⌋/\\√∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀^ˆ\u0302~˜\u0303¯ˉ\u0304\u0305‾_´`˘ˇ˙¨\u20d7⃖\u20db˚"
    "→←↔⟶⟵⟷⇒⇐⇔⟹⟸⟺↦⟼⏞⏟⎴⎵⏜⏝′″‴"
)

#: Wide accents and the small ones that are meant over one letter.
_SMALL = {"\u0302": "ˆ", "^": "ˆ", "\u0303": "˜", "~": "˜"}

#: How a character (bold, italic) measures: advance, left, top, right, bottom in em, y down.
Measure = Callable[[str, bool, bool], tuple[float, float, float, float, float]]


class HandGlyph(SimpleGlyph):  # type: ignore[misc]
    """A letter of our hand where ziamath looks for a glyph."""

    def __init__(
        self, char: str, bold: bool, italic: bool, box: tuple[int, int, int, int], advance: int, font: MathFont
    ) -> None:
        left, top, right, bottom = box
        super().__init__(NO_GLYPH, [], BBox(left, right, -bottom, -top), font)
        self.written, self.bold, self.italic = char, bold, italic
        self._advance = advance

    def advance(self, nextchr: object = None) -> int:
        """How far the hand moves on, in font units."""
        return self._advance


class HandFont(MathFont):  # type: ignore[misc]
    """The mathematics font with our hand's letters in it."""

    def __init__(self, path: Path, measure: Measure) -> None:
        super().__init__(path, UNITS * SMALLEST / ziamath.config.minsizefraction)
        self.math.consts = replace(self.math.consts, scriptPercentScaleDown=SCRIPT, **GAPS)
        self._measure = measure
        self._known: dict[tuple[str, bool, bool], HandGlyph] = {}

    def findglyph(self, char: str, variant: Any) -> SimpleGlyph:
        """The letter of our hand; the font's own glyph for what grows or what the hand does not write."""
        if char in GROWING:
            return super().findglyph(char, variant)
        char, bold, italic = plain(char, variant)
        key = (char, bold, italic)
        if key not in self._known:
            measured = self._measure(char, bold, italic)
            advance, left, top, right, bottom = (round(value * UNITS) for value in measured)
            advance = THIN if char == "\u2009" else max(advance, right + APART)
            box = (left - PEN, top - PEN, right + PEN, bottom + PEN) if right > left or bottom > top else (0, 0, 0, 0)
            self._known[key] = HandGlyph(char, bold, italic, box, advance, self)
        return self._known[key]


def lay_out(source: str, display: bool, font: HandFont) -> Laid:
    """The parts of the formula ``source`` (LaTeX without dollars). Raises what latex2mathml raises."""
    zmath.loadedfonts["sketchsvg"] = font
    node = ziamath.Math(_mathml(source, display), size=UNITS, font="sketchsvg").node
    return Laid(tuple(_walk(node, 0.0, 0.0)), node.bbox.xmin / UNITS, max(node.bbox.xmax, node.xadvance()) / UNITS)


def _mathml(source: str, display: bool) -> ElementTree.Element:
    """The formula as MathML, mended where latex2mathml and ziamath mean different things."""
    tree = ElementTree.fromstring(tex2mml(source, inline=not display))
    for node in tree.iter():
        tag = node.tag.rpartition("}")[2]
        # Brackets grow after \left and \right only.
        if tag == "mi" and node.text and node.text in "⌈⌉⌊⌋":
            node.set("stretchy", "false")
        # Columns stand as far apart as a hand sets them.
        if tag == "mtable" and "columnspacing" not in node.attrib:
            node.set("columnspacing", COLUMNS)
        if tag == "mtable" and not node.get("rowspacing", "pt").endswith("em"):
            node.set("rowspacing", ROWS)
        # Nabla stands as close to its index as a letter does.
        if node.text == "∇":
            node.set("lspace", "0")
            node.set("rspace", "0")
        # "Is distributed as" is a relation, no accent.
        if tag == "mi" and node.text == "~":
            node.tag, node.text = node.tag[:-2] + "mo", "∼"
        # The hat of \hat is small; that of \widehat grows.
        if tag == "mover" and (node.get("accent") == "true" or node[1].get("stretchy") == "false"):
            node[1].text = _SMALL.get(node[1].text or "", node[1].text)
            node[1].set("stretchy", "false")
        # A factorial is part of what it follows.
        if tag == "mo" and node.text == "!":
            node.set("lspace", "0")
            node.set("rspace", "0")
        if display and tag in STACKED and "".join((node[0].text or "").split()) in LIMITED:
            node.tag = node.tag.replace(tag, STACKED[tag])
    for parent in list(tree.iter()):
        _lower_brackets(parent)
        _negate(parent)
        _pad(parent)
    return tree


def _lower_brackets(parent: ElementTree.Element) -> None:
    """The brackets of (mod n) are as high as its letters."""
    children = list(parent)
    for place in range(len(children) - 3):
        if [child.text for child in children[place : place + 2]] == ["(", "mod"]:
            for bracket in (children[place], children[place + 4]) if place + 4 < len(children) else ():
                bracket.set("stretchy", "false")


def _negate(parent: ElementTree.Element) -> None:
    r"""One sign for \not and the sign after it, where there is one."""
    for stroke, struck in pairwise(list(parent)):
        whole = unicodedata.normalize("NFC", (struck.text or "") + STRUCK)
        if NOT in "".join(stroke.itertext()) and len(whole) == 1 and is_writable(whole):
            parent.remove(stroke)
            struck.text = whole


def _pad(parent: ElementTree.Element) -> None:
    """A little white between a matrix and the brackets at its sides, and after the limits beside a sum."""
    children = list(parent)
    tags = [child.tag.rpartition("}")[2] for child in children]
    for place in range(len(children) - 1, -1, -1):
        child, tag = children[place], tags[place]
        around = []
        if tag == "mtable":
            around = [side for side in (1, 0) if tags[place - 1 + 2 * side : place + 2 * side] == ["mo"]]
        elif tag in ("msub", "msup", "msubsup") and child[0].text in BIG and place + 1 < len(children):
            around = [1]
        elif tag in STACKED.values() and len((child[0].text or "").split()) > 1 and place + 1 < len(children):
            around = [1, 1]
        for side in around:
            parent.insert(place + side, ElementTree.Element(child.tag.replace(tag, "mspace"), {"width": PADDING}))


@cache
def font_for(measure: Measure) -> HandFont:
    """The font with the letters that ``measure`` knows; the same one each time."""
    return HandFont(FONT, measure)


def plain(char: str, variant: Any) -> tuple[str, bool, bool]:
    """The letter itself, whether it is bold and whether it leans: "𝐰" is a bold w, "𝜃" a leaning theta.

    Blackboard bold and script stay what they are where the hand has them; other alphabets are written plainly.
    """
    styled = styledchr(char, variant) if variant.style in ("double", "script") else char
    kept = unicodedata.normalize("NFKC", styled) != styled and is_writable(styled)
    if kept:
        return styled, False, False
    name = unicodedata.name(char, "")
    letter = unicodedata.normalize("NFKC", char) if name.startswith("MATHEMATICAL") else char
    # Figures stand upright, and so do Greek capitals and Hangul.
    leans = letter.isalpha() and letter < FIRST_UPRIGHT and not "\u0391" <= letter <= "\u03a9"
    return letter, variant.bold or "BOLD" in name, leans and (variant.italic or "ITALIC" in name)


def _walk(node: Any, x: float, y: float) -> Iterator[Part]:
    """The parts of a node that stands at (x, y), in thousandths of an em."""
    if getattr(node, "phantom", False):
        return
    if isinstance(node, drawable.Glyph):
        yield from _glyph(node, x, y)
    elif isinstance(node, drawable.HLine | drawable.VLine) and not node.lw:
        return
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
        shift = _forgotten(node.nodes[0]) if node.mtag in ("mover", "munder", "munderover") and node.nodes else 0.0
        for number, ((dx, dy), part) in enumerate(zip(node.nodexy, node.nodes, strict=False)):
            yield from _walk(part, x + dx + (shift if number else 0.0), y + dy)


def _forgotten(base: Any) -> float:
    """How far to the right of ziamath's middle of ``base`` its middle is: it forgets the white at both sides of it."""
    shift = float(base.bbox.xmin)
    if base.mtag == "mo" and base.nodes:
        right = base.nodexy[-1][0] + base.nodes[-1].bbox.xmax
        shift -= max(0.0, float(base.bbox.xmax - right)) / 2
    return shift


def _glyph(node: Any, x: float, y: float) -> Iterator[Part]:
    glyph, box = node.glyph, node.bbox
    if isinstance(glyph, HandGlyph):
        if not glyph.written.isspace():
            yield Sign(glyph.written, x / UNITS, y / UNITS, node.size / UNITS, glyph.bold, glyph.italic)
    elif box.xmax > box.xmin or box.ymax > box.ymin:
        yield Stretched(
            node.char, (x + box.xmin) / UNITS, (y - box.ymax) / UNITS, (x + box.xmax) / UNITS, (y - box.ymin) / UNITS
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


__all__ = ["FONT", "GROWING", "HandFont", "font_for", "lay_out"]
