"""Files of pixels: PNG and JPEG, read from a folder and from nowhere else."""

from __future__ import annotations

from pathlib import Path

from sketchsvg.errors import LimitError, Note, SheetError, Source
from sketchsvg.rasters import jpeg, png
from sketchsvg.rasters.raster import Bitmap
from sketchsvg.rasters.reading import MOST_BYTES, BrokenError

SUFFIXES = (".png", ".jpg", ".jpeg")


def bitmap_file(path: Path, where: Source | None = None) -> Bitmap:
    """The pixels of a file; ``where`` is the place that names it.

    Raises ``SheetError`` for a file that is not there, is no PNG or JPEG or is broken, and ``LimitError`` for more
    bytes or pixels than are read.
    """
    name = path.name[-60:]
    if path.suffix.lower() not in SUFFIXES:
        raise SheetError(
            f"“{name}” is no picture that can be pasted in.", where=where, mend="Save it as a PNG or a JPEG."
        )
    try:
        if not path.is_file():
            raise SheetError(
                f"There is no file “{name}”.", where=where,
                mend=f"It is looked for as {path}: put it there.",
            )  # fmt: skip
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SheetError(f"“{name}” cannot be read: {reason.rstrip('.')}.", where=where) from error
    return bitmap_of(data, name, where, size)


def bitmap_of(data: bytes, name: str, where: Source | None = None, size: int = 0) -> Bitmap:
    """The pixels of the bytes of a file of ``size`` bytes (0: all are here). Raises as ``bitmap_file``."""
    size = size or len(data)
    if size > MOST_BYTES:
        raise LimitError(
            f"“{name}” has {size / 1e6:.0f} MB, and at most {MOST_BYTES // 1_000_000} are read.", where=where,
            mend="Make it smaller: 2,000 pixels are enough for the width of a page.",
        )  # fmt: skip
    try:
        bitmap, profile = _read(data)
    except BrokenError as error:
        raise SheetError(
            f"“{name}” cannot be pasted in: {error.what}.", where=where, mend="Save it again, as an RGB PNG or JPEG."
        ) from None
    except LimitError as error:
        raise LimitError(f"“{name}” is too large: {error.what}.", where=where, mend=error.mend) from None
    if profile and where is not None and not _is_srgb(profile):
        import warnings

        what = f"“{name}” has colours of its own (not sRGB), and is shown as if they were sRGB."
        warnings.warn_explicit(what, Note, where.file, where.line)
    return bitmap


def _read(data: bytes) -> tuple[Bitmap, bytes]:
    if data.startswith(png.SIGNATURE):
        return png.png_bitmap(data)
    if data.startswith(jpeg.SIGNATURE):
        return jpeg.jpeg_bitmap(data)
    raise BrokenError("it is empty" if not data else "it is neither a PNG nor a JPEG inside")


def _is_srgb(profile: bytes) -> bool:
    """Whether a profile calls itself sRGB, in either spelling of ICC profiles, or is one of grey."""
    return b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile or b"GRAY" in profile[:128]
