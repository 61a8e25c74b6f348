"""A TrueType font whose glyphs are plain boxes: what invisible text is set in.

Nothing of it is ever painted, but readers of a PDF take the extent of a selection from the glyphs, so they
cannot be empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack

#: Units of the em, and how far above and below the baseline a box reaches: round Hangul and the tails of Latin.
EM, ASCENT, DESCENT = 1000, 800, -200


def box_font(widths: Sequence[int]) -> bytes:
    """The font file: glyph 0 is empty, glyph ``i + 1`` a box ``widths[i]`` wide, in thousandths of the em.

    It has the tables that a TrueType font in a PDF must have (ISO 32000-1, 9.9).
    """
    glyphs = [b"", *(_box(width) for width in widths)]
    advances = [0, *widths]
    places = [0]
    for glyph in glyphs:
        places.append(places[-1] + len(glyph))
    count = len(glyphs)
    return _font_file({
        b"glyf": b"".join(glyphs),
        # Version, revision, checksum (filled in below), magic, flags, em, two dates, box, style, smallest
        # size, direction, form of loca (long), form of glyf.
        b"head": pack(
            ">IIIIHHQQ4hHHhhh",
            0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, DESCENT, max(advances), ASCENT, 0, 8, 2, 1, 0,
        ),
        # Version, ascent, descent, gap, widest advance, bearings, extent, caret, reserved, form, widths.
        b"hhea": pack(
            ">IhhhH11hH",
            0x10000, ASCENT, DESCENT, 0, max(advances), 0, 0, max(advances), 1, 0, 0, 0, 0, 0, 0, 0, count,
        ),
        b"hmtx": b"".join(pack(">Hh", advance, 0) for advance in advances),
        b"loca": pack(f">{count + 1}I", *places),
        # Version, number of glyphs, most points and outlines in one, and the limits of programs, of which
        # there are none.
        b"maxp": pack(">IH13H", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    })


def _box(width: int) -> bytes:
    """A glyph: one outline of four points, clockwise from the lower left, as steps of two bytes."""
    header = pack(">5h", 1, 0, DESCENT, width, ASCENT)
    height = ASCENT - DESCENT
    # The last point's number, no program, four points on the curve, then the steps across and the steps down.
    outline = pack(">HH4B8h", 3, 0, 1, 1, 1, 1, 0, 0, width, 0, DESCENT, height, 0, -height)
    return header + outline + b"\0" * (-len(header + outline) % 4)


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
