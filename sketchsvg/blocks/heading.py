"""The head of a section: icon, marker capitals, a line drawn under them, and an aside at the right."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sketchsvg.blocks.pictogram import trace_pictogram
from sketchsvg.blocks.writing import note_style, set_text, text_width
from sketchsvg.errors import LayoutError, Source
from sketchsvg.frame import POINT, Frame, Line, Setting, TextStyle
from sketchsvg.geometry.shapes import line as straight
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.scene import Layer, Mark
from sketchsvg.theme.contrast import laid_over

#: A head that is too long for its line is written smaller, down to this part of its size.
SMALLEST = 0.7
ICON_SIDE, ICON_GAP = 1.36, 0.42


class Heading(Struct, frozen=True):
    """What a head says."""

    words: str
    icon: str
    aside: str
    source: Source | None


class Headed(Struct, frozen=True):
    """A composed head, relative to its own corner at (x, y) of the section: lengths in mm."""

    lines: tuple[Line, ...]
    height: float
    icon: str
    icon_side: float
    rule: tuple[float, float, float]
    x: float = 0.0
    y: float = 0.0


def compose_heading(heading: Heading, width: float, setting: Setting) -> Headed:
    """The head in one line of ``width`` mm, written smaller where it must be."""
    theme = setting.theme
    aside = note_style(setting)
    aside_width = text_width(heading.aside, aside, setting) if heading.aside else 0.0
    full = theme.type.head
    for step in range(13):
        size = full * (1 - (1 - SMALLEST) * step / 12)
        em = size * POINT
        style = TextStyle(
            size, 1.0, setting.accent_written, theme.type.head_weight, theme.pens.heading, True, role="heading"
        )
        left = (ICON_SIDE + ICON_GAP) * em if heading.icon else 0.0
        wide = text_width(heading.words, style, setting)
        room = width - left - (aside_width + 1.4 * em if heading.aside else 0.0)
        if wide <= room:
            break
    else:
        raise LayoutError(
            f"The head “{heading.words}” is {wide - room:.1f} mm too wide for its section.",
            where=heading.source,
            mend="Shorten the head or its aside, or give the section more width.",
            missing_mm=wide - room,
        )
    height = ICON_SIDE * em
    box = set_text(heading.words, wide + 0.01, style, setting, heading.source)
    lines = box.moved(left, (height - box.height) / 2 - 0.06 * em)
    if heading.aside:
        note = set_text(heading.aside, aside_width + 0.01, aside, setting, heading.source)
        lines += note.moved(width - aside_width, (height - note.height) / 2)
    under = height / 2 + 0.53 * em
    return Headed(lines, height, heading.icon, ICON_SIDE * em, (left - 0.06 * em, under, left + wide + 0.35 * em))


def trace_heading(frame: Frame) -> Iterator[Mark]:
    """The icon and the underline of a section's head."""
    head, theme = frame.detail, frame.setting.theme
    assert isinstance(head, Headed)
    x, y = frame.rect.x + head.x, frame.rect.y + head.y
    if head.icon:
        drawing = find_icon(head.icon)
        colour = frame.setting.accent_colour
        yield from trace_pictogram(
            f"{frame.id}/icon", drawing.curves.placed(x, y, head.icon_side), theme.lines.icon, colour,
            laid_over(theme.ink.panel, colour, 0.2), theme,
        )  # fmt: skip
    left, under, right = head.rule
    yield Mark(
        f"{frame.id}/underline", straight(x + left, y + under, x + right, y + under + 0.15), theme.pens.rule,
        theme.lines.underline, frame.setting.accent_colour, Layer.LINE,
    )
