"""Pictures of pixels in JSON, and back: the name of a file, or the file itself as a data URI."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NoBase64

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.photo import Photo, photo
from sketchsvg.rasters.file import bitmap_file, bitmap_of
from sketchsvg.rasters.jpeg import with_turn
from sketchsvg.rasters.raster import Bitmap
from sketchsvg.readers.json import forms
from sketchsvg.readers.json.errors import JsonError
from sketchsvg.readers.json.reading import Place

STARTS = ("data:image/png;base64,", "data:image/jpeg;base64,")


def photo_of(form: forms.Picture, at: Place) -> Block:
    """The photo that a form with ``raster`` is."""
    if form.svg or form.marks or form.height:
        raise JsonError(
            f'{at.path} is either drawn, or pasted in by "raster", and then its height follows from its width.',
            where=at.source, mend='{"type": "picture", "raster": "photo.jpg", "alt": "the tower at night"}',
        )  # fmt: skip
    bitmap = _bitmap(form.raster, at.field("raster"))
    width = form.width or None
    return at.made(photo, bitmap, alt=form.alt, width=width, caption=form.caption)


def form_of_photo(block: Photo) -> forms.Picture:
    """The photo with its file in it."""
    bitmap = block.bitmap
    raster = f"data:image/{bitmap.format};base64,{b64encode(with_turn(bitmap)).decode('ascii')}"
    return forms.Picture(raster=raster, alt=block.alt, width=block.wide, caption=block.caption)


def _bitmap(said: str, at: Place) -> Bitmap:
    if said.startswith(STARTS):
        try:
            data = b64decode(said.partition(",")[2], validate=True)
        except (NoBase64, ValueError):
            raise JsonError(
                f"{at.path} is no base64.", where=at.source, mend='"raster": "data:image/png;base64,…"'
            ) from None
        return at.called(bitmap_of, data, "raster", at.source)
    if "://" in said or said.startswith(("//", "data:")):
        raise JsonError(
            f"{at.path}: pictures are read from files, and nothing is fetched.", where=at.source,
            mend="Save it as a PNG or JPEG beside the sheet.",
        )  # fmt: skip
    return at.called(bitmap_file, at.folder / said, at.source)
