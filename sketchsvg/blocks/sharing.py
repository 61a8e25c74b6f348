"""Sharing a page by what things hold: heights and widths of arrangements whose sections are all in one type."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.fitting import Place, limits_of
from sketchsvg.blocks.stacking import divided
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.layout.ladder import Rung, loosened
from sketchsvg.layout.shares import Part

#: The height of what cannot be set at all, in mm: nobody chooses it unless there is no other way.
NEVER = 1e5
#: How often the widths of a row are moved towards its fuller blocks, and the bounds of what each may weigh.
BALANCING, NARROWEST, WIDEST = 5, 0.55, 1.9


class Sharing(Struct, frozen=True, eq=False):
    """How the blocks of one page share it. ``usual`` is the type that widths are balanced in."""

    setting: Setting
    usual: Rung
    #: Solved widths by the row's id() and its own width; the rows live as long as the page.
    known: dict[tuple[int, float], list[float]] = field(default_factory=dict)

    def height(self, block: Block, width: float, rung: Rung) -> float:
        """The height in mm that ``block`` needs in ``width`` mm, the white around it included."""
        if isinstance(block, Row):
            widths = self._widths(block, width)
            return max(self.height(one, part, rung) for one, part in zip(block.blocks, widths, strict=True))
        if isinstance(block, Column):
            return self._column_height(block, width, rung)
        gutter = self.setting.theme.space.gutter
        try:
            return block.composed(width - gutter, self.at(rung)).height + gutter
        except LayoutError:
            return NEVER

    def placed(self, block: Block, width: float, height: float, rung: Rung) -> Frame:
        """``block`` in exactly this place, at the type of ``rung``; row heights and white fill what is left over."""
        if isinstance(block, Row):
            return self._row(block, width, height, rung)
        if isinstance(block, Column):
            return self._column(block, width, height, rung)
        half = self.setting.theme.space.gutter / 2
        inner = (width - 2 * half, height - 2 * half)
        loose = loosened(
            lambda tried: self.height(block, width, tried), height, rung, limits_of(self.setting, rung.size)
        )
        setting = self.at(loose)
        frame = block.composed(inner[0], setting, inner[1])
        place = Place(f"{block.name or block.label or block.kind} place", block.percent, block.source)
        return Frame(place, Rect(0, 0, width, height), setting, (frame.at(half, half),))

    def at(self, rung: Rung) -> Setting:
        """The setting of the page at a rung."""
        return replace(self.setting, size=rung.size, leading=rung.leading, air=rung.air)

    def _column_height(self, block: Column, width: float, rung: Rung) -> float:
        """The least height at which every share is high enough for what stands in it, and so is what they leave."""
        natural = [self.height(one, width, rung) for one in block.blocks]
        asked = sum(one.percent or 0.0 for one in block.blocks)
        free = sum(high for one, high in zip(block.blocks, natural, strict=True) if one.percent is None)
        shares = (high / one.percent for one, high in zip(block.blocks, natural, strict=True) if one.percent)
        return max(100 * free / max(100 - asked, 1e-6) if free else 0.0, *(100 * share for share in shares), 0.0)

    def _column(self, block: Column, width: float, height: float, rung: Rung) -> Frame:
        natural = [self.height(one, width, rung) for one in block.blocks]
        growing = any(one.stretch for one in block.blocks if one.percent is None)
        parts = [
            Part(one.percent) if one.percent is not None
            else Part(None, high, high, weight=high * (one.stretch if growing else 1.0))
            for one, high in zip(block.blocks, natural, strict=True)
        ]  # fmt: skip
        y = 0.0
        children: list[Frame] = []
        for one, high in zip(block.blocks, divided(block, height, parts), strict=True):
            children.append(self.placed(one, width, high, rung).at(0, y))
            y += high
        return Frame(block, Rect(0, 0, width, height), self.setting, tuple(children))

    def _row(self, block: Row, width: float, height: float, rung: Rung) -> Frame:
        x = 0.0
        children: list[Frame] = []
        for one, part in zip(block.blocks, self._widths(block, width), strict=True):
            children.append(self.placed(one, part, height, rung).at(x, 0))
            x += part
        return Frame(block, Rect(0, 0, width, height), self.setting, tuple(children))

    def _widths(self, row: Row, width: float) -> list[float]:
        """The widths of a row's blocks: their shares, and for the others those that make the row lowest."""
        known = self.known.get((id(row), width))
        if known is None:
            known = self.known[id(row), width] = self._solved(row, width)
        return known

    def _solved(self, row: Row, width: float) -> list[float]:
        free = [index for index, one in enumerate(row.blocks) if one.percent is None]
        weights = [1.0] * len(row.blocks)
        best = self._divided(row, width, weights)
        if len(free) < 2:
            return best
        lowest = NEVER * 2
        tried = best
        for _ in range(BALANCING):
            heights = [self.height(one, part, self.usual) for one, part in zip(row.blocks, tried, strict=True)]
            if max(heights) < lowest - 0.5:
                lowest, best = max(heights), tried
            mean = sum(min(heights[index], 400.0) for index in free) / len(free)
            for index in free:
                ratio = min(heights[index], 400.0) / mean
                weights[index] = min(WIDEST, max(NARROWEST, weights[index] * (0.4 + 0.6 * ratio)))
            tried = self._divided(row, width, weights)
        return best

    def _divided(self, row: Row, width: float, weights: Sequence[float]) -> list[float]:
        gutter = self.setting.theme.space.gutter
        usual = self.at(self.usual)
        parts = [
            Part(one.percent) if one.percent is not None
            else Part(None, 0.0, one.least_width(usual) + gutter, weight)
            for one, weight in zip(row.blocks, weights, strict=True)
        ]  # fmt: skip
        return [round(part, 1) for part in divided(row, width, parts)]
