"""Badges: a ribbon on what is a favourite, and a pill with a word that stands by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.checks import caller, checked_icon, words
from sketchsvg.blocks.writing import note_style, set_text, text_width
from sketchsvg.frame import POINT, Frame, Line, Setting
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import polygon, rectangle
from sketchsvg.icons.find import icon as find_icon
from sketchsvg.lettering.hand import MIDDLE
from sketchsvg.lettering.inline import plain_text
from sketchsvg.names import look_up
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.contrast import luminance
from sketchsvg.theme.theme import HUES


class Ribbon(Struct, frozen=True):
    """A star, or words on a swallow-tailed ribbon, relative to the line at whose right end it is. Lengths in mm."""

    lines: tuple[Line, ...]
    x: float
    y: float
    width: float
    height: float

    def moved(self, dy: float) -> Ribbon:
        """The same ribbon ``dy`` mm lower."""
        return Ribbon(tuple(line.moved(0, dy) for line in self.lines), self.x, self.y + dy, self.width, self.height)


def compose_ribbon(label: str, line_width: float, setting: Setting) -> Ribbon:
    """The ribbon of a favourite; a lone ``★`` stays a star without a ribbon."""
    size = setting.body * setting.theme.type.name / setting.theme.type.body
    row = size * POINT * 1.22
    colour = _readable_on_banana(setting)
    weight = setting.theme.type.bold * 0.94
    style = replace(note_style(setting), bold=True, weight=weight, colour=colour, toned=False)
    em = style.size * POINT
    if label == "★":
        side = row * 0.92
        return Ribbon((), line_width - side, (row - side) / 2, side, side)
    wide = text_width(label, style, setting)
    width, height = wide + 1.35 * em, 1.42 * em
    box = set_text(label, wide + 0.01, replace(style, leading=1.0), setting)
    y = (row - height) / 2
    lines = box.moved(line_width - width + 0.85 * em, y + (height - box.height) / 2)
    return Ribbon(lines, line_width - width, y, width, height)


def trace_ribbon(ribbon: Ribbon, x: float, y: float, frame: Frame) -> Iterator[Mark]:
    """The ribbon's shape with the line's corner at (x, y)."""
    theme = frame.setting.theme
    banana, dark = theme.accents["banana"], theme.written["banana"]
    left, top = x + ribbon.x, y + ribbon.y
    if not ribbon.lines:
        star = find_icon("star").curves.placed(left, top, ribbon.width)
        yield Mark(
            f"{frame.id}/star", star, theme.pens.icon, theme.lines.icon, dark, Layer.LINE,
            fill=Fill("wash", banana, theme.ink.highlight_opacity),
        )  # fmt: skip
        return
    right, bottom = left + ribbon.width, top + ribbon.height
    notch = ribbon.height * 0.34
    shape = polygon([(left, top), (right, top), (right, bottom), (left, bottom), (left + notch, (top + bottom) / 2)])
    yield Mark(
        f"{frame.id}/ribbon", shape, theme.pens.frame, theme.lines.rule, dark, Layer.FILL, fill=Fill("wash", banana)
    )


def _readable_on_banana(setting: Setting) -> str:
    """The darker of ink and paper: a banana ground is light in every theme."""
    return min((setting.theme.ink.text, setting.theme.paper.colour), key=luminance)


class Badge(Block, frozen=True, kw_only=True):
    """A word in a pill, with an icon if one is named."""

    words: str
    icon: str = ""
    accent: str = ""
    kind: ClassVar[str] = "badge"
    role: ClassVar[str] = "paragraph"

    @property
    def label(self) -> str:
        """Its words."""
        return plain_text(self.words)

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The pill in the middle of the width."""
        inner = setting.within(self.accent, boxes=0)
        style = replace(note_style(inner), bold=True, weight=inner.theme.type.bold, colour=inner.accent_written)
        em = style.size * POINT
        left = 1.5 * em if self.icon else 0.0
        wide = min(text_width(self.words, style, inner), width - left - 1.6 * em)
        box = set_text(self.words, wide + 0.01, style, inner, self.source)
        high = box.height + 0.35 * em
        full = max(high, height or 0.0)
        pill = Rect((width - wide - left - 1.6 * em) / 2, (full - high) / 2, wide + left + 1.6 * em, high)
        lines = box.moved(pill.x + 0.8 * em + left, pill.y + (high - box.height) / 2)
        return Frame(self, Rect(0, 0, width, full), inner, lines=lines, detail=pill)

    def trace(self, frame: Frame) -> Iterator[Mark]:
        """The pill and its icon."""
        theme, pill = frame.setting.theme, frame.detail
        assert isinstance(pill, Rect)
        place = pill.moved(frame.rect.x, frame.rect.y)
        colour = frame.setting.accent_colour
        yield Mark(
            f"{frame.id}/pill", rectangle(place, place.height / 2), theme.pens.frame, theme.lines.card, colour,
            Layer.FILL, fill=Fill("wash", theme.ink.panel),
        )  # fmt: skip
        if self.icon:
            first = frame.lines[0]
            side = first.style.size * POINT * 1.15
            top = first.baseline - MIDDLE * first.style.size * POINT - side / 2
            drawing = find_icon(self.icon).curves.placed(first.rect.x - side * 1.28, top, side)
            yield Mark(f"{frame.id}/icon", drawing, theme.pens.icon, theme.lines.icon * 0.8, colour, Layer.LINE)


def badge(words_: str, *, icon: str = "", accent: str = "", name: str = "") -> Badge:
    """A word or two in a pill; ``accent`` is a hue."""
    where = caller()
    if accent:
        look_up("accent", accent, {hue: hue for hue in HUES}, where)
    return Badge(words=words(words_, "The badge"), icon=checked_icon(icon), accent=accent, name=name, source=where)
