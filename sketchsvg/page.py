"""Page sizes: ISO A3 to A6, Letter, any size in millimetres, upright or lying."""

from __future__ import annotations

import re
from math import isfinite

from msgspec import Struct

from sketchsvg.errors import SheetError, Source
from sketchsvg.names import unknown

#: Width and height in mm, upright (ISO 216; ANSI/ASME Y14.1 for Letter, US trade sizes for Legal).
SIZES = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}
SMALLEST, LARGEST = 20.0, 2000.0

_MEASURES = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)(?:\s*mm)?", re.IGNORECASE)


class Page(Struct, frozen=True):
    """A sheet of paper; width and height in mm."""

    width: float
    height: float

    def __post_init__(self) -> None:
        for side in (self.width, self.height):
            if isinstance(side, bool) or not isinstance(side, int | float) or not isfinite(side):
                raise SheetError(f"A page is measured in mm, not {side!r}.", mend='Page(210, 297) or "A4"')
            if not SMALLEST <= side <= LARGEST:
                raise SheetError(
                    f"A page side of {side:g} mm is out of bounds.", mend=f"From {SMALLEST:g} to {LARGEST:g} mm."
                )


def page_named(page: object, where: Source | None = None) -> Page:
    """The page that is meant by ``"A4"``, ``"A5 landscape"``, ``"120x80"`` (mm) or a ``Page``.

    Raises ``NameUnknownError`` for other names and ``SheetError`` for impossible sizes.
    """
    if isinstance(page, Page):
        return page
    if not isinstance(page, str):
        raise SheetError(f"A page is given by name, not {type(page).__name__}.", where=where, mend='page="A4"')
    name, _, turn = page.strip().partition(" ")
    measures = _MEASURES.fullmatch(page.strip())
    try:
        if measures:
            return Page(float(measures[1]), float(measures[2]))
    except SheetError as error:
        raise SheetError(error.what, where=where, mend=error.mend) from None
    sizes = {known.lower(): size for known, size in SIZES.items()}
    if name.lower() not in sizes:
        raise unknown("page", page, SIZES, where)
    width, height = sizes[name.lower()]
    if turn.strip() not in ("", "portrait", "landscape"):
        raise unknown("page orientation", turn.strip(), ("portrait", "landscape"), where)
    return Page(height, width) if turn.strip() == "landscape" else Page(width, height)
