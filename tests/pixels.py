"""Small pictures of pixels, made here."""

import zlib
from base64 import b64decode
from struct import pack

#: An 8 by 8 pixel JPEG, all of it (200, 40, 30), of three channels, baseline, written once by Pillow at quality 90.
JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGB"
    "YUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAI"
    "AAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABwj/xA"
    "AUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCJACpbD//Z"
)
#: The same in grey.
GREY_JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGB"
    "YUGBIUFRT/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AGn//2Q=="
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def png(width: int = 6, height: int = 4, colour: int = 2, pixel: bytes = b"\x20\x80\xe0", *more: bytes, rows: bytes | None = None, depth: int = 8, interlaced: int = 0) -> bytes:
    """A PNG of one colour; ``more`` are chunks before the pixels, ``rows`` other rows than those that belong there."""
    header = pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    data = (b"\0" + pixel * width) * height if rows is None else rows
    return b"".join((
        b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), *more, chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b""),
    ))


def segment(marker: int, data: bytes) -> bytes:
    return pack(">BBH", 255, marker, len(data) + 2) + data


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """A JPEG with segments behind its beginning."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def exif(turn: int, order: str = ">") -> bytes:
    """The segment that says how the camera was held."""
    start = b"MM\0*" if order == ">" else b"II*\0"
    entry = pack(f"{order}HHIHH", 274, 3, 1, turn, 0)
    return segment(0xE1, b"Exif\0\0" + start + pack(f"{order}IH", 8, 1) + entry + b"\0\0\0\0")
