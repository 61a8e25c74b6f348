"""Writes the file of skeletons that the package brings along: ``python -m sketchsvg.lettering.prebuilding``.

Run it after every change to the tables of strokes, to their arrangement or to the spacing of letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.lettering.clearance import clearance
from sketchsvg.lettering.composing import composed
from sketchsvg.lettering.fewer import fewer
from sketchsvg.lettering.glyph import SYLLABLE_SHAPES, Glyph
from sketchsvg.lettering.latin import kerning_of
from sketchsvg.lettering.latin.forms import shapes
from sketchsvg.lettering.latin.spacing import KERNED_SIGNS, kind
from sketchsvg.lettering.prebuilt import FIELDS, FILE, FORMS, LETTERS, RASTER, SHAPES, key_of
from sketchsvg.packed import packed

#: Letters with accents and Greek ones are kerned when they are met: there are too many pairs.
KERNED = sorted({*map(chr, range(0x21, 0x7F)), *KERNED_SIGNS})


def common_syllables() -> list[str]:
    """The 2,350 syllables of KS X 1001, rows 16 to 40: those of nearly all Korean that is written."""
    return [bytes((row, cell)).decode("euc-kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)]


def entries() -> Iterator[tuple[str, str, int]]:
    """Everything that is built: character, set of shapes, number of the shape."""
    for char in common_syllables():
        for variant in range(SYLLABLE_SHAPES):
            yield char, "print", variant
    for forms in FORMS:
        for char in map(chr, LETTERS):
            if composed(char, forms) is not None:
                for variant in range(min(SHAPES, len(shapes(forms).get(char, ("",))))):
                    yield char, forms, variant


def diminished(glyph: Glyph) -> Glyph:
    """The glyph with its strokes in as few pieces as draw them."""
    strokes = [np.rint(stroke * RASTER) for stroke in glyph.curves.strokes()]
    drawn = [stroke[0] + _fewer((stroke - stroke[0]).tobytes()) for stroke in strokes]
    return replace(glyph, curves=Curves.of([stroke / RASTER for stroke in drawn]))


@cache
def _fewer(points: bytes) -> Floats:
    """A stroke from where it begins, on the raster: many a syllable has the strokes of another elsewhere."""
    return np.rint(fewer(np.frombuffer(points).reshape(-1, 2) / RASTER) * RASTER)


def content() -> bytes:
    """The bytes of the file."""
    found = sorted(entries(), key=lambda entry: key_of(*entry))
    glyphs = [diminished(glyph) for glyph in (composed(*entry) for entry in found) if glyph is not None]
    kerned = [char for char in KERNED if kind(char)]
    moves = [[round(kerning_of(left, right, FORMS[0]) * 1000) for right in kerned] for left in kerned]
    values = {
        "keys": [key_of(*entry) for entry in found],
        "advances": [glyph.advance for glyph in glyphs],
        "clearances": [int(clearance(glyph.curves) * 1000) for glyph in glyphs],
        "first_start": np.cumsum([0, *(len(glyph.curves.starts) for glyph in glyphs)]),
        "first_point": np.cumsum([0, *(len(glyph.curves.points) for glyph in glyphs)]),
        "starts": np.concatenate([glyph.curves.starts for glyph in glyphs]),
        "points": np.rint(np.concatenate([glyph.curves.points for glyph in glyphs]) * RASTER),
        "kerned": [ord(char) for char in kerned],
        "kerning": moves,
    }
    return packed(values, FIELDS)


if __name__ == "__main__":
    FILE.write_bytes(content())
    print(f"{FILE}: {FILE.stat().st_size:,} bytes")
