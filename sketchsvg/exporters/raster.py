"""Pictures of pixels: how many a page becomes, and the pixels themselves, by cairo."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.errors import LimitError, SheetError
from sketchsvg.exporters.painting import painting_of
from sketchsvg.inked import InkedPage

MM_PER_INCH = 25.4
#: The most pixels a picture may have: an A4 page at 1,200 ppi has 139 million; each takes four bytes of
#: memory.
MOST_PIXELS = 150_000_000
#: Cairo's own limit on each side of an image.
LONGEST_SIDE = 32_767
#: A picture is made in bands of at least so many pixels, and in no more bands than this.
PIXELS_A_BAND, MOST_BANDS = 500_000, 4

Pixels: TypeAlias = npt.NDArray[np.uint32]


class Resolution(Struct, frozen=True):
    """A picture of ``width`` by ``height`` pixels, of which ``ppi`` make an inch."""

    width: int
    height: int
    ppi: float


def resolution_of(page: InkedPage, ppi: float = 300, width: int | None = None) -> Resolution:
    """The picture of a page at ``ppi`` pixels an inch, or so many pixels wide that it has ``width`` of them.

    A side has ``round(mm / 25.4 * ppi)`` pixels. Raises ``SheetError`` for a ``ppi`` or a ``width`` that makes no
    picture, and ``LimitError`` for one that makes more pixels than memory holds.
    """
    if width is not None:
        if isinstance(width, bool) or not isinstance(width, int) or width < 1:
            raise SheetError(f"A width of {width!r} pixels makes no picture.", mend="width=1200")
        ppi = width * MM_PER_INCH / page.width
    if not (isfinite(ppi) and ppi > 0):
        raise SheetError(
            f"A resolution of {ppi} ppi makes no picture.", mend="300 is right for print, 150 for a screen."
        )
    across, down = round(page.width / MM_PER_INCH * ppi), round(page.height / MM_PER_INCH * ppi)
    if min(across, down) < 1:
        raise SheetError(f"At {ppi:g} ppi the page is less than a pixel.", mend="300 is right for print.")
    if max(across, down) > LONGEST_SIDE or across * down > MOST_PIXELS:
        raise LimitError(
            f"At {ppi:g} ppi the page would have {across} by {down} pixels, which is too many.",
            mend="Choose a lower resolution, or write a PDF, which has none.",
        )
    return Resolution(across, down, ppi)


def pixels_of(page: InkedPage, resolution: Resolution) -> Pixels:
    """The page as ``(height, width)`` premultiplied pixels 0xAARRGGBB. Raises ``MissingCairoError``."""
    painting = painting_of(page)
    from sketchsvg.exporters.cairo import draw_pixels

    width, height = resolution.width, resolution.height
    return draw_pixels(painting, width, height, bands(width, height))


def bands(width: int, height: int) -> list[tuple[int, int]]:
    """The first and the last row (excluded) of the bands that a picture is made in, however many processors there are.

    A larger picture has more, up to ``MOST_BANDS``.
    """
    count = max(1, min(MOST_BANDS, width * height // PIXELS_A_BAND))
    return list(pairwise(height * number // count for number in range(count + 1)))
