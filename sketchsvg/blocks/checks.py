"""Checks of what authors hand to blocks."""

from __future__ import annotations

from math import isfinite

from sketchsvg.calling import caller as caller
from sketchsvg.errors import SheetError
from sketchsvg.lettering.inline import clean_text


def words(value: object, what: str, *, empty: bool = False) -> str:
    """``value`` as clean text; ``SheetError`` when it is no text, or nothing where something must stand."""
    where = caller()
    clean = clean_text(value, where)
    if not empty and not clean.strip():
        raise SheetError(f"{what} is empty.", where=where, mend="Write something there, or leave the block out.")
    return clean


def positive(value: object, what: str) -> float:
    """``value`` as a finite number over 0, else a ``SheetError``."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value <= 0:
        raise SheetError(f"{what} must be a number over 0, not {value!r}.", where=caller(), mend="Mend the number.")
    return float(value)


def share_percent(value: object) -> float:
    """``value`` as a share in percent, else a ``SheetError``."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 100:
        raise SheetError(
            f"A share must be a number over 0 and up to 100, not {value!r}.",
            where=caller(),
            mend="Shares are percent of the height above each other, of the width beside each other.",
        )
    return float(value)


def checked_icon(name: object) -> str:
    """``name`` when it is empty or an icon that exists; ``SheetError`` or ``NameUnknownError`` else."""
    from sketchsvg.icons.find import icon

    where = caller()
    if not isinstance(name, str):
        raise SheetError(f"An icon is given by its name, not {type(name).__name__}.", where=where, mend='icon="laptop"')
    if name:
        icon(name, where)
    return name
