"""What holds for pictures of pixels of every format."""

from __future__ import annotations

from sketchsvg.errors import LimitError, SheetError

#: The largest file, in bytes, and the most pixels: those of a good camera.
MOST_BYTES, MOST_PIXELS = 20_000_000, 50_000_000


class BrokenError(SheetError):
    """A file that is no whole picture; ``what`` is only the reason."""


def check_pixels(width: int, height: int) -> None:
    """Nothing, or an error for a picture without pixels or with more than a page needs."""
    if not (width and height):
        raise BrokenError("it has no pixels")
    if width * height > MOST_PIXELS:
        raise LimitError(
            f"it has {width} x {height} pixels, and at most {MOST_PIXELS // 1_000_000} million are read",
            mend="Make it smaller: 2,000 pixels are enough for the width of a page.",
        )
