"""Icons that come with the package as strokes, so that a page need not read a drawing for each.

They are exactly what ``find.drawn`` makes of the drawings: ``python -m sketchsvg.icons.prebuilding`` writes the file
after one of our own icons is drawn or changed, or lucide brings new ones.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.geometry.curves import Curves
from sketchsvg.packed import unpacked

FILE = Path(__file__).with_name("prebuilt.bin")
#: Icons lie on a raster of 1/16384 of their square (a micrometre at 16 mm), so that 16 bits keep a coordinate.
RASTER = 16384
#: The longest name of an icon in bytes.
LONGEST = 40

#: The arrays of the file, in its order. ``sizes`` says how long those after it are.
KINDS = {"names": f"S{LONGEST}", "first_start": "<i4", "first_point": "<i4", "starts": "<u2", "points": "<i2"}


class Stock(Struct, frozen=True, eq=False):
    """What the file holds.

    ``names`` (n,) ascend; icon ``i`` owns ``starts[first_start[i]:first_start[i + 1]]`` and
    ``points[first_point[i]:first_point[i + 1]]``, two coordinates each.
    """

    names: npt.NDArray[np.bytes_]
    first_start: npt.NDArray[np.int32]
    first_point: npt.NDArray[np.int32]
    starts: npt.NDArray[np.uint16]
    points: npt.NDArray[np.int16]


def prebuilt(name: str) -> Curves | None:
    """The strokes of an icon, in the unit square, if the package brings them along."""
    sought = name.encode("ascii", "replace")
    stock = _stock()
    place = int(stock.names.searchsorted(sought))
    if place == len(stock.names) or stock.names[place] != sought:
        return None
    starts = stock.starts[stock.first_start[place] : stock.first_start[place + 1]].astype(np.int64)
    return Curves(stock.points[stock.first_point[place] : stock.first_point[place + 1]] / RASTER, starts)


def on_raster(curves: Curves) -> Curves:
    """An icon as the file keeps it."""
    return Curves(np.rint(curves.points * RASTER) / RASTER, curves.starts)


@cache
def _stock() -> Stock:
    arrays: dict[str, Any] = unpacked(FILE.read_bytes(), KINDS)
    arrays["points"] = arrays["points"].reshape(-1, 2)
    return Stock(**arrays)
