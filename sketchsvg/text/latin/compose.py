"""From the tables of strokes to glyphs: plain letters spaced, accented ones put together."""

from __future__ import annotations

from string import ascii_letters, digits
from unicodedata import normalize

from sketchsvg.geometry.curves import Curves
from sketchsvg.text.glyph import Glyph
from sketchsvg.text.latin import accents
from sketchsvg.text.latin.capitals import CAPITALS
from sketchsvg.text.latin.digits import DIGITS
from sketchsvg.text.latin.greek import GREEK, LIKE_LATIN
from sketchsvg.text.latin.lowercase import LOWERCASE
from sketchsvg.text.latin.notation import read
from sketchsvg.text.latin.profile import profile
from sketchsvg.text.latin.spacing import bearings, kind
from sketchsvg.text.latin.special import SPECIAL

#: Every digit moves the hand on by this much, so that columns of figures stand under each other.
DIGIT_ADVANCE = 0.475

#: Characters that are another one by sight.
SAME = {"µ": "μ", "Ω": "Ω", "K": "K", "Å": "Å", **LIKE_LATIN}
#: Full-width letters and digits are drawn like the plain ones.
SAME.update({chr(0xFEE0 + ord(plain)): plain for plain in ascii_letters + digits})

#: White between a letter's top and its accent, and how much flatter accents over capitals are, em.
LIFT = 0.085
CAPITAL_LIFT = 0.075
FLATTER = 0.8
#: A second accent over the first begins this much higher, em.
STOREY = 0.16

#: The one accent that grows out of the letter itself: the letter is drawn whole with it.
HORN = "\u031b"

#: Letters that are two letters written one after the other.
PAIRS = {"ĳ": "ij", "Ĳ": "IJ", "ŀ": "l·", "Ŀ": "L·", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl"}


def build(char: str) -> Glyph | None:
    """The glyph of ``char``, or None when the Latin hand does not write it."""
    if len(char) != 1:
        return None
    char = SAME.get(char, char)
    if char in DIGITS:
        return _digit(char)
    for table in (LOWERCASE, CAPITALS, SPECIAL, GREEK):
        if char in table:
            return _spaced(read(table[char]), char)
    if char in PAIRS:
        return _pair(*PAIRS[char])
    return _accented(char)


def _digit(char: str) -> Glyph:
    curves = read(DIGITS[char])
    shape = profile(curves)
    left, right = min(shape.left), max(shape.right)
    return Glyph(DIGIT_ADVANCE, curves.placed((DIGIT_ADVANCE * 1000 - left - right) / 2000, 0))


def _spaced(curves: Curves, char: str) -> Glyph:
    shape = profile(curves)
    before, after = bearings(shape, kind(char) or "small")
    left, right = min(shape.left), max(shape.right)
    return Glyph((before - left + right + after) / 1000, curves.placed((before - left) / 1000, 0))


def _pair(first: str, second: str) -> Glyph:
    before = build(first)
    after = Glyph(0.12, read("o20,270")) if second == "·" else build(second)
    assert before is not None and after is not None, first + second
    both = Curves.joined([before.curves, after.curves.placed(before.advance, 0)])
    return Glyph(before.advance + after.advance, both)


def _accented(char: str) -> Glyph | None:
    """A letter with its accents, spaced as the letter alone; None when either is not ours."""
    parts = normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    if marks[:1] == HORN:
        base, marks = normalize("NFC", parts[:2]), parts[2:]
    base = SAME.get(base, base)
    raw = next((table[base] for table in (LOWERCASE, CAPITALS, SPECIAL, GREEK) if base in table), None)
    if not marks or raw is None:
        return None
    drawn = [accents.OTHERWISE.get((base, mark), mark) for mark in marks]
    if any(mark not in accents.ABOVE and mark not in accents.BELOW and mark != "'" for mark in drawn):
        return None
    above = any(mark in accents.ABOVE for mark in drawn)
    stem = {"i": "ı", "j": "ȷ"}.get(base, base) if above else base
    glyph = build(stem)
    if glyph is None:
        return None
    origin = _left(glyph) - _left_of_table(stem)
    parts_drawn = [glyph.curves]
    advance = glyph.advance
    storey = 0.0
    for mark in drawn:
        middle = _crown(glyph, stem, origin)
        if mark == "'":
            right = max(profile(glyph.curves).right) / 1000
            hook = read(accents.APOSTROPHE).placed(0.0 if base == "L" else right + 0.01, 0)
            parts_drawn.append(hook.placed(origin + 0.14, 0) if base == "L" else hook)
            advance = max(advance, advance + (0 if base == "L" else 0.06))
        elif mark in accents.ABOVE:
            top = float(glyph.curves.points[:, 1].min())
            capital = top < -0.6
            strokes = read(accents.ABOVE[mark])
            if capital:
                strokes = Curves(strokes.points * (1.0, FLATTER), strokes.starts)
            lift = CAPITAL_LIFT if capital else LIFT
            parts_drawn.append(strokes.placed(middle, top - lift - storey))
            storey += STOREY * (FLATTER if capital else 1.0)
        else:
            tied = accents.TIED.get((base, mark))
            where = middle if tied is None else origin + tied / 1000
            parts_drawn.append(read(accents.BELOW[mark]).placed(where, 0))
    return Glyph(advance, Curves.joined(parts_drawn))


def _left(glyph: Glyph) -> float:
    return min(profile(glyph.curves).left) / 1000


def _left_of_table(char: str) -> float:
    raw = next(table[char] for table in (LOWERCASE, CAPITALS, SPECIAL, GREEK) if char in table)
    return min(profile(read(raw)).left) / 1000


def _crown(glyph: Glyph, char: str, origin: float) -> float:
    if char in accents.CROWN:
        return origin + accents.CROWN[char] / 1000
    shape = profile(glyph.curves)
    return (min(shape.left) + max(shape.right)) / 2000
