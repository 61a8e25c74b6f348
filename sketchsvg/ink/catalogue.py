"""Pens and fills by name: a name is a file in ``ink/pens`` or ``ink/fills``, loaded when it is first used."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from sketchsvg.ink.pen import Pen
from sketchsvg.names import unknown

if TYPE_CHECKING:
    from sketchsvg.ink.filled import Filled, FillInk
    from sketchsvg.scene import Mark


class FillStyle(Protocol):
    """What a file in ``ink/fills`` offers."""

    def __call__(self, filled: Filled) -> FillInk:
        """The ink that fills all the given outlines at once."""


def pen_names() -> tuple[str, ...]:
    """The names of all pens, sorted."""
    return _names("pens")


def fill_names() -> tuple[str, ...]:
    """The names of all fills, sorted."""
    return _names("fills")


@cache
def pen_of(name: str) -> Pen:
    """The pen of that name; ``NameUnknownError`` when there is none."""
    if name not in pen_names():
        raise unknown("pen", name, pen_names())
    return cast(Pen, import_module(f"sketchsvg.ink.pens.{_module(name)}").PEN)


def pen_for(mark: Mark) -> Pen:
    """The pen of a mark, as loosely held as the mark says; ``NameUnknownError`` when there is none."""
    if mark.loose is None:
        return pen_of(mark.pen)
    from sketchsvg.ink.looseness import held

    return held(mark.pen, mark.loose)


@cache
def fill_of(name: str) -> FillStyle:
    """The fill of that name; ``NameUnknownError`` when there is none."""
    if name not in fill_names():
        raise unknown("fill", name, fill_names())
    return cast(FillStyle, import_module(f"sketchsvg.ink.fills.{_module(name)}").fill)


@cache
def _names(folder: str) -> tuple[str, ...]:
    files = [file.name for file in (Path(__file__).parent / folder).iterdir()]
    names = [name.removesuffix(".py") for name in files if name.endswith(".py") and name[0] != "_"]
    return tuple(sorted(name.replace("_", "-") for name in names))


def _module(name: str) -> str:
    return name.replace("-", "_")
