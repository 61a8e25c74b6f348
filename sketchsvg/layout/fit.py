"""Fitting: the largest type size at which content goes into its height, then the leading and the air that fill it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: Sizes are tried in steps of a quarter point, as a careful typesetter would.
STEP = 0.25


@dataclass(frozen=True, slots=True)
class Limits:
    """What the search may choose from: sizes in pt, leading and air as multiples."""

    floor: float
    largest: float
    leading_least: float
    leading: float
    leading_most: float
    air_least: float = 0.5
    air_snug: float = 0.75
    air_most: float = 1.35


@dataclass(frozen=True, slots=True)
class Fitted:
    """The chosen type, and by how many mm the content is still too high at the floor (0 when it fits)."""

    size: float
    leading: float
    air: float
    missing: float = 0.0


#: The natural height in mm of the content at a size, a leading and an air.
Height = Callable[[float, float, float], float]


def fit_size(height: Height, available: float, limits: Limits) -> float | None:
    """The largest size (pt) at which the content is at most ``available`` mm high in a comfortable setting, or None.

    Comfortable is a leading half way from the theme's least to its own and three quarters of its air: readers gain more
    from larger type than from the last bit of white.
    """
    snug = (limits.leading_least + limits.leading) / 2
    steps = max(0, round((limits.largest - limits.floor) / STEP))
    low, high = -1, steps
    while low < high:
        middle = (low + high + 1) // 2
        if height(limits.floor + middle * STEP, snug, limits.air_snug) <= available:
            low = middle
        else:
            high = middle - 1
    return None if low < 0 else limits.floor + low * STEP


def fit(height: Height, available: float, limits: Limits) -> Fitted:
    """The type that fills ``available`` mm best.

    First the largest size; then leading and air grow to the theme's own, then beyond to take what is left. Where even
    the floor is too high, air and leading shrink to their least; what is still missing then is in ``missing``.
    """
    size = fit_size(height, available, limits)
    if size is None:
        return _squeezed(height, available, limits)
    snug = Fitted(size, (limits.leading_least + limits.leading) / 2, limits.air_snug)
    usual = _loosened(snug, height, available, limits.leading, 1.0)
    return _loosened(usual, height, available, limits.leading_most, limits.air_most)


def _loosened(start: Fitted, height: Height, available: float, leading_most: float, air_most: float) -> Fitted:
    """``start`` with as much more leading, and then air, as there is room for."""
    size = start.size
    leading = _most(lambda value: height(size, value, start.air), available, start.leading, leading_most)
    air = _most(lambda value: height(size, leading, value), available, start.air, air_most)
    return Fitted(size, leading, air)


def _squeezed(height: Height, available: float, limits: Limits) -> Fitted:
    """The floor size with as much leading and air as there is room for."""
    floor = limits.floor
    tightest = height(floor, limits.leading_least, limits.air_least)
    if tightest > available + 1e-6:
        return Fitted(floor, limits.leading_least, limits.air_least, tightest - available)
    leading = _most(
        lambda value: height(floor, value, limits.air_least), available, limits.leading_least, limits.leading
    )
    air = _most(lambda value: height(floor, leading, value), available, limits.air_least, 1.0)
    return Fitted(floor, leading, air)


def _most(height: Callable[[float], float], available: float, least: float, most: float) -> float:
    """The largest value between two bounds that still fits, to a 64th of their distance; ``least`` is known to fit."""
    if height(most) <= available:
        return most
    low, high = 0, 64
    while high - low > 1:
        middle = (low + high) // 2
        if height(least + (most - least) * middle / 64) <= available:
            low = middle
        else:
            high = middle
    return least + (most - least) * low / 64
