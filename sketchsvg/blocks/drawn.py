"""Rows and columns whose proportions somebody has drawn: kept as far as what stands in them can be read there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import isinf

from msgspec.structs import replace

from sketchsvg.blocks.arrange import ALIKE, Block, Column, Row
from sketchsvg.blocks.fitting import best_size, limits_of
from sketchsvg.blocks.stacking import divided
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.layout.shares import Part

#: How far the type may fall behind the size that all could have, for the sake of the proportions.
FAITHFUL = 0.9
#: Sizes that are tried for a column, from the theme's floor to its largest.
STEPS = 12
#: A place is at most this many times as high as what stands in it in large type: the rest goes to the others.
ROOMY = 1.3
#: How much those that are as high already take of what is left over even then, as a part of what is drawn.
SATISFIED = 0.02


class DrawnRow(Row, frozen=True, kw_only=True):
    """Blocks beside each other, their widths in proportion to ``drawn``, but none too narrow for its words."""

    drawn: tuple[float, ...]

    def widths(self, width: float, setting: Setting, around: float) -> list[float]:
        """The widths in mm; ``around`` mm of white belong to each block."""
        whole = sum(self.drawn)
        parts = [
            Part(one.percent) if one.percent is not None
            else Part(None, width * own / whole, one.least_width(setting) + around, own)
            for one, own in zip(self.blocks, self.drawn, strict=True)
        ]  # fmt: skip
        return divided(self, width, parts)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The blocks side by side, equally high."""
        gap = setting.gap
        widths = self.widths(width - gap * (len(self.blocks) - 1), setting, 0.0)
        natural = [one.composed(part, setting).height for one, part in zip(self.blocks, widths, strict=True)]
        tallest = max(height or 0.0, *natural)
        x = 0.0
        placed: list[Frame] = []
        for one, part in zip(self.blocks, widths, strict=True):
            placed.append(one.composed(part, setting, tallest).at(x, 0))
            x += part + gap
        return Frame(self, Rect(0, 0, width, tallest), setting, tuple(placed))

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The blocks side by side in their widths, in type of about one size."""
        gutter = setting.theme.space.gutter
        widths = self.widths(width, replace(setting, size=limits_of(setting, largest).floor), gutter)
        pairs = list(zip(self.blocks, widths, strict=True))
        alone = [(one, part) for one, part in pairs if not isinstance(one, Row | Column)]
        if len(alone) > 1:
            sizes = [best_size(one, part - gutter, height - gutter, setting, largest) for one, part in alone]
            largest = min(sizes) + ALIKE
        x = 0.0
        children: list[Frame] = []
        for one, part in pairs:
            children.append(one.place(part, height, setting, largest).at(x, 0))
            x += part
        return Frame(self, Rect(0, 0, width, height), setting, tuple(children))


class DrawnColumn(Column, frozen=True, kw_only=True):
    """Blocks above each other, their heights in proportion to ``drawn``, but none too low for its words."""

    drawn: tuple[float, ...]

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The blocks from top to bottom."""
        limits = limits_of(setting, largest)
        leading, air = limits.loosened(1.0)
        steps = (limits.largest - limits.floor) / STEPS
        sizes = [limits.floor + steps * at for at in range(STEPS + 1)]
        settings = [replace(setting, size=size, leading=leading, air=air) for size in sizes]
        # The larger the type, the higher the column.
        fitting = bisect_right(settings, height + 1e-6, key=lambda one: self._least_height(width, one))
        if fitting:
            kept = replace(settings[0], size=max(limits.floor, settings[fitting - 1].body * FAITHFUL))
        else:
            tight, little = limits.loosened(0.0)
            kept = replace(settings[0], leading=tight, air=little)
        high = self._divided(width, height, kept, settings[-1])
        y = 0.0
        children: list[Frame] = []
        for one, part in zip(self.blocks, high, strict=True):
            children.append(one.place(width, part, setting, largest).at(0, y))
            y += part
        return Frame(self, Rect(0, 0, width, height), setting, tuple(children))

    def _least_height(self, width: float, setting: Setting) -> float:
        """The height in mm at which shares are high enough for what stands in them, and so is what they leave."""
        needs = [needed(one, width, setting) for one in self.blocks]
        asked = sum(one.percent or 0.0 for one in self.blocks)
        free = sum(need for one, need in zip(self.blocks, needs, strict=True) if one.percent is None)
        shares = [100 * need / one.percent for one, need in zip(self.blocks, needs, strict=True) if one.percent]
        return max([100 * free / max(100 - asked, 1e-6) if free else 0.0, *shares])

    def _divided(self, width: float, height: float, kept: Setting, large: Setting) -> list[float]:
        """The heights: as drawn, but enough for the words in the type of ``kept``, and no hole in that of ``large``."""
        free = sum(own for one, own in zip(self.blocks, self.drawn, strict=True) if one.percent is None)
        room = height * (1 - sum(one.percent or 0.0 for one in self.blocks) / 100)
        parts = []
        for one, own in zip(self.blocks, self.drawn, strict=True):
            if one.percent is not None:
                parts.append(Part(one.percent))
                continue
            least = needed(one, width, kept)
            most = max(least, ROOMY * _finite(needed(one, width, large), least))
            drawn = room * own / free
            weight = own if drawn <= most else own * SATISFIED
            parts.append(Part(None, min(drawn, most), _finite(least, 0.0), weight))
        return divided(self, height, parts)


def needed(block: Block, width: float, setting: Setting) -> float:
    """The height in mm that a block needs on a page in ``width`` mm, the white around it included; inf for no width."""
    gutter = setting.theme.space.gutter
    try:
        if isinstance(block, DrawnRow):
            return _highest(block.blocks, block.widths(width, setting, gutter), setting)
        if isinstance(block, Row):
            return _highest(block.blocks, [width / len(block.blocks)] * len(block.blocks), setting)
        if isinstance(block, DrawnColumn):
            return block._least_height(width, setting)
        if isinstance(block, Column):
            return sum(needed(one, width, setting) for one in block.blocks)
        return block.composed(width - gutter, setting).height + gutter
    except LayoutError:
        return float("inf")


def _highest(blocks: Sequence[Block], widths: Sequence[float], setting: Setting) -> float:
    return max(needed(one, part, setting) for one, part in zip(blocks, widths, strict=True))


def _finite(value: float, other: float) -> float:
    return other if isinf(value) else value
