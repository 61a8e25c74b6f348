"""Checks of what people hand to shapes: numbers, shares, colours, dashes, points, each with their own line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import isfinite

import numpy as np

from sketchsvg.calling import caller
from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Floats
from sketchsvg.geometry.shapes import Point

#: Beyond this a number is no length, no angle and no share of anything drawn.
_LARGEST = 1e12
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")


def number(value: object, what: str = "value") -> float:
    """``value`` as a finite float to the nanometre, so that inches and millimetres of one length are one number."""
    if type(value) is not float:
        # Whole numbers are common enough to be let through without a closer look.
        value = float(value) if type(value) is int and -1e9 < value < 1e9 else _as_float(value, what)
    if not isfinite(value):
        raise SheetError(f"{what} must be a finite number, not {value!r}.", where=caller(), mend="Mend the number.")
    if abs(value) > _LARGEST:
        raise SheetError(f"{what} is far too large: {value:g}.", where=caller(), mend="Mend the number.")
    # Adding 0 makes a plain zero of a negative one.
    return round(value * 1e6) / 1e6 + 0.0


def positive(value: object, what: str) -> float:
    """``value`` as a finite float over 0."""
    size = number(value, what)
    if size <= 0:
        raise SheetError(f"{what} must be over 0, not {value!r}.", where=caller(), mend=f"Give {what} a size.")
    return size


def within(value: object, what: str, least: float, most: float) -> float:
    """``value`` as a float between two bounds."""
    size = number(value, what)
    if not least <= size <= most:
        raise SheetError(
            f"{what} must lie between {least:g} and {most:g}, not {value!r}.", where=caller(), mend=f"Change {what}."
        )
    return size


def share(value: object, what: str) -> float:
    """``value`` as a float between 0 and 1."""
    return within(value, what, 0, 1)


def colour_of(value: object, what: str) -> str:
    """``value`` as ``#rrggbb`` in small letters."""
    if not isinstance(value, str) or not _COLOUR.match(value):
        raise SheetError(f"{value!r} is not a {what}.", where=caller(), mend='Write colours like "#1f2a44" or "#fff".')
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def dashes(value: object) -> tuple[float, ...]:
    """``value`` as lengths of ink and gap in turn; an odd number of lengths is gone through twice, as in SVG."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise SheetError(
            f"A dash is a pair of lengths, not {value!r}.", where=caller(), mend="dash=(3, 2): 3 of ink, 2 of gap."
        )
    lengths = tuple(within(length, "dash", 0, 1e4) for length in value)
    if lengths and not all(length > 0 for length in lengths[1::2] or lengths):
        raise SheetError("A dash needs gaps over 0.", where=caller(), mend="dash=(3, 2): 3 of ink, 2 of gap.")
    return lengths if len(lengths) % 2 == 0 else lengths * 2


def _as_float(value: object, what: str) -> float:
    if isinstance(value, bool | str | bytes) or not hasattr(value, "__float__"):
        raise SheetError(f"{what} must be a number, not {value!r}.", where=caller(), mend="Mend the number.")
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        raise SheetError(f"{what} must be a number, not {value!r}.", where=caller(), mend="Mend the number.") from None


def points_of(value: object, least: int, what: str) -> list[Point]:
    """``value`` as at least ``least`` pairs of numbers."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise SheetError(f"{what} needs points, not {value!r}.", where=caller(), mend="[(10, 10), (40, 25)]")
    made: list[Point] = []
    for index, pair in enumerate(value):
        if isinstance(pair, str) or not hasattr(pair, "__len__") or len(pair) != 2:
            raise SheetError(
                f"Point {index + 1} of {what} is {pair!r}.", where=caller(), mend="A point is a pair: (10, 25)."
            )
        made.append((number(pair[0], "x"), number(pair[1], "y")))
    if len(made) < least:
        raise SheetError(
            f"{what} needs at least {least} points, not {len(made)}.", where=caller(), mend="Give it more points."
        )
    return made


def table_of(value: object, columns: Sequence[int], sizes: int) -> Floats:
    """``value`` as (n, columns) finite numbers, of which ``sizes`` columns behind the second are over 0."""
    try:
        table = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        table = np.empty(0)
    if table.ndim != 2 or table.shape[1] not in columns or not len(table):
        wanted = " or ".join(map(str, columns))
        raise SheetError(
            f"Many shapes need rows of {wanted} numbers each.", where=caller(), mend="An array (n, columns) or a list."
        )
    if not np.isfinite(table).all() or not (table[:, 2 : 2 + sizes] > 1e-5).all():
        raise SheetError(
            "Among many shapes is one with a number that is not finite, or a size that is not over 0.",
            where=caller(), mend="Check how the numbers were computed.",
        )  # fmt: skip
    return table
