"""A leaf: one page of notes that go on over several, its columns filled before the page is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.writing import note_style, set_text, text_width
from sketchsvg.frame import Frame, Line, Setting
from sketchsvg.geometry.rect import Rect

#: What the running header and the page number take at the top and at the foot, in mm.
HEADER, FOOTER = 6.5, 6.0
#: How far blocks move apart where a column is not full, as a part of the gutter.
APART = 0.45


class Leaf(Block, frozen=True, kw_only=True):
    """Blocks at the theme's own size: ``banner`` over the whole width, then ``columns``.

    ``header`` stands small at the upper right, ``number`` in the middle of the foot; empty ones take no room.
    """

    columns: tuple[tuple[Block, ...], ...]
    banner: tuple[Block, ...] = ()
    header: str = ""
    number: str = ""
    kind: ClassVar[str] = "leaf"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """Banner and columns from the top, the words of the margin around them."""
        room = room_for(width, height or 0.0, len(self.columns), setting)
        lines: list[Line] = []
        small = replace(note_style(setting), role="furniture")
        if self.header:
            wide = text_width(self.header, small, setting) + 0.01
            lines += set_text(self.header, wide, small, setting, self.source).moved(width - room.half - wide, 0)
        if self.number and height is not None:
            wide = text_width(self.number, small, setting) + 0.01
            box = set_text(self.number, wide, small, setting, self.source)
            lines += box.moved((width - wide) / 2, height - box.height)
        y = HEADER if self.header else 0.0
        children: list[Frame] = []
        for block in self.banner:
            frame = block.composed(width - 2 * room.half, setting)
            children.append(frame.at(room.half, y))
            y += frame.height + room.gutter
        for number, column in enumerate(self.columns):
            x = room.half + number * (room.column + room.gutter)
            children += _column(column, x, y, room, (height or 0.0) - y - (FOOTER if self.number else 0.0), setting)
        bottom = max((child.rect.bottom for child in children), default=0.0)
        return Frame(self, Rect(0, 0, width, max(height or 0.0, bottom)), setting, tuple(children), tuple(lines))

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The page as it was filled: nothing is fitted any more."""
        return self.compose(width, replace(setting, size=setting.theme.type.body), height)


class Room(Struct, frozen=True):
    """What there is to fill, in mm: width of a column, its height on a page without a banner, gutter and half of it."""

    column: float
    height: float
    gutter: float
    half: float


def room_for(width: float, height: float, columns: int, setting: Setting) -> Room:
    """The room of a leaf of ``width`` × ``height`` mm in so many columns."""
    gutter = setting.theme.space.gutter
    inner = width - gutter
    return Room((inner - (columns - 1) * gutter) / columns, height - HEADER - FOOTER, gutter, gutter / 2)


def _column(
    blocks: Sequence[Block], x: float, y: float, room: Room, height: float, setting: Setting
) -> list[Frame]:
    """The blocks of one column, moved apart a little where it is almost full."""
    frames = [block.composed(room.column, setting) for block in blocks]
    gap = room.gutter * 0.8
    spare = height - sum(frame.height for frame in frames) - gap * (len(frames) - 1)
    if len(frames) > 1 and spare > 0:
        gap += min(spare / (len(frames) - 1), APART * room.gutter)
    placed: list[Frame] = []
    for frame in frames:
        placed.append(frame.at(x, y))
        y += frame.height + gap
    return placed
