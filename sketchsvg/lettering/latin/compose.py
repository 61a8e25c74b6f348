"""From the tables of strokes to glyphs: plain letters spaced, accented ones put together."""

from __future__ import annotations

from functools import cache
from string import ascii_letters, digits
from unicodedata import normalize

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.latin import accents
from sketchsvg.lettering.latin.capitals import CAPITALS
from sketchsvg.lettering.latin.digits import DIGITS
from sketchsvg.lettering.latin.forms import shapes
from sketchsvg.lettering.latin.greek import GREEK, LIKE_LATIN
from sketchsvg.lettering.latin.lowercase import LOWERCASE
from sketchsvg.lettering.latin.notation import read
from sketchsvg.lettering.latin.profile import profile
from sketchsvg.lettering.latin.spacing import bearings, kind
from sketchsvg.lettering.latin.special import SPECIAL
from sketchsvg.lettering.latin.stacking import middle_of, stacked

#: Every digit moves the hand on by this much, so that columns of figures stand under each other.
DIGIT_ADVANCE = 0.475

#: Characters that are another one by sight.
SAME: dict[str, str] = {
    **LIKE_LATIN,
    # Micro, ohm, kelvin and angstrom are letters; full-width letters and digits are drawn like the plain ones.
    "\u00b5": "μ", "\u2126": "Ω", "\u212a": "K", "\u212b": "Å",
    **{chr(0xFEE0 + ord(plain)): plain for plain in ascii_letters + digits},
}
LETTERS: dict[str, str] = {**LOWERCASE, **CAPITALS, **SPECIAL, **GREEK}

#: The caron of a tall letter, written as an apostrophe beside it.
CARON_BESIDE = "'"
KNOWN = {*accents.ABOVE, *accents.BELOW, CARON_BESIDE}
#: The one accent that grows out of the letter itself: the letter is drawn whole with it.
HORN = "\u031b"

#: Letters that lose their dot to an accent.
DOTLESS = {"i": "ı", "j": "ȷ"}
#: Letters that are two letters written one after the other.
PAIRS = {"ĳ": "ij", "Ĳ": "IJ", "ŀ": "l·", "Ŀ": "L·", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl"}


def build(char: str, forms: str = "print", variant: int = 0) -> Glyph | None:
    """The glyph of ``char`` in the shapes of ``forms``, or None when the Latin hand does not write it.

    ``variant`` chooses among the shapes a letter has; every number stands for one of them.
    """
    if len(char) != 1:
        return None
    char = SAME.get(char, char)
    if char in DIGITS:
        return _digit(char, forms, variant)
    if char in LETTERS:
        return _spaced(char, forms, variant)
    if char in PAIRS:
        first, second = tuple(PAIRS[char])
        return _pair(first, second, forms)
    return _accented(char, forms, variant)


def _shapes(char: str, forms: str) -> tuple[str, ...]:
    own = shapes(forms).get(char)
    return own or (DIGITS.get(char) or LETTERS[char],)


def _chosen(char: str, forms: str, variant: int) -> Curves:
    of = _shapes(char, forms)
    return read(of[variant % len(of)])


def _digit(char: str, forms: str, variant: int) -> Glyph:
    shape = profile(_chosen(char, forms, 0))
    left, right = min(shape.left), max(shape.right)
    return Glyph(
        DIGIT_ADVANCE, _chosen(char, forms, variant).placed((DIGIT_ADVANCE * 1000 - left - right) / 2000, 0)
    )


def _spaced(char: str, forms: str, variant: int) -> Glyph:
    """A letter in the white that its first shape asks for, whichever shape is written."""
    advance, shift = _white(char, forms)
    return Glyph(advance, _chosen(char, forms, variant).placed(shift, 0))


@cache
def _white(char: str, forms: str) -> tuple[float, float]:
    """The advance of a letter and how far its table moves to stand in it, from its first shape."""
    shape = profile(_chosen(char, forms, 0))
    before, after = bearings(shape, kind(char) or "small")
    left, right = min(shape.left), max(shape.right)
    return (before - left + right + after) / 1000, (before - left) / 1000


def _pair(first: str, second: str, forms: str) -> Glyph:
    before = build(first, forms)
    after = Glyph(0.12, read("o20,270")) if second == "·" else build(second, forms)
    assert before is not None and after is not None, first + second
    both = Curves.joined([before.curves, after.curves.placed(before.advance, 0)])
    return Glyph(before.advance + after.advance, both)


def _accented(char: str, forms: str, variant: int) -> Glyph | None:
    """A letter with its accents, spaced as the letter alone; None when either is not ours."""
    parts = normalize("NFD", char)
    base, marks = parts[:1], parts[1:]
    if marks[:1] == HORN:
        base, marks = normalize("NFC", parts[:2]), parts[2:]
    base = SAME.get(base, base)
    drawn = [accents.OTHERWISE.get((base, mark), mark) for mark in marks]
    if not drawn or base not in LETTERS or any(mark not in KNOWN for mark in drawn):
        return None
    if any(mark in accents.ABOVE for mark in drawn):
        base = DOTLESS.get(base, base)
    letter = _spaced(base, forms, variant)
    origin = _origin(letter, base, forms, variant)
    beside = CARON_BESIDE in drawn
    on_axis = [mark for mark in drawn if mark != CARON_BESIDE]
    curves = stacked(letter.curves, _axis(letter, base, origin), on_axis, _ties(base, origin))
    if beside:
        x = origin + 0.14 if base == "L" else max(profile(letter.curves).right) / 1000 + 0.025
        curves = Curves.joined([curves, read(accents.APOSTROPHE).placed(x, 0)])
    return Glyph(letter.advance + (0.06 if beside and base != "L" else 0.0), curves)


def marked(letter: Glyph, base: str, marks: str, forms: str, variant: int) -> Glyph:
    """Any letter with marks that no composed letter has: its advance stays, whatever stands over or under it.

    ``letter`` is the glyph of ``base``, which may be a Hangul syllable or a sign too.
    """
    otherwise = [accents.OTHERWISE.get((base, mark), mark) for mark in marks]
    drawn = [mark if other == CARON_BESIDE else other for mark, other in zip(marks, otherwise, strict=True)]
    if base in DOTLESS and any(mark in accents.ABOVE for mark in drawn):
        base = DOTLESS[base]
        plain = _spaced(base, forms, variant)
        letter = Glyph(letter.advance, plain.curves.placed((letter.advance - plain.advance) / 2, 0))
    base = SAME.get(base, base)
    known = base in LETTERS
    origin = _origin(letter, base, forms, variant) if known else 0.0
    middle = _axis(letter, base, origin) if known else middle_of(letter.curves)
    return Glyph(letter.advance, stacked(letter.curves, middle, drawn, _ties(base, origin)), letter.weight)


def _origin(letter: Glyph, base: str, forms: str, variant: int) -> float:
    """Where the x = 0 of a letter's table has come to stand."""
    return (min(profile(letter.curves).left) - min(profile(_chosen(base, forms, variant)).left)) / 1000


def _axis(letter: Glyph, base: str, origin: float) -> float:
    """The middle of the part of a letter over which accents sit."""
    return origin + accents.CROWN[base] / 1000 if base in accents.CROWN else middle_of(letter.curves)


def _ties(base: str, origin: float) -> dict[str, float]:
    """Where accents are tied on that are not centred."""
    return {mark: origin + x / 1000 for (letter, mark), x in accents.TIED.items() if letter == base}
