"""The vowels: how their stems, ticks and bars are drawn, and how much room each asks for."""

from __future__ import annotations

from msgspec import Struct

Point = tuple[float, float]
#: Four control points of one cubic.
Piece = tuple[Point, Point, Point, Point]


class Tall(Struct, frozen=True):
    """A vowel with one or two stems, beside the initial; all lengths in em.

    From left to right: ``gap`` from the initial to the first ink, ``left`` the length of a tick left of the
    stem, ``apart`` the distance of two stems (0: one stem), ``right`` the length of a tick right of it.
    ``ticks`` is how many ticks there are.
    """

    gap: float
    left: float
    apart: float
    right: float
    ticks: int

    @property
    def width(self) -> float:
        """From the right end of the initial to the right end of the vowel."""
        return self.gap + self.left + self.apart + self.right


class Wide(Struct, frozen=True):
    """A vowel with a bar below the initial: ``up`` ticks stand on the bar, ``down`` tails hang from it."""

    up: int
    down: int


TALL: dict[str, Tall] = {
    "ㅏ": Tall(0.145, 0.0, 0.0, 0.170, 1),
    "ㅑ": Tall(0.145, 0.0, 0.0, 0.170, 2),
    "ㅓ": Tall(0.118, 0.160, 0.0, 0.0, 1),
    "ㅕ": Tall(0.120, 0.165, 0.0, 0.0, 2),
    "ㅣ": Tall(0.215, 0.0, 0.0, 0.0, 0),
    "ㅐ": Tall(0.138, 0.0, 0.165, 0.0, 1),
    "ㅒ": Tall(0.138, 0.0, 0.175, 0.0, 2),
    "ㅔ": Tall(0.113, 0.122, 0.160, 0.0, 1),
    "ㅖ": Tall(0.113, 0.127, 0.160, 0.0, 2),
}

WIDE: dict[str, Wide] = {
    "ㅗ": Wide(1, 0),
    "ㅛ": Wide(2, 0),
    "ㅜ": Wide(0, 1),
    "ㅠ": Wide(0, 2),
    "ㅡ": Wide(0, 0),
}

#: The compound vowels: the wide part, the tall part.
MIXED: dict[str, tuple[str, str]] = {
    "ㅘ": ("ㅗ", "ㅏ"),
    "ㅙ": ("ㅗ", "ㅐ"),
    "ㅚ": ("ㅗ", "ㅣ"),
    "ㅝ": ("ㅜ", "ㅓ"),
    "ㅞ": ("ㅜ", "ㅔ"),
    "ㅟ": ("ㅜ", "ㅣ"),
    "ㅢ": ("ㅡ", "ㅣ"),
}


def stem(x: float, top: float, bottom: float) -> Piece:
    """A long down-stroke: it enters from the left, stands upright and lets its tail drift back."""
    height = bottom - top
    return (
        (x - 0.011, top),
        (x + 0.011, top + 0.25 * height),
        (x + 0.009, top + 0.66 * height),
        (x - 0.010, bottom),
    )


def tick(x0: float, x1: float, y: float) -> Piece:
    """A short stroke from left to right, a little arched; what meets a stem stops inside of it."""
    x0, x1 = x0 + 0.008, x1 - 0.010
    third = (x1 - x0) / 3
    return ((x0, y + 0.003), (x0 + third, y - 0.005), (x1 - third, y - 0.006), (x1, y))


def bar(x0: float, x1: float, y: float) -> Piece:
    """The long stroke under an initial: it starts low, swings up and levels out."""
    third = (x1 - x0) / 3
    return ((x0, y + 0.006), (x0 + third, y - 0.010), (x1 - third, y + 0.004), (x1, y - 0.004))


def drop(x: float, top: float, bottom: float, drift: float) -> Piece:
    """A short down-stroke whose end has drifted sideways by ``drift``."""
    height = bottom - top
    return (
        (x, top),
        (x + 0.15 * drift, top + height / 3),
        (x + 0.55 * drift, bottom - height / 3),
        (x + drift, bottom),
    )


def tall_strokes(name: str, left: float, top: float, bottom: float, waist: float) -> list[Piece]:
    """The strokes of a tall vowel beside an initial that ends at x = ``left``, ticks around y = ``waist``."""
    vowel = TALL[name]
    first = left + vowel.gap + vowel.left
    last = first + vowel.apart
    stems = (first, last) if vowel.apart else (first,)
    rows = (waist - 0.075, waist + 0.080) if vowel.ticks == 2 else (waist,) * vowel.ticks
    if vowel.left:
        return stems_and_ticks(stems, (left + vowel.gap, first), top, bottom, rows)
    return stems_and_ticks(stems, (first, max(last, first + vowel.right)), top, bottom, rows)


def stems_and_ticks(
    stems: tuple[float, ...], reach: tuple[float, float], top: float, bottom: float, rows: tuple[float, ...]
) -> list[Piece]:
    """Stems at the x of ``stems`` and ticks over ``reach`` at the y of ``rows``, in the order of writing.

    A tick left of the first stem is written before it, one to the right or between two stems after it. The
    first of two stems is a little shorter at both ends.
    """
    ticks = [tick(*reach, y) for y in rows]
    inset = 0.05 * (bottom - top) if len(stems) == 2 else 0.0
    first = stem(stems[0], top + inset, bottom - inset)
    others = [stem(x, top, bottom) for x in stems[1:]]
    return [*ticks, first, *others] if reach[0] < stems[0] else [first, *ticks, *others]


def wide_strokes(name: str, x0: float, x1: float, y: float, up: float, down: float, pole: float) -> list[Piece]:
    """The strokes of a wide vowel whose bar runs from ``x0`` to ``x1`` at ``y``.

    Ticks rise by ``up``, tails hang by ``down``; a single one stands at x = ``pole``, two of them around it.
    """
    vowel = WIDE[name]
    level = bar(x0, x1, y)
    reach = 0.165 * (x1 - x0) + 0.004
    if vowel.up == 1:
        return [drop(pole, y - up, y - 0.012, 0.0), level]
    if vowel.up == 2:
        return [drop(pole - reach, y - up, y, 0.012), drop(pole + reach, y - up, y - 0.004, -0.012), level]
    if vowel.down == 1:
        return [level, drop(pole, y + 0.004, y + down, -0.004)]
    if vowel.down == 2:
        return [
            level,
            drop(pole - reach, y, y + down, -0.032),
            drop(pole + reach, y - 0.002, y + down, 0.012),
        ]
    return [level]
