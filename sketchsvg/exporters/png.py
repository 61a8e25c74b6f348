"""PNG: pixels by cairo, the file written here, so that it knows its size in the world."""

from __future__ import annotations

import zlib
from math import isfinite
from struct import pack
from typing import TypeAlias

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
#: So many rows are made into a file at a time, which spares memory.
ROWS_AT_ONCE = 128

Pixels: TypeAlias = npt.NDArray[np.uint32]
Bytes: TypeAlias = npt.NDArray[np.uint8]


def to_png(page: InkedPage, ppi: float = 300) -> bytes:
    """The page as a PNG of ``ppi`` pixels an inch, which the file also says (pHYs).

    It measures ``round(mm / 25.4 * ppi)`` pixels a side. Raises ``SheetError`` for a ``ppi`` that makes no
    picture, and ``MissingCairoError``.
    """
    painting = painting_of(page)
    width, height = pixel_size(page, ppi)
    from sketchsvg.exporters.cairo import draw_pixels

    return png_file(draw_pixels(painting, width, height), ppi)


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


def png_file(pixels: Pixels, ppi: float) -> bytes:
    """A PNG file of ``(height, width)`` premultiplied pixels 0xAARRGGBB, without alpha when nothing shows through."""
    height, width = pixels.shape
    opaque = int(pixels.min()) >> 24 == 255
    header = pack(">IIBBBBB", width, height, 8, 2 if opaque else 6, 0, 0, 0)
    a_metre = round(ppi / MM_PER_INCH * 1000)
    # Drawings are flat: the filters of PNG make their files larger, and a higher level takes twice the time
    # for 5 %.
    deflate = zlib.compressobj(3)
    bands = [pixels[top:top + ROWS_AT_ONCE] for top in range(0, height, ROWS_AT_ONCE)]
    data = [deflate.compress(_rows(_colours(band, opaque)).data) for band in bands]
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", header),
        _chunk(b"pHYs", pack(">IIB", a_metre, a_metre, 1)),
        _chunk(b"IDAT", b"".join((*data, deflate.flush()))),
        _chunk(b"IEND", b""),
    ))


def _colours(pixels: Pixels, opaque: bool) -> Bytes:
    """Red, green, blue and, unless all is ``opaque``, alpha: (height, width, 3 or 4)."""
    channels = pixels.astype("<u4", copy=False).view(np.uint8).reshape(*pixels.shape, 4)
    colours, alpha = channels[:, :, 2::-1], channels[:, :, 3:]
    if opaque:
        return colours
    # Cairo has multiplied the colours by alpha, a PNG has not.
    whole = np.maximum(alpha, 1).astype(np.uint16)
    colours = np.minimum((colours * np.uint16(255) + whole // 2) // whole, 255).astype(np.uint8)
    return np.concatenate((colours, alpha), axis=2)


def _rows(colours: Bytes) -> Bytes:
    """The rows of a PNG: a zero for "not filtered", then the colours."""
    height, width, channels = colours.shape
    rows = np.zeros((height, 1 + width * channels), dtype=np.uint8)
    rows[:, 1:].reshape(height, width, channels)[:] = colours
    return rows


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A PNG chunk: length, kind, data, checksum."""
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
