"""PNG: pixels by cairo, the file written here, so that it knows its size in the world."""

from __future__ import annotations

import zlib
from struct import pack
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from sketchsvg.exporters.raster import MM_PER_INCH, Pixels, bands, pixels_of, resolution_of
from sketchsvg.exporters.side_by_side import side_by_side
from sketchsvg.inked import InkedPage

#: So many rows are made into a file at a time, which spares memory.
ROWS_AT_ONCE = 128
#: Drawings are flat: the filters of PNG make their files larger, and a higher level takes twice the time for 5 %.
DEFLATE_LEVEL = 3
#: The largest prime below 65,536, of which the checksum of zlib is made (RFC 1950).
_ADLER = 65_521
#: What sRGB is for readers that do not know its name: its gamma, its white, red, green and blue (PNG, 11.3.2.5).
_COLOURS = (
    (b"gAMA", (45_455,)),
    (b"cHRM", (31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000)),
)

Bytes: TypeAlias = npt.NDArray[np.uint8]


def to_png(page: InkedPage, ppi: float = 300, width: int | None = None) -> bytes:
    """The page as a PNG of ``ppi`` pixels an inch, or of ``width`` pixels; the file says its resolution and sRGB.

    Raises ``SheetError`` and ``LimitError`` for what makes no picture (see ``resolution_of``), and
    ``MissingCairoError``.
    """
    resolution = resolution_of(page, ppi, width)
    return png_file(pixels_of(page, resolution), resolution.ppi)


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
        *(_chunk(kind, pack(f">{len(values)}I", *values)) for kind, values in _COLOURS),
        _chunk(b"sRGB", b"\0"),
        _chunk(b"pHYs", pack(">IIB", a_metre, a_metre, 1)),
        _chunk(b"IDAT", data),
        _chunk(b"IEND", b""),
    ))


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
