"""Pictures that are only a strip of colours, as colour bars are: these can be drawn, as gradients."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from struct import unpack

import numpy as np
import numpy.typing as npt

from sketchsvg.readers.svg.colours import to_hex
from sketchsvg.readers.svg.items import Stop

_PNG = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=\s]*)\Z")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: What is looked at: so many characters of data, so many pixels along a strip and across it, and so many stops.
_LONGEST, _LONG, _BROAD, _STOPS = 60_000, 1024, 64, 33
#: Samples a pixel, by the type of colour (ISO/IEC 15948, table 11.1), of those with red, green and blue.
_SAMPLES = {2: 3, 6: 4}

Pixels = npt.NDArray[np.uint8]


def strip_of(link: str) -> tuple[tuple[Stop, ...], bool] | None:
    """The colours of a picture that changes in one direction only, and whether that is downwards; None for all others.

    Only small PNG pictures within the drawing are looked at, of 8 bits a colour.
    """
    match = _PNG.match(link) if len(link) <= _LONGEST else None
    if match is None:
        return None
    try:
        pixels = _pixels(base64.b64decode("".join(match[1].split()), validate=True))
    except (binascii.Error, zlib.error, ValueError):
        return None
    if pixels is None:
        return None
    if (pixels == pixels[:, :1]).all():
        return _stops(pixels[:, 0]), True
    if (pixels == pixels[:1]).all():
        return _stops(pixels[0]), False
    return None


def _stops(line: Pixels) -> tuple[Stop, ...]:
    count = min(len(line), _STOPS)
    chosen = [(2 * number + 1) * len(line) // (2 * count) for number in range(count)]
    stops = []
    for number in chosen:
        red, green, blue, *rest = (value / 255 for value in line[number].tolist())
        stops.append(Stop((number + 0.5) / len(line), to_hex((red, green, blue)), rest[0] if rest else 1.0))
    return tuple(stops)


def _pixels(data: bytes) -> Pixels | None:
    """The pixels (rows, columns, samples) of a PNG; None for what is too large or of another kind."""
    if not data.startswith(_SIGNATURE) or len(data) < 33:
        return None
    width, height, depth, colour, _, _, interlaced = unpack(">IIBBBBB", data[16:29])
    if depth != 8 or colour not in _SAMPLES or interlaced or not 0 < max(width, height) <= _LONG:
        return None
    if not 0 < min(width, height) <= _BROAD:
        return None
    samples = _SAMPLES[colour]
    needed = height * (width * samples + 1)
    plain = zlib.decompressobj().decompress(_packed(data), needed)
    if len(plain) != needed:
        return None
    rows = np.frombuffer(plain, dtype=np.uint8).reshape(height, -1)
    return _unfiltered(rows, samples).reshape(height, width, samples)


def _packed(data: bytes) -> bytes:
    """The contents of all IDAT chunks."""
    at, found = len(_SIGNATURE), b""
    while at + 8 <= len(data):
        length, kind = unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            found += data[at + 8 : at + 8 + length]
        at += length + 12
    return found


def _unfiltered(rows: Pixels, samples: int) -> Pixels:
    """Rows with their filters undone (ISO/IEC 15948, 9.2); ``ValueError`` for an unknown one."""
    above = [0] * (rows.shape[1] - 1)
    made = []
    for row in rows.tolist():
        kind, values = row[0], row[1:]
        if kind > 4:
            raise ValueError("unknown filter")
        for at in range(len(values) if kind else 0):
            left = values[at - samples] if at >= samples else 0
            up, corner = above[at], above[at - samples] if at >= samples else 0
            values[at] = (values[at] + (0, left, up, (left + up) // 2, _nearest(left, up, corner))[kind]) & 255
        made.append(values)
        above = values
    return np.array(made, dtype=np.uint8)


def _nearest(left: int, up: int, corner: int) -> int:
    """The neighbour nearest to left + up - corner (the filter of Paeth)."""
    guess = left + up - corner
    away = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return left if away[0] <= away[1] and away[0] <= away[2] else up if away[1] <= away[2] else corner


__all__ = ["strip_of"]
