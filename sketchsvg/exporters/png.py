"""PNG: pixels by cairo, the file written here, so that it knows its size in the world."""

from __future__ import annotations

import zlib
from math import isfinite
from struct import pack

import numpy as np
import numpy.typing as npt

from sketchsvg.errors import SheetError
from sketchsvg.exporters.painting import painting_of
from sketchsvg.inked import InkedPage

MM_PER_INCH = 25.4
#: The most pixels a picture may have: an A4 page at 1,200 ppi has 139 million; each takes four bytes of
#: memory.
MOST_PIXELS = 150_000_000
#: Cairo's own limit on each side of an image.
LONGEST_SIDE = 32_767


def to_png(page: InkedPage, ppi: float = 300) -> bytes:
    """The page as a PNG of ``ppi`` pixels an inch, which the file also says (pHYs).

    It measures ``round(mm / 25.4 * ppi)`` pixels a side. Raises ``SheetError`` for a ``ppi`` that makes no
    picture, and ``MissingCairoError``.
    """
    painting = painting_of(page)
    width, height = pixel_size(page, ppi)
    from sketchsvg.exporters.cairo import draw_pixels

    return png_file(_colours(draw_pixels(painting, width, height)), ppi)


def pixel_size(page: InkedPage, ppi: float) -> tuple[int, int]:
    """Width and height of the picture in pixels."""
    if not (isfinite(ppi) and ppi > 0):
        raise SheetError(
            f"A resolution of {ppi} ppi makes no picture.", mend="300 is right for print, 150 for a screen."
        )
    width, height = round(page.width / MM_PER_INCH * ppi), round(page.height / MM_PER_INCH * ppi)
    if min(width, height) < 1:
        raise SheetError(f"At {ppi:g} ppi the page is less than a pixel.", mend="300 is right for print.")
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise SheetError(
            f"At {ppi:g} ppi the page would have {width} by {height} pixels, which is too many.",
            mend="Choose a lower resolution, or write a PDF, which has none.",
        )
    return width, height


def png_file(colours: npt.NDArray[np.uint8], ppi: float) -> bytes:
    """A PNG file of ``(height, width, 3 or 4)`` bytes: red, green, blue and perhaps alpha."""
    height, width, channels = colours.shape
    header = pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 6, 0, 0, 0)
    a_metre = round(ppi / MM_PER_INCH * 1000)
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", header),
        _chunk(b"pHYs", pack(">IIB", a_metre, a_metre, 1)),
        _chunk(b"IDAT", _compressed(colours)),
        _chunk(b"IEND", b""),
    ))


def _colours(pixels: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """Cairo's pixels in the order and form of a PNG, without alpha when nothing shows through."""
    channels = pixels.astype("<u4", copy=False).view(np.uint8).reshape(*pixels.shape, 4)
    alpha = channels[:, :, 3]
    if int(alpha.min()) == 255:
        return np.ascontiguousarray(channels[:, :, 2::-1])
    # Cairo has multiplied the colours by alpha, a PNG has not.
    whole = np.maximum(alpha, 1).astype(np.uint16)[:, :, None]
    colours = np.minimum((channels[:, :, 2::-1] * np.uint16(255) + whole // 2) // whole, 255)
    return np.concatenate((colours.astype(np.uint8), alpha[:, :, None]), axis=2)


def _compressed(colours: npt.NDArray[np.uint8]) -> bytes:
    """The rows as they are, deflated.

    Drawings are flat: the filters of PNG make their files larger, and a higher level takes twice the time for 5 %.
    """
    height = len(colours)
    flat = colours.reshape(height, -1)
    no_filter = np.zeros((height, 1), dtype=np.uint8)
    return zlib.compress(np.concatenate((no_filter, flat), axis=1).data, 3)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A PNG chunk: length, kind, data, checksum."""
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
