"""A picture on a sheet: a sketch or a drawing in its frame, drawn by the sheet's own engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

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
        style = replace(note_style(setting), align="centre", role="caption")
        box = set_text(self.caption, width, style, setting, self.source) if self.caption else None
        below = box.height + CAPTION_GAP if box else 0.0
        own = self.drawing
        scale = min(1.0, width / own.width)
        if height is not None:
            if height <= below:
                raise LayoutError(
                    f"The picture has no room over its caption: {below - height:.1f} mm are missing.",
                    where=self.source, mend="Give it more room, or take the caption away.", missing_mm=below - height,
                )  # fmt: skip
            scale = min(scale, (height - below) / own.height)
        wide, high = own.width * scale, own.height * scale
        full = max(high + below, height or 0.0)
        top = (full - high - below) / 2
        lines = box.moved(0, top + high + CAPTION_GAP) if box else ()
        place = Rect((width - wide) / 2, top, wide, high)
        return Frame(self, Rect(0, 0, width, full), setting, lines=lines, detail=place)

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


def picture(art: Sketch | Drawing, *, caption: str = "", name: str = "") -> Picture:
    """A ``Sketch`` or a ``Drawing`` on a sheet, at its own size in mm unless its place is smaller.

    Its seed is the sheet's. ``SheetError`` for anything else.
    """
    where = caller()
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
