"""Checks of what authors hand to blocks, and where in their file they did."""

from __future__ import annotations

import sys
from math import isfinite
from pathlib import Path
from types import FrameType

from sketchsvg.errors import SheetError, Source
from sketchsvg.lettering.inline import clean_text

PACKAGE = str(Path(__file__).resolve().parent.parent)


def caller() -> Source | None:
    """Where the author's own code called into this package; None when nobody outside did."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        # Generated methods (dataclasses) have no file of their own.
        if not frame.f_code.co_filename.startswith((PACKAGE, "<")):
            return Source(frame.f_code.co_filename, frame.f_lineno)
        frame = frame.f_back
    return None


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
