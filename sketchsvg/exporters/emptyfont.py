"""A TrueType font with one glyph, and nothing in it: what invisible text is set in."""

from __future__ import annotations

from struct import pack

#: Units of the em, and how far above and below the baseline a selection reaches.
EM, ASCENT, DESCENT = 1000, 800, -120


def empty_font() -> bytes:
    """The font file: the tables that a TrueType font in a PDF must have (ISO 32000-1, 9.9), of one glyph."""
    tables = {
        b"glyf": b"\0\0\0\0",
        # Version, revision, checksum (filled in below), magic, flags, em, two dates, box, style, smallest
        # size,
        # direction, form of loca (short), form of glyf.
        b"head": pack(
            ">IIIIHHQQ4hHHhhh",
            0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, DESCENT, EM, ASCENT, 0, 8, 2, 0, 0,
        ),
        # Version, ascent, descent, gap, widest advance, bearings, extent, caret, reserved, form, number of
        # widths.
        b"hhea": pack(">IhhhH11hH", 0x10000, ASCENT, DESCENT, 0, EM, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": pack(">Hh", EM, 0),
        b"loca": pack(">HH", 0, 0),
        # Version, number of glyphs, and the limits of outlines and programs that are not there.
        b"maxp": pack(">IH13H", 0x10000, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _font_file(tables)


def _font_file(tables: dict[bytes, bytes]) -> bytes:
    """The tables with their directory, and the checksum over all of it in its place."""
    count = len(tables)
    span = 1 << (count.bit_length() - 1)
    directory = pack(">IHHHH", 0x10000, count, span * 16, span.bit_length() - 1, (count - span) * 16)
    body = b""
    start = len(directory) + 16 * count
    for tag, table in sorted(tables.items()):
        directory += pack(">4sIII", tag, _checksum(table), start + len(body), len(table))
        if tag == b"head":
            place = start + len(body) + 8
        body += table + b"\0" * (-len(table) % 4)
    font = directory + body
    # The constant is the specification's: the sum over the whole file comes to it.
    adjustment = (0xB1B0AFBA - _checksum(font)) & 0xFFFFFFFF
    return font[:place] + pack(">I", adjustment) + font[place + 4:]


def _checksum(data: bytes) -> int:
    """The sum of the data's 32-bit words."""
    data += b"\0" * (-len(data) % 4)
    return sum(int.from_bytes(data[i:i + 4], "big") for i in range(0, len(data), 4)) & 0xFFFFFFFF
