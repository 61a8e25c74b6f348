"""A list whose items hold blocks: paragraphs, lists in the list, code, each behind its marker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.authored import Authored
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller
from sketchsvg.blocks.listing import ITEM_GAP, MARKER_GAP, listed
from sketchsvg.blocks.text import checked_blocks
from sketchsvg.blocks.writing import body_style, set_text, text_width
from sketchsvg.errors import SheetError, Source
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.scene import Mark

#: White between the blocks of one item and the narrowest room of a marker, in em.
INSIDE, NARROWEST = 0.3, 0.5


class Entry(Authored, frozen=True):
    """One item: its marker, the blocks behind it (none: an empty item), and where it was written."""

    marker: str
    blocks: tuple[Block, ...] = ()
    source: Source | None = None
    kind: ClassVar[str] = "item"
    role: ClassVar[str] = "item"
    label: ClassVar[str] = ""
    percent: ClassVar[float | None] = None

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Nothing: its lines and its blocks are all of it."""
        return iter(())


class Entries(Block, frozen=True, kw_only=True):
    """A list of items with blocks; all of them hang behind the widest marker."""

    entries: tuple[Entry, ...]
    kind: ClassVar[str] = "list"
    role: ClassVar[str] = "list"
    stretch: ClassVar[float] = 0.25

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The items from top to bottom; in a greater height the white between them grows to at most half a line."""
        hang = self._hang(setting)
        frames = [_composed(entry, width, hang, setting) for entry in self.entries]
        return listed(self, frames, width, setting, height)

    def least_width(self, setting: Setting) -> float:
        """The widest block of all items, and the room of the markers."""
        inner = [block.least_width(setting) for entry in self.entries for block in entry.blocks]
        return self._hang(setting) + max(inner, default=0.0)

    def _hang(self, setting: Setting) -> float:
        """Where words begin, in mm."""
        style = body_style(setting)
        em = style.size * POINT
        widest = max(text_width(marker, style, setting) for marker in {entry.marker for entry in self.entries})
        return max(widest, NARROWEST * em) + MARKER_GAP * em


def _composed(entry: Entry, width: float, hang: float, setting: Setting) -> Frame:
    style = body_style(setting)
    em = style.size * POINT
    marker = set_text(entry.marker, width, replace(style, role="label"), setting, entry.source)
    wide = text_width(entry.marker, style, setting)
    # Numbers stand under each other at their ends, as in a sum.
    left = hang - MARKER_GAP * em - wide if entry.marker[:1].isdigit() else 0.0
    y = 0.0
    children: list[Frame] = []
    for block in entry.blocks:
        frame = block.composed(width - hang, setting)
        children.append(frame.at(hang, y))
        y += frame.height + (ITEM_GAP if isinstance(block, Entries) else INSIDE) * em * setting.air
    bottom = max([marker.height, *(child.rect.bottom for child in children)])
    return Frame(entry, Rect(0, 0, width, bottom), setting, tuple(children), marker.moved(max(0.0, left), 0))


def entries(items: Sequence[tuple[str, Sequence[Block | str]]], *, name: str = "") -> Entries:
    """A list of items, each a marker and its blocks: ``entries([("•", ["one"]), ("2.", ["two", code("x")])])``."""
    where = caller()
    if not items:
        raise SheetError("A list needs at least one item.", where=where, mend='entries([("•", ["one"])])')
    made = tuple(
        Entry(marker, checked_blocks(blocks, "item") if blocks else (), where) for marker, blocks in items
    )
    return Entries(entries=made, name=name, source=where)
