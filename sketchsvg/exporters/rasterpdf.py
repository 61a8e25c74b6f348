"""Pictures of pixels in a PDF: a JPEG as it is, a PNG as rows of samples and, where it shows through, a mask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sketchsvg.exporters.bitmaps import Bytes, channels_of, packed_rows, pixels_in
from sketchsvg.exporters.painting import UNITS_PER_MM
from sketchsvg.rasters.raster import Bitmap, Raster

#: What the state that pictures are painted in is called: opaque, whatever was painted before.
STATE = "/PictureState"


def add_images(pdf: Any, rasters: Sequence[Raster]) -> None:
    """Puts the pictures into the resources of the first page of ``pdf``, each file once."""
    from pikepdf import Dictionary, Name

    resources = pdf.pages[0].obj.Resources
    for kind in ("/XObject", "/ExtGState"):
        if kind not in resources:
            resources[Name(kind)] = Dictionary()
    opaque = Dictionary(Type=Name.ExtGState, ca=1, CA=1, BM=Name.Normal, SMask=Name("/None"))
    resources.ExtGState[Name(STATE)] = opaque
    for name, bitmap in _named(rasters).items():
        resources.XObject[Name(name)] = _image(pdf, bitmap)


def image_operators(rasters: Sequence[Raster], height: float | None = None) -> bytes:
    """The operators that paint the pictures, in units, y growing down; or up, on a page ``height`` mm high."""
    names = {bitmap: name for name, bitmap in _named(rasters).items()}
    painted = []
    for raster in rasters:
        a, b, c, d, e, f = raster.matrix(UNITS_PER_MM)
        # The unit square of a PDF has its first row at the top, where y is 1.
        values = (a, b, -c, -d, e + c, f + d)
        if height is not None:
            whole = height * UNITS_PER_MM
            values = (a, -b, -c, d, e + c, whole - f - d)
        matrix = " ".join(f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".") for value in values)
        painted.append(f"q {STATE} gs {matrix} cm {names[raster.bitmap]} Do Q\n")
    return "".join(painted).encode("ascii")


def _named(rasters: Sequence[Raster]) -> dict[str, Bitmap]:
    """The different pictures by their names."""
    return {f"/Picture{number}": one for number, one in enumerate(dict.fromkeys(one.bitmap for one in rasters), 1)}


def _image(pdf: Any, bitmap: Bitmap) -> Any:
    from pikepdf import Name

    if bitmap.format == "jpeg":
        space = Name.DeviceGray if bitmap.channels == 1 else Name.DeviceRGB
        return pdf.make_stream(
            bitmap.data, Type=Name.XObject, Subtype=Name.Image, Width=bitmap.columns, Height=bitmap.rows,
            ColorSpace=space, BitsPerComponent=8, Filter=Name.DCTDecode,
        )  # fmt: skip
    colours, alpha = channels_of(pixels_in(bitmap))
    made = _samples(pdf, colours)
    if alpha is not None:
        made.SMask = _samples(pdf, alpha[:, :, None])
    return made


def _samples(pdf: Any, values: Bytes) -> Any:
    """An image of samples (rows, columns, channels), as zlib packs them (ISO 32000-1, 7.4.4)."""
    from pikepdf import Dictionary, Name

    rows, columns, channels = values.shape
    shape = Dictionary(Predictor=15, Colors=channels, BitsPerComponent=8, Columns=columns)
    return pdf.make_stream(
        packed_rows(values), Type=Name.XObject, Subtype=Name.Image, Width=columns, Height=rows,
        ColorSpace=Name.DeviceGray if channels == 1 else Name.DeviceRGB, BitsPerComponent=8, Filter=Name.FlateDecode,
        DecodeParms=shape,
    )  # fmt: skip
