"""A figure: one icon drawn large, with a caption if it has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, positive, words
from sketchsvg.blocks.writing import note_style, set_text
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import look_up
from sketchsvg.scene import Layer, Mark
from sketchsvg.theme.theme import HUES


class Figure(Block, frozen=True, kw_only=True):
    """An icon ``size`` mm high over its caption."""

    icon: str
    size: float
    caption: str = ""
    accent: str = ""
    kind: ClassVar[str] = "figure"
    role: ClassVar[str] = "figure"

    @property
    def shown(self) -> str:
        """Its caption, or the name of its icon."""
        return plain_text(self.caption) or find_icon(self.icon, self.source).name.replace("-", " ")

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The icon in the middle, the caption under it."""
        if self.size > width + 1e-6:
            raise LayoutError(
                f"The figure of {self.size:g} mm is {self.size - width:.1f} mm too wide for its place.",
                where=self.source, mend="Make it smaller, or give it more room.", missing_mm=self.size - width,
            )  # fmt: skip
        inner = setting.within(self.accent, boxes=0)
        style = replace(note_style(inner, align="centre"), role="caption")
        box = set_text(self.caption, width, style, inner, self.source) if self.caption else None
        natural = self.size + (box.height + 0.6 if box else 0.0)
        full = max(natural, height or 0.0)
        top = (full - natural) / 2
        lines = box.moved(0, top + self.size + 0.6) if box else ()
        corner = Rect((width - self.size) / 2, top, self.size, self.size)
        return Frame(self, Rect(0, 0, width, full), inner, lines=lines, detail=corner)

    def least_width(self, setting: Setting) -> float:
        """The icon's own width."""
        return self.size

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The icon."""
        theme = frame.setting.theme
        corner = frame.detail
        assert isinstance(corner, Rect)
        place = corner.moved(frame.rect.x, frame.rect.y)
        drawing = find_icon(self.icon, self.source).curves.placed(place.x, place.y, self.size)
        weight = theme.lines.icon * min(2.2, max(0.9, self.size / 9))
        yield Mark(f"{frame.id}/icon", drawing, theme.pens.icon, weight, frame.setting.accent_colour, Layer.LINE)


def figure(icon: str, *, size: float = 12.0, caption: str = "", accent: str = "", name: str = "") -> Figure:
    """An icon (name, emoji or ``.svg`` file of strokes) drawn ``size`` mm large, with an optional caption."""
    where = caller()
    if accent:
        look_up("accent", accent, {hue: hue for hue in HUES}, where)
    return Figure(
        icon=checked_icon(icon), size=positive(size, "The size"), caption=words(caption, "The caption", empty=True),
        accent=accent, name=name, source=where,
    )  # fmt: skip
