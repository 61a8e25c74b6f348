"""WebP: the pixels of a page without loss, in about two thirds of the bytes of a PNG; the file is written by Pillow."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from sketchsvg.errors import LimitError, MissingPackageError
from sketchsvg.exporters.raster import pixels_of, resolution_of
from sketchsvg.inked import InkedPage

if TYPE_CHECKING:
    from types import ModuleType

#: The longest side of a WebP picture (the format has 14 bits for it).
LONGEST_SIDE = 16_383
#: Tags of Exif (version 2.32, 4.6.4): the resolution across and down, and that it is one of inches.
_ACROSS, _DOWN, _UNIT, _INCHES = 282, 283, 296, 2


def to_webp(page: InkedPage, ppi: float = 300, width: int | None = None) -> bytes:
    """The page as a lossless WebP of ``ppi`` pixels an inch, or of ``width`` pixels; its colours are sRGB.

    The resolution stands in its Exif. Raises ``MissingPackageError`` where Pillow is not installed, and else what
    ``to_png`` raises.
    """
    pillow = _pillow()
    resolution = resolution_of(page, ppi, width)
    if max(resolution.width, resolution.height) > LONGEST_SIDE:
        raise LimitError(
            f"A WebP has at most {LONGEST_SIDE} pixels a side, not {resolution.width} by {resolution.height}.",
            mend="Choose a lower resolution, or write a PNG.",
        )
    pixels = pixels_of(page, resolution)
    size = (resolution.width, resolution.height)
    # Cairo has multiplied the colours by alpha, a WebP has not: "BGRa" are bytes of that kind.
    picture = pillow.frombuffer("RGBA", size, pixels.astype("<u4", copy=False).tobytes(), "raw", "BGRa", 0, 1)
    if int(pixels.min()) >> 24 == 255:
        picture = picture.convert("RGB")
    about = pillow.Exif()
    about[_ACROSS] = about[_DOWN] = round(resolution.ppi, 2)
    about[_UNIT] = _INCHES
    output = BytesIO()
    # The next step takes eight times as long for a fifth less.
    picture.save(output, "WEBP", lossless=True, quality=60, method=3, exif=about.tobytes())
    return output.getvalue()


def _pillow() -> ModuleType:
    try:
        from PIL import Image, features
    except ImportError:
        raise MissingPackageError(
            "WebP is written by Pillow, and it is not installed. PNG works without it.",
            mend="pip install 'sketchsvg[webp]'",
        ) from None
    if not features.check("webp"):
        raise MissingPackageError(
            "The Pillow on this machine was built without WebP.", mend="pip install --force-reinstall pillow"
        )
    return Image
