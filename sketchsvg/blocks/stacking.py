"""Blocks above and beside each other inside a solved share: natural sizes first, then what is left is given out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sketchsvg.errors import LayoutError, Source
from sketchsvg.frame import POINT, Composed, Frame, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.layout.shares import Part, divide

#: A gap grows to at most this multiple before the rest stays below.
WIDEST_GAP = 2.2
#: A block grows by at most this part of its natural height and so many mm: a box that is mostly empty looks forgotten.
MOST_GROWTH, MOST_MM = 0.5, 5.0


class Stackable(Protocol):
    """What stacking needs of a block."""

    @property
    def percent(self) -> float | None: ...  # noqa: D102

    @property
    def stretch(self) -> float: ...  # noqa: D102

    @property
    def source(self) -> Source | None: ...  # noqa: D102

    def composed(self, width: float, setting: Setting, height: float | None = None) -> Frame: ...  # noqa: D102

    def least_width(self, setting: Setting) -> float: ...  # noqa: D102


def stacked(
    owner: Composed, blocks: Sequence[Stackable], width: float, setting: Setting, height: float | None = None
) -> Frame:
    """``blocks`` from top to bottom. With ``height`` the growing ones take what is left, then the gaps.

    Shares are percent of the height less the gaps; without a ``height`` they do not bind.
    """
    gap = setting.gap
    gaps = gap * (len(blocks) - 1)
    natural = [block.composed(width, setting) for block in blocks]
    total = sum(frame.height for frame in natural) + gaps
    frames = natural
    if height is not None and any(block.percent is not None for block in blocks):
        parts = [
            Part(block.percent) if block.percent is not None else Part(None, frame.height, frame.height, block.stretch)
            for block, frame in zip(blocks, natural, strict=True)
        ]
        heights = divided(owner, height - gaps, parts)
        frames = [block.composed(width, setting, part) for block, part in zip(blocks, heights, strict=True)]
    elif height is not None and height > total + 1e-9:
        heights = _grown([frame.height for frame in natural], [block.stretch for block in blocks], height - total)
        frames = [
            frame if grown == frame.height else block.composed(width, setting, grown)
            for block, frame, grown in zip(blocks, natural, heights, strict=True)
        ]
        if len(blocks) > 1:
            spare = height - sum(heights) - gaps
            gap = min(gap + spare / (len(blocks) - 1), gap * WIDEST_GAP)
    y = 0.0
    placed: list[Frame] = []
    for frame in frames:
        placed.append(frame.at(0, y))
        y += frame.height + gap
    return Frame(owner, Rect(0, 0, width, max(height or 0.0, y - gap)), setting, tuple(placed))


def _grown(natural: Sequence[float], weights: Sequence[float], spare: float) -> list[float]:
    """Heights that take ``spare`` in proportion to their weights, none more than is becoming."""
    heights = list(natural)
    most = [height * (1 + MOST_GROWTH) + MOST_MM for height in natural]
    growing = [index for index, weight in enumerate(weights) if weight]
    while growing and spare > 1e-9:
        step = spare / sum(weights[index] for index in growing)
        for index in growing:
            added = min(step * weights[index], most[index] - heights[index])
            heights[index] += added
            spare -= added
        growing = [index for index in growing if most[index] - heights[index] > 1e-9]
    return heights


def side_by_side(
    owner: Composed, blocks: Sequence[Stackable], width: float, setting: Setting, height: float | None = None
) -> Frame:
    """``blocks`` beside each other, all as high as the highest (or ``height``).

    Shares are percent of the width less the gaps. The others share the rest so that the row becomes lower: equally at
    first, moved towards the fuller ones where that saves a line.
    """
    gap = setting.gap
    widths = _balanced(owner, blocks, width - gap * (len(blocks) - 1), setting)
    natural = [block.composed(part, setting) for block, part in zip(blocks, widths, strict=True)]
    tallest = max(height or 0.0, max(frame.height for frame in natural))
    x = 0.0
    placed: list[Frame] = []
    for block, part in zip(blocks, widths, strict=True):
        placed.append(block.composed(part, setting, tallest).at(x, 0))
        x += part + gap
    return Frame(owner, Rect(0, 0, width, tallest), setting, tuple(placed))


def _balanced(owner: Composed, blocks: Sequence[Stackable], width: float, setting: Setting) -> list[float]:
    least = [block.least_width(setting) for block in blocks]
    weights = [1.0] * len(blocks)
    best = _widths(owner, blocks, width, least, weights)
    heights = _heights(blocks, best, setting)
    free = [index for index, block in enumerate(blocks) if block.percent is None]
    line = setting.body * POINT * setting.leading
    if len(free) < 2:
        return best
    for _ in range(3):
        mean = sum(heights[index] for index in free) / len(free)
        if not mean or max(heights[index] for index in free) < mean + line / 2:
            break
        for index in free:
            ratio = heights[index] / mean
            weights[index] = min(1.7, max(0.6, weights[index] * (0.5 + 0.5 * ratio)))
        tried = _widths(owner, blocks, width, least, weights)
        new = _heights(blocks, tried, setting)
        if max(new) < max(heights) - 0.8 * line:
            best, heights = tried, new
    return best


def _heights(blocks: Sequence[Stackable], widths: Sequence[float], setting: Setting) -> list[float]:
    """Natural heights; what cannot be set in its width at all counts as twice the highest."""
    heights: list[float] = []
    for block, part in zip(blocks, widths, strict=True):
        try:
            heights.append(block.composed(part, setting).height)
        except LayoutError:
            heights.append(0.0)
    highest = max(heights)
    return [height or 2 * highest for height in heights]


def _widths(
    owner: Composed,
    blocks: Sequence[Stackable],
    width: float,
    least: Sequence[float],
    weights: Sequence[float],
) -> list[float]:
    parts = [
        Part(block.percent) if block.percent is not None else Part(None, 0.0, low, weight)
        for block, low, weight in zip(blocks, least, weights, strict=True)
    ]
    return divided(owner, width, parts)


def divided(owner: Composed, length: float, parts: Sequence[Part]) -> list[float]:
    """The lengths of a row's or column's parts; a ``LayoutError`` names the shares that cannot be."""
    try:
        return divide(length, parts)
    except ValueError as error:
        raise LayoutError(
            f"In this {owner.kind} the {error}.",
            where=owner.source,
            mend="Let the shares of a row or column add up to 100, or leave one block without a share.",
        ) from None
