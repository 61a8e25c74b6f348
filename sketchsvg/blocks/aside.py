"""An aside: blocks behind a pen stroke at their left, for what is quoted or said besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller
from sketchsvg.blocks.stacking import stacked
from sketchsvg.blocks.text import checked_blocks
from sketchsvg.frame import POINT, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line
from sketchsvg.scene import Layer, Mark

#: How far the blocks stand in, in em.
INDENT = 1.1


class Aside(Block, frozen=True, kw_only=True):
    """Blocks above each other, a stroke in the accent along them."""

    blocks: tuple[Block, ...]
    kind: ClassVar[str] = "aside"
    role: ClassVar[str] = "quote"
    stretch: ClassVar[float] = 0.1

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The blocks, a little further in."""
        indent = INDENT * setting.body * POINT
        body = stacked(self, self.blocks, width - indent, setting, height)
        children = tuple(child.at(child.rect.x + indent, child.rect.y) for child in body.children)
        return Frame(self, Rect(0, 0, width, body.height), setting, children)

    def least_width(self, setting: Setting) -> float:
        """The widest block and the indent."""
        widest = max(block.least_width(setting) for block in self.blocks)
        return widest + INDENT * setting.body * POINT

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The stroke."""
        theme, rect = frame.setting.theme, frame.rect
        x = rect.x + 0.3 * frame.setting.body * POINT
        yield Mark(
            f"{frame.id}/stroke", line(x, rect.y + 0.3, x, rect.bottom - 0.3), theme.pens.rule,
            theme.lines.underline * 1.6, frame.setting.accent_colour, Layer.LINE, 0.75,
        )  # fmt: skip


def aside(*blocks: Block | str, name: str = "") -> Aside:
    """Blocks that are said besides, behind a stroke at their left."""
    return Aside(blocks=checked_blocks(blocks, "aside"), name=name, source=caller())
