"""A block that has to fill a given place: the type it takes there, or the error that says what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import ClassVar, Protocol

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.errors import LayoutError, Source
from sketchsvg.frame import Frame, Setting
from sketchsvg.layout.fit import Height, Limits, fit, fit_size
from sketchsvg.scene import Mark

#: How far over the theme's body size a share with room to spare may be set.
GENEROUS = 1.3


class TooHighError(LayoutError):
    """A block is higher than its place: a larger share of the height would hold it."""


class Fillable(Protocol):
    """What fitting needs of a block."""

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def label(self) -> str: ...  # noqa: D102

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def percent(self) -> float | None: ...  # noqa: D102

    @property
    def source(self) -> Source | None: ...  # noqa: D102

    def composed(self, width: float, setting: Setting, height: float | None = None) -> Frame: ...  # noqa: D102


class Place(Struct, frozen=True):
    """The exact place that a share gives; the block stands in it with half a gutter of white around."""

    label: str
    percent: float | None
    source: Source | None
    kind: ClassVar[str] = "place"
    name: ClassVar[str] = ""

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """Nothing: a place is white."""
        return iter(())


def best_size(block: Fillable, width: float, height: float, setting: Setting, largest: float | None) -> float:
    """The largest type size in pt at which the block fits, the floor where it needs squeezing."""
    limits = limits_of(setting, largest)
    size = fit_size(_height_of(block, width, setting), height, limits)
    return limits.floor if size is None else size


def fitted_setting(
    block: Fillable, width: float, height: float, setting: Setting, largest: float | None
) -> Setting:
    """The setting that fills the place best; ``LayoutError`` when the block does not fit at the floor."""
    measured = _height_of(block, width, setting)
    chosen = fit(measured, height, limits_of(setting, largest))
    if chosen.missing:
        raise _too_high(block, width, height, chosen.missing, setting)
    return replace(setting, size=chosen.size, leading=chosen.leading, air=chosen.air)


def limits_of(setting: Setting, largest: float | None) -> Limits:
    """What the search may choose from in the theme, at most ``largest`` pt."""
    scale = setting.theme.type
    most = min(scale.body * GENEROUS, largest) if largest is not None else scale.body * GENEROUS
    return Limits(scale.floor, max(scale.floor, most), scale.leading_least, scale.leading, scale.leading_most)


def _height_of(block: Fillable, width: float, setting: Setting) -> Height:
    """The block's natural height as a function of size, leading and air.

    A word too wide for its place fits in a tighter setting: until there is none, it counts as too high.
    """
    tightest = limits_of(setting, None)

    def height(size: float, leading: float, air: float) -> float:
        try:
            return block.composed(width, replace(setting, size=size, leading=leading, air=air)).height
        except LayoutError:
            if (size, leading, air) == (tightest.floor, tightest.leading_least, tightest.air_least):
                raise
            return float("inf")

    return height


def told_its_share(error: TooHighError, percent: float | None, height: float) -> None:
    """Adds to the mend of ``error`` what share of the height would hold what is too high for ``height`` mm."""
    if percent is not None and error.mend:
        needed = ceil(2 * percent * (height + error.missing_mm) / height) / 2
        if needed < 100:
            error.mend = f"Give its place a share of {needed:g} instead of {percent:g}. {error.mend}"


def _too_high(block: Fillable, width: float, height: float, missing: float, setting: Setting) -> TooHighError:
    scale = setting.theme.type
    called = f" “{block.name or block.label}”" if block.name or block.label else ""
    tight = replace(setting, size=scale.floor, leading=scale.leading_least, air=limits_of(setting, None).air_least)
    inside = [frame for frame in block.composed(width, tight).walk() if id(frame.block) != id(block) and frame.lines]
    tallest = max(inside, key=lambda frame: frame.height, default=None)
    hint = ""
    if tallest is not None and tallest.block.source is not None:
        hint = f" The tallest thing in it is the {tallest.block.kind} of line {tallest.block.source.line}"
        hint += f" ({tallest.height:.0f} mm)."
    return TooHighError(
        f"The {block.kind}{called} is {missing:.1f} mm too high for its place of {height:.1f} mm, even at"
        f" {scale.floor:g} pt.",
        where=block.source,
        mend=f"Write less, or take a larger page.{hint}",
        missing_mm=missing,
    )
