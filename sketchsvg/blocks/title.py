"""The title of a sheet: heavy capitals on a highlighter swipe, with what belongs to them at the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.pictogram import trace_pictogram
from sketchsvg.blocks.stacking import stacked
from sketchsvg.blocks.text import checked_blocks
from sketchsvg.blocks.writing import note_style, set_text, text_width
from sketchsvg.errors import LayoutError
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line as straight
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.inline import plain_text
from sketchsvg.scene import Layer, Mark

#: A title that is too long for its line is written smaller, down to this part of its size.
SMALLEST = 0.45
ICON_SIDE, ICON_GAP = 1.3, 0.32


class _Placed(Struct, frozen=True):
    """What the title is drawn with, relative to its frame: icons (name, x, y, side) and the swipe."""

    icons: tuple[tuple[str, float, float, float], ...]
    swipe: tuple[float, float, float, float]


class Title(Block, frozen=True, kw_only=True):
    """``head`` large, ``kicker`` small above it, ``subtitle`` and ``notes`` at the right, ``blocks`` below."""

    head: str
    blocks: tuple[Block, ...] = ()
    kicker: str = ""
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    icon: str = ""
    end_icon: str = ""
    kind: ClassVar[str] = "title"
    stretch: ClassVar[float] = 0.2

    @property
    def label(self) -> str:
        """Its head."""
        return plain_text(self.head)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The head as large as the theme's title or as its line allows; the blocks under it take the rest."""
        lines, placed, top = self._band(width, setting)
        children: tuple[Frame, ...] = ()
        full = top
        if self.blocks:
            begin = top + setting.gap * 0.55
            room = None if height is None else height - begin
            body = stacked(self, self.blocks, width, setting, room)
            children = tuple(child.at(child.rect.x, child.rect.y + begin) for child in body.children)
            full = begin + body.height
        elif height is not None and height > top:
            shift = (height - top) / 2
            lines = tuple(line.moved(0, shift) for line in lines)
            icons = tuple((name, x, y + shift, side) for name, x, y, side in placed.icons)
            left, middle, right, high = placed.swipe
            placed = _Placed(icons, (left, middle + shift, right, high))
        return Frame(self, Rect(0, 0, width, max(full, height or 0.0)), setting, children, lines, placed)

    def _band(self, width: float, setting: Setting) -> tuple[tuple[Line, ...], _Placed, float]:
        """The lines of head and notes, icons and swipe, and the height they take."""
        theme = setting.theme
        # Where its place is tight, the head gives way before what stands under it becomes illegible.
        scale = min(1.0, setting.body / theme.type.body) * min(1.0, 0.75 + 0.25 * setting.air)
        right, right_width, right_height = self._right(setting, scale, width)
        icons_wide = (ICON_SIDE + ICON_GAP) * (bool(self.icon) + bool(self.end_icon))
        room = width - (right_width + 5.0 if right else 0.0)
        size = theme.type.title * scale
        style = TextStyle(size, 1.0, theme.ink.text, theme.type.title_weight, theme.pens.title, True, role="heading")
        wanted = text_width(self.head, style, setting) + (icons_wide + 0.5) * size * POINT
        if wanted > room:
            size *= room / wanted
            if size < theme.type.title * SMALLEST:
                raise LayoutError(
                    f"The title “{self.head}” is {wanted - room:.0f} mm too wide.", where=self.source,
                    mend="Shorten the title or what stands beside it.", missing_mm=wanted - room,
                )  # fmt: skip
        style = replace(style, size=size)
        em = size * POINT
        left = (ICON_SIDE + ICON_GAP) * em if self.icon else 0.15 * em
        wide = text_width(self.head, style, setting)
        y = 0.0
        lines: tuple[Line, ...] = ()
        if self.kicker:
            kicker = TextStyle(
                max(theme.type.floor, size * 0.36), 1.25, theme.ink.note, theme.type.bold, theme.pens.text, True
            )
            box = set_text(self.kicker, room - left, kicker, setting, self.source)
            lines += box.moved(left, 0)
            y = box.height
        high = 1.14 * em
        head = set_text(self.head, wide + 0.01, style, setting, self.source)
        lines += head.moved(left, y + (high - head.height) / 2)
        baseline = lines[-1].baseline
        middle = baseline - MIDDLE * em
        band = y + high
        icons: list[tuple[str, float, float, float]] = []
        side = ICON_SIDE * em
        if self.icon:
            icons.append((self.icon, 0.0, middle - side * 0.56, side))
        if self.end_icon:
            icons.append((self.end_icon, left + wide + ICON_GAP * em, middle - side * 0.56, side))
        top = max(band, right_height)
        lines += tuple(line.moved(width - right_width, (top - right_height) / 2) for line in right)
        swipe = (left - 0.2 * em, middle + 0.16 * em, left + wide + 0.22 * em, 0.62 * em)
        return lines, _Placed(tuple(icons), swipe), top

    def _right(self, setting: Setting, scale: float, width: float) -> tuple[tuple[Line, ...], float, float]:
        """Subtitle and notes, right-aligned lines in a box of their own width."""
        theme = setting.theme
        rows = [(self.subtitle, replace(note_style(setting), size=theme.type.subtitle * scale, leading=1.3,
                 colour=theme.ink.text))] if self.subtitle else []  # fmt: skip
        rows += [(words_, replace(note_style(setting), leading=1.28)) for words_ in self.notes]
        if not rows:
            return (), 0.0, 0.0
        wide = min(max(text_width(words_, style, setting) for words_, style in rows) + 0.01, width * 0.45)
        lines: tuple[Line, ...] = ()
        y = 0.0
        for words_, style in rows:
            box = set_text(words_, wide, replace(style, align="right"), setting, self.source)
            lines += box.moved(0, y)
            y += box.height
        return lines, wide, y

    def least_width(self, setting: Setting) -> float:
        """The title at its smallest."""
        theme = setting.theme
        style = TextStyle(
            theme.type.title * SMALLEST, 1.0, theme.ink.text, theme.type.title_weight, theme.pens.title, True
        )
        return text_width(self.head, style, setting)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Swipe and icons."""
        theme, placed = frame.setting.theme, frame.detail
        assert isinstance(placed, _Placed)
        x, y = frame.rect.x, frame.rect.y
        left, middle, right, high = placed.swipe
        yield Mark(
            f"{frame.id}/swipe", straight(x + left, y + middle, x + right, y + middle - 0.3), theme.pens.highlight,
            high, theme.ink.highlight, Layer.HIGHLIGHT, theme.ink.highlight_opacity,
        )  # fmt: skip
        for number, (name, dx, dy, side) in enumerate(placed.icons):
            drawing = find_icon(name).curves.placed(x + dx, y + dy, side)
            key, banana = f"{frame.id}/icon{number}", theme.accents["banana"]
            yield from trace_pictogram(key, drawing, theme.lines.icon * 1.5, theme.ink.text, banana, theme)


def title(
    head: str,
    *blocks: Block | str,
    kicker: str = "",
    subtitle: str = "",
    notes: tuple[str, ...] | list[str] | str = (),
    icon: str = "",
    end_icon: str = "",
    name: str = "",
) -> Title:
    """The title of the sheet.

    ``kicker`` stands small above the head, ``subtitle`` and ``notes`` (a string or several) at the right; ``icon``
    before and ``end_icon`` behind the head; ``blocks`` under it.
    """
    where = caller()
    rows = (notes,) if isinstance(notes, str) and notes else tuple(notes)
    return Title(
        head=words(head, "The title"),
        blocks=checked_blocks(blocks, "title") if blocks else (),
        kicker=words(kicker, "The kicker", empty=True),
        subtitle=words(subtitle, "The subtitle", empty=True),
        notes=tuple(words(row, "The note") for row in rows),
        icon=checked_icon(icon),
        end_icon=checked_icon(end_icon),
        name=name,
        source=where,
    )
