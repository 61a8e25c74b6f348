"""JPEG files (ITU-T T.81): walked from end to end, and stripped of what is no pixel."""

from __future__ import annotations

import struct
from struct import pack, unpack, unpack_from

from msgspec import Struct, field

from sketchsvg.rasters.raster import Bitmap
from sketchsvg.rasters.reading import BrokenError, check_pixels

SIGNATURE = b"\xff\xd8\xff"
#: Markers (table B.1): frames that every reader and PDF can decode, all other frames, and those of single parts.
FRAMES, OTHER_FRAMES = (0xC0, 0xC1, 0xC2), (0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF)
END, SCAN, ADOBE, COMMENT = 0xD9, 0xDA, 0xEE, 0xFE
APPLICATIONS = range(0xE0, 0xF0)
RESTARTS = range(0xD0, 0xD8)


class _Found(Struct):
    """What has been found on the way."""

    kept: list[bytes] = field(default_factory=lambda: [b"\xff\xd8"])
    columns: int = 0
    rows: int = 0
    channels: int = 0
    scans: int = 0
    turn: int = 1
    profile: bytes = b""


def jpeg_bitmap(data: bytes) -> tuple[Bitmap, bytes]:
    """The pixels of a JPEG and its colour profile (empty: none). ``BrokenError`` for what is broken or of another kind.

    Where and when it was taken, by whom and with what is left out; how the camera was held is not.
    """
    found, at = _Found(), 2
    while True:
        marker, at = _marker(data, at)
        if marker == END:
            break
        if at + 2 > len(data):
            raise BrokenError("it ends too early")
        end = at + unpack_from(">H", data, at)[0]
        if end < at + 2 or end > len(data):
            raise BrokenError("it ends too early")
        _segment(found, marker, data[at + 2 : end])
        start, at = at - 2, end
        if marker == SCAN:
            at = _behind_scan(data, end)
        if marker in (0xE0, ADOBE) or (marker not in APPLICATIONS and marker != COMMENT):
            found.kept.append(data[start:at])
    if not (found.columns and found.scans):
        raise BrokenError("it has no pixels")
    whole = b"".join((*found.kept, b"\xff\xd9"))
    return Bitmap(whole, "jpeg", found.columns, found.rows, found.channels, found.turn), found.profile


def with_turn(bitmap: Bitmap) -> bytes:
    """A JPEG's data with an Exif that says no more than how the camera was held; as it is where it was upright."""
    if bitmap.turn == 1:
        return bitmap.data
    exif = b"Exif\0\0MM\0*" + pack(">IHHHIHHI", 8, 1, 274, 3, 1, bitmap.turn, 0, 0)
    return bitmap.data[:2] + pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif + bitmap.data[2:]


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at a place, and where it ends; bytes of 255 may stand before it."""
    if at >= len(data) or data[at] != 0xFF:
        raise BrokenError("it ends too early" if at >= len(data) else "its parts do not follow each other")
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at >= len(data):
        raise BrokenError("it ends too early")
    return data[at], at + 1


def _behind_scan(data: bytes, at: int) -> int:
    """Where the coded pixels that begin at ``at`` end: at the next marker that is none of theirs."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise BrokenError("it ends too early")
        if data[at + 1] and data[at + 1] not in RESTARTS and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def _segment(found: _Found, marker: int, content: bytes) -> None:
    if marker in OTHER_FRAMES:
        raise BrokenError("it is packed in a way that few programs know (lossless or arithmetic)")
    if marker in FRAMES:
        _frame(found, content)
    elif marker == SCAN:
        if not found.columns:
            raise BrokenError("it has no header")
        found.scans += 1
    elif marker == 0xE1 and content.startswith(b"Exif\0\0"):
        found.turn = _orientation(content[6:])
    elif marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"):
        found.profile += content[14:]


def _frame(found: _Found, content: bytes) -> None:
    """The header of the pixels (B.2.2)."""
    if found.columns or len(content) < 6:
        raise BrokenError("its header says what no JPEG can be")
    bits, rows, columns, channels = unpack(">BHHB", content[:6])
    if bits != 8 or len(content) != 6 + 3 * channels:
        raise BrokenError("its header says what no JPEG can be")
    if channels not in (1, 3):
        raise BrokenError("its colours are those of a press (CMYK), and not red, green and blue")
    check_pixels(columns, rows)
    found.columns, found.rows, found.channels = columns, rows, channels


def _orientation(exif: bytes) -> int:
    """How the camera was held (Exif 2.32, 4.6.4, tag 274); 1 where that is not said."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return 1
    try:
        at = unpack_from(f"{order}I", exif, 4)[0]
        for number in range(unpack_from(f"{order}H", exif, at)[0]):
            tag, kind, _, value = unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
            if tag == 274 and kind == 3:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1
