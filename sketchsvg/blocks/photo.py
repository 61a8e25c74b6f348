"""A photo on a sheet: pixels that the author asked for, in a frame that the pen draws."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, positive, words
from sketchsvg.blocks.picture import over_caption
from sketchsvg.errors import SheetError, Source
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.lettering.inline import plain_text
from sketchsvg.rasters.file import bitmap_file
from sketchsvg.rasters.raster import MM_PER_INCH, Bitmap, Raster
from sketchsvg.scene import Fill, Layer, Mark

#: Fewer pixels an inch than this are seen one by one.
SHARP = 150.0
#: The largest a photo makes itself, width and height in mm, and the least that its longer side does.
LARGEST, LEAST = (150.0, 90.0), 40.0
#: White between the pixels and the frame, mm: the pen may tremble there.
BORDER = 1.2


class Photo(Block, frozen=True, kw_only=True):
    """Pixels, ``wide`` mm wide with their frame (0: as wide as they are sharp), or smaller where their place is.

    ``alt`` says what they show; the caption stands under them.
    """

    bitmap: Bitmap
    wide: float = 0.0
    alt: str = ""
    caption: str = ""
    kind: ClassVar[str] = "photo"
    role: ClassVar[str] = "figure"
    #: White that is left over goes around it.
    stretch: ClassVar[float] = 0.5

    @property
    def shown(self) -> str:
        """What it shows in words, or its caption."""
        return self.alt or plain_text(self.caption)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The photo in the middle, the caption under it."""
        return over_caption(self, self._size(setting), self.caption, width, setting, height)

    def least_width(self, setting: Setting) -> float:
        """Half of its own width, and not less than the least that it makes itself."""
        wide = self._size(setting)[0]
        return max(wide / 2, min(wide, LEAST))

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The frame, white under the pixels; a warning where these are few."""
        theme = frame.setting.theme
        self._warn(self.pasted(frame))
        yield Mark(
            f"{frame.id}/frame", rectangle(_place(frame)), theme.pens.frame, theme.lines.inner, theme.ink.text,
            Layer.PANEL + 15, fill=Fill("wash", "#ffffff"),
        )  # fmt: skip

    def pasted(self, frame: Frame) -> Raster:
        """The pixels in their place on the page, inside the frame."""
        return Raster(self.bitmap, _place(frame).inset(BORDER), self.shown)

    def _size(self, setting: Setting) -> tuple[float, float]:
        """Width and height with the frame in mm; as much smaller as the type had to become, unless it was given."""
        bitmap = self.bitmap
        if self.wide:
            inner = self.wide - 2 * BORDER
        else:
            across, down = bitmap.width / SHARP * MM_PER_INCH, bitmap.height / SHARP * MM_PER_INCH
            scale = min(LARGEST[0] / across, LARGEST[1] / down, max(1.0, LEAST / max(across, down)))
            inner = across * scale * min(1.0, setting.body / setting.theme.type.body)
        return inner + 2 * BORDER, inner * bitmap.height / bitmap.width + 2 * BORDER

    def _warn(self, raster: Raster) -> None:
        if raster.ppi < SHARP - 0.5 and self.source is not None:
            import warnings

            what = f"The picture has {raster.ppi:.0f} pixels an inch at its size, and is blurred under {SHARP:g}."
            mend = "Give it in more pixels, or make it smaller."
            warnings.warn_explicit(f"{what} {mend}", UserWarning, self.source.file, self.source.line)


def photo(
    bitmap: Bitmap, *, alt: str = "", width: float | None = None, caption: str = "", name: str = "",
) -> Photo:  # fmt: skip
    """Pixels on a sheet, ``width`` mm wide with their frame. ``SheetError`` for a width without room for them."""
    wide = 0.0 if width is None else positive(width, "The width")
    if wide and wide < 4 * BORDER:
        raise SheetError(f"A picture {wide:g} mm wide cannot be seen.", where=caller(), mend="width=60")
    return Photo(
        bitmap=bitmap, wide=wide, alt=words(alt, "The alternative text", empty=True),
        caption=words(caption, "The caption", empty=True), name=name, source=caller(),
    )  # fmt: skip


def photo_beside(
    path: str | PathLike[str], where: Source | None, *, alt: str, width: float | None, caption: str, name: str
) -> Photo:
    """The photo in a file that stands beside the author's, which ``where`` is in. Raises as ``bitmap_file``."""
    address = str(path)
    if "://" in address or address.startswith(("//", "data:")):
        raise SheetError(
            "Pictures are read from files, and nothing is fetched.", where=where, mend="Save it beside the sheet."
        )
    folder = Path(where.file).parent if where is not None else Path()
    return photo(bitmap_file(folder / address, where), alt=alt, width=width, caption=caption, name=name)


def _place(frame: Frame) -> Rect:
    """Where photo and frame are on the page."""
    place = frame.detail
    assert isinstance(place, Rect)
    return place.moved(frame.rect.x, frame.rect.y)
