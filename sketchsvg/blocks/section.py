"""A section: a framed part of the page under a heading in marker capitals with its icon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.heading import Heading, compose_heading, trace_heading
from sketchsvg.blocks.stacking import stacked
from sketchsvg.blocks.text import checked_blocks
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import look_up
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.theme import HUES


class Section(Block, frozen=True, kw_only=True):
    """A framed part of the page: ``head``, an ``icon``, an ``aside`` at the right of the head, and blocks."""

    head: str
    blocks: tuple[Block, ...]
    icon: str = ""
    aside: str = ""
    accent: str = ""
    kind: ClassVar[str] = "section"
    role: ClassVar[str] = "section"
    level: ClassVar[int] = 2
    stretch: ClassVar[float] = 1.0

    @property
    def label(self) -> str:
        """Its head."""
        return plain_text(self.head)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The head, then the blocks from top to bottom."""
        inner = setting.within(self.accent)
        pad = inner.padding + inner.theme.lines.section / 2
        heading = Heading(self.head, self.icon, self.aside, self.source)
        top = compose_heading(heading, width - 2 * pad, inner)
        begin = pad * 0.72 + top.height + inner.gap * 0.62
        room = None if height is None else height - begin - pad
        body = stacked(self, self.blocks, width - 2 * pad, inner, room)
        children = tuple(child.at(child.rect.x + pad, child.rect.y + begin) for child in body.children)
        full = max(height or 0.0, begin + body.height + pad)
        lines = tuple(line.moved(pad, pad * 0.72) for line in top.lines)
        return Frame(self, Rect(0, 0, width, full), inner, children, lines, replace(top, x=pad, y=pad * 0.72))

    def least_width(self, setting: Setting) -> float:
        """The widest block and the padding."""
        return max(block.least_width(setting) for block in self.blocks) + 2 * setting.padding

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The tinted frame, and the icon and underline of the head."""
        theme, colour = frame.setting.theme, frame.setting.accent_colour
        box = rectangle(frame.rect, theme.lines.section_radius)
        yield Mark(
            f"{frame.id}/frame", box, theme.pens.frame, theme.lines.section, colour, Layer.GROUND + frame.setting.depth,
            fill=Fill("wash", colour, theme.ink.tint),
        )  # fmt: skip
        yield from trace_heading(frame)


def section(
    head: str, *blocks: Block | str, icon: str = "", aside: str = "", accent: str = "", name: str = ""
) -> Section:
    """A framed part of the page.

    ``head`` is written in marker capitals as given; ``icon`` is a name or an emoji; ``aside`` a short remark at the
    right of the head; ``accent`` one of the hues cobalt, leaf, tangerine, plum, rose, banana (default: the next one
    in turn on the sheet). Raises ``SheetError`` or ``NameUnknownError`` for what cannot be.
    """
    where = caller()
    if accent:
        look_up("accent", accent, {hue: hue for hue in HUES}, where)
    return Section(
        head=words(head, "The head of the section"),
        blocks=checked_blocks(blocks, "section"),
        icon=checked_icon(icon),
        aside=words(aside, "The aside", empty=True),
        accent=accent,
        name=name,
        source=where,
    )
