"""A card: a small white box with a name on a pale swipe, for one thing among its like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.badge import Ribbon, compose_ribbon, trace_ribbon
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.stacking import stacked
from sketchsvg.blocks.text import checked_blocks
from sketchsvg.blocks.writing import body_style, note_style, set_text, text_width, word_width
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line as straight
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import look_up
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.theme import HUES


class _Head(Struct, frozen=True):
    """What the name of a card is drawn with, relative to (x, y) of the card: swipe, icon, ribbon. Lengths in mm."""

    x: float
    y: float
    swipe: tuple[float, float, float, float]
    icon: tuple[str, float, float, float] | None
    ribbon: Ribbon | None


class Card(Block, frozen=True, kw_only=True):
    """A box with a ``head`` (its name), ``what`` it is, and blocks; a ``favourite`` carries a star and ribbon."""

    head: str
    blocks: tuple[Block, ...]
    what: str = ""
    icon: str = ""
    favourite: str = ""
    accent: str = ""
    kind: ClassVar[str] = "card"
    role: ClassVar[str] = "card"
    level: ClassVar[int] = 6
    stretch: ClassVar[float] = 0.6

    @property
    def label(self) -> str:
        """Its name."""
        return plain_text(self.head)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """Name and what it is on the first line (or two), then the blocks."""
        inner = setting.within(self.accent)
        pad = inner.padding * 0.86
        lines, head, top = self._name(pad, pad * 0.8, width - 2 * pad, inner)
        begin = pad * 0.8 + top
        bottom = begin + pad * 0.5
        children: tuple[Frame, ...] = ()
        if self.blocks:
            begin += 0.22 * inner.body * POINT * inner.air
            room = None if height is None else height - begin - pad * 0.8
            body = stacked(self, self.blocks, width - 2 * pad, inner.within(air=0.5, boxes=0), room)
            # Words stay with their name: only a little of what is left over goes above them.
            drop = 0.0 if room is None else min(max(0.0, room - body.height) / 2, 1.5)
            children = tuple(child.at(child.rect.x + pad, child.rect.y + begin + drop) for child in body.children)
            bottom = begin + body.height + pad * 0.8
        shifted = tuple(line.moved(pad, pad * 0.8) for line in lines)
        return Frame(self, Rect(0, 0, width, max(bottom, height or 0.0)), inner, children, shifted, head)

    def _name(self, x: float, y: float, width: float, setting: Setting) -> tuple[tuple[Line, ...], _Head, float]:
        """The lines of the name, what is drawn around it, and the height of it all."""
        theme = setting.theme
        size = setting.body * theme.type.name / theme.type.body
        em = size * POINT
        style = TextStyle(size, 1.22, theme.ink.text, theme.type.bold, theme.pens.text, True, role="heading")
        note = note_style(setting)
        left = em * 1.58 if self.icon else 0.1 * em
        ribbon = compose_ribbon(self.favourite, width, setting) if self.favourite else None
        room = width - left - (ribbon.width + 0.4 * em if ribbon else 0.0)
        # A ribbon that would break the name stands on a line of its own.
        below = ribbon is not None and word_width(self.head, style, setting) > room
        room = width - left if below else room
        name = set_text(self.head, room, style, setting, self.source)
        lines = name.moved(left, 0)
        height = name.height
        wide = max(line.rect.width for line in name.lines)
        if self.what:
            beside = text_width(self.what, note, setting)
            if len(name.lines) == 1 and wide + 0.55 * em + beside <= room:
                said = set_text(self.what, beside + 0.01, note, setting, self.source)
                drop = name.lines[0].baseline - said.lines[0].baseline
                lines += said.moved(left + wide + 0.55 * em, drop)
            else:
                said = set_text(self.what, width, note, setting, self.source)
                lines += said.moved(0.1 * em, height)
                height += said.height
        if ribbon is not None:
            if below:
                ribbon = ribbon.moved(height)
                height += ribbon.height + 0.2 * em
            lines += ribbon.lines
        middle = name.lines[0].baseline - MIDDLE * em + 0.12 * em
        icon = (self.icon, 0.0, name.lines[0].baseline - MIDDLE * em - 0.6 * em, 1.2 * em) if self.icon else None
        swipe = (left - 0.18 * em, middle, left + wide + 0.2 * em, 0.86 * em)
        return lines, _Head(x, y, swipe, icon, ribbon), height

    def least_width(self, setting: Setting) -> float:
        """Its name in one line and the padding, or its widest block."""
        theme = setting.theme
        style = replace(body_style(setting, bold=True), size=setting.body * theme.type.name / theme.type.body)
        inner = [text_width(self.head, style, setting) + 0.3 * style.size * POINT]
        inner += [block.least_width(setting) for block in self.blocks]
        return max(inner) + 2 * setting.padding * 0.86

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Box, swipe, icon and ribbon."""
        theme = frame.setting.theme
        box = rectangle(frame.rect, theme.lines.card_radius)
        yield Mark(
            f"{frame.id}/box", box, theme.pens.frame, theme.lines.card, theme.ink.text,
            Layer.PANEL + frame.setting.depth, fill=Fill("wash", theme.ink.panel),
        )  # fmt: skip
        head = frame.detail
        assert isinstance(head, _Head)
        x, y = frame.rect.x + head.x, frame.rect.y + head.y
        left, middle, right, high = head.swipe
        yield Mark(
            f"{frame.id}/swipe", straight(x + left, y + middle, x + right, y + middle), theme.pens.highlight, high,
            frame.setting.accent_colour, Layer.HIGHLIGHT, theme.ink.swipe_opacity,
        )  # fmt: skip
        if head.icon:
            name, dx, dy, side = head.icon
            drawing = find_icon(name).curves.placed(x + dx, y + dy, side)
            yield Mark(
                f"{frame.id}/icon", drawing, theme.pens.icon, theme.lines.icon * 0.85, frame.setting.accent_colour,
                Layer.LINE,
            )  # fmt: skip
        if head.ribbon:
            yield from trace_ribbon(head.ribbon, x, y, frame)


def card(
    head: str,
    *blocks: Block | str,
    what: str = "",
    icon: str = "",
    favourite: bool | str = False,
    accent: str = "",
    name: str = "",
) -> Card:
    """A small box about one thing.

    ``head`` is its name, ``what`` a short remark beside it; ``favourite`` gives it a star, with words (``"my pick"``)
    a ribbon as well; ``accent`` is a hue (default: that of its section).
    """
    where = caller()
    if accent:
        look_up("accent", accent, {hue: hue for hue in HUES}, where)
    return Card(
        head=words(head, "The head of the card"),
        blocks=checked_blocks(blocks, "card") if blocks else (),
        what=words(what, "The remark", empty=True),
        icon=checked_icon(icon),
        favourite="★" if favourite is True else words(favourite or "", "The badge", empty=True),
        accent=accent,
        name=name,
        source=where,
    )
