"""A divider: a line drawn across where one thought ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line
from sketchsvg.scene import Layer, Mark

#: Height in em, and how much of the width stays white on either side.
HIGH, SHY = 0.7, 0.06


class Divider(Block, frozen=True, kw_only=True):
    """A line across."""

    kind: ClassVar[str] = "divider"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """White with the line in its middle."""
        return Frame(self, Rect(0, 0, width, height or HIGH * setting.body * POINT * setting.air), setting)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The line."""
        theme, rect = frame.setting.theme, frame.rect
        y, shy = rect.centre[1], SHY * rect.width
        yield Mark(
            f"{frame.id}/line", line(rect.x + shy, y, rect.right - shy, y + 0.2), theme.pens.rule,
            theme.lines.underline, frame.setting.accent_colour, Layer.LINE, 0.7,
        )  # fmt: skip


def divider(*, name: str = "") -> Divider:
    """A line across."""
    return Divider(name=name, source=caller())
