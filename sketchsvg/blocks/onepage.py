"""One page: sections that share it by what they hold, all in one type, as large as the page allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block, Column, Row
from sketchsvg.blocks.fitting import limits_of
from sketchsvg.blocks.sharing import NEVER, Sharing
from sketchsvg.errors import LayoutError
from sketchsvg.frame import Frame, Setting
from sketchsvg.layout.cuts import columns, rows
from sketchsvg.layout.ladder import Fit, Rung, climbed, ladder

#: More sections than this beside each other are too narrow to read.
MOST_BESIDE = 3
#: An arrangement that is read less easily has to allow so many more steps of the ladder.
BETTER = 2


class OnePage(Block, frozen=True, kw_only=True):
    """``top`` at its own height, then ``blocks`` that fill the page.

    One block is an arrangement that the author made; several are put into rows of one to three or into columns,
    whichever gives the largest type.
    """

    top: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    kind: ClassVar[str] = "page"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The page in ``height`` mm, or as high as it wants to be at the theme's own size."""
        usual = _usual(setting)
        sharing = Sharing(setting, usual)
        way = next(self._ways(width, sharing))
        return self.place(width, height or sharing.height(way, width, usual), setting)

    def place(self, width: float, height: float, setting: Setting, largest: float | None = None) -> Frame:
        """The page in this place. ``LayoutError`` says what is missing when it does not fit at the theme's floors."""
        rungs = ladder(limits_of(setting, largest), setting.theme.type.body)
        sharing = Sharing(setting, _usual(setting))
        best: tuple[int, float, Column] | None = None
        for way in self._ways(width, sharing):
            index = climbed(lambda rung, way=way: sharing.height(way, width, rung), height, rungs)  # type: ignore[misc]
            if index is None:
                continue
            full = sharing.height(way, width, rungs[index])
            if best is None or index >= best[0] + BETTER or (index == best[0] == len(rungs) - 1 and full > best[1]):
                best = (index, full, way)
        if best is None:
            raise self._too_high(width, height, sharing, rungs[0])
        index, _, way = best
        rung, scale = rungs[index], setting.theme.type
        frame = sharing.placed(way, width, height, rung)
        fit = Fit(rung, Rung(scale.body, scale.leading, 1.0))
        return Frame(self, frame.rect, replace(setting, size=rung.size), (frame,), detail=fit)

    def _ways(self, width: float, sharing: Sharing) -> Iterator[Column]:
        """The arrangements to choose from, those first that are read most easily."""
        if len(self.blocks) < 2:
            yield Column(blocks=(*self.top, *self.blocks), source=self.source)
            return
        heights = [
            [sharing.height(block, width / count, sharing.usual) for block in self.blocks]
            for count in range(1, MOST_BESIDE + 1)
        ]
        seen: set[tuple[int, ...]] = set()
        for most in range(1, MOST_BESIDE + 1):
            cuts, _ = rows(heights[:most])
            if tuple(cuts) not in seen:
                seen.add(tuple(cuts))
                yield self._column([_row(self.blocks[begin:end]) for begin, end in pairwise(cuts)])
        for count in range(2, min(MOST_BESIDE, len(self.blocks)) + 1):
            cuts, _ = columns(heights[count - 1], count)
            yield self._column([_row([above(self.blocks[begin:end]) for begin, end in pairwise(cuts)])])

    def _column(self, below: Sequence[Block]) -> Column:
        return Column(blocks=(*self.top, *below), source=self.source)

    def _too_high(self, width: float, height: float, sharing: Sharing, tightest: Rung) -> LayoutError:
        """What is missing in the lowest arrangement, and the section that takes most of it."""
        ways = list(self._ways(width, sharing))
        missing = min(sharing.height(way, width, tightest) for way in ways) - height
        if missing > NEVER / 2:
            # What cannot be set beside its neighbours says so itself.
            for way in ways:
                sharing.composable(way, width, tightest)
        inside = [one for way in ways for one in _sections(way)]
        tallest = max(inside, key=lambda one: sharing.height(one, width, tightest))
        called = f" “{tallest.name or tallest.label}”" if tallest.name or tallest.label else ""
        line = f" (line {tallest.source.line})" if tallest.source else ""
        return LayoutError(
            f"The page is {missing:.1f} mm too low for what stands on it, even at {tightest.size:g} pt.",
            where=tallest.source or self.source, missing_mm=missing,
            mend=f"Write less: the {tallest.kind}{called}{line} takes the most. Or take a larger page, or several.",
        )  # fmt: skip


def _usual(setting: Setting) -> Rung:
    return Rung(setting.theme.type.body, setting.theme.type.leading, 1.0)


def _sections(block: Block) -> list[Block]:
    if isinstance(block, Row | Column):
        return [inner for one in block.blocks for inner in _sections(one)]
    return [block]


def _row(blocks: Sequence[Block]) -> Block:
    return blocks[0] if len(blocks) == 1 else Row(blocks=tuple(blocks), source=blocks[0].source)


def above(blocks: Sequence[Block]) -> Block:
    """The blocks from top to bottom."""
    return blocks[0] if len(blocks) == 1 else Column(blocks=tuple(blocks), source=blocks[0].source)
