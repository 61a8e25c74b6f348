"""The hand: how wide a run of text is, and the clean strokes that write it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import radians, tan
from typing import TypeAlias

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.lettering.bending import footed, rounded, small_letters
from sketchsvg.lettering.chance import USUAL, chances
from sketchsvg.lettering.fonts.fallback import NO_FALLBACK, Fallback
from sketchsvg.lettering.glyph import FREE, NOTHING, SYLLABLE_SHAPES, Glyph, Written
from sketchsvg.lettering.joining import joint
from sketchsvg.lettering.latin import kerning
from sketchsvg.lettering.prebuilt import COMBINING
from sketchsvg.lettering.skeleton import clusters, is_hangul, shape_number, skeleton
from sketchsvg.theme.theme import HandStyle

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
MIXED_SPACE = 0.05
#: From here on (Hangul jamo) characters keep their own width in code.
FIRST_WIDE = "\u1100"
#: From the first to the last of these a sign takes one cell, as a letter does: quotes and dashes, small figures and
#: currencies, minus, ≠ ≤ ≥, and box drawing and blocks, so that frames close.
ONE_CELL = (
    ("\u2010", "\u205e"), ("\u2070", "\u20bf"), ("\u2212", "\u2212"), ("\u2260", "\u2265"), ("\u2500", "\u259f"),
)  # fmt: skip
#: Between Hangul and a straight quote, em: its two strokes stand upright, and close to a syllable look like one more.
QUOTE_SPACE = 0.035
#: How much a syllable is widened at most to fill two cells, and a part of a frame to fill one.
WIDEST = 1.08
#: The rise of the level lines in the skeletons of syllables: their slope.
RISE = 0.045
#: How much more italic letters lean, in degrees.
ITALIC_SLANT = 9.0
#: The height of small capitals, relative to capitals.
SMALL_CAPITAL = 0.84
#: Code is written with letters that cannot be taken for each other.
CODE_FORMS = "mono"
#: So many runs are kept at most, for a process that writes book after book.
MOST_KEPT = 20_000

#: Where a character begins, its advance, and the scale of its strokes along x; in em.
Step: TypeAlias = tuple[float, float, float]


class Hand:
    """One way of writing: its ``style`` on top of the skeletons; ``fallback`` lends what they have not."""

    def __init__(self, style: HandStyle | None = None, fallback: Fallback = NO_FALLBACK) -> None:
        self.style = style or HandStyle()
        self.fallback = fallback
        #: Characters that no font lends, and a text that each stands in: they are drawn as boxes.
        self.boxed: dict[str, str] = {}
        self._width = self.style.width * self.style.size
        self._lean = round(tan(radians(self.style.slant)), 12)
        self._italic_lean = round(tan(radians(self.style.slant + ITALIC_SLANT)), 12)
        self._rise = round(RISE - tan(radians(self.style.rise)), 3)
        self._placed: dict[tuple[str, bool, bool], list[Step]] = {}
        #: By set of shapes: the advance of each character, and the white between two neighbours, met so far.
        self._own: dict[str, dict[str, float]] = {}
        self._white: dict[str, dict[str, float]] = {}
        self._runs: dict[tuple[str, bool, bool, bool, int], Written] = {}
        self._writable: set[str] = set()
        self._shaped: dict[tuple[str, str, int, bool], Glyph] = {}
        #: The clearance of shaped glyphs that do not bring it along, by their identity: they are kept above.
        self._free: dict[int, float] = {}

    def advance(self, text: str, bold: bool = False, code: bool = False) -> float:
        """The width of ``text`` in em. ``CharacterError`` for what the hand cannot write."""
        return self._end_of(self.steps(text, bold, code))

    def steps(self, text: str, bold: bool = False, code: bool = False) -> list[Step]:
        """For each character of ``text`` where it begins, its advance, and the scale of its strokes along x; in em."""
        key = (text, bold, code)
        known = self._placed.get(key)
        if known is None:
            if len(self._placed) > MOST_KEPT:
                self._placed.clear()
            known = self._placed[key] = self._steps(text, bold, code)
        return known

    def write(
        self, text: str, bold: bool = False, code: bool = False, italic: bool = False, seed: int = 0
    ) -> Written:
        """The strokes of ``text`` in em, every glyph at its place.

        ``seed`` (that of the line, ``line_seed``) decides which letters take another of their shapes and which are
        joined; 0 writes all of them as usual. Shapes never change the width.
        """
        key = (text, bold, code, italic, seed)
        known = self._runs.get(key)
        if known is None:
            if len(self._runs) > MOST_KEPT:
                self._runs.clear()
            known = self._runs[key] = self._written(text, bold, code, italic, seed)
        return known

    def _written(self, text: str, bold: bool, code: bool, italic: bool, seed: int) -> Written:
        steps = self.steps(text, bold, code)
        forms = self._forms(code)
        variants, joins = self._chosen(text, forms, seed)
        lent = self._lent(text)
        parts = text if text.isascii() or COMBINING.isdisjoint(text) else clusters(text)
        glyphs = [
            self._leaned(lent[index], part, italic) if index in lent else self._glyph(part, forms, variant, italic)
            for index, (part, variant) in enumerate(zip(parts, variants, strict=True))
        ]
        inked = [
            (glyph, x, scale, index)
            for index, (glyph, (x, _, scale)) in enumerate(zip(glyphs, steps, strict=True))
            if len(glyph.curves)
        ]
        strokes = [glyph.curves for glyph, _, _, _ in inked]
        if self.style.joins and not code and not self.style.advance:
            strokes = self._joined(text, inked, joins)
        curves = Curves.joined(strokes)
        points = [len(one.points) for one in strokes]
        origins = np.zeros((len(inked), 2))
        origins[:, 0] = [x for _, x, _, _ in inked]
        placed = curves.points.copy()
        if any(scale != 1.0 for _, _, scale, _ in inked):
            placed[:, 0] *= np.array([scale for _, _, scale, _ in inked]).repeat(points)
        placed[:, 0] += origins[:, 0].repeat(points)
        owner = np.arange(len(inked), dtype=np.int64).repeat([len(one) for one in strokes])
        owner.setflags(write=False)
        origins.setflags(write=False)
        weights = np.array([glyph.weight for glyph, _, _, _ in inked]) if lent else None
        free = tuple([self._clearance(glyph) for glyph, _, _, _ in inked]) if bold else None
        return Written(Curves(placed, curves.starts), origins, owner, self._end_of(steps), weights, free)

    def _chosen(self, text: str, forms: str, seed: int) -> tuple[list[int], list[bool]]:
        """For each character the number of its shape, and whether it is joined to the next."""
        often, joins = self.style.variants, self.style.joins
        drawn = chances(seed, len(text)) if seed else (USUAL,) * len(text)
        if self.style.case == "capitals":
            text = "".join([self._capital(char, forms) or char for char in text])
        numbers: list[int] = []
        last, number = "", 0
        for char, one in zip(text, drawn, strict=True):
            # The figures of a number are all of one kind.
            if not ("0" <= char <= "9" and "0" <= last <= "9"):
                number = one.number if one.first < often else 0
            shape = shape_number(char, forms, number) if number else 0
            # A letter that is doubled takes another shape the second time.
            if char == last and seed and often and shape == numbers[-1] and not "0" <= char <= "9":
                shape = shape_number(char, forms, shape + 1)
            numbers.append(shape)
            last = char
        joined = [one.second < joins for one in drawn]
        if joins:
            numbers = [
                number + SYLLABLE_SHAPES if join and "가" <= char <= "힣" else number
                for char, number, join in zip(text, numbers, joined, strict=True)
            ]
        return numbers, joined

    def _joined(self, text: str, inked: list[tuple[Glyph, float, float, int]], joins: list[bool]) -> list[Curves]:
        """The strokes of each glyph, with the one that leads to the next letter where they are joined."""
        strokes = [glyph.curves for glyph, _, _, _ in inked]
        for place, ((before, x, _, index), (after, next_x, _, follows)) in enumerate(pairwise(inked)):
            if follows == index + 1 and joins[index]:
                stroke = joint(text[index], before, text[follows], after, next_x - x)
                if stroke is not None:
                    strokes[place] = Curves.joined([strokes[place], Curves.of([stroke])])
        return strokes

    def _forms(self, code: bool) -> str:
        return CODE_FORMS if code else self.style.forms

    def _capital(self, char: str, forms: str = "") -> str:
        """The capital that stands for a small letter in a hand of capitals; empty where there is none, and in code."""
        if self.style.case != "capitals" or (forms or self.style.forms) != self.style.forms or not char.islower():
            return ""
        capital = char.upper()
        return capital if len(capital) == len(char) else ""

    def _glyph(self, char: str, forms: str, variant: int = 0, italic: bool = False) -> Glyph:
        """The skeleton of a character, with the marks on it, as this hand bends, scales and leans it."""
        key = (char, forms, variant, italic)
        known = self._shaped.get(key)
        if known is None:
            known = self._shaped[key] = self._shape(char, forms, variant, italic)
        return known

    def _shape(self, char: str, forms: str, variant: int, italic: bool) -> Glyph:
        style = self.style
        if not char:
            return NOTHING
        capital = self._capital(char, forms)
        if char[0] == "0" and style.zero == "slashed":
            forms = "mono"
        upright = skeleton(capital or char, forms=forms, variant=variant)
        curves = rounded(upright.curves, style.roundness)
        points = curves.points
        if style.small != 1.0 and not capital and char.islower() and char < FIRST_WIDE:
            points = small_letters(points, style.small)
        if style.foot != 1.0 and "가" <= char[0] <= "힣" and (ord(char[0]) - 0xAC00) % 28:
            points = footed(points, style.foot)
        rise: Floats | float = 0.0
        if self._rise and is_hangul(char[0]):
            rise = self._rise * (points[:, 0] - upright.advance / 2)
        size = style.size * (SMALL_CAPITAL if capital else 1.0)
        lean = self._italic_lean if italic else self._lean
        if ONE_CELL[-1][0] <= char[0] <= ONE_CELL[-1][1]:
            lean = 0.0  # what leans does not meet what stands in the line below
        bent = np.empty_like(points)
        bent[:, 1] = y = (points[:, 1] + rise) * size
        # Leaning about the middle of the body keeps a letter over its advance.
        bent[:, 0] = points[:, 0] * (style.width * size) - (y + MIDDLE) * lean
        free = upright.clearance
        if free is not None:
            bends = style.roundness or style.foot != 1.0 or style.small < 1.0
            free = None if bends else free * size * min(1.0, style.width)
        return Glyph(upright.advance * style.width * size, Curves(bent, curves.starts), clearance=free)

    def _clearance(self, glyph: Glyph) -> float:
        """The widest pen in em that closes nothing of a glyph as it stands in this hand."""
        if glyph.clearance is not None:
            return glyph.clearance
        known = self._free.get(id(glyph))
        if known is None:
            # Measuring takes a while, and the pages of the everyday hand need none of it.
            from sketchsvg.lettering.clearance import clearance

            known = self._free[id(glyph)] = clearance(glyph.curves)
        return known

    def _lent(self, text: str) -> dict[int, Glyph]:
        """The glyphs that a font lends for this text, by the index of their characters."""
        if text.isascii() or self._writable.issuperset(text):
            return {}
        lent = self.fallback.lent(text)
        for char in lent.boxed:
            self.boxed.setdefault(char, text)
        if not lent.glyphs:
            self._writable.update(text)
        return lent.glyphs

    def _leaned(self, glyph: Glyph, char: str, italic: bool) -> Glyph:
        """A lent glyph with the marks on it, and with this hand's size, width and slant."""
        if len(char) > 1:
            from sketchsvg.lettering.composing import with_marks

            glyph = with_marks(glyph, char[1:], char[0])
        points = glyph.curves.points * self.style.size
        lean = self._italic_lean if italic else self._lean
        points[:, 0] = points[:, 0] * self.style.width - (points[:, 1] + MIDDLE) * lean
        return Glyph(glyph.advance * self._width, Curves(points, glyph.curves.starts), glyph.weight, FREE)

    def _own_advance(self, char: str, forms: str) -> float:
        capital = self._capital(char, forms)
        own = skeleton(capital or char, forms=forms).advance * self._width
        return own * SMALL_CAPITAL if capital else own

    def _steps(self, text: str, bold: bool, code: bool) -> list[Step]:
        steps: list[Step] = []
        forms = self._forms(code)
        cell = CODE_ADVANCE if code else self.style.advance
        lent = self._lent(text)
        known, between = self._own.setdefault(forms, {}), self._white.setdefault(forms, {})
        space = cell or (BOLD_WORD_SPACE if bold else WORD_SPACE) * self.style.words * self._width
        more = self.style.spacing + (BOLD_SPACING if bold else 0.0)
        x = 0.0
        previous = ""
        for index, char in enumerate(text):
            if char in " \u00a0":
                advance, scale, shift = space, 1.0, 0.0
            else:
                if index in lent:
                    own = lent[index].advance * self._width
                elif char in known:
                    own = known[char]
                else:
                    own = known[char] = self._own_advance(char, forms)
                advance, scale, shift = own, 1.0, 0.0
                # Where the hand itself writes equal advances, a syllable takes two; else code leaves it its own.
                room = 0.0
                if cell and (char < FIRST_WIDE or any(first <= char <= last for first, last in ONE_CELL)):
                    room = cell
                elif cell and not code:
                    room = 2 * cell
                # What joins the letter before it has no width of its own.
                if room and own:
                    # Syllables grow a little where two cells are wider than they are.
                    scale = min(1.0 if char < ONE_CELL[-1][0] else WIDEST, room / own)
                    shift = (room - own * scale) / 2
                    advance = room
                else:
                    advance += more if own else 0.0
                    if previous and not code:
                        pair = previous + char
                        if pair not in between:
                            between[pair] = self._between(previous, char, forms)
                        x += between[pair]
            steps.append((x + shift, advance - shift, scale))
            x += advance
            # What has no width leaves its letter beside the next one.
            previous = char if advance else previous
        return steps

    def _between(self, left: str, right: str, forms: str) -> float:
        """The white added between two neighbours: kerning, or a hair where Hangul meets Latin."""
        if left.isalnum() and right.isalnum() and (left < FIRST_WIDE) != (right < FIRST_WIDE):
            return MIXED_SPACE * self._width
        if (left in "\"'" and right >= FIRST_WIDE) or (right in "\"'" and left >= FIRST_WIDE):
            return QUOTE_SPACE * self._width
        return kerning(self._capital(left, forms) or left, self._capital(right, forms) or right, forms) * self._width

    @staticmethod
    def _end_of(steps: list[Step]) -> float:
        return steps[-1][0] + steps[-1][1] if steps else 0.0


@lru_cache(maxsize=32)
def hand_of(style: HandStyle | None = None, fallback: Fallback = NO_FALLBACK) -> Hand:
    """The hand of this style; the same one each time, so that what it has written once it knows."""
    return Hand(style, fallback)
