"""A formula: LaTeX source in, clean strokes in em out."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.errors import CharacterError, SheetError
from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.maths.parts import Laid, Sign
from sketchsvg.lettering.maths.strokes import Letters, letters, lines

if TYPE_CHECKING:
    from sketchsvg.lettering.hand import Hand
    from sketchsvg.lettering.maths.layout import Measure

#: Half the pen's line in em: what ink reaches further than its centreline.
PEN = 0.045
#: The groups of letters, each one pen: name, bold, weight. An index takes a little less ink, or it would look bold.
_WEIGHTS = (("letters", False, 1.0), ("indices", False, 0.86), ("bold", True, 1.0), ("bold-indices", True, 0.86))


class MathsError(SheetError):
    """A formula that cannot be set; ``position`` is the place in its source, from 0, where that is known."""

    def __init__(self, what: str, mend: str | None = None, position: int | None = None) -> None:
        super().__init__(what, mend=mend)
        self.position = position


class Weighted(Struct, frozen=True, eq=False):
    """Letters of one weight: ``name`` tells them apart, ``bold`` takes the heavier pen, ``weight`` scales it."""

    name: str
    bold: bool
    weight: float
    letters: Letters


class Formula(Struct, frozen=True, eq=False):
    """A formula as strokes, in em from the start of its baseline, y down.

    ``letters`` are its letters by the weight of the pen, ``lines`` its bars, roots and brackets. ``ascent`` and
    ``descent`` are how far its ink reaches over and under the baseline (the latter is positive below it).
    """

    source: str
    letters: tuple[Weighted, ...]
    lines: Curves
    width: float
    ascent: float
    descent: float


@lru_cache(maxsize=4096)
def formula(source: str, hand: Hand, display: bool = False) -> Formula:
    """The formula ``source``, LaTeX without its dollars; ``display`` sets it large, as on a line of its own.

    ``MathsError`` (a ``SheetError``) where the source cannot be understood or ziamath is not installed.
    """
    writer, laid = _laid(source, hand, display)
    signs = [part for part in laid.parts if isinstance(part, Sign)]
    written = [
        Weighted(name, bold, weight, letters(chosen, writer))
        for name, bold, weight in _WEIGHTS
        if (chosen := [one for one in signs if one.bold == bold and (one.size < 1) == (weight < 1)])
    ]
    drawn = lines(laid, writer)
    hand.boxed.update((char, source) for char in writer.boxed if char in source)
    ink = Curves.joined([*(one.letters.curves for one in written), drawn])
    if not len(ink):
        raise MathsError(f"The formula ${source}$ draws nothing.", "Write something that can be seen.")
    left, top, right, bottom = ink.bounds()
    # White at both ends like that of a word: the pen and a hair.
    start = min(left - PEN, laid.left)
    moved = tuple(Weighted(one.name, one.bold, one.weight, _moved(one.letters, -start)) for one in written)
    return Formula(
        source, moved, drawn.placed(-start, 0.0), max(right + PEN, laid.right) - start,
        PEN - top, bottom + PEN,
    )  # fmt: skip


@cache
def _for_formulas(hand: Hand) -> Hand:
    """The hand without what would change meanings or places: capitals for small letters, equal widths, joins.

    Rare signs it takes from the mathematics font, before it asks the machine for one.
    """
    from sketchsvg.lettering.hand import hand_of
    from sketchsvg.lettering.maths.layout import FONT

    fallback = replace(hand.fallback, fonts=(*hand.fallback.fonts, str(FONT)))
    return hand_of(replace(hand.style, case="both", advance=0.0, joins=0.0), fallback)


def _moved(part: Letters, dx: float) -> Letters:
    return Letters(part.curves.placed(dx, 0.0), part.origins + np.array((dx, 0.0)), part.glyph_of_stroke)


def _laid(source: str, hand: Hand, display: bool) -> tuple[Hand, Laid]:
    """The hand that writes formulas, and the formula laid out with its measures."""
    try:
        from sketchsvg.lettering.maths.layout import font_for, lay_out
    except ImportError as error:
        raise MathsError(
            f"Formulas such as ${source[:24]}$ need the package ziamath, and it is not installed.",
            'Install it with: pip install "sketchsvg[maths]". For a dollar that is no formula write \\$.',
        ) from error
    from sketchsvg.lettering.maths.reading import checked, explained

    checked(source)
    hand = _for_formulas(hand)
    try:
        return hand, lay_out(source, display, font_for(measure_of(hand)))
    except CharacterError:
        raise
    except Exception as error:
        # The parsers behind this raise whatever comes: all of it means that the source was not understood.
        raise explained(source, error) from error


@cache
def measure_of(hand: Hand) -> Measure:
    """How ``hand`` measures one character of a formula."""

    def measure(char: str, bold: bool, italic: bool) -> tuple[float, float, float, float, float]:
        written = hand.write(char, bold, italic=italic)
        box = written.curves.bounds() if len(written.curves) else (0.0, 0.0, 0.0, 0.0)
        return (written.width, *box)

    return measure


__all__ = ["Formula", "MathsError", "formula"]
