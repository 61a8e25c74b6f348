"""From the tables of signs to glyphs."""

from __future__ import annotations

from string import punctuation

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.shapes import ellipse
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.latin import letter
from sketchsvg.lettering.latin.notation import read
from sketchsvg.lettering.latin.profile import profile
from sketchsvg.lettering.signs.arrows import ARROWS
from sketchsvg.lettering.signs.boxes import BLOCKS, BOXES, LIGHTER
from sketchsvg.lettering.signs.letterlike import BLACKBOARD, OTHERS, SCRIPT
from sketchsvg.lettering.signs.marks import MARKS
from sketchsvg.lettering.signs.maths import MATHS
from sketchsvg.lettering.signs.operators import OPERATORS
from sketchsvg.lettering.signs.punctuation import HANGUL_MARKS, PUNCTUATION
from sketchsvg.lettering.signs.small import CIRCLED, SMALL
from sketchsvg.lettering.signs.solids import block, shrunk, solid

#: Advance of every space, em.
SPACES: dict[str, float] = {
    " ": 0.27,
    "\u00a0": 0.27,
    "\u2000": 0.5,
    "\u2001": 1.0,
    "\u2002": 0.5,
    "\u2003": 1.0,
    "\u2004": 0.333,
    "\u2005": 0.25,
    "\u2006": 0.167,
    "\u2007": 0.475,
    "\u2008": 0.2,
    "\u2009": 0.14,
    "\u200a": 0.08,
    "\u200b": 0.0,
    # Selectors of the look of the sign before them.
    "\ufe0e": 0.0,
    "\ufe0f": 0.0,
    "\u202f": 0.14,
    "\u205f": 0.2,
    "\u2060": 0.0,
    "\u3000": 1.0,
}

#: White at either side of a sign, em: of punctuation, then of everything else.
CLOSE = 0.098
WIDE = 0.12

#: White at the (left, right) of signs that lean on one neighbour, em.
BEARINGS: dict[str, tuple[float, float]] = {
    "(": (0.12, 0.07),
    "[": (0.13, 0.08),
    "{": (0.1, 0.08),
    ")": (0.07, 0.12),
    "]": (0.08, 0.13),
    "}": (0.08, 0.1),
    "/": (0.05, 0.05),
    "\\": (0.05, 0.05),
    "_": (0.02, 0.02),
    "—": (0.07, 0.07),
    "–": (0.07, 0.07),
    "-": (0.075, 0.075),
    "·": (0.13, 0.13),
    "・": (0.22, 0.22),
    "!": (0.11, 0.11),
    "∼": (0.17, 0.17),
    "∂": (0.06, 0.05),
    "∇": (0.05, 0.05),
}

#: Korean marks: the side on which the half em keeps its white.
_OPENING = frozenset("「『〈《【〔")
HALF = 0.5

#: Ring of a circled number: radius, middle height (up), advance, em.
RING, RING_MIDDLE, RING_ADVANCE = 0.4, 0.3, 0.96


#: Signs that are another one by sight; full-width ones are drawn as wide as they need.
SAME: dict[str, str] = {
    **{chr(0xFEE0 + ord(one)): one for one in punctuation if one != "~"},
    "‐": "-",
    "‑": "-",
    "❤": "♥",
    "➡": "➜",
    "►": "▶",
    "▸": "▶",
    "◄": "◀",
    "◼": "■",
    "◻": "□",
    "❯": "›",
    "❮": "‹",
    **LIGHTER,
}


def build(char: str) -> Glyph | None:
    """The glyph of ``char``, or None when it is no sign of ours."""
    char = SAME.get(char, char)
    if char in SPACES:
        return Glyph(SPACES[char], Curves.empty())
    if char in PUNCTUATION:
        return _spaced(read(PUNCTUATION[char]), *BEARINGS.get(char, (CLOSE, CLOSE)))
    if char in HANGUL_MARKS:
        return _half(char)
    for table in (ARROWS, MATHS, MARKS, OPERATORS):
        if char in table:
            return _spaced(read(table[char]), *BEARINGS.get(char, (WIDE, WIDE)))
    for table in (BLACKBOARD, SCRIPT, OTHERS):
        if char in table:
            return _spaced(read(table[char]), CLOSE, CLOSE)
    if char in BOXES:
        return Glyph(HALF, read(BOXES[char]))
    if char in BLOCKS:
        return Glyph(HALF, block(*BLOCKS[char]))
    if char == "♥":
        return _spaced(shrunk(read(MARKS["♡"]).points, (0.3, 0.33), 0.25), WIDE, WIDE)
    if char in SMALL:
        return _small(char)
    if char in CIRCLED:
        return _circled(CIRCLED[char])
    filled = solid(char)
    return None if filled is None else _spaced(filled, WIDE, WIDE)


def _spaced(curves: Curves, before: float, after: float) -> Glyph:
    left, _, right, _ = _reach(curves)
    return Glyph(before + right - left + after, curves.placed(before - left, 0))


def _reach(curves: Curves) -> tuple[float, float, float, float]:
    shape = profile(curves)
    return min(shape.left) / 1000, 0.0, max(shape.right) / 1000, 0.0


def _half(char: str) -> Glyph:
    """A mark in half an em (a wave dash in a whole one): an opening one stands right, a closing one left."""
    curves = read(HANGUL_MARKS[char])
    left, _, right, _ = _reach(curves)
    advance = HALF if right - left < HALF else 2 * HALF
    if char in "～〜":
        return Glyph(advance, curves.placed((advance - left - right) / 2, 0))
    if char in _OPENING:
        return Glyph(advance, curves.placed(advance - 0.09 - right, 0))
    return Glyph(advance, curves.placed(0.09 - left, 0))


def _small(char: str) -> Glyph:
    """Letters and signs set small, side by side, where the table puts them."""
    parts: list[Curves] = []
    x = 0.0
    for piece, scale, rise in SMALL[char]:
        glyph = letter(piece) or build(piece)
        assert glyph is not None, piece
        parts.append(glyph.curves.placed(x, -rise, scale))
        x += glyph.advance * scale
    curves = Curves.joined(parts)
    if char in "©®":
        left, _, right, _ = _reach(curves)
        middle = (left + right) / 2
        curves = Curves.joined([ellipse(middle, -RING_MIDDLE, 0.37, 0.37), curves])
    return _spaced(curves, 0.07, 0.07)


def _circled(number: str) -> Glyph:
    scale, squeeze = (0.66, 1.0) if len(number) == 1 else (0.56, 0.74)
    parts: list[Curves] = []
    x = 0.0
    for digit in number:
        glyph = letter(digit)
        assert glyph is not None, digit
        parts.append(glyph.curves.placed(x, 0, scale))
        x += glyph.advance * scale
    inside = Curves.joined(parts)
    left, _, right, _ = _reach(inside)
    middle = RING_ADVANCE / 2
    lift = RING_MIDDLE - (0.34 if number.isdigit() else 0.235) * scale
    points = (inside.points - ((left + right) / 2, 0.0)) * (squeeze, 1.0) + (middle, -lift)
    ring = ellipse(middle, -RING_MIDDLE, RING, RING)
    return Glyph(RING_ADVANCE, Curves.joined([ring, Curves(points, inside.starts)]))
