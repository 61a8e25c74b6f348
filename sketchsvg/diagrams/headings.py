"""The title that stands over a diagram."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.writing import body_style, set_text, text_width
from sketchsvg.errors import Source
from sketchsvg.frame import POINT, Line, Setting, TextStyle

#: The size of a title over the body's, its line pitch, and the white under it, in em of the body.
SIZE, PITCH, UNDER = 1.35, 1.25, 1.0


class Heading(Struct, frozen=True):
    """The lines of a title from the top left corner of its diagram, and the height in mm that it takes from it."""

    lines: tuple[Line, ...] = ()
    height: float = 0.0


def write_heading(words: str, width: float, setting: Setting, where: Source | None) -> Heading:
    """A title in the middle of ``width`` mm; nothing where there are no words."""
    if not words.strip():
        return Heading()
    style = heading_style(setting)
    box = set_text(words, width, style, setting, where)
    return Heading(box.moved(0.0, 0.0), box.height + UNDER * setting.body * POINT)


def heading_width(words: str, setting: Setting) -> float:
    """The width in mm of a title in one line."""
    return text_width(words, heading_style(setting), setting) + 0.01 if words.strip() else 0.0


def heading_style(setting: Setting) -> TextStyle:
    """How titles over diagrams are written."""
    style = body_style(setting, bold=True, align="centre")
    return replace(style.scaled(SIZE, PITCH, setting.theme.type.head_weight), role="caption")
