"""A picture on a sheet: a sketch or a drawing in its frame, drawn by the sheet's own engine."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING, ClassVar, overload

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, words
from sketchsvg.blocks.writing import note_style, set_text
from sketchsvg.drawing import Drawing
from sketchsvg.errors import LayoutError, SheetError
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark, Word
from sketchsvg.sketch import Sketch

if TYPE_CHECKING:
    from sketchsvg.blocks.photo import Photo

#: White between a picture and its caption, mm.
CAPTION_GAP = 0.8


class Picture(Block, frozen=True, kw_only=True):
    """A drawing at its own size in mm, or smaller where its place is; a caption under it."""

    drawing: Drawing
    caption: str = ""
    kind: ClassVar[str] = "picture"
    role: ClassVar[str] = "figure"
    #: White that is left over goes around it.
    stretch: ClassVar[float] = 0.5

    @property
    def shown(self) -> str:
        """What the drawing says of itself, or its caption."""
        scene = self.drawing.scene
        return scene.description or scene.title or plain_text(self.caption)

    def __eq__(self, other: object) -> bool:
        """Pictures are equal that draw the same, whatever the drawings were made by."""
        return isinstance(other, Picture) and _alike(self._said(), other._said())

    def __hash__(self) -> int:
        return hash((self.name, self.percent, self.caption, self.drawing.width, self.drawing.height))

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The picture in the middle, the caption under it."""
        return over_caption(self, (self.drawing.width, self.drawing.height), self.caption, width, setting, height)

    def least_width(self, setting: Setting) -> float:
        """Half of its own width: smaller than that it is not what was drawn."""
        return self.drawing.width / 2

    def _said(self) -> tuple[object, ...]:
        own = self.drawing
        return self.name, self.percent, self.caption, own.width, own.height, own.scene.marks

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The drawing's marks in their place, their keys under the frame's; nibs keep their width."""
        place = frame.detail
        assert isinstance(place, Rect)
        x, y = frame.rect.x + place.x, frame.rect.y + place.y
        scale = place.width / self.drawing.width
        for mark in self.drawing.scene.marks:
            yield _placed(mark, f"{frame.id}/{mark.key}", x, y, scale)


def over_caption(
    block: Block, size: tuple[float, float], caption: str, width: float, setting: Setting, height: float | None
) -> Frame:
    """The frame of what is ``size`` mm large, or smaller where its place is, in the middle over its caption.

    The frame's ``detail`` is its place. ``LayoutError`` where there is only room for the caption.
    """
    style = replace(note_style(setting), align="centre", role="caption")
    box = set_text(caption, width, style, setting, block.source) if caption else None
    below = box.height + CAPTION_GAP if box else 0.0
    scale = min(1.0, width / size[0])
    if height is not None:
        if height <= below:
            raise LayoutError(
                f"The picture has no room over its caption: {below - height:.1f} mm are missing.",
                where=block.source, mend="Give it more room, or take the caption away.", missing_mm=below - height,
            )  # fmt: skip
        scale = min(scale, (height - below) / size[1])
    wide, high = size[0] * scale, size[1] * scale
    full = max(high + below, height or 0.0)
    top = (full - high - below) / 2
    lines = box.moved(0, top + high + CAPTION_GAP) if box else ()
    place = Rect((width - wide) / 2, top, wide, high)
    return Frame(block, Rect(0, 0, width, full), setting, lines=lines, detail=place)


@overload
def picture(art: Sketch | Drawing, *, caption: str = "", name: str = "") -> Picture: ...


@overload
def picture(
    art: str | PathLike[str], *, raster: bool, alt: str = "", width: float | None = None, caption: str = "",
    name: str = "",
) -> Photo: ...  # fmt: skip


def picture(
    art: Sketch | Drawing | str | PathLike[str], *, raster: bool = False, alt: str = "", width: float | None = None,
    caption: str = "", name: str = "",
) -> Picture | Photo:  # fmt: skip
    """A ``Sketch`` or a ``Drawing`` on a sheet, at its own size in mm unless its place is smaller.

    Its seed is the sheet's. With ``raster=True`` it is a PNG or JPEG file beside the author's, pasted in as it is,
    ``width`` mm wide (by default so wide that it is sharp); ``alt`` says what it shows. ``SheetError`` for anything
    else, ``LimitError`` for a file that is too large.
    """
    where = caller()
    if isinstance(art, str | PathLike) and raster:
        from sketchsvg.blocks.photo import photo_beside

        return photo_beside(art, where, alt=alt, width=width, caption=caption, name=name)
    if isinstance(art, str | PathLike) and str(art).lower().endswith((".png", ".jpg", ".jpeg")):
        raise SheetError(
            f"A pen draws no pixels: “{str(art)[-60:]}” is none of the pen's drawings.", where=where,
            mend=f"Draw it, or paste it in: picture({str(art)[-60:]!r}, raster=True).",
        )  # fmt: skip
    if raster or alt or width is not None:
        raise SheetError(
            f"raster, alt and width are for the file of a picture, not for {type(art).__name__}.", where=where,
            mend='picture("photo.jpg", raster=True, alt="the tower at night", width=60)',
        )  # fmt: skip
    if not isinstance(art, Sketch | Drawing):
        raise SheetError(
            f"A picture holds a Sketch or a Drawing, not {type(art).__name__}.", where=where,
            mend="picture(Sketch(80, 40).circle(40, 20, 15))",
        )  # fmt: skip
    own = art.drawing() if isinstance(art, Sketch) else art
    return Picture(drawing=own, caption=words(caption, "The caption", empty=True), name=name, source=where)


def _alike(one: object, other: object) -> bool:
    """Whether two values hold the same, arrays by their numbers."""
    if isinstance(one, np.ndarray):
        return isinstance(other, np.ndarray) and np.array_equal(one, other)
    if isinstance(one, tuple):
        return isinstance(other, tuple) and len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, Struct):
        names = one.__struct_fields__
        return type(one) is type(other) and all(_alike(getattr(one, name), getattr(other, name)) for name in names)
    return one == other


def _placed(mark: Mark, key: str, x: float, y: float, scale: float) -> Mark:
    """The mark scaled and moved; the paper of a drawing lies over the sheet's panels."""
    layer = Layer.PANEL + 15 if mark.layer < Layer.FILL else mark.layer
    writing = mark.writing
    width = mark.width
    if writing is not None:
        origins = writing.origins * scale + np.array((x, y))
        said = tuple(_placed_word(word, x, y, scale) for word in writing.words)
        writing = replace(writing, origins=origins, words=said, em=writing.em * scale)
        width *= scale
    curves: Curves = mark.curves.placed(x, y, scale)
    return replace(mark, key=key, curves=curves, writing=writing, width=width, layer=layer)


def _placed_word(word: Word, x: float, y: float, scale: float) -> Word:
    return replace(word, x=word.x * scale + x, y=word.y * scale + y, width=word.width * scale, size=word.size * scale)
