"""The colours of a page as a profile: sRGB, so that every printer and every archive means the same by its numbers."""

from __future__ import annotations

from struct import pack

#: The primaries of sRGB and its white, adapted to D50 by the Bradford transform (IEC 61966-2-1; ICC.1:2010, annex E).
RED, GREEN, BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
WHITE = (0.9642, 1.0, 0.8249)
#: The Bradford transform from D65 to D50, row by row (ICC.1:2010, annex E).
ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
#: The curve of sRGB: the power, then a, b, c, d of ``(a x + b) ** power`` from d up and ``c x`` below (IEC 61966-2-1).
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
NAME = "sRGB"


def srgb_profile() -> bytes:
    """An ICC profile of version 4 (ICC.1:2010), the smallest that says what sRGB is; always the same bytes."""
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(*CURVE)
    tags = {
        b"desc": _text(NAME), b"cprt": _text("CC0"), b"wtpt": _xyz(WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(*ADAPTATION), b"rXYZ": _xyz(RED), b"gXYZ": _xyz(GREEN), b"bXYZ": _xyz(BLUE),
        b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    start = 128 + 4 + 12 * len(tags)
    directory, body, places = pack(">I", len(tags)), b"", dict[bytes, int]()
    for tag, data in tags.items():
        # Equal values are stored once.
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        directory += tag + pack(">II", places[data], len(data))
    return _header(start + len(body)) + directory + body


def _header(size: int) -> bytes:
    """The header (ICC.1:2010, 7.2): a display profile from RGB to XYZ, of the first day of 2000."""
    return pack(
        ">I4sI4s4s4s6H4s4sI4sIQI12s4s44x",
        size, b"\0" * 4, 0x04200000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp", b"\0" * 4, 0, b"\0" * 4,
        0, 0, 0, _fixed(*WHITE), b"\0" * 4,
    )  # fmt: skip


def _text(words: str) -> bytes:
    """A text in one language (ICC.1:2010, 10.13)."""
    data = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _fixed(*values: float) -> bytes:
    """Numbers in 16.16 fixed point."""
    return b"".join(pack(">i", round(value * 65536)) for value in values)
