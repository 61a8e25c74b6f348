"""PNG: pixels by cairo, the file written here, so that it knows its size in the world."""

from __future__ import annotations

import zlib
from itertools import pairwise
from math import isfinite
from struct import pack
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from sketchsvg.errors import SheetError
from sketchsvg.exporters.painting import painting_of
from sketchsvg.exporters.side_by_side import side_by_side
from sketchsvg.inked import InkedPage

MM_PER_INCH = 25.4
#: The most pixels a picture may have: an A4 page at 1,200 ppi has 139 million; each takes four bytes of
#: memory.
MOST_PIXELS = 150_000_000
#: Cairo's own limit on each side of an image.
LONGEST_SIDE = 32_767
#: So many rows are made into a file at a time, which spares memory.
ROWS_AT_ONCE = 128
#: Drawings are flat: the filters of PNG make their files larger, and a higher level takes twice the time for 5 %.
DEFLATE_LEVEL = 3
#: The largest prime below 65,536, of which the checksum of zlib is made (RFC 1950).
_ADLER = 65_521

#: A picture is made in bands of at least so many pixels, and in no more bands than this.
PIXELS_A_BAND, MOST_BANDS = 500_000, 4

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

    return png_file(draw_pixels(painting, width, height, bands(width, height)), ppi)


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

    def deflate(band: tuple[int, int]) -> tuple[bytes, int, int]:
        return _deflated(pixels[slice(*band)], opaque, last=band[1] == height)

    data = _one_stream(side_by_side(deflate, bands(width, height)))
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", header),
        _chunk(b"pHYs", pack(">IIB", a_metre, a_metre, 1)),
        _chunk(b"IDAT", data),
        _chunk(b"IEND", b""),
    ))


def bands(width: int, height: int) -> list[tuple[int, int]]:
    """The first and the last row (excluded) of the bands that a picture is made in, however many processors there are.

    A larger picture has more, up to ``MOST_BANDS``.
    """
    count = max(1, min(MOST_BANDS, width * height // PIXELS_A_BAND))
    return list(pairwise(height * number // count for number in range(count + 1)))


def _deflated(pixels: Pixels, opaque: bool, last: bool) -> tuple[bytes, int, int]:
    """A part of a deflate stream that holds the rows of a PNG, their checksum, and how many bytes they are.

    Parts can stand one after another: each but the last ends on a whole byte and refers to nothing before it.
    """
    deflate = zlib.compressobj(DEFLATE_LEVEL, wbits=-zlib.MAX_WBITS)
    data, checksum, length = [], 1, 0
    for top in range(0, len(pixels), ROWS_AT_ONCE):
        rows = _rows(pixels[top : top + ROWS_AT_ONCE], opaque)
        checksum = zlib.adler32(rows.data, checksum)
        length += rows.size
        data.append(deflate.compress(rows.data))
    data.append(deflate.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH))
    return b"".join(data), checksum, length


def _one_stream(parts: list[tuple[bytes, int, int]]) -> bytes:
    """A zlib stream (RFC 1950) of parts that were deflated by themselves."""
    low, high = 1, 0
    for _, checksum, length in parts:
        # The low half is 1 and the sum of all bytes, the high half the sum of the low halves after each byte.
        high = (high + (checksum >> 16) + length * (low - 1)) % _ADLER
        low = (low + (checksum & 0xFFFF) - 1) % _ADLER
    # Deflate with a window of 32 KB, made fast.
    return b"".join((b"\x78\x5e", *(data for data, _, _ in parts), pack(">HH", high, low)))


def _rows(pixels: Pixels, opaque: bool) -> Bytes:
    """The rows of a PNG: a zero for "not filtered", then red, green, blue and, unless all is ``opaque``, alpha."""
    height, width = pixels.shape
    channels = pixels.astype("<u4", copy=False).view(np.uint8).reshape(height, width, 4)
    count = 3 if opaque else 4
    rows = np.zeros((height, 1 + width * count), dtype=np.uint8)
    if not opaque:
        # Cairo has multiplied the colours by alpha, a PNG has not.
        alpha = channels[:, :, 3:]
        whole = np.maximum(alpha, 1).astype(np.uint16)
        colours = np.minimum((channels[:, :, :3] * np.uint16(255) + whole // 2) // whole, 255).astype(np.uint8)
        channels = np.concatenate((colours, alpha), axis=2)
    for place, channel in enumerate((2, 1, 0, 3)[:count]):
        rows[:, 1 + place :: count] = channels[:, :, channel]
    return rows


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A PNG chunk: length, kind, data, checksum."""
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
