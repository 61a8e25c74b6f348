"""Writes the file of icons that the package brings along: ``python -m sketchsvg.icons.prebuilding``.

Run it after every change to our own drawings, to how drawings are read and fitted, or to the version of lucide.
"""

from __future__ import annotations

import numpy as np

from sketchsvg.icons.find import drawn, icon_names
from sketchsvg.icons.prebuilt import FILE, KINDS, RASTER
from sketchsvg.packed import packed


def content() -> bytes:
    """The bytes of the file."""
    made = {name: curves for name in icon_names() if (curves := drawn(name)) is not None}
    values = {
        "names": [name.encode() for name in made],
        "first_start": np.cumsum([0, *(len(curves.starts) for curves in made.values())]),
        "first_point": np.cumsum([0, *(len(curves.points) for curves in made.values())]),
        "starts": np.concatenate([curves.starts for curves in made.values()]),
        "points": np.rint(np.concatenate([curves.points for curves in made.values()]) * RASTER),
    }
    return packed(values, KINDS)


if __name__ == "__main__":
    FILE.write_bytes(content())
    print(f"{FILE}: {FILE.stat().st_size:,} bytes")
