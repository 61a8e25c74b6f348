"""Sharing a page by what things hold: heights and widths of arrangements whose sections are all in one type."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from sketchsvg.blocks.arrange import ALIKE, Block, Column, Row
from sketchsvg.blocks.fitting import Place, limits_of
from sketchsvg.blocks.stacking import divided
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.layout.fit import STEP
from sketchsvg.layout.ladder import Rung, loosened
from sketchsvg.layout.shares import Part

#: The height of what cannot be set at all, in mm: nobody chooses it unless there is no other way.
NEVER = 1e5
#: How often the widths of a row are moved towards its fuller blocks, and the bounds of what each may weigh.
BALANCING, NARROWEST, WIDEST = 5, 0.55, 1.9
#: What the first of two blocks may weigh where the second weighs 2 less; equal widths are tried first.
PAIRS = (1.0, 0.9, 1.1, 0.8, 1.2, 0.72, 1.28)
#: The most that a block counts as grown; how much counts what does not stretch; what all take at least.
GROWN, STIFF, LEAST = 1.4, 0.2, 0.02
#: More mm than this is too high for any page; how much the mean height of a row counts beside the greatest.
HIGHEST, BROKEN = 400.0, 0.3


class Sharing(Struct, frozen=True, eq=False):
    """How the blocks of one page share it. ``usual`` is the type that widths are balanced in."""

    setting: Setting
    usual: Rung
    #: Solved widths by the row's id() and its own width, kept with their row: while it lives, no other has its id().
    known: dict[tuple[int, float], tuple[Row, list[float]]] = field(default_factory=dict)
    #: The largest type in pt that a block can have in a width and an air, where it is known to be less than others'.
    largest: dict[tuple[int, float, float], float] = field(default_factory=dict)

    def height(self, block: Block, width: float, rung: Rung) -> float:
        """The height in mm that ``block`` needs in ``width`` mm, the white around it included."""
        if isinstance(block, Row):
            widths = self._widths(block, width)
            return max(self.height(one, part, rung) for one, part in zip(block.blocks, widths, strict=True))
        if isinstance(block, Column):
            return self._column_height(block, width, rung)
        own = self._own(block, width, rung)
        return NEVER if own is None else self._exact(block, width, own)

    def placed(self, block: Block, width: float, height: float, rung: Rung) -> Frame:
        """``block`` in exactly this place, at the type of ``rung``; row heights and white fill what is left over."""
        if isinstance(block, Row):
            return self._row(block, width, height, rung)
        if isinstance(block, Column):
            return self._column(block, width, height, rung)
        half = self.setting.theme.space.gutter / 2
        inner = (width - 2 * half, height - 2 * half)
        own = self._grown(block, width, height, self._own(block, width, rung) or rung)
        limits = limits_of(self.setting, own.size)
        loose = loosened(lambda tried: self._exact(block, width, tried), height, own, limits)
        setting = self.at(loose)
        frame = block.composed(inner[0], setting, inner[1])
        place = Place(f"{block.name or block.label or block.kind} place", block.percent, block.source)
        return Frame(place, Rect(0, 0, width, height), setting, (frame.at(half, half),))

    def _own(self, block: Block, width: float, rung: Rung) -> Rung | None:
        """``rung``, in smaller type where a word or a drawing is too wide for it; None where even the floor is."""
        floor = self.setting.theme.type.floor
        key = (id(block), width, rung.air)
        size = min(rung.size, self.largest.get(key, rung.size))
        while size > floor - STEP:
            own = replace(rung, size=max(size, floor))
            if self._exact(block, width, own) < NEVER:
                return own
            size = self.largest[key] = size - STEP
        return None

    def _grown(self, block: Block, width: float, height: float, rung: Rung) -> Rung:
        """``rung`` in type a little larger, where the place of ``block`` holds that at a comfortable row height.

        A page is as tight as its fullest part: other parts need not be.
        """
        easy = Rung(rung.size, max(rung.leading, self.usual.leading), max(rung.air, 1.0))
        most = limits_of(self.setting, None).largest
        for step in range(round(ALIKE / STEP), 0, -1):
            tried = replace(easy, size=rung.size + step * STEP)
            if tried.size <= most and self._exact(block, width, tried) <= height:
                return tried
        return rung

    def _exact(self, block: Block, width: float, rung: Rung) -> float:
        """As ``height``, in no other type than that of ``rung``."""
        if isinstance(block, Row | Column):
            return self.height(block, width, rung)
        gutter = self.setting.theme.space.gutter
        try:
            return block.composed(width - gutter, self.at(rung)).height + gutter
        except LayoutError:
            return NEVER

    def composable(self, block: Block, width: float, rung: Rung) -> None:
        """Nothing, where all of ``block`` can be set in ``width`` mm; else the ``LayoutError`` of what cannot."""
        if isinstance(block, Row):
            for one, part in zip(block.blocks, self._widths(block, width), strict=True):
                self.composable(one, part, rung)
        elif isinstance(block, Column):
            for one in block.blocks:
                self.composable(one, width, rung)
        else:
            block.composed(width - self.setting.theme.space.gutter, self.at(rung))

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
        parts = [
            Part(one.percent) if one.percent is not None
            else Part(None, high, high, weight=self._elasticity(one, width, high, rung))
            for one, high in zip(block.blocks, natural, strict=True)
        ]  # fmt: skip
        y = 0.0
        children: list[Frame] = []
        for one, high in zip(block.blocks, divided(block, height, parts), strict=True):
            children.append(self.placed(one, width, high, rung).at(0, y))
            y += high
        return Frame(block, Rect(0, 0, width, height), self.setting, tuple(children))

    def _elasticity(self, block: Block, width: float, natural: float, rung: Rung) -> float:
        """How much of what is left over a block takes: as much as its row heights and white can grow."""
        limits = limits_of(self.setting, rung.size)
        most = Rung(rung.size, max(rung.leading, limits.leading_most), max(rung.air, limits.air_most))
        loosest = self._exact(block, width, most)
        grown = natural if loosest >= NEVER else min(loosest, GROWN * natural)
        return max(0.0, grown - natural) * (1.0 if block.stretch else STIFF) + LEAST * natural

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
            known = self.known[id(row), width] = (row, self._solved(row, width))
        return known[1]

    def _solved(self, row: Row, width: float) -> list[float]:
        free = [index for index, one in enumerate(row.blocks) if one.percent is None]
        weights = [1.0] * len(row.blocks)
        best = self._divided(row, width, weights)
        if len(free) < 2:
            return best
        if len(free) == 2:
            tries = [_pair(row, free, weight) for weight in PAIRS]
            return min((self._divided(row, width, tried) for tried in tries), key=lambda one: self._badness(row, one))
        worst = float("inf")
        tried = best
        for _ in range(BALANCING):
            badness = self._badness(row, tried)
            if badness < worst - 0.5:
                worst, best = badness, tried
            heights = [self.height(one, part, self.usual) for one, part in zip(row.blocks, tried, strict=True)]
            mean = sum(min(heights[index], HIGHEST) for index in free) / len(free)
            for index in free:
                ratio = min(heights[index], HIGHEST) / mean
                weights[index] = min(WIDEST, max(NARROWEST, weights[index] * (0.4 + 0.6 * ratio)))
            tried = self._divided(row, width, weights)
        return best

    def _badness(self, row: Row, widths: Sequence[float]) -> float:
        """How high a row is with these widths in mm; of equally high ones, that is better which breaks less."""
        heights = [self.height(one, part, self.usual) for one, part in zip(row.blocks, widths, strict=True)]
        return max(heights) + BROKEN * sum(heights) / len(heights)

    def _divided(self, row: Row, width: float, weights: Sequence[float]) -> list[float]:
        gutter = self.setting.theme.space.gutter
        usual = self.at(self.usual)
        parts = [
            Part(one.percent) if one.percent is not None
            else Part(None, 0.0, one.least_width(usual) + gutter, weight)
            for one, weight in zip(row.blocks, weights, strict=True)
        ]  # fmt: skip
        return [round(part, 1) for part in divided(row, width, parts)]


def _pair(row: Row, free: Sequence[int], weight: float) -> list[float]:
    weights = [1.0] * len(row.blocks)
    weights[free[0]], weights[free[1]] = weight, 2 - weight
    return weights
