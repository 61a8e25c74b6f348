"""Skeletons and kerning that come with the package, so that a page need not compose every letter anew.

They are exactly what ``composing`` and ``latin.spacing`` give for the common characters of the everyday hand:
``python -m sketchsvg.lettering.prebuilding`` writes the file after a change to the tables of strokes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.geometry.curves import Curves
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.packed import unpacked

FILE = Path(__file__).with_name("prebuilt.bin")
#: The sets of shapes in the file; the shapes of one character are numbered from 0 to 7.
FORMS = ("print", "mono")
SHAPES = 8
#: Skeletons lie on a raster of 1/8192 em (0.4 µm at 9 pt), so that 16 bits keep a coordinate exactly.
RASTER = 8192
#: The letters and signs of which the file has all that the hand can write, so that what is not there is nowhere.
LETTERS = range(0x20, 0x3130)
#: Marks that are set over, under or through the character before them, which stays as wide as it is.
COMBINING = frozenset(
    "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030f\u0311\u0312\u0313"
    "\u0320\u0323\u0324\u0325\u0326\u0327\u0328\u0329\u032d\u032e\u0330\u0331\u0332\u0333\u0334\u0335\u0336\u0337"
    "\u0338\u033f\u20d0\u20d1\u20d6\u20d7\u20db\u20e1"
)
#: From here on no letter is kerned.
UNKERNED = "\u2000"

#: The arrays of the file, in its order, little-endian. ``sizes`` says how long those after it are.
FIELDS = {
    "keys": "<i4",
    "advances": "<f8",
    "clearances": "<u1",
    "first_start": "<i4",
    "first_point": "<i4",
    "starts": "<u2",
    "points": "<i2",
    "kerned": "<i4",
    "kerning": "<i1",
}


class Stock(Struct, frozen=True, eq=False):
    """What the file holds.

    ``keys`` (n,) ascend (``key_of``); ``clearances`` (n,) are the widest pens in thousandths of an em; glyph ``i`` owns
    ``starts[first_start[i]:first_start[i + 1]]`` and ``points[first_point[i]:first_point[i + 1]]``, two coordinates
    each. ``kerned`` (k,) are the code points of the characters that are kerned, ascending, and ``kerning`` (k, k) how
    far the second moves, in thousandths of an em.
    """

    keys: Sequence[int]
    advances: Sequence[float]
    clearances: Sequence[int]
    first_start: Sequence[int]
    first_point: Sequence[int]
    starts: npt.NDArray[np.uint16]
    points: npt.NDArray[np.int16]
    kerned: dict[str, int]
    kerning: npt.NDArray[np.int8]


def key_of(char: str, forms: str, variant: int) -> int:
    """The number under which the file keeps a shape of a character."""
    return (FORMS.index(forms) * 0x110000 + ord(char)) * SHAPES + variant


def prebuilt(char: str, forms: str, variant: int) -> Glyph | None:
    """The skeleton of a character if the package brings it along."""
    if forms not in FORMS or not 0 <= variant < SHAPES or len(char) != 1:
        return None
    stock = _stock()
    keys, key = stock.keys, key_of(char, forms, variant)
    place = bisect_left(keys, key)
    if place == len(keys) or keys[place] != key:
        return None
    starts = stock.starts[stock.first_start[place] : stock.first_start[place + 1]].astype(np.int64)
    points = stock.points[stock.first_point[place] : stock.first_point[place + 1]] / RASTER
    return Glyph(stock.advances[place], Curves(points, starts), clearance=stock.clearances[place] / 1000)


def is_nowhere(char: str, forms: str) -> bool:
    """Whether ``char``, which is not in the file, is in no other table either."""
    return forms in FORMS and len(char) == 1 and ord(char) in LETTERS


def prebuilt_kerning(left: str, right: str, forms: str) -> float | None:
    """The kerning of two letters in em if the package brings it along."""
    if forms != FORMS[0]:
        return None
    stock = _stock()
    row, column = stock.kerned.get(left), stock.kerned.get(right)
    if row is not None and column is not None:
        return int(stock.kerning[row, column]) / 1000
    # All kerned signs and plain letters are there; of the others only letters with accents and Greek ones are kerned.
    kept = all(char.isalpha() and char < UNKERNED for char in (left, right) if char not in stock.kerned)
    return None if kept else 0.0


@cache
def _stock() -> Stock:
    arrays: dict[str, Any] = unpacked(FILE.read_bytes(), FIELDS)
    arrays["points"] = arrays["points"].reshape(-1, 2)
    codes = arrays["kerned"].tolist()
    arrays["kerned"] = {chr(code): place for place, code in enumerate(codes)}
    arrays["kerning"] = arrays["kerning"].reshape(len(codes), len(codes))
    # What is asked for letter by letter: plain numbers out of views, at a fifth of what an array's cost.
    for name in ("keys", "advances", "clearances", "first_start", "first_point"):
        arrays[name] = memoryview(arrays[name].astype(arrays[name].dtype.newbyteorder("=")))
    return Stock(**arrays)
