"""The pixels in a file of pixels: PNG by cairo, JPEG by Pillow; and files made of pixels again."""

from __future__ import annotations

import zlib
from io import BytesIO
from struct import pack

import numpy as np
import numpy.typing as npt

from sketchsvg.errors import MissingPackageError, SheetError
from sketchsvg.rasters.raster import Bitmap

#: Pixels as cairo has them: 0xAARRGGBB, the colours multiplied by alpha.
Pixels = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]
DEFLATE_LEVEL = 6
#: What of red, green and blue is light, in thousandths (ITU-R BT.601).
LIGHT = (299, 587, 114)


def pixels_in(bitmap: Bitmap) -> Pixels:
    """The stored pixels, (rows, columns), premultiplied 0xAARRGGBB.

    Raises ``SheetError`` for pixels that cannot be read, ``MissingPackageError`` for a JPEG where Pillow is not
    installed and ``MissingCairoError``.
    """
    pixels = _of_png(bitmap) if bitmap.format == "png" else _of_jpeg(bitmap)
    if pixels.shape != (bitmap.rows, bitmap.columns):
        raise SheetError("A picture has another size than it says.", mend="Save it again, as an RGB PNG or JPEG.")
    return pixels


def channels_of(pixels: Pixels) -> tuple[Bytes, Bytes | None]:
    """The colours as they were before they were multiplied, (rows, columns, 3), and alpha where anything shows through.

    The colours have one channel where all of them are grey.
    """
    red, green, blue, alpha = (((pixels >> shift) & 255).astype(np.uint8) for shift in (16, 8, 0, 24))
    seen = None if int(alpha.min()) == 255 else alpha
    grey = bool((red == green).all() and (green == blue).all())
    colours = np.stack((red,) if grey else (red, green, blue), axis=2)
    if seen is not None:
        whole = np.maximum(seen, 1).astype(np.uint16)[:, :, None]
        colours = np.minimum((colours * np.uint16(255) + whole // 2) // whole, 255).astype(np.uint8)
    return colours, seen


def packed_rows(values: Bytes) -> bytes:
    """Rows of samples (rows, columns, channels) as PNG and PDF pack them: each less the one above it (filter 2)."""
    flat = values.reshape(len(values), -1)
    rows = np.full((len(flat), 1 + flat.shape[1]), 2, dtype=np.uint8)
    rows[0, 1:] = flat[0]
    # Bytes wrap around, as the filter wants it.
    np.subtract(flat[1:], flat[:-1], out=rows[1:, 1:])
    return zlib.compress(rows.tobytes(), DEFLATE_LEVEL)


def in_grey(bitmap: Bitmap) -> Bitmap:
    """The same picture in greys, as a PNG. Raises as ``pixels_in``."""
    if bitmap.channels == 1 and bitmap.format == "png":
        return bitmap
    colours, alpha = channels_of(pixels_in(bitmap))
    if colours.shape[2] == 3:
        red, green, blue = (colours[:, :, number].astype(np.uint32) * part for number, part in enumerate(LIGHT))
        colours = ((red + green + blue + 500) // 1000).astype(np.uint8)[:, :, None]
    samples = colours if alpha is None else np.concatenate((colours, alpha[:, :, None]), axis=2)
    header = pack(">IIBBBBB", bitmap.columns, bitmap.rows, 8, 0 if alpha is None else 4, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", packed_rows(samples)), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(held)) + kind + held + pack(">I", zlib.crc32(kind + held)) for kind, held in parts
    )
    return Bitmap(data, "png", bitmap.columns, bitmap.rows, 1, bitmap.turn)


def _of_png(bitmap: Bitmap) -> Pixels:
    from sketchsvg.exporters.cairo import png_pixels

    try:
        return png_pixels(bitmap.data)
    except Exception as error:
        raise SheetError(
            "A PNG picture cannot be read.", mend="Save it again, as an 8-bit RGB PNG."
        ) from error


def _of_jpeg(bitmap: Bitmap) -> Pixels:
    try:
        from PIL import Image
    except ImportError:
        raise MissingPackageError(
            "A JPEG in a PNG, a WebP or in greys needs Pillow, and it is not installed. SVG and PDF work without.",
            mend="pip install 'sketchsvg[webp]', or save the picture as a PNG.",
        ) from None
    try:
        with Image.open(BytesIO(bitmap.data), formats=("JPEG",)) as picture:
            colours = np.asarray(picture.convert("RGB"))
    except Exception as error:
        raise SheetError("A JPEG picture cannot be read.", mend="Save it again, as an RGB JPEG.") from error
    pixels = np.full((*colours.shape[:2], 4), 255, dtype=np.uint8)
    pixels[:, :, 2::-1] = colours
    return pixels.view("<u4")[:, :, 0].astype(np.uint32)
