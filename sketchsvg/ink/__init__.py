"""Ink: from clean centrelines to strokes of a pen."""

from sketchsvg.ink.catalogue import fill_names, pen_names
from sketchsvg.ink.draw import ink

#: As ``typing.TYPE_CHECKING``, without the 10 ms that importing ``typing`` costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from sketchsvg.sketch import Sketch

__all__ = ["Sketch", "fill_names", "ink", "pen_names"]


def __getattr__(name: str) -> object:
    """``Sketch``, the engine's face: it stands above this room, because it also writes files."""
    if name == "Sketch":
        from importlib import import_module

        return import_module("sketchsvg.sketch").Sketch
    raise AttributeError(f"module 'sketchsvg.ink' has no attribute {name!r}")
