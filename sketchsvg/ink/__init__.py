"""Ink: from clean centrelines to strokes of a pen."""

from sketchsvg.ink.catalogue import fill_names, pen_names
from sketchsvg.ink.draw import ink

#: As ``typing.TYPE_CHECKING``, without the 10 ms that importing ``typing`` costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from sketchsvg.ink.looseness import loosely
    from sketchsvg.ink.style import Style, fill_with
    from sketchsvg.sketch import Sketch

#: What is loaded when it is first asked for, and where it is. ``Sketch``, the engine's face, stands above this room,
#: because it also writes files.
_HOMES = {
    "Sketch": "sketchsvg.sketch", "Style": "sketchsvg.ink.style", "fill_with": "sketchsvg.ink.style",
    "loosely": "sketchsvg.ink.looseness",
}  # fmt: skip

__all__ = ["Sketch", "Style", "fill_names", "fill_with", "ink", "loosely", "pen_names"]


def __getattr__(name: str) -> object:
    """What people draw with who use the engine by itself."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sketchsvg.ink' has no attribute {name!r}")
