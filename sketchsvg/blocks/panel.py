"""A panel: a white box without a name, for what needs none; what does not grow stands in the middle of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller
from sketchsvg.blocks.stacking import stacked
from sketchsvg.blocks.text import Text, checked_blocks
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.scene import Fill, Layer, Mark


class Panel(Block, frozen=True, kw_only=True):
    """Blocks above each other in a box."""

    blocks: tuple[Block, ...] = ()
    kind: ClassVar[str] = "panel"
    role: ClassVar[str] = "card"
    stretch: ClassVar[float] = 0.6

    @property
    def label(self) -> str:
        """The words that it holds, where it holds nothing else."""
        words = [block.words for block in self.blocks if isinstance(block, Text)]
        return words[0] if len(self.blocks) == len(words) == 1 else ""

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The blocks; in a greater height they grow; those that cannot stand in the middle."""
        pad = setting.padding * 0.86
        alone = not any(block.stretch for block in self.blocks)
        inner = setting.within(air=0.5 if alone else 0.8)
        if not self.blocks:
            return Frame(self, Rect(0, 0, width, max(height or 0.0, 4 * pad)), inner)
        room = None if height is None or alone else height - 2 * pad
        body = stacked(self, self.blocks, width - 2 * pad, inner, room)
        full = max(height or 0.0, body.height + 2 * pad)
        top = (full - body.height) / 2 if alone else pad
        children = tuple(child.at(child.rect.x + pad, child.rect.y + top) for child in body.children)
        return Frame(self, Rect(0, 0, width, full), inner, children)

    def least_width(self, setting: Setting) -> float:
        """The widest block and the padding."""
        return max((block.least_width(setting) for block in self.blocks), default=0.0) + 2 * setting.padding * 0.86

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The box."""
        theme = frame.setting.theme
        yield Mark(
            f"{frame.id}/box", rectangle(frame.rect, theme.lines.card_radius), theme.pens.frame, theme.lines.card,
            theme.ink.text, Layer.PANEL + frame.setting.depth, fill=Fill("wash", theme.ink.panel),
        )  # fmt: skip


def panel(*blocks: Block | str, name: str = "") -> Panel:
    """A box without a name around some blocks; without any, an empty one."""
    return Panel(blocks=checked_blocks(blocks, "panel") if blocks else (), name=name, source=caller())
