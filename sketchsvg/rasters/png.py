"""PNG files (ISO/IEC 15948): checked to the last pixel, and stripped of what is no pixel."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from struct import pack, unpack

from sketchsvg.rasters.raster import Bitmap
from sketchsvg.rasters.reading import BrokenError, check_pixels

SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Which bits a sample may have, by the type of colour (table 11.1), and how many samples a pixel has.
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
#: The chunks that make the pixels; all others (times, places, comments, programs) stay behind.
KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
#: First column, first row, and the steps of the seven passes of an interlaced file (8.2).
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
#: So many bytes are unpacked at a time.
PIECE = 1 << 20


def png_bitmap(data: bytes) -> tuple[Bitmap, bytes]:
    """The pixels of a PNG and its colour profile (empty: none). ``BrokenError`` where anything is not as it must be."""
    kept, packed, profile = [SIGNATURE], list[bytes](), b""
    width = height = 0
    depth = colour = interlaced = 0
    seen: list[bytes] = []
    for kind, content in _chunks(data):
        if not seen:
            width, height, depth, colour, interlaced = _header(kind, content)
            check_pixels(width, height)
        elif kind == b"IDAT":
            if packed and seen[-1] != b"IDAT":
                raise BrokenError("its pixels are in several places")
            packed.append(content)
        elif kind == b"iCCP":
            profile = _profile(content)
        elif kind not in KEPT and not kind[0] & 0x20:
            raise BrokenError(f"it needs {kind.decode('latin-1')!r}, which is not known")
        seen.append(kind)
        if kind in KEPT:
            kept.append(_chunk(kind, content))
    if colour == 3 and b"PLTE" not in seen:
        raise BrokenError("its palette is missing")
    bits = depth * SAMPLES[colour]
    _check_length(packed, _length(width, height, bits, interlaced))
    channels = 1 if colour in (0, 4) else 3
    return Bitmap(b"".join(kept), "png", width, height, channels), profile


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to the last one, their checksums compared."""
    at = len(SIGNATURE)
    while True:
        if at + 12 > len(data):
            raise BrokenError("it ends too early")
        length, kind = unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > len(data):
            raise BrokenError("it ends too early")
        content = data[at + 8 : end - 4]
        if zlib.crc32(kind + content) != unpack(">I", data[end - 4 : end])[0]:
            raise BrokenError("a checksum is wrong")
        yield kind, content
        if kind == b"IEND":
            return
        at = end


def _header(kind: bytes, content: bytes) -> tuple[int, int, int, int, int]:
    if kind != b"IHDR" or len(content) != 13:
        raise BrokenError("it has no header")
    width, height, depth, colour, method, filters, interlaced = unpack(">IIBBBBB", content)
    if depth not in DEPTHS.get(colour, ()) or method or filters or interlaced > 1:
        raise BrokenError("its header says what no PNG can be")
    return width, height, depth, colour, interlaced


def _length(width: int, height: int, bits: int, interlaced: int) -> int:
    """How many bytes the unpacked rows are, each with the number of its filter before it."""
    if not interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for left, top, across, down in PASSES:
        columns, rows = (width - left + across - 1) // across, (height - top + down - 1) // down
        total += rows * (1 + (columns * bits + 7) // 8) if columns > 0 and rows > 0 else 0
    return total


def _check_length(packed: list[bytes], needed: int) -> None:
    """Unpacks all pixels, a piece at a time: a file that breaks off, or never ends, is told."""
    inflate, count = zlib.decompressobj(), 0
    try:
        for part in packed:
            while part and count <= needed and not inflate.eof:
                count += len(inflate.decompress(part, PIECE))
                part = inflate.unconsumed_tail
        if count < needed and not inflate.eof:
            count += len(inflate.flush())
    except zlib.error:
        raise BrokenError("its pixels cannot be unpacked") from None
    if count != needed:
        raise BrokenError("it has fewer pixels than it says" if count < needed else "it has more pixels than it says")


def _profile(content: bytes) -> bytes:
    """The colour profile with its name before it (11.3.3.3); what cannot be unpacked counts as one, too."""
    name, _, rest = content.partition(b"\0")
    try:
        return name + zlib.decompressobj().decompress(rest[1:], PIECE)
    except zlib.error:
        return name or b"?"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))
