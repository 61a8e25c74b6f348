"""Pictures of pixels in an SVG: an image whose file is part of the document."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from sketchsvg.exporters.painting import UNITS_PER_MM, checked_text, escaped
from sketchsvg.rasters.raster import TURNS, Raster
from sketchsvg.scene import Part


def image(raster: Raster, parts: Sequence[Part]) -> str:
    """The ``image`` element of a picture; its words are left out where one of ``parts`` says them in the document."""
    rect, bitmap = raster.rect, raster.bitmap
    left, top = round(rect.x * UNITS_PER_MM), round(rect.y * UNITS_PER_MM)
    wide, high = round(rect.width * UNITS_PER_MM), round(rect.height * UNITS_PER_MM)
    placed = f'x="{left}" y="{top}" width="{wide}" height="{high}"'
    if bitmap.turn != 1:
        a, b, c, d, e, f = TURNS[bitmap.turn]
        across, down = (wide, high) if bitmap.turn < 5 else (high, wide)
        turned = f"matrix({a} {b} {c} {d} {left + e * wide} {top + f * high})"
        placed = f'width="{across}" height="{down}" transform="{turned}"'
    told = any(part.shown == raster.said and part.words[0] < part.words[1] for part in parts if part.role == "figure")
    said = escaped(checked_text(raster.said, "picture"))
    about = 'aria-hidden="true"' if told or not said else f'role="img" aria-label="{said}"'
    data = b64encode(bitmap.data).decode("ascii")
    return (
        f'<image {placed} preserveAspectRatio="none" {about} pointer-events="none" '
        f'href="data:image/{bitmap.format};base64,{data}"/>'
    )
