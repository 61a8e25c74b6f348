"""Fitting: the largest type size at which content goes into its height, then the leading and the air that fill it."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from msgspec import Struct

#: Sizes are tried in steps of a quarter point, as a careful typesetter would.
STEP = 0.25
#: Looseness is found to a part in so many.
FINENESS = 96
#: Content grows by about a third of its height for 2 of looseness: where the search for it begins.
LOOSENING = 2.0
#: White in mm that nobody sees under a whole part of a page: there the search ends.
UNSEEN = 0.12
TINY = 1e-9
INFINITE = float("inf")


class Limits(Struct, frozen=True):
    """What the search may choose from: sizes in pt, leading and air as multiples."""

    floor: float
    largest: float
    leading_least: float
    leading: float
    leading_most: float
    air_least: float = 0.5
    air_snug: float = 0.75
    air_most: float = 1.35

    def loosened(self, looseness: float) -> tuple[float, float]:
        """Leading and air at a looseness from 0 (tightest) over 1 (snug) and 2 (the theme's own) to 3 (loosest)."""
        snug = (self.leading_least + self.leading) / 2
        stops = (
            (self.leading_least, self.air_least), (snug, self.air_snug), (self.leading, 1.0),
            (self.leading_most, self.air_most),
        )  # fmt: skip
        index = min(2, int(looseness))
        part = looseness - index
        (leading, air), (more_leading, more_air) = stops[index], stops[index + 1]
        return leading + (more_leading - leading) * part, air + (more_air - air) * part


class Fitted(Struct, frozen=True):
    """The chosen type, and by how many mm the content is still too high at the floor (0 when it fits)."""

    size: float
    leading: float
    air: float
    missing: float = 0.0


#: The natural height in mm of the content at a size, a leading and an air.
Height = Callable[[float, float, float], float]


def fit_size(height: Height, available: float, limits: Limits) -> float | None:
    """The largest size (pt) at which the content is at most ``available`` mm high in a snug setting, or None.

    Snug is a leading half way from the theme's least to its own and three quarters of its air: readers gain more from
    larger type than from the last bit of white.
    """
    leading, air = limits.loosened(1.0)
    steps = max(0, round((limits.largest - limits.floor) / STEP))

    def height_at(step: int) -> float:
        return height(limits.floor + step * STEP, leading, air)

    least = height_at(0)
    if least > available:
        return None
    # Words take room in both directions: the height grows about with the square of the size.
    guess = int((limits.floor * sqrt(available / max(least, TINY)) - limits.floor) / STEP)
    return limits.floor + last_fitting(height_at, available, 0, steps, guess) * STEP


def fit(height: Height, available: float, limits: Limits) -> Fitted:
    """The type that fills ``available`` mm best.

    First the largest size; then leading and air grow together to take what is left. Where even the floor is too high in
    a snug setting, they shrink to their least; what is still missing then is in ``missing``.
    """
    size = fit_size(height, available, limits)
    if size is not None:
        return _loosest(size, 1.0, height, available, limits)
    leading, air = limits.loosened(0.0)
    tightest = height(limits.floor, leading, air)
    if tightest > available + 1e-6:
        return Fitted(limits.floor, leading, air, tightest - available)
    return _loosest(limits.floor, 0.0, height, available, limits)


def _loosest(size: float, start: float, height: Height, available: float, limits: Limits) -> Fitted:
    """The loosest setting of ``size`` that fits; ``start`` is a looseness that does."""

    def height_at(step: int) -> float:
        return height(size, *limits.loosened(3 * step / FINENESS))

    low = round(start * FINENESS / 3)
    guess = low + int((available / max(height_at(low), TINY) - 1.0) * FINENESS * LOOSENING)
    step = last_fitting(height_at, available, low, FINENESS, guess, UNSEEN)
    return Fitted(size, *limits.loosened(3 * step / FINENESS))


def last_fitting(
    height_at: Callable[[int], float], available: float, low: int, high: int, guess: int, enough: float = 0.0
) -> int:
    """The last step from ``low`` (which fits) to ``high`` whose height is at most ``available``.

    A step that leaves at most ``enough`` mm will do too.

    ``guess`` is tried first. Heights grow almost in a straight line, so each try is where the line through the last two
    would meet ``available`` (secant method); every fourth is the middle, so that a bend in the line cannot make the
    search long.
    """
    bottom = height_at(low)
    high += 1
    tries = 0
    while high - low > 1 and available - bottom > enough:
        middle = min(max(guess, low + 1), high - 1)
        tried = height_at(middle)
        slope = (tried - bottom) / (middle - low)
        if tried <= available:
            low, bottom = middle, tried
        else:
            high = middle
        tries += 1
        guess = low + int((available - bottom) / slope) if 0 < slope < INFINITE and tries % 4 else (low + high) // 2
    return low
