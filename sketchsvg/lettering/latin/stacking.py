"""Accents set over, under and through a letter, one above the other where there are several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.latin import accents
from sketchsvg.lettering.latin.notation import read
from sketchsvg.lettering.latin.profile import profile

#: White between a letter's top and its accent, and how much flatter accents over capitals are, em.
LIFT = 0.085
CAPITAL_LIFT = 0.088
FLATTER = 0.8
#: A second accent begins this much beyond the first, em.
STOREY = 0.16
#: A letter that reaches higher than this is tall, em; what reaches lower than this has a tail.
TALL = -0.6
TAIL = 0.02
#: The width of an accent that is as wide as its letter, em: at least, at most, and beyond the letter's centrelines.
NARROWEST, WIDEST, BEYOND = 0.26, 0.62, -0.01
#: How far the barbs of an arrow reach back, thousandths of an em.
BARB = 112


def stacked(letter: Curves, middle: float, marks: Iterable[str], tied: dict[str, float] | None = None) -> Curves:
    """A letter with its accents: ``middle`` is the axis they are centred on, ``tied`` says which are not; all in em."""
    strokes = [letter]
    over = under = 0
    for mark in marks:
        x = middle_of(letter) if mark in accents.WIDE else (tied or {}).get(mark, middle)
        drawn = _as_wide(mark, letter)
        if mark in accents.ABOVE:
            strokes.append(_above(mark, drawn, over, letter).placed(x, 0))
            over += 1
        elif mark in accents.BELOW:
            strokes.append(_below(mark, drawn, under, letter).placed(x, 0))
            under += 1
        else:
            left, top, right, bottom = letter.bounds() if len(letter) else (x - 0.15, -0.43, x + 0.15, -0.04)
            strokes.append(drawn.placed((left + right) / 2, (top + bottom) / 2))
    return Curves.joined(strokes)


def middle_of(letter: Curves) -> float:
    """The middle of a letter's ink, em."""
    if not len(letter):
        return 0.0
    shape = profile(letter)
    return (min(shape.left) + max(shape.right)) / 2000


def _as_wide(mark: str, letter: Curves) -> Curves:
    """The strokes of an accent; a line or an arrow reaches over the whole letter."""
    if mark not in accents.WIDE:
        return read({**accents.ABOVE, **accents.BELOW, **accents.THROUGH}[mark])
    left, _, right, _ = letter.bounds() if len(letter) else (0.0, 0.0, 0.0, 0.0)
    half = round(500 * max(NARROWEST, min(WIDEST, right - left + 2 * BEYOND)))
    return read(accents.WIDE[mark].format(l=-half, r=half, a=half - BARB, b=BARB - half))


def _above(mark: str, strokes: Curves, storey: int, letter: Curves) -> Curves:
    """An accent lifted over ``letter`` and over the accents that are there already; flatter over tall letters."""
    top = float(letter.points[:, 1].min()) if len(letter) else -0.43
    if top > TALL or mark in accents.WIDE:
        return strokes.placed(0, top - LIFT - STOREY * storey)
    flat = Curves(strokes.points * (1.0, FLATTER), strokes.starts)
    return flat.placed(0, top - CAPITAL_LIFT - STOREY * FLATTER * storey)


def _below(mark: str, strokes: Curves, storey: int, letter: Curves) -> Curves:
    """An accent under a letter, its tail and the accents that are there already; hooks grow out of the letter."""
    foot = float(letter.points[:, 1].max()) if len(letter) else 0.0
    tail = max(0.0, foot + 0.04) if mark not in accents.GROWN and foot > TAIL else 0.0
    return strokes.placed(0, tail + STOREY * storey)


__all__: Sequence[str] = ("middle_of", "stacked")
